"""The seeded simulation: real vaults, the real sync core and the real hub under faults."""
