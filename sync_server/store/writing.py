"""What a transaction can change in the hub's store. Nothing here deletes an item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from .reading import ReadUnit, chunk, device, fork, invite, item, join_request, meta, space, ticket
from .rows import NewItem, SpaceRow


class WriteUnit(ReadUnit):
    """One write transaction. In SQLite it excludes all other writers from its start; in PostgreSQL
    `lock_space` excludes the other writers of that space until the end.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._is_sqlite = connection.dialect.name == "sqlite"

    def is_used(self) -> bool:
        """Whether a hub has kept anything here but its own key."""
        return any(self.totals())

    def set_fact(self, key: str, value: bytes) -> None:
        """Keep a value of the hub as a whole; one that is there stays."""
        self._add_missing(meta, [{"key": key, "value": value}])

    def lock_space(self, space_id: bytes) -> SpaceRow | None:
        """The space, with the feed's head held until the transaction ends."""
        statement = select(space.c.no).where(space.c.id == space_id).with_for_update()
        if self._connection.execute(statement).one_or_none() is None:
            return None
        return self.space(space_id)

    def open_space(self, space_id: bytes, feed_hash: bytes, digest: bytes) -> SpaceRow:
        """A new space with an empty feed; the one that is there, if another request was faster."""
        empty = {"position": 0, "feed_hash": feed_hash, "acts": feed_hash, "digest": digest, "size": 0}
        self._add_missing(space, [{"id": space_id, **empty}])
        row = self.lock_space(space_id)
        assert row is not None  # it was added, or was there
        return row

    def append(self, head: SpaceRow, items: Sequence[NewItem], hashes: Sequence[bytes], via: bytes) -> None:
        """Add these items, which the space does not have, to the end of its feed.

        `head` is the space as it will be: its position is that of the last item. `hashes` are the feed
        hashes after each item, `via` is the device that brought them.
        """
        if not items:
            return
        first = head.position - len(items) + 1
        values = [
            {
                "space": head.no,
                "position": position,
                "feed_hash": feed_hash,
                "via": via,
                "size": len(one.data),
                **one._asdict(),
            }
            for position, (one, feed_hash) in enumerate(zip(items, hashes, strict=True), first)
        ]
        self._connection.execute(insert(item), values)
        changed = {key: value for key, value in head._asdict().items() if key not in {"no", "id"}}
        self._connection.execute(update(space).where(space.c.no == head.no).values(changed))

    def add_forks(self, no: int, forks: Iterable[tuple[bytes, bytes]]) -> None:
        """Note (device, writer) pairs that have two segments of one number."""
        self._add_missing(fork, [{"space": no, "device": one, "writer": two} for one, two in forks])

    def add_invite(self, no: int, lookup: bytes, act: bytes, verify: bytes) -> None:
        """Note an invite that counts; of two with one lookup id the first stays."""
        self._add_missing(
            invite, [{"lookup": lookup, "space": no, "act": act, "verify": verify, "used": False}]
        )

    def use_invite(self, no: int, act: bytes) -> None:
        """An invite was answered by an admission: it takes no more requests, and its request goes."""
        same = (invite.c.space == no) & (invite.c.act == act)
        self._connection.execute(update(invite).where(same).values(used=True))
        lookups = select(invite.c.lookup).where(same)
        self._connection.execute(delete(join_request).where(join_request.c.lookup.in_(lookups)))

    def add_join_request(self, lookup: bytes, request: bytes) -> None:
        """Keep a join request; the first one stays."""
        self._add_missing(join_request, [{"lookup": lookup, "request": request}])

    def add_ticket(self, secret_hash: bytes) -> None:
        """Give out a ticket."""
        self._connection.execute(insert(ticket).values(secret_hash=secret_hash, space=None))

    def use_ticket(self, secret_hash: bytes, space_id: bytes) -> bool:
        """Spend a ticket on a space; False if it is unknown or was spent on another."""
        statement = (
            update(ticket)
            .where(ticket.c.secret_hash == secret_hash)
            .where(ticket.c.space.is_(None) | (ticket.c.space == space_id))
            .values(space=space_id)
        )
        return self._connection.execute(statement).rowcount == 1

    def replace_fact(self, key: str, value: bytes) -> None:
        """Keep another value of the hub as a whole in place of the one that is there."""
        self._connection.execute(delete(meta).where(meta.c.key == key))
        self._connection.execute(insert(meta).values(key=key, value=value))

    def forget_challenges(self) -> None:
        """No device has a challenge any more; each gets a computed one."""
        self._connection.execute(delete(device))

    def replace_challenge(self, device_id: bytes, old: bytes | None, new: bytes) -> bool:
        """Put a new challenge in place of `old` (None: there was none); False if another was faster."""
        if old is None:
            return self._add_missing(device, [{"id": device_id, "challenge": new}]) == 1
        same = (device.c.id == device_id) & (device.c.challenge == old)
        return self._connection.execute(update(device).where(same).values(challenge=new)).rowcount == 1

    def add_chunks(self, no: int, chunks: Sequence[tuple[bytes, int]], via: bytes) -> None:
        """Note (id, size) of chunks whose files are in place; one that is there stays."""
        self._add_missing(chunk, [{"space": no, "id": one, "size": size, "via": via} for one, size in chunks])

    def drop_chunks(self, no: int, ids: Sequence[bytes]) -> None:
        """Forget chunks whose files are not there or not whole: a laptop that has them brings them again."""
        self._connection.execute(delete(chunk).where(chunk.c.space == no, chunk.c.id.in_(ids)))

    def _add_missing(self, table: Any, values: list[dict[str, Any]]) -> int:
        """Insert rows whose key is not there yet; returns how many of a single row went in."""
        if not values:
            return 0
        dialect = sqlite if self._is_sqlite else postgresql
        statement = dialect.insert(table).values(values).on_conflict_do_nothing()
        options = {"preserve_rowcount": True}  # not kept for an INSERT otherwise
        return self._connection.execute(statement, execution_options=options).rowcount
