"""A field with two versions, in the field's place: who wrote which, and what can be done."""

from __future__ import annotations

import html
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from delve_desktop.ui import theme

from .basics import button, icon_label, label, surface
from .flow import Flow
from .frames import framed


@dataclass(frozen=True, slots=True)
class Choice:
    """One version to choose: its text, who wrote it, and how it came ("on this laptop, 12 March")."""

    key: object
    text: str
    by: str
    way: str
    here: bool


def differing(text: str, other: str) -> tuple[int, int]:
    """The part of `text` that differs from `other`, in whole words: start and end."""
    start = 0
    while start < min(len(text), len(other)) and text[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(text), len(other)) - start and text[-1 - end] == other[-1 - end]:
        end += 1
    stop = len(text) - end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return start, stop


def marked(text: str, other: str) -> str:
    """`text` as rich text, with what differs from `other` tinted and underlined."""
    start, stop = differing(text, other)
    tokens = theme.current().tokens
    style = f"background:{tokens['ochre-soft']};text-decoration:underline;"
    parts = [text[:start], text[start:stop], text[stop:]]
    before, middle, after = (html.escape(part).replace("\n", "<br>") for part in parts)
    return f'{before}<span style="{style}">{middle}</span>{after}' if middle else before + after


class TwoVersions(QWidget):
    """The card of a disputed field. Colour is not the only sign: it has a heading and an icon."""

    kept = Signal(object)
    """One version was chosen: the `key` of its choice."""
    kept_both = Signal()
    """Both shall stand."""
    write_asked = Signal()
    """The person wants to write another."""

    def __init__(self, heading: str, choices: list[Choice], *, both: str = "", long: bool = False) -> None:
        super().__init__()
        self._choices = choices
        self._long = long
        self.first: QPushButton | None = None  # where a person at the keyboard begins
        card = framed(self, "dispute")
        card.setAccessibleName(heading)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._heading(heading))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        for index, choice in enumerate(choices):
            other = choices[1 - index if index < 2 else 0]
            self._cards.addWidget(self._card(choice, other), 1)
        column.addLayout(self._cards)
        self._both = button(both, "primary", "check")
        self._below = column
        self._acts = self._actions()
        column.addWidget(self._acts)
        self._both.setVisible(bool(both))

    def write_below(self, writing: QWidget) -> None:
        """Put a place to write another below the versions, in the place of the other actions."""
        self._below.addWidget(writing)
        writing.setFocus()
        self._acts.hide()

    def _heading(self, heading: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(icon_label("two", "ochre-text", 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(heading, "section", wrap=True))
        told = self.tr("It was changed in two places before the laptops met. Both are kept until you choose.")
        if len(self._choices) > 2:
            told = self.tr("It was changed in several places before the laptops met. All are kept.")
        words.addWidget(label(told, "second", wrap=True))
        row.addLayout(words, 1)
        return row

    def _card(self, choice: Choice, other: Choice) -> QWidget:
        card = surface("version")
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        value = QLabel()
        value.setTextFormat(Qt.TextFormat.RichText)  # made by `marked`, which escapes
        value.setProperty("role", "" if self._long else "value")
        value.setText(marked(choice.text, other.text) or _nothing())
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(value)
        column.addSpacing(4)
        column.addWidget(label(self.tr("Written by {0}").format(choice.by), "second", wrap=True))
        way = QHBoxLayout()
        way.setSpacing(6)
        way.addWidget(icon_label("laptop" if choice.here else "server", "ink2", 16))
        way.addWidget(label(choice.way, "second", wrap=True), 1)
        column.addLayout(way)
        column.addStretch(1)
        keep = button(self.tr("Keep this"), "outline")
        keep.setAccessibleName(self.tr("Keep this: {0}, written by {1}").format(choice.text, choice.by))
        keep.clicked.connect(lambda: self.kept.emit(choice.key))
        self.first = self.first or keep
        column.addSpacing(8)
        column.addWidget(keep)
        return card

    def _actions(self) -> QWidget:
        self._both.clicked.connect(self.kept_both)
        write = button(self.tr("Write another"), "quiet", "pencil")
        write.clicked.connect(self.write_asked)
        told = label(self.tr("You can undo any choice."), "second")
        told.setMinimumHeight(write.sizeHint().height())  # in line with the words of the buttons
        return Flow(self._both, write, told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = theme.px(520 if len(self._choices) <= 2 else 800)
        narrow = event.size().width() < least
        turned = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._cards.direction() != turned:
            self._cards.setDirection(turned)


def _nothing() -> str:
    return html.escape(QCoreApplication.translate("TwoVersions", "(left empty)"))
