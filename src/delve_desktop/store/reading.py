"""A read unit: one snapshot of the whole vault."""

from __future__ import annotations

from .blob_reading import BlobReading


class ReadUnit(BlobReading):
    """Everything that can be read; made by `Vault.read`."""
