"""The log of past exchanges: the last hundred, on this laptop alone. What is repeated counts once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from .session import Session

KEPT: Final = 100
_KEY: Final = "exchanges"


class PastExchange(msgspec.Struct, array_like=True, frozen=True):
    """One exchange. `at` is when it ended, by this laptop's clock; counts are changes, bytes and files.

    Bytes are those of the calls, heads and attachments included. `way` is hub; `whom` the address of the
    server. `ended` is done, stopped, unreached or refused.
    """

    at: int
    way: str
    whom: str
    changes_in: int
    changes_out: int
    received: int
    sent: int
    ended: str
    files: int = 0  # pictures and files, both ways

    @property
    def moved(self) -> bool:
        """Whether anything came or went."""
        return bool(self.changes_in or self.changes_out or self.files)


def past_exchanges(session: Session, limit: int = KEPT) -> Sequence[PastExchange]:
    """The log, the latest first."""
    with session.vault.read() as unit:
        data = unit.meta(_KEY)
    return _decode(data)[::-1][:limit]


def note_exchange(session: Session, entry: PastExchange) -> None:
    """Add to the log. One that moved nothing takes the place of another before it that ended so too."""
    if session.damaged:
        return
    with session.vault.write() as unit:
        known = _decode(unit.meta(_KEY))
        last = known[-1] if known else None
        if (
            last
            and not last.moved
            and not entry.moved
            and (last.ended, last.whom) == (entry.ended, entry.whom)
        ):
            known.pop()
        unit.set_meta(_KEY, msgspec.msgpack.encode([*known, entry][-KEPT:]))


def note_more(session: Session, entry: PastExchange, more: PastExchange) -> None:
    """Put `more` in the place of an entry: the same exchange, which has gone on since."""
    if session.damaged:
        return
    with session.vault.write() as unit:
        known = _decode(unit.meta(_KEY))
        if entry in known:
            known[known.index(entry)] = more
            unit.set_meta(_KEY, msgspec.msgpack.encode(known))


def _decode(data: bytes | None) -> list[PastExchange]:
    return msgspec.msgpack.decode(data, type=list[PastExchange]) if data else []
