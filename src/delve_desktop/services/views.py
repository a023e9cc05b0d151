"""What use cases hand to a screen or to the command line: plain values, ready to show.

Times are Unix seconds by the clock of whoever wrote: labels, which no rule reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId, VersionId
from delve_desktop.domain.values import Type

MARK_START: Final = "\ue000"  # of the private use area, where hardly any text has letters
MARK_END: Final = "\ue001"


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One line of a list."""

    id: RecordId
    space: SpaceId
    kind: str
    title: str
    snippet: str
    place: str
    updated: int
    author: str  # name of who changed it last, as far as known
    disputes: int  # how many fields hold two versions
    unsent: bool
    in_bin: bool
    position: int  # place in the newest-first order; hand the last one back for the next page
    fresh: bool = False  # others made or changed it since it was last opened here
    attachments: int = 0  # how many files and pictures it has
    voice: bool = False  # one of them is a recording
    thumb: str = ""  # what its first small picture is found by (`attachments.thumbnail`), or empty
    travels: bool = True  # false of a sample, which is never sent: nothing is said of that


@dataclass(frozen=True, slots=True)
class Page:
    """A slice of a list; `after` is the `position` to continue behind, None at the end."""

    rows: tuple[RecordRow, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class VersionView:
    """One standing value of a field, with who wrote it."""

    id: VersionId
    value: Any
    by: str
    device: DeviceId
    at: int
    via: str  # "this laptop" | "hub"
    mine: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of a merged text: agreed when `alternatives` has one entry, else a block of versions."""

    alternatives: tuple[tuple[str, ...], ...]
    authors: tuple[str, ...]  # one an alternative; empty where agreed


Sort = Literal["newest", "oldest", "title"]

# what a list can be narrowed to besides the values of facets (`domain.facets`)
MINE: Final = "mine"  # made or last changed by this laptop
ASKED: Final = "asked"  # a question about it has no answer yet
THIS_YEAR: Final = "this-year"
UNSENT: Final = "unsent"
FRESH: Final = "fresh"
TRIED: Final = "tried"  # practices that somebody tried

MOST_FOUND: Final = 2_000  # matches of a search that a list goes through, the first of its order

Filter = tuple[str, str]  # one of the names above and "", or the name of a facet and one value


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which records of a space a list shows, and in which order.

    Of several filters with one name any fits; of those with different names all must.
    """

    kind: str | None = None
    in_bin: bool = False
    disputed: bool = False
    text: str = ""
    sort: Sort = "newest"
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of one record.

    `value` is the scalar, the list of members, or the merged text; `versions` lists the standing
    values (one unless disputed) and is empty for sets; `passages` is filled for long texts. `type` says what
    shape the values have (`domain.values`), and is empty for a field that is not in the table. `words` names
    the list in which `services.vocabularies` has words for the values, and is empty where there is none.
    """

    name: str
    label: str
    merge: Literal["scalar", "set", "text"]
    value: Any
    versions: tuple[VersionView, ...]
    disputed: bool
    passages: tuple[Passage, ...] = ()
    type: Type | Literal[""] = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link. `state` says of its target: `here`, `in_bin`, or `missing` when it did not arrive (yet).

    `row` is the target as a list shows it, None while it is missing.
    """

    field: str
    record: RecordId
    state: Literal["here", "in_bin", "missing"]
    row: RecordRow | None


@dataclass(frozen=True, slots=True)
class BackLink:
    """A record outside the bin that links to another one through this field of its own."""

    field: str
    row: RecordRow


@dataclass(frozen=True, slots=True)
class Trial:
    """One line of a ledger: who tried a practice, in which country, and what came of it."""

    row: RecordRow  # of the adoption
    who: str
    country: str  # code, or empty
    result: str  # term of the results, or empty
    said: str  # one line of what was changed or of what happened
    date: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who tried a practice, newest first. `binned` counts the adoptions that lie in the bin."""

    trials: tuple[Trial, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)  # result -> how many
    countries: tuple[str, ...] = ()  # codes
    binned: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A question, an answer or a remark. `answers` is the comment it answers, if any."""

    row: RecordRow
    text: str
    by: str
    mine: bool
    at: int
    field: str  # of the record it is about; empty for all of it
    asks: bool
    settled: bool
    answers: RecordId | None
    heads: tuple[OpId, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with what was answered to it, oldest first."""

    comment: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it asks for an answer that nobody has given."""
        return self.comment.asks and not self.comment.settled and not self.answers


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for an answer, and the record it is about; None while that is not here."""

    comment: Comment
    about: RecordRow | None


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody who agreed to be named on paper, and how to reach them."""

    name: str
    role: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Oneself:
    """Where the person of this vault belongs, as far as the space knows; empty where it does not."""

    association: RecordId | None = None
    organisation: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class SourceView:
    """The practice that a record was translated from, or reports on.

    `since` tells whether it says something else now than in the version that was named: `same`, `moved`, or
    `unknown` where no version was named or it is not here. `changed` names the fields, `steps` the numbers of
    the steps, from 1.
    """

    record: RecordId
    state: Literal["here", "in_bin", "missing"]
    row: RecordRow | None
    language: str = ""
    since: Literal["same", "moved", "unknown"] = "unknown"
    changed: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record, as the record pane and `delve show` need it. Fields in the table's order.

    `links` and `linked_from` are those that stand now, as are `ledger` (of a practice), `remarks` (of any
    record) and `source` (of a translation or an adoption); of a version in the history none are told.
    `languages` are those of a practice and of its translations.
    """

    id: RecordId
    space: SpaceId
    kind: str
    title: str
    fields: tuple[FieldView, ...]
    heads: tuple[OpId, ...]
    created: int
    created_by: str
    updated: int
    updated_by: str
    unsent: bool
    in_bin: bool
    revived: bool
    links: tuple[LinkView, ...] = ()
    linked_from: tuple[BackLink, ...] = ()
    ledger: Ledger | None = None
    remarks: tuple[Remark, ...] = ()
    source: SourceView | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One op of a record: who changed which fields, when by their clock, and by what way it came."""

    op: OpId
    by: str
    device: DeviceId
    at: int
    via: str
    action: Literal["create", "edit", "delete", "unknown"]
    fields: tuple[str, ...]
    parents: tuple[OpId, ...] = ()  # what its author had seen


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field with two versions, for `delve conflicts` and the merge desk."""

    record: RecordId
    kind: str
    title: str
    field: str
    versions: tuple[VersionView, ...]
    type: Type | Literal[""] = ""  # of the field's values


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result. Marked texts hold the matched parts between `MARK_START` and `MARK_END`."""

    row: RecordRow
    title: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers for the left pane."""

    by_kind: dict[str, int]
    disputed: int
    in_bin: int
    unsent: int


@dataclass(frozen=True, slots=True)
class DraftView:
    """What somebody was typing: durable, not yet part of the record."""

    id: int
    space: SpaceId
    record: RecordId | None  # None for a record that does not exist yet
    kind: str
    content: dict[str, Any]  # field -> value as the editor holds it (text as one string)
    updated: int
    heads: tuple[OpId, ...] = ()  # that its author had seen; none for a new record


@dataclass(frozen=True, slots=True)
class SpaceView:
    """A space in the left pane and in `delve space list`."""

    id: SpaceId
    name: str
    state: Literal["active", "pending"]  # pending: asked to join, not admitted yet
    role: str
    hub: str  # address, or empty
    words: tuple[str, ...]  # the six words to compare, while pending
    digits: str
    closed: str = ""  # why nothing can be written here, as a sentence; empty where it can


@dataclass(frozen=True, slots=True)
class JoinRequestView:
    """Somebody who asks to join, with the six words to compare."""

    id: str
    space: SpaceId
    name: str
    words: tuple[str, ...]
    digits: str


# Edits, as a screen or the command line states them.


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write a scalar, or a whole text where nobody else's words are in dispute; None clears a scalar."""

    field: str
    value: Any
    started_from: VersionId | None = None  # the version the person saw and changed


@dataclass(frozen=True, slots=True)
class ChangeMembers:
    """Add and remove members of a set field."""

    field: str
    add: tuple[Any, ...] = ()
    remove: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class EditText:
    """A long text as the person left it, edited from the merged text that was on screen."""

    field: str
    text: str


Edit = SetValue | ChangeMembers | EditText
