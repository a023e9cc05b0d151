"""Seconds to bring new records up to a hub and down to another laptop, over loopback."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.exchange import exchange
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import (
    approve,
    create_invite,
    create_space,
    join_requests,
    join_space,
    set_hub,
)

from . import raw
from .data import Record, as_import
from .figures import Figure, median, say
from .scene import hub_process, import_lines, laptop

MOST_RATIO: Final = 2.5


@dataclass(frozen=True, slots=True)
class _Round:
    """Seconds of one run: by the product, and by the raw work for what it moved."""

    up: float
    down: float
    raw_up: float
    raw_down: float

    @property
    def ratio(self) -> float:
        return (self.up + self.down) / (self.raw_up + self.raw_down)


def measure(folder: Path, records: list[Record], rounds: int) -> list[Figure]:
    """The round whose ratio is the median one: sealing and sending, then fetching and integrating."""
    say(f"time: {len(records)} records up and down, {rounds} rounds")
    lines = as_import(records)
    done = [_round(folder / f"round-{number}", lines) for number in range(rounds)]
    middle = median([one.ratio for one in done])
    shown = min(done, key=lambda one: abs(one.ratio - middle))
    total, raw_total = shown.up + shown.down, shown.raw_up + shown.raw_down
    name = f"{len(records):,} records".replace(",", " ")
    return [
        Figure(f"{name}, up and down", total, "s", raw_total, most_ratio=MOST_RATIO),
        Figure(f"{name}, up", shown.up, "s", shown.raw_up),
        Figure(f"{name}, down", shown.down, "s", shown.raw_down),
    ]


def _round(folder: Path, lines: bytes) -> _Round:
    folder.mkdir()
    with (
        hub_process(folder / "hub") as url,
        laptop(folder / "one", "One") as one,
        laptop(folder / "other", "Other") as other,
    ):
        set_hub(one, url)
        space = create_space(one, "Exchange")
        admit(one, space, other)
        import_lines(one, space, lines)
        up = _seconds(one)
        down = _seconds(other)
        raw_up, raw_down = _raw(one, other, folder)
    return _Round(up, down, raw_up, raw_down)


def admit(one: Session, space: SpaceId, other: Session) -> None:
    """Let the other laptop into a space of the one, by an invite."""
    join_space(other, create_invite(one, space))
    exchange(one)
    (request,) = join_requests(one)
    approve(one, request.id)
    exchange(one)
    exchange(other)


def _seconds(session: Session) -> float:
    started = time.perf_counter()
    result = exchange(session)
    seconds = time.perf_counter() - started
    if not result.up_to_date:
        raise RuntimeError("The exchange did not bring laptop and hub level.")
    return seconds


def _raw(one: Session, other: Session, folder: Path) -> tuple[float, float]:
    """Raw seconds up and down. Up: compress, sign, both databases; the hub verifies. Down: the rest."""
    compress, decompress = raw.compression_seconds(one)
    sign, verify = raw.signature_seconds(one)
    stored = raw.sender_seconds(one, folder / "raw-one") + raw.hub_seconds(folder / "hub", folder / "raw-hub")
    integrated = raw.receiver_seconds(other, folder / "raw-other")
    return compress + sign + verify + stored, verify + decompress + integrated
