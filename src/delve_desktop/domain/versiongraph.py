"""Which versions of a text were made from which, and what several of them have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from .dag import NOTHING, Past
from .ids import VersionId
from .splicedtext import plain
from .state import Version, display_key

MAX_BASES: Final = 16  # nearest common ancestors of one set of versions

Versions = Mapping[VersionId, Version]
"""Every version that one field ever had, or at least all that some versions were made from."""


class VersionGraph:
    """The versions that some were made from, and their nearest common ancestors."""

    def __init__(self, versions: Iterable[VersionId], known: Versions) -> None:
        self._known = known
        reached: set[VersionId] = set()
        ends = list(versions)
        while ends:
            version = ends.pop()
            if version not in reached:
                reached.add(version)
                ends.extend(known[version].bases)
        # a base lies in the past of what is made from it, so this order has bases first
        self._order = sorted(reached, key=lambda version: display_key(known[version]))
        self._position = {version: position for position, version in enumerate(self._order)}
        self._pasts: list[Past] = []  # each with the version itself
        for position, version in enumerate(self._order):
            past = NOTHING
            for base in known[version].bases:
                past = past.joined(self._pasts[self._position[base]])
            self._pasts.append(past.including(position))

    def text(self, version: VersionId) -> str | None:
        """The whole text of a version; None if it holds something else than text."""
        value = plain(self._known[version].value)
        return value if isinstance(value, str) else None

    def nearest(self, versions: Iterable[VersionId]) -> tuple[VersionId, ...]:
        """Common ancestors, or versions themselves, that are no ancestors of further such, in order.

        Empty when there are none, or more than `MAX_BASES`.
        """
        common = -1
        for version in versions:
            common &= self._bits(self._position[version])
        found: list[VersionId] = []
        while common and len(found) <= MAX_BASES:
            latest = common.bit_length() - 1
            found.append(self._order[latest])
            common &= ~self._bits(latest)
        return tuple(reversed(found)) if len(found) <= MAX_BASES else ()

    def _bits(self, position: int) -> int:
        past = self._pasts[position]
        return past.more << past.floor | ((1 << past.floor) - 1)
