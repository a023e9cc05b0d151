"""Filling a new vault with the rows that are left of a damaged one: proved, or taken as they are read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import ActId, DeviceId, OpId, RecordId, SpaceId, new_writer, op_id
from delve_desktop.domain.membership import key_commitment
from delve_desktop.domain.ops import Op, decode
from delve_desktop.protocol.frames import ACT, SEGMENT
from delve_desktop.store.carving import Row
from delve_desktop.store.rows import DraftRow, IdentityRow, IncomingOp
from delve_desktop.store.salvaging import Remains
from delve_desktop.store.vault import Vault
from delve_desktop.store.writing import WriteUnit
from delve_desktop.sync.applier import apply_stored
from delve_desktop.sync.local import Local
from delve_desktop.sync.members import membership_of, settle_acts
from delve_desktop.sync.taking import Arrival, Spoiled, check, store

from .lost_words import lost_words
from .new_device import give_over

AT_ONCE: Final = 256  # items of one transaction
UNKNOWN_NAME: Final = "?"


@dataclass(slots=True)
class Saved:
    """What came over. `refused` counts what was found and does not prove itself."""

    identity: bool = True
    spaces: int = 0
    hubs: int = 0
    acts: int = 0
    segments: int = 0
    records: int = 0
    changes: int = 0
    unsent: int = 0
    drafts: int = 0
    words: int = 0  # drafts made of words whose change was lost
    waiting: int = 0
    refused: int = 0
    drafts_in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class _OwnOp:
    """A change that this device wrote: its id is the hash of space, device and bytes."""

    seq: int
    space: SpaceId
    id: OpId
    body: bytes
    op: Op


class Refilling:
    """One run over the remains of one vault."""

    def __init__(
        self,
        vault: Vault,
        remains: Remains,
        identity: Identity | None,
        name: str,
        clock: Callable[[], float],
        random: Callable[[int], bytes],
    ) -> None:
        self._vault = vault
        self._remains = remains
        self._old = identity
        self._identity = identity or Identity.create(random)
        self._name = name
        self._clock = clock
        self._random = random
        self._saved = Saved(identity=identity is not None)

    def run(self) -> Saved:
        """Everything, in the order in which one thing needs another."""
        own = self._own_ops()
        with self._vault.write() as unit:
            self._set_identity(unit, own)
            self._spaces(unit, self._hubs(unit))
        self._arrivals()
        apply_stored(self._local())
        self._drafts()  # before the outbox: where that is given over, drafts go along
        self._outbox(own)
        self._lost_words()
        self._rest()
        self._count()
        return self._saved

    def _local(self) -> Local:
        return Local(self._vault, self._identity, self._random, time.monotonic)

    # -- who and where ------------------------------------------------------------------------

    def _set_identity(self, unit: WriteUnit, own: list[_OwnOp]) -> None:
        rows = sorted(self._remains.of("me"), key=_counter)
        _, _, name, language, _, _, counter = rows[-1] if rows else (1, b"", self._name, "en", b"", b"", 0)
        counter = max([int(str(counter or 0)), *(one.op.counter for one in own)])
        nonce = self._random(16)
        writer = new_writer(self._identity.device, nonce)
        secret = self._identity.to_bytes()
        row = IdentityRow(secret, str(name) or UNKNOWN_NAME, str(language), writer, nonce, counter)
        unit.set_identity(row)

    def _hubs(self, unit: WriteUnit) -> dict[Any, int]:
        """Numbers of the hubs in the new vault, by those in the old one."""
        numbers = {}
        for number, url, key, _, ticket in sorted(self._remains.of("hub"), key=str):
            if isinstance(url, str) and isinstance(key, bytes) and len(key) == 32:
                numbers[number] = unit.add_hub(url, key, str(ticket))
        self._saved.hubs = len(numbers)
        return numbers

    def _spaces(self, unit: WriteUnit, hubs: dict[Any, int]) -> None:
        known = {row[0]: row for row in self._remains.of("space")}
        last = max(hubs.values(), default=None)
        for space in self._space_ids():
            row = known.get(space)
            if row is None:  # its acts tell its name
                unit.add_space(space, "", "pending", last)
                continue
            _, name, state, hub, _, joining = row
            # what waited to be admitted was signed by the device: without its keys it is asked for anew
            asked = joining if self._old is not None and isinstance(joining, bytes) else b""
            unit.add_space(
                space, str(name), str(state) if self._old else "pending", hubs.get(hub, last), asked
            )

    def _space_ids(self) -> list[SpaceId]:
        found: dict[SpaceId, None] = {}
        for table, column in (("space", 0), ("act", 2), ("segment", 2), ("draft", 1), ("record", 2)):
            for row in self._remains.of(table):
                space = row[column]
                if isinstance(space, bytes) and len(space) == 16:
                    found[SpaceId(space)] = None
        return list(found)

    # -- what is signed -----------------------------------------------------------------------

    def _arrivals(self) -> None:
        """Acts and segments, as if a hub had brought them; then the keys that the acts account for."""
        for space, arrivals in self._checked("act", ACT):
            self._store(space, arrivals)
        with self._vault.write() as unit:
            for row in unit.spaces():
                settle_acts(unit, row.id, self._identity)
                self._keys(unit, row.id)
                settle_acts(unit, row.id, self._identity)
        for space, arrivals in self._checked("segment", SEGMENT):
            self._store(space, arrivals)
        for space, arrivals in self._checked("problem", SEGMENT):
            self._store(space, arrivals)

    def _checked(self, table: str, kind: int) -> Iterator[tuple[SpaceId, list[Arrival]]]:
        """What the rows of a table hold, by space, in portions of one transaction."""
        data_at, space_at, via_at = {"act": (5, 2, None), "segment": (11, 2, 10), "problem": (6, 1, None)}[
            table
        ]
        by_space: dict[SpaceId, dict[bytes, str]] = {}
        for row in self._remains.of(table):
            data, space = row[data_at], row[space_at]
            if table == "problem" and row[2] != "newer":
                continue  # what was no good in the old vault; a hub gives it again
            if isinstance(data, bytes) and isinstance(space, bytes):
                via = "hub" if via_at is None else str(row[via_at])
                by_space.setdefault(SpaceId(space), {})[data] = via
        for space, items in by_space.items():
            arrivals = [check(space, kind, data, via) for data, via in items.items()]
            for start in range(0, len(arrivals), AT_ONCE):
                yield space, arrivals[start : start + AT_ONCE]

    def _store(self, space: SpaceId, arrivals: list[Arrival]) -> None:
        good = [one for one in arrivals if not isinstance(one, Spoiled) or one.item == "newer"]
        self._saved.refused += len(arrivals) - len(good)
        with self._vault.write() as unit:
            taken = store(unit, space, good, from_hub=0, local=self._local())
        self._saved.acts += taken.acts
        self._saved.segments += taken.segments

    def _keys(self, unit: WriteUnit, space: SpaceId) -> None:
        """Space keys that the device's own wraps did not give: each must be what its epoch promised."""
        epochs = membership_of(unit, space).epochs
        held = unit.epoch_keys(space)
        for act, belongs, key in self._remains.of("epoch_key"):
            epoch = epochs.get(ActId(act)) if isinstance(act, bytes) else None
            if belongs != space or epoch is None or not isinstance(key, bytes) or epoch.id in held:
                continue
            if key_commitment(key) == epoch.commitment:
                unit.add_epoch_key(space, epoch.id, key)

    # -- what only this laptop has ------------------------------------------------------------

    def _own_ops(self) -> list[_OwnOp]:
        """The ops that this device wrote, oldest first. Without its keys, those that no segment held."""
        found: dict[OpId, _OwnOp] = {}
        devices = self._devices()
        for row in self._remains.of("op"):
            seq, name, _, _, segment, body = row
            if not isinstance(body, bytes) or not isinstance(name, bytes) or (segment and self._old is None):
                continue
            for space in self._space_ids():
                if any(op_id(space, device, body) == name for device in devices):
                    with_op = _decoded(body)
                    if with_op is not None:
                        found[OpId(name)] = _OwnOp(int(str(seq)), space, OpId(name), body, with_op)
        return sorted(found.values(), key=lambda one: one.seq)

    def _devices(self) -> list[DeviceId]:
        if self._old is not None:
            return [self._old.device]
        rows = [*self._remains.of("device")]
        return [DeviceId(row[1]) for row in rows if isinstance(row[1], bytes)]

    def _outbox(self, own: list[_OwnOp]) -> None:
        """What was never sent, or whose segment was lost, waits to be sent; by its id it stays the same."""
        devices = self._devices()
        for space in self._space_ids():
            mine = [one for one in own if one.space == space]
            if not mine:
                continue
            with self._vault.write() as unit:
                author = self._author(space, mine, devices)
                incoming = [IncomingOp(one.id, author, one.body, one.op, 0) for one in mine]
                unit.apply_ops(space, incoming)
                if self._old is None and unit.outgoing_count(space):
                    give_over(unit, space, self._identity, self._random)

    @staticmethod
    def _author(space: SpaceId, mine: list[_OwnOp], devices: list[DeviceId]) -> DeviceId:
        first = mine[0]
        return next(one for one in devices if op_id(space, one, first.body) == first.id)

    def _drafts(self) -> None:
        self._saved.drafts_in_doubt = "draft" in self._remains.cut
        newest: dict[Any, Row] = {}
        for row in sorted(self._remains.of("draft"), key=lambda row: int(str(row[6]))):
            if _is_draft(row):
                newest[row[0]] = row
            else:
                self._saved.refused += 1
        with self._vault.write() as unit:
            for row in newest.values():
                unit.save_draft(_draft(row))
        self._saved.drafts = len(newest)

    def _lost_words(self) -> None:
        if self._old is None:
            return
        with self._vault.write() as unit:
            for space in self._space_ids():
                for draft in lost_words(unit, self._remains.of("record"), self._old.device, space):
                    unit.save_draft(draft)
                    self._saved.words += 1

    def _rest(self) -> None:
        """Invites made here, and requests that answered them."""
        with self._vault.write() as unit:
            known = set(self._space_ids())
            for lookup, space, seed, act, used in _of_spaces(self._remains.of("invite"), known):
                unit.add_invite(lookup, space, seed, act)
                if used:
                    unit.use_invite(lookup)
            for request, space, lookup, data, state in _of_spaces(self._remains.of("join_request"), known):
                unit.add_join_request(request, space, lookup, data)
                unit.set_join_request(request, state)

    def _count(self) -> None:
        saved = self._saved
        with self._vault.read() as unit:
            for row in unit.spaces():
                saved.spaces += 1
                by_kind, _, binned, _ = unit.counts(row.id)
                saved.records += sum(by_kind.values()) + binned
                saved.unsent += unit.outgoing_count(row.id)
                saved.waiting += unit.waiting_count(row.id)
            saved.changes = unit.op_count()


def _counter(row: Row) -> int:
    return row[6] if isinstance(row[6], int) else 0


def _decoded(body: bytes) -> Op | None:
    try:
        return decode(body)
    except DelveError:
        return None


def _is_draft(row: Row) -> bool:
    if not isinstance(row[5], bytes):
        return False
    try:
        msgspec.msgpack.decode(row[5], type=dict[str, Any])
    except msgspec.DecodeError:
        return False
    return True


def _draft(row: Row) -> DraftRow:
    _, space, record, kind, heads, content, updated = row
    return DraftRow(
        0,
        SpaceId(_bytes(space)),
        RecordId(_bytes(record)) if record else None,
        str(kind),
        _bytes(heads),
        _bytes(content),
        int(str(updated)),
    )


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else b""


def _of_spaces(rows: Iterable[Row], known: set[SpaceId]) -> Iterator[tuple[Any, ...]]:
    return (row for row in rows if row[1] in known)
