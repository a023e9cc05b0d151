"""What a transaction can ask of the hub's store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.engine import Connection

from delve_desktop.protocol.frames import ACT, SEGMENT

from .rows import EntryRow, InviteRow, LinkRow, SpaceRow, TicketRow, TotalsRow
from .tables import Chunk, Device, Fork, Invite, Item, JoinRequest, Meta, Space, Ticket

_MANY: Final = 500  # values of one IN list

item = Item.__table__  # type: ignore[attr-defined]
space = Space.__table__  # type: ignore[attr-defined]
invite = Invite.__table__  # type: ignore[attr-defined]
join_request = JoinRequest.__table__  # type: ignore[attr-defined]
fork = Fork.__table__  # type: ignore[attr-defined]
device = Device.__table__  # type: ignore[attr-defined]
ticket = Ticket.__table__  # type: ignore[attr-defined]
chunk = Chunk.__table__  # type: ignore[attr-defined]
meta = Meta.__table__  # type: ignore[attr-defined]


def _batches(values: Iterable[object]) -> Iterator[list[object]]:
    source = iter(values)
    while batch := list(islice(source, _MANY)):
        yield batch


class ReadUnit:
    """One snapshot of the hub's data. Lives inside one transaction and one thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def fact(self, key: str) -> bytes | None:
        """A value of the hub as a whole."""
        return self._scalar(select(meta.c.value).where(meta.c.key == key))

    def challenge(self, device_id: bytes) -> bytes | None:
        """What this device must sign over; None for a device that never brought anything."""
        return self._scalar(select(device.c.challenge).where(device.c.id == device_id))

    def space(self, space_id: bytes) -> SpaceRow | None:
        """The space with this id."""
        row = self._connection.execute(_SPACES.where(space.c.id == space_id)).one_or_none()
        return SpaceRow(*row) if row is not None else None

    def spaces(self) -> list[SpaceRow]:
        """All spaces, the oldest first."""
        return [SpaceRow(*row) for row in self._connection.execute(_SPACES.order_by(space.c.no))]

    def acts(self, no: int) -> list[tuple[bytes, bytes]]:
        """(id, bytes) of a space's acts, in feed order."""
        statement = select(item.c.id, item.c.data).where(item.c.space == no, item.c.kind == ACT)
        return [(row[0], row[1]) for row in self._connection.execute(statement.order_by(item.c.position))]

    def act_entries(self, no: int) -> list[tuple[int, bytes]]:
        """(position, id) of a space's acts, in feed order."""
        statement = select(item.c.position, item.c.id).where(item.c.space == no, item.c.kind == ACT)
        return [(row[0], row[1]) for row in self._connection.execute(statement.order_by(item.c.position))]

    def links(self, no: int) -> list[LinkRow]:
        """The segments of a space without their bytes, in feed order."""
        statement = select(item.c.position, item.c.writer, item.c.number, item.c.id, item.c.previous).where(
            item.c.space == no, item.c.kind == SEGMENT
        )
        return [LinkRow(*row) for row in self._connection.execute(statement.order_by(item.c.position))]

    def held(self, no: int, ids: Iterable[bytes]) -> set[bytes]:
        """Which of these items the space has."""
        found: set[bytes] = set()
        for batch in _batches(ids):
            statement = select(item.c.id).where(item.c.space == no, item.c.id.in_(batch))
            found.update(self._connection.execute(statement).scalars())
        return found

    def numbers(self, no: int, writer: bytes, first: int, last: int) -> list[tuple[int, bytes, bytes]]:
        """(number, device, id) of a writer's segments between two numbers, both included."""
        statement = select(item.c.number, item.c.device, item.c.id).where(
            item.c.space == no, item.c.writer == writer, item.c.number.between(first, last)
        )
        return [(row[0], row[1], row[2]) for row in self._connection.execute(statement)]

    def feed_hash(self, no: int, position: int) -> bytes | None:
        """The feed hash after the item at this position; None beyond the end."""
        return self._scalar(select(item.c.feed_hash).where(item.c.space == no, item.c.position == position))

    def entries(self, no: int, after: int, limit: int) -> list[EntryRow]:
        """Up to `limit` entries of the feed after a position, without their bytes."""
        statement = (
            select(item.c.position, item.c.kind, item.c.id, item.c.size, item.c.feed_hash, item.c.via)
            .where(item.c.space == no, item.c.position > after)
            .order_by(item.c.position)
            .limit(limit)
        )
        return [EntryRow(*row) for row in self._connection.execute(statement)]

    def sized(self, no: int, positions: Sequence[int]) -> dict[int, tuple[int, int]]:
        """(kind, size) of the items at these positions."""
        found: dict[int, tuple[int, int]] = {}
        for batch in _batches(positions):
            statement = select(item.c.position, item.c.kind, item.c.size).where(
                item.c.space == no, item.c.position.in_(batch)
            )
            found.update({row[0]: (row[1], row[2]) for row in self._connection.execute(statement)})
        return found

    def data(self, no: int, positions: Sequence[int]) -> dict[int, bytes]:
        """The bytes of the items at these positions."""
        found: dict[int, bytes] = {}
        for batch in _batches(positions):
            statement = select(item.c.position, item.c.data).where(
                item.c.space == no, item.c.position.in_(batch)
            )
            found.update({row[0]: row[1] for row in self._connection.execute(statement)})
        return found

    def chain_place(self, no: int, position: int) -> tuple[object, ...] | None:
        """(device, writer, number, previous) as noted of the item at this position."""
        statement = select(item.c.device, item.c.writer, item.c.number, item.c.previous)
        row = self._connection.execute(
            statement.where(item.c.space == no, item.c.position == position)
        ).one_or_none()
        return tuple(row) if row is not None else None

    def totals(self) -> TotalsRow:
        """How much there is of everything."""
        count = func.count()
        statement = select(
            select(count).select_from(space).scalar_subquery(),
            select(count).where(item.c.kind == ACT).scalar_subquery(),
            select(count).where(item.c.kind == SEGMENT).scalar_subquery(),
            select(func.coalesce(func.sum(space.c.size), 0)).scalar_subquery(),
            select(count).select_from(device).scalar_subquery(),
            select(count).where(ticket.c.space.is_(None)).scalar_subquery(),
            select(count).where(invite.c.used.is_(False)).scalar_subquery(),
            select(count).select_from(join_request).scalar_subquery(),
            select(count).select_from(fork).scalar_subquery(),
        )
        return TotalsRow(*map(int, self._connection.execute(statement).one()))

    def forks(self, no: int, device_id: bytes) -> list[bytes]:
        """Writers of this device that have two segments of one number."""
        statement = select(fork.c.writer).where(fork.c.space == no, fork.c.device == device_id)
        return list(self._connection.execute(statement.order_by(fork.c.writer)).scalars())

    def ticket(self, secret_hash: bytes) -> TicketRow | None:
        """The ticket whose secret has this hash."""
        statement = select(ticket.c.space).where(ticket.c.secret_hash == secret_hash)
        row = self._connection.execute(statement).one_or_none()
        return TicketRow(*row) if row is not None else None

    def invite(self, lookup: bytes) -> InviteRow | None:
        """The invite with this lookup id."""
        statement = (
            select(space.c.id, invite.c.verify, invite.c.used, item.c.data)
            .join(space, space.c.no == invite.c.space)
            .join(item, (item.c.space == invite.c.space) & (item.c.id == invite.c.act))
            .where(invite.c.lookup == lookup)
        )
        row = self._connection.execute(statement).one_or_none()
        return InviteRow(*row) if row is not None else None

    def join_request(self, lookup: bytes) -> bytes | None:
        """The join request that waits at an invite."""
        return self._scalar(select(join_request.c.request).where(join_request.c.lookup == lookup))

    def waiting(self, no: int) -> list[tuple[bytes, bytes]]:
        """(lookup id, request) of all join requests at unused invites of a space."""
        statement = (
            select(join_request.c.lookup, join_request.c.request)
            .join(invite, invite.c.lookup == join_request.c.lookup)
            .where(invite.c.space == no, invite.c.used.is_(False))
            .order_by(join_request.c.lookup)
        )
        return [(row[0], row[1]) for row in self._connection.execute(statement)]

    def chunks_held(self, no: int, ids: Iterable[bytes]) -> set[bytes]:
        """Which of these chunks the space has."""
        found: set[bytes] = set()
        for batch in _batches(ids):
            statement = select(chunk.c.id).where(chunk.c.space == no, chunk.c.id.in_(batch))
            found.update(self._connection.execute(statement).scalars())
        return found

    def chunk_bytes(self, no: int) -> int:
        """Bytes of all chunks of a space."""
        statement = select(func.coalesce(func.sum(chunk.c.size), 0)).where(chunk.c.space == no)
        return int(self._connection.execute(statement).scalar_one())

    def chunks_after(self, no: int, after: bytes, limit: int) -> list[tuple[bytes, int]]:
        """(id, size) of the next chunks of a space, by id."""
        statement = select(chunk.c.id, chunk.c.size).where(chunk.c.space == no, chunk.c.id > after)
        rows = self._connection.execute(statement.order_by(chunk.c.id).limit(limit))
        return [(row[0], row[1]) for row in rows]

    def chunk_totals(self) -> tuple[int, int]:
        """How many chunks there are, and their bytes."""
        statement = select(func.count(), func.coalesce(func.sum(chunk.c.size), 0)).select_from(chunk)
        count, size = self._connection.execute(statement).one()
        return int(count), int(size)

    def _scalar(self, statement: Select[bytes]) -> bytes | None:
        return self._connection.execute(statement).scalar_one_or_none()


_SPACES: Final = select(
    space.c.no,
    space.c.id,
    space.c.position,
    space.c.feed_hash,
    space.c.digest,
    space.c.acts,
    space.c.size,
)
