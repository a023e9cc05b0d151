"""The only SQL of the desktop: the vault database, its tables, migrations and units of work."""
