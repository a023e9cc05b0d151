"""Builds records op by op, and random histories, for the tests of merging."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from delve_desktop.domain import ops
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId, VersionId, op_id, version_id
from delve_desktop.domain.merge import merge, state_at, versions_of
from delve_desktop.domain.mergedtext import MergedText
from delve_desktop.domain.ops import Op, Write
from delve_desktop.domain.reading import merged_text, open_disputes
from delve_desktop.domain.state import EMPTY, RecordState, distinct

SPACE = SpaceId(b"space" + bytes(11))
ORIGIN = b"uid:1"


def device(name: str) -> DeviceId:
    return DeviceId(hashlib.sha256(name.encode()).digest())


def version(known: KnownOp, index: int = 0) -> VersionId:
    return version_id(known.id, index)


class History:
    """One record. Each method that writes gives back the op, which is a parent for further ones."""

    def __init__(self, kind: str = "note") -> None:
        self.kind = kind
        self.ops: list[KnownOp] = []
        self.record = RecordId(bytes(32))

    def root(self, *writes: Write, by: str = "ana", origin: bytes = b"", kind: str | None = None) -> KnownOp:
        known = self._mint((), writes, by, ops.EDIT, kind or self.kind, origin)
        self.record = ops.record_of_root(SPACE, known.op, known.id)
        return known

    def op(self, *writes: Write, on: Iterable[KnownOp], by: str = "ana", action: int = ops.EDIT) -> KnownOp:
        return self._mint(tuple(known.id for known in on), writes, by, action, "", b"")

    def delete(self, *, on: Iterable[KnownOp], by: str = "ana") -> KnownOp:
        return self.op(on=on, by=by, action=ops.DELETE)

    def _mint(
        self, parents: Sequence[OpId], writes: Sequence[Write], by: str, action: int, kind: str, origin: bytes
    ) -> KnownOp:
        # the time says nothing: it even runs backwards
        op = Op(
            1, len(self.ops) + 1, 9_000 - len(self.ops), tuple(parents), kind, origin, action, tuple(writes)
        )
        body = ops.encode(op)
        known = KnownOp(op_id(SPACE, device(by), body), device(by), ops.decode(body))
        self.ops.append(known)
        return known

    def state(self, *heads: KnownOp) -> RecordState:
        """The whole record, or what somebody saw who held these heads."""
        if heads:
            return state_at(self.record, self.ops, [known.id for known in heads])
        return merge(self.record, self.ops)

    def values(self, field: str, *heads: KnownOp) -> list[Any]:
        """Different standing values, in display order."""
        return [one.value for one in distinct(self.state(*heads).fields.get(field, EMPTY))]

    def members(self, field: str, *heads: KnownOp) -> list[Any]:
        return [one.value for one in self.state(*heads).fields.get(field, EMPTY).members]

    def text(self, field: str = "text", *heads: KnownOp) -> MergedText:
        return merged_text(field, self.state(*heads).fields.get(field, EMPTY), lambda: versions_of(self.ops))

    def disputed(self) -> list[str]:
        return open_disputes(self.state(), lambda: versions_of(self.ops))


def put(field: str, value: Any, keeps: Iterable[VersionId] = ()) -> Write:
    return Write(field, ops.PUT, value, tuple(keeps))


def text(value: Any, keeps: Iterable[VersionId] = (), field: str = "text") -> Write:
    return Write(field, ops.TEXT, value, tuple(keeps))


def splice(*entries: Any, keeps: Iterable[VersionId] = (), field: str = "text") -> Write:
    return Write(field, ops.SPLICE, list(entries), tuple(keeps))


def add(*values: Any, field: str = "themes") -> Write:
    return Write(field, ops.ADD, list(values))


def remove(*values: Any, field: str = "themes") -> Write:
    return Write(field, ops.REMOVE, list(values))


# ------------------------------------------------------------------------------------------------
_values = st.sampled_from([None, "a", "b", "c", 1, True, ["x", {"k": 2}]])
_texts = st.lists(st.sampled_from(["", "α", "step", "wash", "rinse"]), max_size=5).map("\n".join)
_edit = st.tuples(st.integers(0, 8), st.integers(0, 2), st.sampled_from(["", "x", "\n", "é\n"]))
_edits = st.lists(_edit, max_size=2).map(lambda edits: [list(edit) for edit in sorted(edits)])
_entries = st.one_of(
    st.lists(st.tuples(st.integers(0, 2), _edits).map(list), max_size=3),
    _edits.map(lambda edits: [[0, edits]]),
    _edits.map(lambda edits: [[0, edits], [1, edits]]),
)
_fields = st.sampled_from(["title", "text", "themes"])
_text_fields = st.sampled_from(["text", "text", "text", "title"])
_shapes = st.one_of(
    st.tuples(_fields, st.just("put"), _values),
    st.tuples(_text_fields, st.just("text"), _texts | st.just(7)),
    st.tuples(_text_fields, st.just("splice"), _entries),
    st.tuples(
        _fields, st.sampled_from(["add", "remove"]), st.lists(_values, max_size=3) | st.just("no list")
    ),
    st.tuples(_fields, st.just("rotate"), _values),
)


@st.composite
def histories(draw: st.DrawFn, max_ops: int = 9) -> History:
    """Any graph of ops, with one root or two, and any writes: also such as do not fit."""
    history = History()
    history.root(text(draw(_texts)), *_writes(draw, history), by="ana", origin=ORIGIN)
    if draw(st.booleans()):
        history.root(text(draw(_texts)), *_writes(draw, history), by="bo", origin=ORIGIN)
    for _ in range(draw(st.integers(0, max_ops - 2))):
        newest_first = history.ops[::-1]  # so that small draws make the likely graphs
        chosen = draw(
            st.lists(st.sampled_from(newest_first), min_size=1, max_size=3, unique_by=lambda one: one.id)
        )
        action = draw(st.sampled_from([ops.EDIT, ops.EDIT, ops.EDIT, ops.DELETE, 9]))
        by = draw(st.sampled_from(["ana", "bo", "chi"]))
        history.op(*_writes(draw, history), on=chosen, by=by, action=action)
    return history


def _writes(draw: st.DrawFn, history: History) -> list[Write]:
    made = []
    for field, how, value in draw(st.lists(_shapes, max_size=2)):
        could_keep = [version(known, index) for known in history.ops[-4:] for index in (0, 1)]
        keeps = draw(st.lists(st.sampled_from(could_keep), max_size=2)) if could_keep else []
        made.append(Write(field, how, value, tuple(keeps) if how in {"put", "text", "splice"} else ()))
    return made
