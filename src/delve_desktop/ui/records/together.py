"""What belongs together with a record: what it links to, and what links to it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.domain.fields import field_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import LinkView, RecordRow, RecordView
from delve_desktop.ui.widgets.basics import button, icon_label, label, rule

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
MOST: Final = 40  # rows of each direction; a practice that hundreds tried is counted beyond that


class Together(QWidget):
    """Both ends of a record's links, one row each; nothing is here to be shown when it has none."""

    record_chosen = Signal(object)
    """Open a record: its `RecordRow`."""

    def __init__(
        self,
        view: RecordView,
        told: frozenset[str] = frozenset(),
        shown: Collection[RecordId] = (),
    ) -> None:
        """`told` are fields, and `shown` targets, that the reading has shown already."""
        super().__init__()
        self._view = view
        links = [link for link in view.links if link.field not in told and link.record not in shown]
        # questions and answers have a place of their own
        backs = [
            back
            for back in view.linked_from
            if back.field not in told and not (back.row.kind == "comment" and back.field in ABOUT)
        ]
        self.is_empty = not links and not backs
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if links:
            self._column.addWidget(label(self.tr("Belongs together with"), "section"))
            for link in links[:MOST]:
                self._add(link.row, self._said(link))
            self._count(len(links) - MOST)
        if backs:
            self._column.addWidget(label(self.tr("Speaks of this"), "section"))
            for back in backs[:MOST]:
                self._add(back.row, self._noun(back.row.kind))
            self._count(len(backs) - MOST)

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
        line = QWidget()
        line.setMinimumHeight(47)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(icon_label(ICONS.get(row.kind, "note") if row else "clock", "ink2"))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = _short(row.title) if row else self.tr("Something that is still to come")
        title = title or self.tr("(without a title)")
        words.addWidget(label(title, wrap=True))
        at = home_of(row) if row else ""
        words.addWidget(label(" · ".join(part for part in (said, at) if part), "second", wrap=True))
        layout.addLayout(words, 1)
        if row is not None:
            read = button(self.tr("Read"), "plain")
            read.setAccessibleName(self.tr("Read {0}").format(title))
            read.clicked.connect(lambda: self.record_chosen.emit(row))
            layout.addWidget(read)
        self._column.addWidget(rule())
        self._column.addWidget(line)

    def _count(self, more: int) -> None:
        if more > 0:
            self._column.addWidget(label(self.tr("and %n more", "", more), "second"))


def _short(title: str) -> str:
    """A title on at most two lines; what has no title of its own is called by how it begins."""
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0] + " …"
