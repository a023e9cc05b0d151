"""What a record amounts to: its standing versions and members, as kept beside the record.

A `RecordState` is a pure function of the set of ops (see `merge`). It holds everything that a
further op needs which names all of the record's heads as parents, so that such an op is applied
without reading the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from .errors import Damaged
from .ids import DeviceId, OpId, RecordId, VersionId, tagged_hash
from .ops import encode_value
from .splicedtext import SplicedText, length_of

HOW_PUT: Final = "put"
HOW_TEXT: Final = "text"
HOW_HELD: Final = "held"
KEPT_TEXT: Final = 1 << 20  # code points of the texts in one field that are kept with the state


class Version(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One value that some op gave a field.

    `how` is `put` for a scalar and `text` for a long text, whose `value` is always the whole text,
    however it was written. Where more texts stand than can be kept, it is `held`, without the value: the
    history has it. `time` is the author's label. `depth` is that of the op. `bases` are the
    versions this one was made from: the graph in which texts find their common ancestor.
    """

    id: VersionId
    value: Any
    how: str
    device: DeviceId
    time: int
    depth: int
    bases: tuple[VersionId, ...] = ()


class Member(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One member of a set field, with the op that added it first among those that still count."""

    value: Any
    op: OpId
    device: DeviceId
    time: int


class FieldState(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What stands in one field.

    `versions` in display order: by depth, then by id. `members` in the order of their canonical
    bytes. A field has one or the other, unless two programs disagree about what it is: then both
    are kept, and neither supersedes the other.
    """

    versions: tuple[Version, ...] = ()
    members: tuple[Member, ...] = ()


class RecordState(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A record as all of its ops together make it.

    `heads` are sorted; `depth` is the greatest of any op. `fields` holds only fields in which
    something stands. `revived`: an edit that a deletion had not seen brought the record back, and
    nobody has edited it since. `created` and `updated` are labels: of the first root, and of the
    head that is last in display order.
    """

    record: RecordId
    kind: str
    heads: tuple[OpId, ...]
    depth: int
    fields: dict[str, FieldState]
    in_bin: bool
    revived: bool
    created: int
    created_by: DeviceId
    updated: int
    updated_by: DeviceId


EMPTY: Final = FieldState()

_encoder: Final = msgspec.msgpack.Encoder(order="deterministic")
_decoder: Final = msgspec.msgpack.Decoder(RecordState)


def encode_state(state: RecordState) -> bytes:
    """The state as bytes for the vault; equal states give equal bytes."""
    return _encoder.encode(state)


def decode_state(data: bytes) -> RecordState:
    """The state in these bytes; raises `Damaged`."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise Damaged(f"The stored state of a record cannot be read: {error}") from error


def display_key(version: Version) -> tuple[int, VersionId]:
    """Sorts versions into display order."""
    return version.depth, version.id


def distinct(field: FieldState) -> tuple[Version, ...]:
    """The standing versions without those whose value equals that of one shown before."""
    if len(field.versions) < 2:
        return field.versions
    first: dict[bytes, Version] = {}
    for version in field.versions:
        # of a text that is only in the history nobody knows here whether it equals another
        key = version.id if version.how == HOW_HELD else encode_value(version.value)
        first.setdefault(key, version)
    return tuple(first.values())


def disputes(field: FieldState) -> bool:
    """Whether different values stand in a field.

    For a long text this only says that there is something to merge: whether versions really overlap
    is known to `reading.open_disputes`.
    """
    return len(distinct(field)) > 1


def is_text(field: FieldState) -> bool:
    """Whether the standing versions are to be merged as one long text."""
    return any(version.how == HOW_TEXT for version in field.versions) and all(
        isinstance(version.value, str) or version.how == HOW_HELD for version in field.versions
    )


def has_held(field: FieldState) -> bool:
    """Whether texts stand in the field that are only in the history."""
    return any(version.how == HOW_HELD for version in field.versions)


def with_kept_texts(field: FieldState) -> FieldState:
    """The field with spliced texts put together, and without the values of texts beyond `KEPT_TEXT`.

    Kept are first the first of each device in display order, then the second of each, as far as there is
    room: so nobody can crowd out what others wrote. What stands depends on nothing else than the versions.
    """
    texts = [version for version in field.versions if version.how == HOW_TEXT]
    if not texts:
        return field
    held: set[VersionId] = set()
    if sum(length_of(version.value) for version in texts) > KEPT_TEXT:
        held = {version.id for version in texts} - _with_room(texts)
    versions = tuple(
        replace(version, value=None, how=HOW_HELD)
        if version.id in held
        else replace(version, value=version.value.text())
        if isinstance(version.value, SplicedText)
        else version
        for version in field.versions
    )
    return FieldState(versions, field.members)


def _with_room(texts: Sequence[Version]) -> set[VersionId]:
    """Which of these texts are kept."""
    counts: Counter[DeviceId] = Counter()
    ranked = []
    for version in texts:  # in display order
        ranked.append((counts[version.device], version))
        counts[version.device] += 1
    ranked.sort(key=itemgetter(0))
    left = KEPT_TEXT
    kept: set[VersionId] = set()
    for _, version in ranked:
        if length_of(version.value) <= left:
            left -= length_of(version.value)
            kept.add(version.id)
    return kept


def collapsed(members: Iterable[Member]) -> tuple[Member, ...]:
    """Members in display order of their ops -> the first of each value, by canonical bytes."""
    first: dict[bytes, Member] = {}
    for member in members:
        first.setdefault(encode_value(member.value), member)
    return tuple(first[key] for key in sorted(first))


def record_digest_part(state: RecordState) -> bytes:
    """What the state hash covers of one record: 32 bytes over id, heads and standing values.

    No times, no merged view, nothing that depends on how or when an op arrived.
    """
    fields = [
        [
            name,
            sorted([version.id, version.value] for version in field.versions),
            [member.value for member in field.members],
        ]
        for name, field in sorted(state.fields.items())
    ]
    return tagged_hash("record-state", _encoder.encode([state.record, state.heads, fields]))
