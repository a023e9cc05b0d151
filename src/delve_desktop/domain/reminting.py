"""The same changes by another device: ops that never left their laptop, written anew under new ids.

An op's id holds the device that signs it. Where a device's key is gone, or is to sign nothing any more, what
it wrote and never sent is given to its successor. Ids that other changes name (parents, versions that are
kept, links) are changed with it. The bases of a splice are places in the display order, which goes by ids:
they are counted anew. Everything else stays: counters, times, the order of who came after whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from . import ops
from .dag import KnownOp
from .ids import DeviceId, OpId, SpaceId, VersionId, op_id, op_of_version
from .ops import SPLICE, Op, Write
from .standing import Fields
from .state import EMPTY, Version, display_key

_ID: Final = 32


class Reminting:
    """One space's ops, given over one by one, each after those that it names."""

    def __init__(self, space: SpaceId, device: DeviceId) -> None:
        self._space = space
        self._device = device
        self._names: dict[bytes, bytes] = {}  # ids of ops and records, old to new

    def add(self, known: KnownOp, standing: Fields) -> tuple[OpId, bytes]:
        """Id and bytes of the op as the new device's; `standing` is what stood where it was written."""
        op = known.op
        written = msgspec.structs.replace(
            op,
            parents=tuple(sorted(OpId(self.name(parent)) for parent in op.parents)),
            writes=tuple(self._write(write, standing) for write in op.writes),
        )
        body = ops.encode(written)
        new = op_id(self._space, self._device, body)
        self._names[known.id] = new
        self._note_record(known, written, new)
        return new, body

    def name(self, old: bytes) -> bytes:
        """The id of an op or record as it is now; the same where it was not given over."""
        return self._names.get(old, old)

    def names(self, old: bytes) -> bytes:
        """Ids one behind the other, as they are now."""
        return b"".join(self.name(old[at : at + _ID]) for at in range(0, len(old), _ID))

    def value(self, value: Any) -> Any:
        """A value with the ids in it as they are now: links are texts of 64 hexadecimal digits."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list | tuple):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return value

    def _text(self, text: str) -> str:
        if len(text) != 2 * _ID:
            return text
        try:
            return self.name(bytes.fromhex(text)).hex()
        except ValueError:
            return text

    def _note_record(self, known: KnownOp, written: Op, new: OpId) -> None:
        if not known.op.parents:
            record = ops.record_of_root(self._space, known.op, known.id)
            self._names[record] = ops.record_of_root(self._space, written, new)

    def _write(self, write: Write, standing: Fields) -> Write:
        value = write.value
        if write.how == SPLICE:
            value = self._splice(value, standing.get(write.field, EMPTY).versions)
        else:
            value = self.value(value)
        return Write(
            write.field, write.how, value, tuple(self._version(VersionId(one)) for one in write.keeps)
        )

    def _version(self, version: VersionId) -> VersionId:
        op = op_of_version(version)
        return VersionId(self.name(op) + version[_ID:])

    def _splice(self, entries: Any, versions: Sequence[Version]) -> Any:
        """The same edits against the same versions, which may stand in another order now."""
        if not isinstance(entries, list | tuple) or len(versions) < 2:
            return entries
        now = sorted(range(len(versions)), key=lambda place: self._key(versions[place]))
        moved = {old: new for new, old in enumerate(now)}
        return [self._entry(entry, moved) for entry in entries]

    def _key(self, version: Version) -> tuple[int, bytes]:
        return display_key(version)[0], self._version(version.id)

    @staticmethod
    def _entry(entry: Any, moved: dict[int, int]) -> Any:
        if not isinstance(entry, list | tuple) or len(entry) != 2 or entry[0] not in moved:
            return entry  # a write without effect, and so it stays
        return [moved[entry[0]], entry[1]]
