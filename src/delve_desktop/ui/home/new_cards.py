"""What came in since the person last looked: a card each, with a place for a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from delve_desktop.services.views import RecordRow
from delve_desktop.ui import theme
from delve_desktop.ui.records.together import ICONS
from delve_desktop.ui.records.words import home_of
from delve_desktop.ui.widgets.basics import button, label, surface
from delve_desktop.ui.widgets.columns import Turning
from delve_desktop.ui.widgets.frames import empty
from delve_desktop.ui.widgets.icon import paint as paint_icon

HIGH = 80  # of the picture
LEAST = 150  # wide, of a card
MOST = 4


def _two_lines(title: str) -> QLabel:
    """A title of at most two lines; the tooltip has all of it."""
    made = label(title, "strong", wrap=True)
    made.ensurePolished()
    made.setMaximumHeight(2 * made.fontMetrics().lineSpacing() + 4)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    made.setToolTip(title)
    return made


class PicturePlace(QWidget):
    """Where a record's first picture stands; until there is one, the icon of its kind on a quiet ground."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._icon = ICONS.get(kind, "note")
        self._picture = QPixmap()
        self.setFixedHeight(HIGH)

    @property
    def holds_picture(self) -> bool:
        """Whether the picture is there."""
        return not self._picture.isNull()

    def set_picture(self, picture: QPixmap) -> None:
        """Fill the place, cut to its shape."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, 8), 7, 7)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), now.color("teal-soft"))
        if self._picture.isNull():
            side = 32
            place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            paint_icon(painter, self._icon, "teal", place)
            return
        scaled = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        corner = QRect(0, 0, scaled.width(), scaled.height())
        corner.moveCenter(self.rect().center())
        painter.drawPixmap(corner, self._picture)


Fill = Callable[[RecordRow, PicturePlace], None]
"""Finds the picture of a record and sets it in its place, now or later."""


class NewCards(QWidget):
    """A heading, and cards side by side; where they have no room, in rows of two or one."""

    record_chosen = Signal(object)
    """Open a record: its `RecordRow`."""
    all_asked = Signal(object)
    """Show all that is new: the kinds of the records that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.fill: Fill | None = None
        self._cards: list[QWidget] = []
        self._kinds: frozenset[str] = frozenset()
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._heading = label("", "strong", wrap=True)
        self._all = button("", "link")
        self._all.clicked.connect(lambda: self.all_asked.emit(self._kinds))
        column.addWidget(Turning(self._heading, self._all))
        self._told = label("", "second", wrap=True)
        column.addWidget(self._told)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        column.addWidget(holder)

    @property
    def heading(self) -> str:
        """What it says above the cards."""
        return self._heading.text()

    def show_new(self, heading: str, rows: Sequence[RecordRow], count: int, told: str) -> None:
        """Show these; `told` is said where there are none."""
        self._heading.setText(heading)
        self._all.setText(self.tr("See all %n", "", count))
        self._all.setAccessibleName(self._all.text())
        self._all.setVisible(count > len(rows))
        self._told.setText(told)
        self._told.setVisible(not rows)
        empty(self._grid)
        self._cards = [self._card(row) for row in rows]
        self._kinds = frozenset(row.kind for row in rows)
        self._columns = 0
        self._place()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST), super().minimumSizeHint().height())

    def _place(self) -> None:
        columns = MOST
        while columns > 1 and columns * (theme.px(LEAST) + 16) - 16 > self.width():
            columns //= 2
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _card(self, row: RecordRow) -> QWidget:
        card = surface("card")
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(4)
        place = PicturePlace(row.kind)
        column.addWidget(place)
        words = QVBoxLayout()
        words.setContentsMargins(12, 4, 12, 0)
        words.setSpacing(2)
        title = row.title or self.tr("(without a title)")
        words.addWidget(_two_lines(title))
        words.addWidget(
            label(" · ".join(part for part in (row.author, home_of(row)) if part), "second", wrap=True)
        )
        words.addStretch(1)
        read = button(self.tr("Read"), "link")
        read.setAccessibleName(self.tr("Read {0}").format(title))
        read.clicked.connect(lambda: self.record_chosen.emit(row))
        line = QHBoxLayout()
        line.addWidget(read)
        line.addStretch(1)
        words.addLayout(line)
        column.addLayout(words, 1)
        if self.fill is not None:
            self.fill(row, place)
        return card
