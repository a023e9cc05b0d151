"""The hub: numbers, stores and relays what devices bring; it can neither read nor merge."""
