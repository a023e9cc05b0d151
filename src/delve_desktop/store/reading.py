"""A read unit: one snapshot of the whole vault."""

from __future__ import annotations

from .blob_reading import BlobReading
from .overview_reading import OverviewReading
from .record_lists import RecordLists


class ReadUnit(BlobReading, RecordLists, OverviewReading):
    """Everything that can be read; made by `Vault.read`."""
