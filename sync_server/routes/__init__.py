"""HTTP routes; they only dispatch to the service."""
