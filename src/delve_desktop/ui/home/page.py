"""The home page: small for now. Pictures, practices and the map come with practices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delve_desktop.services.views import Counts, RecordRow, SpaceView
from delve_desktop.ui.ages import age
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.together import ICONS
from delve_desktop.ui.widgets.basics import button, icon_label, label, rule, surface
from delve_desktop.ui.widgets.columns import Columns
from delve_desktop.ui.widgets.frames import empty, page

NEWEST = 6


class HomePage(QWidget):
    """Shown after unlocking."""

    write_asked = Signal()
    """Write a note."""
    decide_asked = Signal()
    """To the merge desk."""
    people_asked = Signal()
    """To the sync page: what waits there."""
    join_asked = Signal()
    """Join a space with a code."""
    start_asked = Signal()
    """Start a new space."""
    record_chosen = Signal(object)
    """Open a record: its `RecordRow`."""

    def __init__(self, desk: Desk, clock: Callable[[], float]) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._space: SpaceView | None = None
        self._counts: Counts | None = None
        column = page(self)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Hello, {0}").format(desk.name.split()[0]), "record"), 1)
        self._write = button(self.tr("Write a note"), "outline", "pencil")
        self._write.clicked.connect(self.write_asked)
        head.addWidget(self._write)
        column.addLayout(head)
        self._new_card, self._new_lines = self._card()
        self._needs_card, self._needs_lines = self._card()
        columns = Columns()
        columns.left.addWidget(self._new_card)
        columns.left.addStretch(1)
        columns.right.addWidget(self._needs_card)
        columns.right.addStretch(1)
        column.addWidget(columns)
        column.addStretch(1)

    def _card(self) -> tuple[QWidget, QVBoxLayout]:
        card = surface("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(20, 16, 20, 16)
        lines.setSpacing(8)
        return card, lines

    def show_state(self, space: SpaceView | None, counts: Counts | None) -> None:
        """Show one space, or the two doors while there is none."""
        self._space = space
        self._counts = counts
        self._write.setEnabled(space is not None)
        self._write.setToolTip("" if space is not None else self.tr("First start a space, or join one"))
        self._show_needs()
        if space is None:
            self._show_doors()
            return
        self._desk.ask(
            lambda use: use.list_records(space.id, None, limit=NEWEST).rows, self._show_new, owner=self
        )

    def _show_doors(self) -> None:
        empty(self._new_lines)
        self._new_lines.addWidget(label(self.tr("Which door is yours?"), "section"))
        for words, action, icon, kind, asked in (
            (
                self.tr("Your coordinator gave you a code."),
                self.tr("Join with an invite"),
                "key",
                "primary",
                self.join_asked,
            ),
            (
                self.tr("You coordinate an association or a region, and want to invite the others."),
                self.tr("Start a new space"),
                "people",
                "outline",
                self.start_asked,
            ),
        ):
            self._new_lines.addWidget(rule())
            self._new_lines.addWidget(label(words, "lead", wrap=True))
            made = button(action, kind, icon, tall=True)
            made.clicked.connect(asked)
            self._new_lines.addWidget(made)

    def _show_needs(self) -> None:
        empty(self._needs_lines)
        self._needs_lines.addWidget(label(self.tr("Needs you"), "section"))
        counts, space = self._counts, self._space
        if counts is not None and counts.disputed:
            words = self.tr("%n records to decide", "", counts.disputed)
            one = self.tr("One record to decide")
            self._need(
                "two",
                one if counts.disputed == 1 else words,
                self.tr("Merge desk"),
                self.tr("Decide"),
                self.decide_asked.emit,
            )
        if space is not None and space.state == "pending":
            self._need(
                "key", self.tr("Six words to compare"), space.name, self.tr("Look"), self.people_asked.emit
            )
        if self._needs_lines.count() == 1:
            self._needs_lines.addWidget(label(self.tr("Nothing, for now."), "second"))

    def _need(self, icon: str, what: str, where: str, action: str, act: Callable[[], None]) -> None:
        self._needs_lines.addWidget(rule())
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(icon_label(icon, "ochre-text"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(what, "strong", wrap=True))
        words.addWidget(label(where, "second"))
        row.addLayout(words, 1)
        made: QPushButton = button(action, "plain")
        made.clicked.connect(act)
        row.addWidget(made)
        self._needs_lines.addWidget(line)

    def _show_new(self, rows: Sequence[RecordRow]) -> None:
        if self._space is None:
            return
        empty(self._new_lines)
        self._new_lines.addWidget(label(self.tr("New in {0}").format(self._space.name), "section"))
        if not rows:
            self._new_lines.addWidget(label(self.tr("Nothing here yet. Write the first note."), "lead"))
        for row in rows:
            self._new_lines.addWidget(rule())
            self._new_lines.addWidget(self._line(row))

    def _line(self, row: RecordRow) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(12)
        layout.addWidget(icon_label(ICONS.get(row.kind, "note"), "teal"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(row.title or self.tr("(without a title)"), "strong", wrap=True))
        words.addWidget(
            label(" · ".join(part for part in (row.author, row.place) if part), "second", wrap=True)
        )
        layout.addLayout(words, 1)
        layout.addWidget(label(age(row.updated, self._clock()), "label"))
        made = button(self.tr("Read"), "plain")
        made.setAccessibleName(self.tr("Read {0}").format(row.title))
        made.clicked.connect(lambda: self.record_chosen.emit(row))
        layout.addWidget(made)
        return line
