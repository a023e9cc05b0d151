"""The steps of a practice: a painted number, its name, what to do, and a picture where there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from delve_desktop.domain.outline import Outline, Part
from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.captioned import Caption
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.prose import is_plain, prose, words_of
from delve_desktop.ui.widgets.text_label import Around, TextLabel

SOME: Final = 4  # steps that are laid out at a time
NUMERAL: Final = 32
GAP: Final = 8  # between the number and what stands beside it
BELOW: Final = 6  # between the name and what to do
PICTURE: Final = QSize(128, 88)


def numeral_side() -> int:
    """How high and wide the number of a step is."""
    return max(NUMERAL, QFontMetrics(theme.font("body")).height() + 10)


def paint_numeral(painter: QPainter, place: QRect, number: int) -> None:
    """The number of a step on a disc."""
    now = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.color("teal"))
    painter.drawEllipse(place)
    painter.setPen(now.color("on-teal"))
    painter.setFont(theme.font("lead", bold=True))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))


class Numeral(QWidget):
    """The number of a step beside a text that is more than words."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        side = numeral_side()
        self.setFixedSize(side, side)
        self.setAccessibleName(self.tr("Step {0}").format(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_numeral(painter, self.rect(), self._number)


class Step(TextLabel):
    """A number, the name of the step beside it, and below both what to do; without a name, beside it."""

    def __init__(self, number: int, name: str, text: str) -> None:
        words, bold = words_of(text)
        self._number = number
        self._is_said = bool(words.strip())
        self._name = Caption(name, "ink", "body", bold=True) if name else None
        super().__init__(words, bold=bold, prose=True, selectable=True)
        called = QCoreApplication.translate("Numeral", "Step {0}").format(number)
        self.setAccessibleName(". ".join(one for one in (called, name, words) if one))

    def around(self, width: int) -> Around:
        beside = numeral_side() + GAP
        if self._name is None:
            return Around(beside)
        return Around(top=self._head(width) + (BELOW if self._is_said else 0))

    def text_high(self, high: int) -> int:
        return high if self._is_said else 0  # nothing is said below the name, in no line

    def least_high(self, width: int) -> int:
        return self._head(width)

    def least_wide(self) -> int:
        return numeral_side() + GAP + (self._name.least() if self._name is not None else 0)

    def _head(self, width: int) -> int:
        side = numeral_side()
        return max(side, self._name.height(width - side - GAP)) if self._name is not None else side

    def paint_around(self, painter: QPainter) -> None:
        side = numeral_side()
        if self._name is not None:
            place = QRect(side + GAP, 0, self.width() - side - GAP, self._head(self.width()))
            self._name.draw(painter, self.placed(place))
        paint_numeral(painter, self.placed(QRect(0, 0, side, side)), self._number)


class Steps(Stack):
    """All steps, and what is said before the first."""

    def __init__(self, name: str) -> None:
        super().__init__(gap=16)
        self._name = name

    def lay_out(self, outline: Outline, pictures: Sequence[QPixmap | None]) -> Iterator[None]:
        """Lays out the steps; yields after some."""
        if outline.before:
            self.column.addWidget(prose(outline.before, self._name))
        for number, part in enumerate(outline.parts, 1):
            plain = is_plain(part.text)
            step = Step(number, part.name, part.text) if plain else _step(number, part, self._name)
            picture = pictures[number - 1] if number <= len(pictures) else None
            self.column.addWidget(step if picture is None else _beside(picture, step))
            if number % SOME == 0:
                self.grew()
                yield


def _beside(picture: QPixmap, step: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    shown = QLabel()
    shown.setPixmap(picture)
    shown.setFixedSize(PICTURE)
    row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(step, 1, Qt.AlignmentFlag.AlignTop)
    return holder


def _step(number: int, part: Part, name: str) -> QWidget:
    """A step that has more than words: lists, links, pictures."""
    holder = QWidget()
    words = QVBoxLayout(holder)
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(BELOW)
    head = QHBoxLayout()
    head.setSpacing(GAP)
    head.addWidget(Numeral(number), 0, Qt.AlignmentFlag.AlignTop)
    words.addLayout(head)
    if part.name:
        head.addWidget(label(part.name, "strong", wrap=True), 1)
        words.addWidget(prose(part.text, name))
    else:
        head.addWidget(prose(part.text, name), 1)
    words.addStretch(1)
    return holder
