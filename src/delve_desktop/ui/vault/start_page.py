"""The first thing on screen: the people of this laptop at the left, their passphrase at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from delve_desktop.ui import theme
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import button, label, paint_disc, rule, surface
from delve_desktop.ui.widgets.frames import empty
from delve_desktop.ui.widgets.icon import paint as paint_icon
from delve_desktop.ui.widgets.icon import paint_svg

from .create_card import CreateCard, PassphraseAdvice
from .people import People, Person
from .unlock_card import UnlockCard

SCENE = (1366, 312)


class PersonButton(QAbstractButton):
    """One person to choose: disc, name, and a tick on who is chosen."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(person.name)
        self.setAccessibleName(person.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(72)

    def sizeHint(self) -> QSize:
        return QSize(320, 72)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 3 if self.hasFocus() else (2 if chosen else 1)
        edge = "focus" if self.hasFocus() else ("teal" if chosen else "line")
        inset = width / 2
        painter.setPen(QPen(now.color(edge), width))
        painter.setBrush(now.color("sheet" if chosen else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        paint_disc(painter, QRect(18, (self.height() - 44) // 2, 44, 44), self.person.name)
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(now.color("ink"))
        words = QRect(78, 0, self.width() - 78 - 52, self.height())
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        if chosen:
            paint_icon(painter, "check", "teal", QRect(self.width() - 44, (self.height() - 24) // 2, 24, 24))


class StartPage(QWidget):
    """Everything before the main window."""

    first_painted = Signal()
    """The page is on screen for the first time: now the rest of the program may load."""
    unlock_asked = Signal(object, str)
    """A `Person` and a passphrase."""
    create_asked = Signal(str, str)
    """Name and passphrase of somebody new."""

    def __init__(self, people: People, advice: PassphraseAdvice) -> None:
        super().__init__()
        self._people = people
        self._painted = False
        self._scene = QPixmap()
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.unlock = UnlockCard()
        self.unlock.unlock_asked.connect(self.unlock_asked)
        self.create_card = CreateCard(advice)
        self.create_card.create_asked.connect(self.create_asked)
        self.create_card.back_asked.connect(self.refresh)
        self._build()
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 104, 24, 24)
        card = surface("card")
        card.setMaximumWidth(1008)
        card.setMinimumHeight(432)
        line = QHBoxLayout(card)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._left = surface("paper-card")
        self._left.setMaximumWidth(440)
        self._who = QVBoxLayout(self._left)
        self._who.setContentsMargins(32, 28, 32, 28)
        self._who.setSpacing(12)
        self._right = QStackedWidget()
        self._right.addWidget(self.unlock)
        self._right.addWidget(self.create_card)
        line.addWidget(self._left, 4)
        line.addWidget(self._right, 5)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def refresh(self) -> None:
        """Look who is here, and ask who was here last, or else the first of them."""
        empty(self._who)
        known = self._people.known()
        self._who.addWidget(
            label(self.tr("Who are you?") if known else self.tr("Welcome to Delve"), "section")
        )
        if not known:
            self._tell_first_time()
            self.create_card.reset(can_go_back=False)
            self._right.setCurrentWidget(self.create_card)
            self.create_card.name.setFocus()
            return
        asked = next((person for person in known if person.folder == self._people.last), known[0])
        for person in known:
            made = PersonButton(person)
            made.clicked.connect(lambda _checked=False, who=person: self._choose(who))
            made.setChecked(person is asked)
            self._who.addWidget(made)
        if not self._people.single:
            new = button(self.tr("Someone new on this laptop"), "quiet", "plus")
            new.clicked.connect(self._on_new)
            self._who.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        self._who.addStretch(1)
        self._choose(asked)

    def fail(self, sentence: Sentence) -> None:
        """Say what went wrong, on the card that asked."""
        current = self._right.currentWidget()
        if isinstance(current, UnlockCard | CreateCard):
            current.fail(sentence)

    def _tell_first_time(self) -> None:
        for words in (
            self.tr("Write notes, keep contacts, and share what works with other associations."),
            self.tr("No internet is needed. It all stays on this laptop until you send it."),
            self.tr("Afterwards you start a group, or join one with an invite."),
        ):
            self._who.addWidget(rule())
            self._who.addWidget(label(words, "lead", wrap=True))
        self._who.addStretch(1)

    def _choose(self, person: Person) -> None:
        self.unlock.show_person(person)
        self._right.setCurrentWidget(self.unlock)
        self.unlock.field.setFocus()

    def _on_new(self) -> None:
        self.create_card.reset(can_go_back=True)
        self._right.setCurrentWidget(self.create_card)
        self.create_card.name.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("paper"))
        paint_svg(
            painter, "logo-ink.svg" if theme.current().name == "light" else "logo.svg", QRectF(40, 32, 40, 40)
        )
        painter.setFont(theme.font("record", serif=True))
        painter.setPen(theme.current().color("ink"))
        painter.drawText(QRect(92, 26, 300, 52), Qt.AlignmentFlag.AlignVCenter, "Delve")
        painter.drawPixmap(0, self.height() - self._ground().height(), self._ground())
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def _ground(self) -> QPixmap:
        """The hills of the scene without its doors, rendered once a width."""
        height = max(80, min(260, self.height() - 500))
        if self._scene.size() != QSize(self.width(), height):
            scene = QPixmap(self.width(), height)
            scene.fill(Qt.GlobalColor.transparent)
            painter = QPainter(scene)
            scale = max(1.0, self.width() / SCENE[0])
            paint_svg(painter, "hills.svg", QRectF(0, 0, SCENE[0] * scale, SCENE[1] * scale))
            painter.end()
            self._scene = scene
        return self._scene
