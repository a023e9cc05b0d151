"""A read unit: one snapshot of the whole vault."""

from __future__ import annotations

from .exchange_reading import ExchangeReading
from .record_lists import RecordLists


class ReadUnit(ExchangeReading, RecordLists):
    """Everything that can be read; made by `Vault.read`."""
