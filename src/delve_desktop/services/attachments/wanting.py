"""Asking for bytes that are on other laptops only, and looking whether those that are here are whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from delve_desktop.domain.attachments import Part
from delve_desktop.domain.ids import BlobId
from delve_desktop.services.session import Session

from .reading import note_loss, part_of
from .sealing import never
from .whole import is_here


def fetch(session: Session, value: Any, role: str = "file", *, wanted: bool = True) -> bool:
    """Ask for the bytes of an attachment with the next exchange, or no longer; False when they are here."""
    part = part_of(value, role)
    with session.vault.write(reserve=True) as unit:
        if unit.blobs_held([part.root]):
            return False
        unit.set_wanted(part.root, wanted=wanted)
    return True


@dataclass(frozen=True, slots=True)
class ChunkFindings:
    """What a look at all attachments came to, in files."""

    here: int
    lost: int  # thought to be here, but gone or damaged


def check_all(session: Session, cancelled: Callable[[], bool] = never) -> ChunkFindings:
    """Read every chunk that should be here. Changes nothing."""
    here = lost = 0
    for part in _standing(session):
        if cancelled():
            break
        here += 1
        lost += not is_here(session.vault.chunks, part)
    return ChunkFindings(here, lost)


def refetch_lost(session: Session) -> int:
    """Ask for whatever should be here and is not; returns how many files."""
    lost = [part for part in _standing(session) if not is_here(session.vault.chunks, part)]
    for part in lost:
        note_loss(session, part)
    return len(lost)


def _standing(session: Session) -> Iterator[Part]:
    with session.vault.read() as unit:
        spaces = [row.id for row in unit.spaces()]
        rows = [row for space in spaces for row in unit.blobs_standing(space) if row.held]
    seen: set[BlobId] = set()
    for row in rows:
        if row.root not in seen:
            seen.add(row.root)
            yield Part(row.role, row.root, row.key, row.size)
