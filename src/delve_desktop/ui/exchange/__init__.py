"""Sync with the server, and everything about who belongs to a space."""
