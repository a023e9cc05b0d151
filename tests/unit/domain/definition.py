"""What merging means, word by word and without regard to speed: the rules that `merge` must obey.

Written from the rules alone, with sets and recursion, so that it shares no idea with the real thing.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.ids import OpId, VersionId, version_id
from delve_desktop.domain.ops import DELETE, Write, encode_value
from delve_desktop.domain.textdiff import apply_splices

Made = dict[VersionId, tuple[Any, str]]


class Definition:
    """The meaning of a set of ops whose parents are all in it."""

    def __init__(self, ops: list[KnownOp]) -> None:
        self.ops = {known.id: known for known in ops}
        self._pasts: dict[OpId, frozenset[OpId]] = {}
        self._made: dict[tuple[OpId, str], tuple[Made, frozenset[VersionId]]] = {}

    def past(self, op: OpId) -> frozenset[OpId]:
        """All ancestors, without the op."""
        if op not in self._pasts:
            parents = [OpId(parent) for parent in self.ops[op].op.parents]
            self._pasts[op] = frozenset(parents).union(*(self.past(parent) for parent in parents))
        return self._pasts[op]

    def depth(self, op: OpId) -> int:
        return 1 + max((self.depth(OpId(parent)) for parent in self.ops[op].op.parents), default=0)

    @cached_property
    def fields(self) -> set[str]:
        return {write.field for known in self.ops.values() for write in known.op.writes}

    def heads(self) -> list[OpId]:
        return sorted(
            self.ops.keys() - {parent for known in self.ops.values() for parent in known.op.parents}
        )

    def made(self, op: OpId, field: str) -> tuple[Made, frozenset[VersionId]]:
        """The versions that an op gives a field, and what it keeps; nothing if its write is void."""
        if (op, field) not in self._made:
            written = [
                write
                for write in self.ops[op].op.writes
                if write.field == field and write.how in {"put", "text", "splice"}
            ]
            made = self._values(op, written[0]) if written else {}
            keeps = frozenset(map(VersionId, written[0].keeps)) if written else frozenset()
            self._made[op, field] = made, keeps
        return self._made[op, field]

    def _values(self, op: OpId, write: Write) -> Made:
        if write.how == "put":
            return {version_id(op): (write.value, "put")}
        if write.how == "text":
            return {version_id(op): (write.value, "text")} if isinstance(write.value, str) else {}
        before = self.standing(write.field, self.past(op))
        made: Made = {}
        bases = [entry[0] for entry in write.value]
        if not bases or len(set(bases)) < len(bases):
            return {}
        for index, (base, edits) in enumerate(write.value):
            if base >= len(before) or not isinstance(before[base][1], str):
                return {}
            try:
                made[version_id(op, index)] = apply_splices(before[base][1], edits), "text"
            except Malformed:
                return {}
        return made

    def standing(self, field: str, among: frozenset[OpId]) -> list[tuple[VersionId, Any, str]]:
        """Versions written by these ops that none of these ops supersedes, in display order."""
        found = []
        for op in among:
            for made, (value, how) in self.made(op, field)[0].items():
                superseded = any(
                    self.made(other, field)[0]
                    and op in self.past(other)
                    and made not in self.made(other, field)[1]
                    for other in among
                )
                if not superseded:
                    found.append((self.depth(op), made, value, how))
        return [(made, value, how) for _, made, value, how in sorted(found, key=lambda one: one[:2])]

    def members(self, field: str) -> list[tuple[bytes, OpId]]:
        """Values that some op added and that no later op removed, each with the first such op."""
        first: dict[bytes, tuple[int, OpId]] = {}
        for op in self.ops:
            for value in self._listed(op, field, "add"):
                if not any(
                    op in self.past(other) and value in self._listed(other, field, "remove")
                    for other in self.ops
                ):
                    first[value] = min(first.get(value, (1 << 30, op)), (self.depth(op), op))
        return [(value, first[value][1]) for value in sorted(first)]

    def _listed(self, op: OpId, field: str, how: str) -> set[bytes]:
        return {
            encode_value(value)
            for write in self.ops[op].op.writes
            if write.field == field and write.how == how and isinstance(write.value, list)
            for value in write.value
        }

    def in_bin(self) -> bool:
        deletes = [op for op, known in self.ops.items() if known.op.action == DELETE]
        edits = self.ops.keys() - set(deletes)
        return bool(deletes) and all(any(op in self.past(delete) for delete in deletes) for op in edits)

    def revived(self) -> bool:
        deletes = [op for op, known in self.ops.items() if known.op.action == DELETE]
        edits = self.ops.keys() - set(deletes)
        return not self.in_bin() and any(
            not any(delete in self.past(edit) for edit in edits) for delete in deletes
        )
