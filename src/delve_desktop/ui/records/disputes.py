"""Disputed fields in the record pane: choose one, keep both, or write another."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from delve_desktop.domain.fields import MAX_LINE
from delve_desktop.domain.ids import VersionId
from delve_desktop.services.views import FieldView, Passage
from delve_desktop.ui.widgets.basics import button, label, surface
from delve_desktop.ui.widgets.frames import empty
from delve_desktop.ui.widgets.reader import Reader
from delve_desktop.ui.widgets.two_versions import Choice, TwoVersions

from .words import called, choices, meant


def _holds_focus(widget: QWidget) -> bool:
    """Whether what a person last worked with lies in here; also while the window is not the active one."""
    focused: QWidget | None = widget.window().focusWidget()  # the stubs leave out that it may be none
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


class Writing(QWidget):
    """A place to write what shall stand instead of the versions, which stay in view above it."""

    written = Signal(str)
    """What was written shall stand."""
    given_up = Signal()
    """Back to the choice."""

    def __init__(self, name: str, start: str, *, long: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._entry = QPlainTextEdit(start) if long else QLineEdit(start)
        self._entry.setAccessibleName(name)
        row = QHBoxLayout()
        keep = button(self.tr("Keep what I wrote"), "primary", "check")
        back = button(self.tr("Back"))
        keep.clicked.connect(lambda: self.written.emit(self._text()))
        back.clicked.connect(self.given_up)
        if isinstance(self._entry, QPlainTextEdit):
            self._entry.setFixedHeight(140)
        else:
            self._entry.returnPressed.connect(keep.click)
            self._entry.selectAll()
        row.addWidget(keep)
        row.addWidget(back)
        row.addStretch(1)
        column.addWidget(self._entry)
        column.addLayout(row)
        self.setFocusProxy(self._entry)

    def _text(self) -> str:
        return self._entry.toPlainText() if isinstance(self._entry, QPlainTextEdit) else self._entry.text()


class ScalarDispute(QWidget):
    """Two versions of a one-line field."""

    version_kept = Signal(str, object)
    """Field, and the id of the version that shall stand."""
    value_written = Signal(str, object)
    """Field, and a new value that settles it."""

    def __init__(self, field: FieldView, now: float) -> None:
        super().__init__()
        self._field = field
        self._choices = choices(field, now)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._show_card()

    def _show(self, part: QWidget, first: QWidget | None) -> None:
        """Show a part instead; who works here with the keyboard goes on at its `first`."""
        focused = _holds_focus(self)
        if focused:
            self.setFocus()  # and not whatever comes next in the window
        empty(self._column)
        self._column.addWidget(part)
        if focused and first is not None:
            first.setFocus()

    def _show_card(self) -> None:
        heading = self.tr("%n versions: {0}", "", len(self._choices)).format(called(self._field.label))
        if len(self._choices) == 2:
            heading = self.tr("Two versions: {0}").format(called(self._field.label))
        both = joined(self._field)
        words = self.tr("Keep both") if len(self._choices) == 2 else self.tr("Keep all")
        card = TwoVersions(heading, self._choices, both=words if both else "")
        card.kept.connect(lambda key: self.version_kept.emit(self._field.name, bytes(key)))
        card.kept_both.connect(lambda: self.value_written.emit(self._field.name, both))
        card.write_asked.connect(lambda: self._write(card))
        self._show(card, card.first)

    def _write(self, card: TwoVersions) -> None:
        name = self.tr("New value: {0}").format(called(self._field.label))
        writing = Writing(name, self._choices[0].text, long=False)
        writing.written.connect(
            lambda text: self.value_written.emit(self._field.name, meant(self._field, text))
        )
        writing.given_up.connect(self._show_card)
        card.write_below(writing)


class TextDispute(QWidget):
    """A long text with blocks in dispute: agreed passages read as they are, each block is chosen or written.

    The text is settled once every block is decided.
    """

    text_settled = Signal(str, object)
    """Field, and the whole text as decided."""

    def __init__(self, field: FieldView, *, you: str) -> None:
        super().__init__()
        self._field = field
        self._you = you
        self._decided: dict[int, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._build()

    def _build(self) -> None:
        focused = _holds_focus(self)
        if focused:
            self.setFocus()  # and not whatever comes next in the window
        empty(self._column)
        for number, passage in enumerate(self._field.passages):
            if len(passage.alternatives) == 1:
                self._column.addWidget(self._agreed("\n".join(passage.alternatives[0])))
            elif number in self._decided:
                self._column.addWidget(self._chosen(number))
            else:
                self._column.addWidget(self._block(number, passage))
        cards = self.findChildren(TwoVersions)
        if focused and cards and cards[0].first is not None:
            cards[0].first.setFocus()

    def _agreed(self, text: str) -> QWidget:
        reader = Reader(called(self._field.label))
        reader.set_markdown(text)
        return reader

    def _chosen(self, number: int) -> QWidget:
        holder = surface("soft-card")
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(label(self._decided[number], wrap=True), 1)
        again = button(self.tr("Choose again"))
        again.clicked.connect(lambda: self._undecide(number))
        row.addWidget(again)
        return holder

    def _block(self, number: int, passage: Passage) -> QWidget:
        made = []
        for index, lines in enumerate(passage.alternatives):
            by = passage.authors[index] if index < len(passage.authors) else ""
            mine = by == self._you
            made.append(
                Choice(
                    index,
                    "\n".join(lines),
                    self.tr("you") if mine else by,
                    self.tr("on this laptop") if mine else self.tr("came by the server"),
                    mine,
                )
            )
        heading = self.tr("%n versions of this paragraph", "", len(made))
        if len(made) == 2:
            heading = self.tr("Two versions of this paragraph")
        card = TwoVersions(heading, made, both=self.tr("Keep both"), long=True)
        card.kept.connect(lambda index: self._decide(number, made[index].text))
        card.kept_both.connect(lambda: self._decide(number, "\n".join(each.text for each in made)))
        card.write_asked.connect(lambda: self._write(number, card, made[0].text))
        return card

    def _write(self, number: int, card: TwoVersions, start: str) -> None:
        writing = Writing(self.tr("New paragraph"), start, long=True)
        writing.written.connect(lambda text: self._decide(number, text))
        writing.given_up.connect(self._build)
        card.write_below(writing)

    def _decide(self, number: int, text: str) -> None:
        self._decided[number] = text
        blocks = [n for n, passage in enumerate(self._field.passages) if len(passage.alternatives) > 1]
        if all(block in self._decided for block in blocks):
            self.text_settled.emit(self._field.name, self._whole())
        else:
            self._build()

    def _undecide(self, number: int) -> None:
        del self._decided[number]
        self._build()

    def _whole(self) -> str:
        parts: list[str] = []
        for number, passage in enumerate(self._field.passages):
            text = self._decided.get(number)
            lines = passage.alternatives[0] if text is None else text.split("\n")
            parts.extend(lines)
        return "\n".join(parts)


def joined(field: FieldView) -> str:
    """What settles a one-line field so that each version stands in it; empty where that makes no sense.

    It does for words of one's own, as far as they fit into the field: a number, a date, a place on a list or
    a link is one or the other.
    """
    found = [version.value for version in field.versions if version.value]
    values = list(dict.fromkeys(one for one in found if isinstance(one, str)))
    # what came in may be no words, whatever the field is for: it would not stand in them
    if field.type != "line" or field.words or len(values) < 2 or len(values) < len(set(map(repr, found))):
        return ""
    both = " / ".join(values)
    return both if len(both.encode()) <= MAX_LINE else ""


def other_version(field: FieldView, kept: VersionId) -> Any:
    """The value that was not kept, for the undo of a choice between two; None if there were more."""
    others = [version for version in field.versions if version.id != kept]
    return others[0] if len(others) == 1 else None
