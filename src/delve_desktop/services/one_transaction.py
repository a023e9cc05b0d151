"""A vault as the applier sees it while one transaction lasts: all of its slices go into that one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from delve_desktop.store.writing import WriteUnit


class OneTransaction:
    """Stands for the vault; each of the applier's slices is a part of the caller's transaction.

    What breaks a slice is rolled back with it, so the applier sets aside the same op as it did before.
    """

    def __init__(self, unit: WriteUnit) -> None:
        self._unit = unit

    @contextmanager
    def read(self) -> Iterator[WriteUnit]:
        """What the transaction has written so far."""
        yield self._unit

    def write(self) -> AbstractContextManager[WriteUnit]:
        """A slice."""
        return self._unit.part()
