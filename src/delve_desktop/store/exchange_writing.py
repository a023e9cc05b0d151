"""Writing what an exchange changes: identity, spaces, acts, segments, places, problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.ids import ActId, DeviceId, SegmentId, SpaceId, WriterId

from .reading import ReadUnit
from .record_reading import chunks, marks
from .rows import IdentityRow, ItemKind, PersonRow, StoredAct, StoredSegment


class ExchangeWriting(ReadUnit):
    """What sync, admission and upkeep write. Part of every write unit."""

    def _run(self, sql: str, *parameters: Any) -> int:
        return int(self._driver.execute(sql, parameters).rowcount)

    def _run_many(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            self._driver.executemany(sql, rows)

    def _next(self, table: str, column: str) -> int:
        found = self._one(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}")
        return int(found[0]) if found else 1

    def set_meta(self, key: str, value: bytes) -> None:
        """Write a fact about the vault as a whole."""
        self._run(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            key,
            value,
        )

    def drop_meta(self, key: str) -> None:
        """Forget a fact about the vault as a whole."""
        self._run("DELETE FROM meta WHERE key = ?", key)

    def set_identity(self, identity: IdentityRow) -> None:
        """Set up this device; replaces what was there."""
        self._run("DELETE FROM me")
        self._run(
            "INSERT INTO me(id, secret, name, language, writer, nonce, counter) VALUES (1, ?, ?, ?, ?, ?, ?)",
            identity.secret,
            identity.name,
            identity.language,
            identity.writer,
            identity.nonce,
            identity.counter,
        )

    def new_writer(self, writer: WriterId, nonce: bytes) -> None:
        """Go on as a new incarnation; the op counter goes on, chains start anew."""
        self._run("UPDATE me SET writer = ?, nonce = ?", writer, nonce)

    def take_counters(self, count: int) -> int:
        """Reserve op counters; returns the first."""
        first = self.identity().counter + 1
        self._run("UPDATE me SET counter = counter + ?", count)
        return first

    def device_number(self, device: DeviceId) -> int:
        """The short number of a device, given now if it has none."""
        found = self._one("SELECT no FROM device WHERE id = ?", device)
        if found is not None:
            return int(found[0])
        number = self._next("device", "no")
        self._run("INSERT INTO device(no, id) VALUES (?, ?)", number, device)
        return number

    def add_space(
        self,
        space: SpaceId,
        name: str,
        state: str,
        hub: int | None,
        joining: bytes = b"",
    ) -> None:
        """Begin to belong to a space (`active`) or to wait for admission (`pending`)."""
        self._run(
            "INSERT INTO space(id, name, state, hub, digest, joining) VALUES (?, ?, ?, ?, ?, ?)",
            space,
            name,
            state,
            hub,
            b"",
            joining,
        )

    def set_space(self, space: SpaceId, **changes: str | int | bytes | None) -> None:
        """Change name, state, hub, digest or joining of a space; raises `NotFound`."""
        allowed = {"name", "state", "hub", "digest", "joining"}
        if not changes.keys() <= allowed:
            raise ValueError(f"A space has no {changes.keys() - allowed}.")
        assignments = ", ".join(f"{column} = ?" for column in changes)
        if not self._run(f"UPDATE space SET {assignments} WHERE id = ?", *changes.values(), space):
            raise NotFound("This vault does not belong to that space.")

    def set_people(self, space: SpaceId, people: Iterable[PersonRow]) -> None:
        """Replace who is who in a space."""
        self._run("DELETE FROM person WHERE space = ?", space)
        self._run_many(
            "INSERT INTO person(space, device, name, role) VALUES (?, ?, ?, ?)",
            [(space, person.device, person.name, person.role) for person in people],
        )

    def add_epoch_key(self, space: SpaceId, act: ActId, key: bytes) -> None:
        """Keep a space key."""
        self._run(
            "INSERT OR IGNORE INTO epoch_key(act, space, key) VALUES (?, ?, ?)",
            act,
            space,
            key,
        )

    def add_acts(self, acts: Sequence[StoredAct]) -> int:
        """Store acts that are not here yet; returns how many were new."""
        seq = self._next("act", "seq")
        added = 0
        for act in acts:
            added += self._run(
                "INSERT OR IGNORE INTO act(seq, id, space, author, kind, data, state, reason)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                seq + added,
                act.id,
                act.space,
                act.author,
                act.kind,
                act.data,
                act.state,
                act.reason,
            )
        return added

    def set_act_state(self, act: ActId, state: str, reason: str) -> None:
        """Mark an act as held or parked."""
        self._run("UPDATE act SET state = ?, reason = ? WHERE id = ?", state, reason, act)

    def add_segments(self, segments: Sequence[StoredSegment]) -> int:
        """Store segments that are not here yet; returns how many were new."""
        seq = self._next("segment", "seq")
        added = 0
        for one in segments:
            added += self._run(
                "INSERT OR IGNORE INTO segment(seq, id, space, device, writer, number, previous, epoch, data,"
                " state, reason, via) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seq + added,
                one.id,
                one.space,
                one.device,
                one.writer,
                one.number,
                one.previous,
                one.epoch,
                one.data,
                one.state,
                one.reason,
                one.via,
            )
        return added

    def add_own_segment(self, segment: StoredSegment, ops: Sequence[int]) -> None:
        """Store a segment sealed here and take its ops (by `seq`) out of the outbox."""
        self.add_segments([segment])
        found = self._one("SELECT seq FROM segment WHERE id = ?", segment.id)
        if found is None:
            raise NotFound("The segment that was just sealed is not stored.")
        for part in chunks(ops):
            self._run(
                f"UPDATE op SET segment = ? WHERE seq IN ({marks(len(part))})",
                found[0],
                *part,
            )

    def set_segment_state(self, segment: SegmentId, state: str, reason: str = "") -> None:
        """Note how far a segment has come."""
        self._run(
            "UPDATE segment SET state = ?, reason = ? WHERE id = ?",
            state,
            reason,
            segment,
        )

    def set_segment_epoch(self, segment: SegmentId, epoch: ActId) -> None:
        """Note the epoch of a segment that could not be read when it came."""
        self._run("UPDATE segment SET epoch = ? WHERE id = ?", epoch, segment)

    def set_unsent(self, hub: int, space: SpaceId, kind: ItemKind, ids: Sequence[bytes]) -> None:
        """Note that a hub lacks these."""
        self._run_many(
            "INSERT OR IGNORE INTO unsent(hub, item, space, kind) VALUES (?, ?, ?, ?)",
            [(hub, item, space, kind) for item in ids],
        )

    def mark_sent(self, hub: int, ids: Sequence[bytes]) -> None:
        """Note that a hub has stored these."""
        self._run_many(
            "DELETE FROM unsent WHERE hub = ? AND item = ?",
            [(hub, item) for item in ids],
        )

    def clear_unsent(self, hub: int, space: SpaceId) -> None:
        """Forget what a hub lacks, before a full comparison says it anew; and what it has of attachments."""
        self._run("DELETE FROM unsent WHERE hub = ? AND space = ?", hub, space)
        self._run("DELETE FROM blob_sent WHERE hub = ? AND space = ?", hub, space)

    def add_hub(self, url: str, key: bytes, ticket: str) -> int:
        """Know a hub by its address; a known address gets the new key and ticket. Returns its number."""
        self._run(
            "INSERT INTO hub(id, url, key, challenge, ticket) VALUES (?, ?, ?, ?, ?) ON CONFLICT(url)"
            " DO UPDATE SET key = excluded.key, ticket = excluded.ticket",
            self._next("hub", "id"),
            url,
            key,
            bytes(32),
            ticket,
        )
        found = self._one("SELECT id FROM hub WHERE url = ?", url)
        return int(found[0]) if found else 0

    def set_challenge(self, hub: int, challenge: bytes) -> None:
        """Keep the challenge that the next request to a hub is signed over."""
        self._run("UPDATE hub SET challenge = ? WHERE id = ?", challenge, hub)

    def set_place(self, hub: int, space: SpaceId, position: int, feed_hash: bytes, compared: bool) -> None:
        """Move the cursor, in the transaction that stores what lies before it."""
        self._run(
            "INSERT INTO hub_place(hub, space, position, feed_hash, compared) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT(hub, space) DO UPDATE SET position = excluded.position,"
            " feed_hash = excluded.feed_hash, compared = excluded.compared",
            hub,
            space,
            position,
            feed_hash,
            int(compared),
        )

    def add_problem(
        self,
        space: SpaceId,
        item: str,
        key: bytes,
        reason: str,
        data: bytes,
        segment: int = 0,
        device: int = 0,
    ) -> None:
        """Keep an item that cannot be used, with the reason."""
        self._run(
            "INSERT INTO problem(id, space, item, reason, segment, device, data) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT(id) DO UPDATE SET reason = excluded.reason",
            key,
            space,
            item,
            reason,
            segment,
            device,
            data,
        )

    def clear_problem(self, key: bytes) -> None:
        """Forget a problem that is solved."""
        self._run("DELETE FROM problem WHERE id = ?", key)

    def add_invite(self, lookup: bytes, space: SpaceId, seed: bytes, act: ActId) -> None:
        """Remember an invite made here."""
        self._run(
            "INSERT INTO invite(lookup, space, seed, act, used) VALUES (?, ?, ?, ?, 0)",
            lookup,
            space,
            seed,
            act,
        )

    def use_invite(self, lookup: bytes) -> None:
        """Mark an invite as spent."""
        self._run("UPDATE invite SET used = 1 WHERE lookup = ?", lookup)

    def add_join_request(self, request: bytes, space: SpaceId, lookup: bytes, data: bytes) -> bool:
        """Keep a join request that arrived; False when it is known."""
        return bool(
            self._run(
                "INSERT OR IGNORE INTO join_request(id, space, lookup, data, state)"
                " VALUES (?, ?, ?, ?, 'open')",
                request,
                space,
                lookup,
                data,
            )
        )

    def set_join_request(self, request: bytes, state: str) -> None:
        """Mark a join request as approved, or open again."""
        self._run("UPDATE join_request SET state = ? WHERE id = ?", state, request)
