"""Delve Desktop: notes, contacts and practices for associations of artisanal miners, offline first."""

__version__ = "0.1.0"
