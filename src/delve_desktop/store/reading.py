"""A read unit: one snapshot of the whole vault."""

from __future__ import annotations

from .overview_reading import OverviewReading


class ReadUnit(OverviewReading):
    """Everything that can be read; made by `Vault.read`."""
