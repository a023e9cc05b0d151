"""The sections of the left pane and what each lists."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from delve_desktop.domain.ids import RecordId
from delve_desktop.ui.records.items import Query
from delve_desktop.ui.records.listing import Listing


class Section(Enum):
    """Where one can be."""

    HOME = "home"
    NOTES = "notes"
    CONTACTS = "contacts"
    PRACTICES = "practices"
    MERGE = "merge"
    SYNC = "sync"
    BIN = "bin"
    HELP = "help"
    SETTINGS = "settings"  # by the person at the foot of the left pane, or Ctrl+,
    FOUND = "found"  # results of the search in the top bar


SECTION_OF_KIND = {
    "note": Section.NOTES,
    "contact": Section.CONTACTS,
    "practice": Section.PRACTICES,
    "adoption": Section.PRACTICES,
}


def section_of(kinds: Collection[str]) -> Section:
    """The section that lists records of these kinds; where they are of several, the one that lists all."""
    sections = {SECTION_OF_KIND.get(kind, Section.FOUND) for kind in kinds}
    return sections.pop() if len(sections) == 1 else Section.FOUND


@dataclass(frozen=True)
class Entry:
    """A line of the left pane."""

    section: Section
    words: str
    icon: str
    part: int  # sections of one part stand together, hairlines between parts


HELP_OF: Final = {
    Section.HOME: "first-steps",
    Section.NOTES: "notes",
    Section.CONTACTS: "contacts",
    Section.PRACTICES: "practices",
    Section.MERGE: "two-versions",
    Section.SYNC: "sync",
    Section.BIN: "history",
    Section.HELP: "first-steps",
    Section.SETTINGS: "settings",
    Section.FOUND: "search",
}
"""The page of the help for each section."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the shell, so that another one can go on there."""

    section: Section
    record: RecordId | None = None
    new: str = ""  # the kind of a record to begin
    holds: str = ""  # the object name of the control that has the keyboard


def _tr(text: str) -> str:
    return QCoreApplication.translate("sections", text)


def entries() -> tuple[Entry, ...]:
    """The left pane, top to bottom."""
    return (
        Entry(Section.HOME, _tr("Home"), "home", 0),
        Entry(Section.NOTES, _tr("Notes"), "note", 0),
        Entry(Section.CONTACTS, _tr("Contacts"), "contact", 0),
        Entry(Section.PRACTICES, _tr("Practices"), "practice", 0),
        Entry(Section.MERGE, _tr("Merge desk"), "merge", 1),
        Entry(Section.SYNC, _tr("Sync"), "sync", 1),
        Entry(Section.BIN, _tr("Bin"), "bin", 1),
        Entry(Section.HELP, _tr("Help"), "help", 2),
    )


def heading_of(kind: str) -> str:
    """What records of a kind are called together."""
    words = {
        "note": _tr("Notes"),
        "contact": _tr("Contacts"),
        "practice": _tr("Practices"),
        "adoption": _tr("Tried"),
        "comment": _tr("Comments"),
    }
    return words.get(kind, _tr("Others"))


def listing(section: Section) -> Listing | None:
    """What a section lists; None for pages that are no list."""
    return (_of_one_kind() | _across_kinds()).get(section)


def _of_one_kind() -> dict[Section, Listing]:
    return {
        Section.NOTES: Listing(
            _tr("Notes"),
            Query("note"),
            _tr("Search notes"),
            _tr("No notes yet. Begin with New."),
            "note",
            icon="note",
        ),
        Section.CONTACTS: Listing(
            _tr("Contacts"),
            Query("contact", sort="title"),
            _tr("Name or number"),
            _tr("No contacts yet. Begin with New."),
            "contact",
            icon="contact",
        ),
        Section.PRACTICES: Listing(
            _tr("Practices"),
            Query("practice"),
            _tr("Search practices"),
            _tr("No practices yet. They come with an exchange, or begin with New."),
            "practice",
            icon="practice",
        ),
    }


def _across_kinds() -> dict[Section, Listing]:
    return {
        Section.MERGE: Listing(
            _tr("To decide"),
            Query(disputed=True),
            _tr("Search what needs a decision"),
            _tr("Nothing to decide. When two people change the same thing, both versions appear here."),
            icon="check",
        ),
        Section.BIN: Listing(
            _tr("Bin"),
            Query(in_bin=True),
            _tr("Search the bin"),
            _tr("The bin is empty. What you put here can always be taken back."),
            icon="bin",
        ),
        Section.FOUND: Listing(
            _tr("Found"),
            Query(),
            _tr("Find anything"),
            _tr("Type a word, a name or a number."),
            icon="search",
        ),
    }
