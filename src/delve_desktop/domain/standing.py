"""What stands in the fields of a record at one moment of its history, and what an op does to it.

A write supersedes the versions of *its* field that its author had seen and does not keep, and
nothing else. A write that does not fit - a splice out of range, a base that is not there, a wrong
type, a second write of the same field in one op - is void: it makes no version and supersedes
nothing. Whether it fits depends only on its own ancestors, so every laptop agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from .dag import KnownOp, Past
from .errors import Malformed
from .ids import OpId, VersionId, op_of_version, version_id
from .ops import ADD, PUT, REMOVE, SPLICE, TEXT, Write, encode_value
from .splicedtext import SplicedText
from .state import EMPTY, HOW_PUT, HOW_TEXT, FieldState, Member, Version, display_key

VALUED: Final = frozenset({PUT, TEXT, SPLICE})  # ways of writing that make versions
MAX_SPLICED: Final = 256  # versions that one splice write can make
MAX_CHANGED: Final = 32  # names after which fields begin to count as an origin
MAX_BASES: Final = 64  # what more versions than can be merged lead to is made anew, from none of them

Fields = dict[str, FieldState]
"""Fields by name. While ops are replayed, `members` holds every addition, equal values included, and a
value may be a `SplicedText`."""


class Layered(dict[str, FieldState]):
    """Fields of which it is known where they can differ from others that go back to the same ones.

    Two with the same `origin` differ at most in what either has `changed`; so where a thousand ops meet in
    a record of thousands of fields, only the few are compared that they wrote.
    """

    __slots__ = ("changed", "origin", "own")

    def __init__(self, fields: Mapping[str, FieldState], origin: object, changed: frozenset[str]) -> None:
        super().__init__(fields)
        self.origin = origin
        self.changed = changed
        self.own = object()  # the origin of what begins with exactly these

    @classmethod
    def upon(cls, fields: Fields, written: Iterable[str]) -> Layered:
        """A copy of these fields, in which these names are about to be written."""
        if not isinstance(fields, Layered):
            return cls(fields, object(), frozenset(written))
        if len(fields.changed) <= MAX_CHANGED:
            return cls(fields, fields.origin, fields.changed.union(written))
        return cls(fields, fields.own, frozenset(written))


class Cut(NamedTuple):
    """What stands in the fields, seen from a set of ops that holds the ancestors of its members."""

    fields: Fields
    seen: Past


def after(fields: Fields, known: KnownOp, depth: int) -> Fields:
    """What stands once this op is applied to what stood in its past; `depth` is the op's."""
    if not known.op.writes:
        return fields
    result = Layered.upon(fields, [write.field for write in known.op.writes])
    valued: set[str] = set()
    for write in known.op.writes:
        name = write.field
        field = result.get(name, EMPTY)
        if write.how in VALUED:
            if name in valued:
                continue
            valued.add(name)
            field = FieldState(_versions_after(field.versions, write, known, depth), field.members)
        elif write.how in (ADD, REMOVE):
            field = FieldState(field.versions, _members_after(field.members, write, known))
        else:
            continue
        if field.versions or field.members:
            result[name] = field
        else:
            result.pop(name, None)
    return result


def _versions_after(
    standing: tuple[Version, ...], write: Write, known: KnownOp, depth: int
) -> tuple[Version, ...]:
    kept: tuple[Version, ...] = ()
    gone: tuple[VersionId, ...] = ()
    if standing:
        kept = tuple(version for version in standing if version.id in write.keeps)
        gone = tuple(version.id for version in standing if version.id not in write.keeps)
    if write.how == SPLICE:
        try:
            made = _spliced(standing, gone, write.value, known, depth)
        except Malformed:
            return standing
    elif write.how == PUT:
        made = (_version(known, 0, write.value, HOW_PUT, depth, gone),)
    elif isinstance(write.value, str):
        made = (_version(known, 0, write.value, HOW_TEXT, depth, gone),)
    else:
        return standing
    return kept + made  # in display order: what is kept lies in the op's past, hence less deep


