"""A read unit: one snapshot of the whole vault."""

from __future__ import annotations

from .exchange_reading import ExchangeReading


class ReadUnit(ExchangeReading):
    """Everything that can be read; made by `Vault.read`."""
