"""What belongs together with a record: what it links to, and what links to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from delve_desktop.domain.fields import field_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import BackLink, LinkView, RecordRow, RecordView
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.captioned import Ruled, TitleLine
from delve_desktop.ui.widgets.columns import Stack

from .words import called, home_of

ICONS: Final = {
    "note": "note",
    "contact": "contact",
    "practice": "practice",
    "adoption": "check",
    "comment": "chat",
}
ABOUT: Final = frozenset({"about", "answers"})  # the fields by which a comment belongs to a record
LONGEST: Final = 120  # characters of a title
SOME: Final = 8  # rows that are laid out at a time
MOST: Final = 40  # rows of each direction; a practice that hundreds tried is counted beyond that


def ends(
    view: RecordView, told: frozenset[str], shown: Collection[RecordId]
) -> tuple[list[LinkView], list[BackLink]]:
    """What a record links to and what links to it; `told` are fields, and `shown` targets, that the reading
    has shown already.
    """
    links = [link for link in view.links if link.field not in told and link.record not in shown]
    # questions and answers have a place of their own
    backs = [
        back
        for back in view.linked_from
        if back.field not in told and not (back.row.kind == "comment" and back.field in ABOUT)
    ]
    return links, backs


class Together(Stack):
    """Both ends of a record's links, one row each; nothing is here to be shown when it has none."""

    record_chosen = Signal(object)
    """Open a record: its `RecordRow`."""

    def __init__(
        self,
        view: RecordView,
        told: frozenset[str] = frozenset(),
        shown: Collection[RecordId] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._links, self._backs = ends(view, told, shown)
        self.is_empty = not self._links and not self._backs

    def lay_out(self) -> Iterator[None]:
        """Lays out the rows; yields after some."""
        links = [(link.row, self._said(link)) for link in self._links]
        backs = [(back.row, self._noun(back.row.kind)) for back in self._backs]
        yield from self._group(self.tr("Belongs together with"), links)
        yield from self._group(self.tr("Speaks of this"), backs)

    def _group(self, heading: str, rows: Sequence[tuple[RecordRow | None, str]]) -> Iterator[None]:
        if rows:
            self.column.addWidget(label(heading, "section"))
        for number, (row, said) in enumerate(rows[:MOST], 1):
            self._add(row, said)
            if number % SOME == 0:
                self.grew()
                yield
        self._count(len(rows) - MOST)

    def _said(self, link: LinkView) -> str:
        if link.field == "links" and link.row is not None:  # the heading has said how they belong together
            what = self._noun(link.row.kind)
        else:
            what = self._what(self._view.kind, link.field)
        if link.state == "missing":
            return self.tr("{0} · has not arrived yet").format(what)
        return self.tr("{0} · in the bin").format(what) if link.state == "in_bin" else what

    def _what(self, kind: str, field: str) -> str:
        entry = field_of(kind, field)
        return called(entry.label) if entry else field

    def _noun(self, kind: str) -> str:
        nouns = {
            "note": self.tr("Note"),
            "contact": self.tr("Contact"),
            "practice": self.tr("Practice"),
            "adoption": self.tr("They tried it"),
            "comment": self.tr("Question or answer"),
        }
        return nouns.get(kind, kind)

    def _add(self, row: RecordRow | None, said: str) -> None:
        title = _short(row.title) if row else self.tr("Something that is still to come")
        title = title or self.tr("(without a title)")
        at = home_of(row) if row else ""
        icon = ICONS.get(row.kind, "note") if row else "clock"
        line = TitleLine(icon, title, " · ".join(part for part in (said, at) if part), ruled=row is None)
        if row is None:
            self.column.addWidget(line)
            return
        read = button(self.tr("Read"), "plain")
        read.setAccessibleName(self.tr("Read {0}").format(title))
        read.clicked.connect(lambda: self.record_chosen.emit(row))
        self.column.addWidget(Ruled(line, read))

    def _count(self, more: int) -> None:
        if more > 0:
            self.column.addWidget(label(self.tr("and %n more", "", more), "second"))


def _short(title: str) -> str:
    """A title on at most two lines; what has no title of its own is called by how it begins."""
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0] + " …"