def _spliced(
    standing: tuple[Version, ...],
    gone: tuple[VersionId, ...],
    entries: Any,
    known: KnownOp,
    depth: int,
) -> tuple[Version, ...]:
    """The versions that a splice makes; raises `Malformed` when it does not fit.

    Each is made from its own base, and also from whatever the write supersedes without building on
    it, as a whole text would be: that is how a decision between versions is remembered.
    """
    if not isinstance(entries, list | tuple) or not 0 < len(entries) <= MAX_SPLICED:
        raise Malformed("A splice holds one entry for each version it makes.")
    bases = [_base_of(entry, standing) for entry in entries]
    built_on = {base.id for base in bases}
    if len(built_on) < len(bases):
        raise Malformed("Two entries of a splice name the same base.")
    dropped = tuple(version for version in gone if version not in built_on)
    return tuple(
        _version(known, index, SplicedText(base.value, entry[1]), HOW_TEXT, depth, (base.id, *dropped))
        for index, (base, entry) in enumerate(zip(bases, entries, strict=True))
    )


def _base_of(entry: Any, standing: tuple[Version, ...]) -> Version:
    if not isinstance(entry, list | tuple) or len(entry) != 2 or type(entry[0]) is not int:
        raise Malformed("An entry of a splice is a base and its edits.")
    if not 0 <= entry[0] < len(standing) or not isinstance(standing[entry[0]].value, str | SplicedText):
        raise Malformed("A splice names a base that is not there.")
    return standing[entry[0]]


def _version(
    known: KnownOp, index: int, value: Any, how: str, depth: int, bases: tuple[VersionId, ...]
) -> Version:
    bases = bases if len(bases) <= MAX_BASES else ()
    return Version(version_id(known.id, index), value, how, known.device, known.op.time, depth, bases)


def _members_after(members: tuple[Member, ...], write: Write, known: KnownOp) -> tuple[Member, ...]:
    if not isinstance(write.value, list | tuple):
        return members
    if write.how == ADD:
        return members + tuple(Member(value, known.id, known.device, known.op.time) for value in write.value)
    removed = {encode_value(value) for value in write.value}
    return tuple(
        member
        for member in members
        # what the op itself adds is not in its past, so it stays
        if member.op == known.id or encode_value(member.value) not in removed
    )


def joined(one: Cut, other: Cut, position: dict[OpId, int]) -> Cut:
    """What stands in the union of two sets of ops.

    A version that stands in one set stands in the union unless the other set holds its op too, and
    it does not stand there: then some op in that set superseded it.
    """
    origin: object = object()
    changed: frozenset[str] = frozenset()
    names: Iterable[str] = one.fields.keys() | other.fields.keys()
    if (
        isinstance(one.fields, Layered)
        and isinstance(other.fields, Layered)
        and one.fields.origin is other.fields.origin
    ):
        origin = one.fields.origin
        names = changed = one.fields.changed | other.fields.changed
    fields = Layered(one.fields, origin, changed)
    for name in names:
        mine = one.fields.get(name, EMPTY)
        theirs = other.fields.get(name, EMPTY)
        if mine is not theirs:
            field = FieldState(
                _joined_versions(mine.versions, one.seen, theirs.versions, other.seen, position),
                _joined_members(mine.members, one.seen, theirs.members, other.seen, position),
            )
            if field.versions or field.members:
                fields[name] = field
            else:
                fields.pop(name, None)
    return Cut(fields, one.seen.joined(other.seen))


def _joined_versions(
    mine: tuple[Version, ...],
    my_past: Past,
    theirs: tuple[Version, ...],
    their_past: Past,
    position: dict[OpId, int],
) -> tuple[Version, ...]:
    there = {version.id for version in theirs}
    stays = [
        version
        for version in mine
        if version.id in there or not their_past.holds(position[op_of_version(version.id)])
    ]
    stays += [version for version in theirs if not my_past.holds(position[op_of_version(version.id)])]
    return tuple(sorted(stays, key=display_key))


def _joined_members(
    mine: tuple[Member, ...],
    my_past: Past,
    theirs: tuple[Member, ...],
    their_past: Past,
    position: dict[OpId, int],
) -> tuple[Member, ...]:
    there = {(member.op, encode_value(member.value)) for member in theirs}
    stays = [
        member
        for member in mine
        if not their_past.holds(position[member.op]) or (member.op, encode_value(member.value)) in there
    ]
    stays += [member for member in theirs if not my_past.holds(position[member.op])]
    return tuple(stays)
