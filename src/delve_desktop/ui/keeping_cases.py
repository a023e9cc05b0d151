"""The use cases about a vault as a whole: what opens it, copies of it, and who its person is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from delve_desktop.domain.ids import SpaceId

Stopped = Callable[[], bool]
Progress = Callable[[int, int], None]
"""Called with what is done and the whole, in a unit of its own."""


class KeepingCases(Protocol):
    """Every call takes about a second or more: key derivations, whole copies."""

    def introduce(self, space: SpaceId, association: str, country: str) -> None: ...
    def change_passphrase(self, passphrase: str, new: str) -> None: ...
    def renew_everything(
        self, passphrase: str, new: str, *, progress: Progress, cancelled: Stopped
    ) -> str | None: ...
    def new_recovery_code(self, passphrase: str) -> str: ...
    def has_recovery_code(self) -> bool: ...
    def back_up(self, passphrase: str, file: Path, *, progress: Progress, cancelled: Stopped) -> int: ...
