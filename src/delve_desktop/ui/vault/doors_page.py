"""The first start: the language, and three doors into the hill."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import button, icon_label, label, rule
from delve_desktop.ui.widgets.scene import SIZE, Scene

from .backdrop import name_width, paint_name
from .languages import LanguageMenu, LanguageRow

APART = 416  # between the middles of two doors, where the scene is as wide as it is drawn
LEAST_SCENE = 152  # pixels: the doors themselves, without the hills behind them
MOST_DOOR = 368


class Door(QWidget):
    """A column of the page: the door in the hill, its name, a sentence, a button. All of it clicks."""

    def __init__(self, name: str, sentence: str, action: str, kind: str, icon: str) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.way = QWidget()  # where the scene shows through
        self.way.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.way.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column.addWidget(self.way, 1)
        column.addSpacing(22)
        self.heading = label(name, "door", wrap=True)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.heading)
        column.addSpacing(8)
        self.told = label(sentence, "soft", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.told.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self.told)
        column.addSpacing(20)
        self.button = button(action, kind, icon, tall=True)
        self.button.setMaximumWidth(theme.px(MOST_DOOR))
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setAccessibleDescription(sentence)
        middle = QHBoxLayout()  # under the words, where the doors stand one below the other
        middle.addStretch(1)
        middle.addWidget(self.button, 100)
        middle.addStretch(1)
        column.addLayout(middle)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here


class DoorsPage(QScrollArea):
    """Scrolls only where large letters need it."""

    invite_chosen = Signal()
    """The door for those who were invited."""
    space_chosen = Signal()
    """The door for those who start a group."""
    walk_chosen = Signal()
    """The door for those who look first."""
    people_chosen = Signal()
    """Back to who is here already."""
    backup_chosen = Signal()
    """Bring a vault back from a backup."""
    language_chosen = Signal(str)
    """The code of another language."""

    def __init__(self, language: str, *, can_go_back: bool) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the tabulator leads to the doors
        self.setAccessibleName(self.tr("Which door is yours?"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = _Doors(language, can_go_back=can_go_back)
        self.setWidget(self.inner)
        for door, chosen in zip(
            self.inner.doors, (self.invite_chosen, self.space_chosen, self.walk_chosen), strict=True
        ):
            door.button.clicked.connect(chosen)
        self.inner.back.clicked.connect(self.people_chosen)
        self.inner.backup.clicked.connect(self.backup_chosen)
        self.inner.languages.chosen.connect(self.language_chosen)
        self.inner.menu.chosen.connect(self.language_chosen)

    @property
    def buttons(self) -> list[QPushButton]:
        """The three doors' buttons, in order."""
        return [door.button for door in self.inner.doors]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.inner.fit(self.viewport().width())


class _Doors(QWidget):
    """The page itself: paper above, the hills, and below them a sheet."""

    painted = Signal()
    """It was painted for the first time."""

    def __init__(self, language: str, *, can_go_back: bool) -> None:
        super().__init__()
        self._painted = False
        self._scene = Scene("first-start-scene.svg")
        self.languages = LanguageRow(language)
        self.menu = LanguageMenu(language)
        self.back = button(self.tr("Back"), "quiet", "back")
        self.back.setVisible(can_go_back)
        self.backup = button(self.tr("I have a backup"), "link")
        self.doors = self._make_doors()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(32)
        heading = label(self.tr("Which door is yours?"), "start", wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(heading)
        column.addSpacing(4)
        self._lead = lead = label(
            self.tr(
                "What works at one mine can help at the next. It all stays on this laptop until you send it."
            ),
            "lead",
            wrap=True,
        )
        lead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(lead)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(24, 0, 24, 0)
        for door in self.doors:
            self._row.addWidget(door, 1)
        column.addLayout(self._row, 1)
        column.addSpacing(26)
        column.addWidget(rule())
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        name = name_width()  # painted beside the languages
        ends = (40, name) if self.isRightToLeft() else (name, 40)
        head.setContentsMargins(ends[0], 32, ends[1], 0)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.languages)
        head.addWidget(self.menu)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 6, 24, 6)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(icon_label("laptop", "ink2"))
        words = (
            self.tr("No internet needed"),
            self.tr("takes under two minutes"),
            self.tr("you can come back to these doors later"),
        )
        told = label("  ·  ".join(words), "second", wrap=True)
        self._foot_words = told
        foot.addWidget(told)
        foot.addStretch(1)
        foot.addWidget(self.backup)
        return foot

    def _make_doors(self) -> list[Door]:
        return [
            Door(
                self.tr("I have an invite"),
                self.tr("Your coordinator gave you a file, a code or a square picture."),
                self.tr("Join with an invite"),
                "primary",
                "qr",
            ),
            Door(
                self.tr("I start a group"),
                self.tr("You coordinate an association or a region, and want to invite the others."),
                self.tr("Start a new space"),
                "outline",
                "people",
            ),
            Door(
                self.tr("I want to look first"),
                self.tr("Walk through with made-up notes and practices. Nothing is kept, nothing is sent."),
                self.tr("Look around"),
                "outline",
                "eye",
            ),
        ]

    def fit(self, width: int) -> None:
        """Doors beside each other under the scene's where they have room, else one below the other."""
        row = self.languages.sizeHint().width() <= width - name_width() - 40 - 24
        self.languages.setVisible(row)
        self.menu.setVisible(not row)
        self._fit_foot(width)
        widest = max(door.minimumSizeHint().width() for door in self.doors)
        beside = width >= 3 * (widest + 24)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        gap = 48 if width >= 1100 else 24
        self._row.setSpacing(gap if beside else 8)
        # columns stand under the doors of the scene, which scales with the window
        side = max(24, round((width - 3 * APART * width / SIZE.width() + gap) / 2)) if beside else 48
        self._row.setContentsMargins(side, 0, side, 0)
        for number, door in enumerate(self.doors):
            door.way.setVisible(beside or number == 0)
            door.way.setMinimumHeight(LEAST_SCENE if beside else 0)
        self._level((width - 2 * side - 2 * gap) // 3 if beside else 0)

    def _fit_foot(self, width: int) -> None:
        """The words at the foot in one line where they have room, and wrapped in what there is elsewhere."""
        words = self._foot_words
        whole = QFontMetrics(theme.font("second")).horizontalAdvance(words.text()) + 8
        beside = self.backup.sizeHint().width() + theme.px(20) + 2 * 24 + 3 * 8
        words.setMinimumWidth(max(0, min(whole, width - beside)))

    def _level(self, width: int) -> None:
        """Headings and sentences as high as the highest of them, so that the columns stand level."""
        for texts in ([door.heading for door in self.doors], [door.told for door in self.doors]):
            highest = max(text.heightForWidth(width) for text in texts) if width else 0
            for text in texts:
                text.setMinimumHeight(highest)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.color("paper"))
        way = self.doors[0].way
        ground = way.mapTo(self, way.rect().bottomLeft()).y() + 1
        painter.fillRect(QRect(0, ground, self.width(), self.height() - ground), now.color("sheet"))
        sky = self._lead.geometry().bottom() + 8  # the words stand clear of the hills
        room = min(ground - sky, round(self.width() * SIZE.height() / SIZE.width()))
        if way.height() >= LEAST_SCENE:
            drawn = self._scene.pixmap(
                self.width(), room, self.devicePixelRatioF(), mirrored=self.isRightToLeft()
            )
            painter.drawPixmap(0, ground - room, drawn)
        paint_name(painter, self)
        if not self._painted:
            self._painted = True
            self.painted.emit()
