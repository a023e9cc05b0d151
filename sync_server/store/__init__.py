"""The hub database: segments, acts, feeds and challenges."""
