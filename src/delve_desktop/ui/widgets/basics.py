"""Labels, buttons, rules and discs: the smallest parts, made right in one place."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets  # whose `Qt`, painters and `QStyle` come later: see `early`
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from delve_desktop.ui import early, theme
from delve_desktop.ui.theme.tokens import DISCS

from .icon import icon as make_icon

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QToolButton


def label(text: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A plain-text label; `role` names its look in the style sheet."""
    made = QLabel(text)
    made.setProperty("textFormat", early.PLAIN_TEXT)  # what people wrote is never markup here
    if role:
        made.setProperty("role", role)
    if wrap:
        made.setWordWrap(True)
    if selectable:
        made.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def icon_label(name: str, tint: str = "ink3", size: int = 20) -> QLabel:
    """An icon that stands beside a word and says nothing of its own."""
    made = _IconLabel(name, tint)
    made.setFixedSize(theme.px(size), theme.px(size))
    return made


class _IconLabel(QLabel):
    """Paints its icon anew in whatever theme is current."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._icon = make_icon(name, tint)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not early.pictures_wait():
            with QtGui.QPainter(self) as painter:
                self._icon.paint(painter, self.rect())


_TOKENS = {"primary": "on-teal", "plain": "ink", "bar": "on-bar", "danger": "red", "chip": "ink"}


def point(widget: QWidget) -> None:
    """Show over this widget that it can be pressed; asked for when the pointer enters it."""
    widget.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)


class _Button(QPushButton):
    """Enter presses it as the space bar does; Qt lets it do so in a dialog only."""

    def enterEvent(self, event: QEnterEvent) -> None:
        point(self)
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        Qt = QtCore.Qt  # noqa: N806
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class _WrappingButton(_Button):
    """Puts its words into several lines where they do not fit into one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the words in two lines."""
        words = self.text().split()
        halves = [max(self._wide(words[:at]), self._wide(words[at:])) for at in range(1, len(words))]
        hint = self.sizeHint()
        return QSize(self._beside() + min(halves, default=self._wide(words)), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        more = len(self._lines(width - self._beside())) - 1
        return self.sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(self._lines(self.width() - self._beside()))
        QtWidgets.QStylePainter(self).drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option)

    def _wide(self, words: list[str]) -> int:
        return self.fontMetrics().horizontalAdvance(" ".join(words))

    def _beside(self) -> int:
        """How wide everything but the words is."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def _lines(self, room: int) -> list[str]:
        lines: list[list[str]] = [[]]
        for word in self.text().split():
            if lines[-1] and self._wide([*lines[-1], word]) > room:
                lines.append([])
            lines[-1].append(word)
        return [" ".join(line) for line in lines]


def button(
    text: str, kind: str = "quiet", icon: str = "", *, tall: bool = False, wraps: bool = False
) -> QPushButton:
    """A push button; `kind` is primary, outline, plain, quiet, link, danger, bar, chip or choice.

    With `wraps`, its words may take several lines where one is too narrow.
    """
    made = _WrappingButton(text) if wraps else _Button(text)
    made.setProperty("kind", kind)
    if tall:
        made.setProperty("tall", "true")
    if icon:
        made.setIcon(make_icon(icon, _TOKENS.get(kind, "teal")))
        made.setIconSize(QSize(theme.px(20) + 6, theme.px(20)))  # the icon, and the gap to the word
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    return made


def tool(icon: str, name: str, parent: QWidget | None = None) -> QToolButton:
    """A button that is an icon alone: its name is its tooltip and what a screen reader says."""
    made = QtWidgets.QToolButton(parent)
    made.setIcon(make_icon(icon, "ink"))
    made.setIconSize(QSize(theme.px(20), theme.px(20)))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFixedSize(theme.px(40), theme.px(40))
    return made


def rule() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("surface", "rule")
    made.setFixedHeight(1)
    return made


def surface(kind: str) -> QFrame:
    """An empty area with a look of the style sheet."""
    made = QFrame()
    made.setProperty("surface", kind)
    return made


def initials(name: str) -> str:
    """Up to two letters that stand for a name."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


def disc_color(name: str) -> QColor:
    """The same colour for the same name, on every laptop."""
    return QColor(DISCS[zlib.crc32(name.encode()) % len(DISCS)])


def paint_disc(painter: QPainter, rect: QRect, name: str, *, square: bool = False) -> None:
    """A coloured disc (a rounded square for spaces) with a name's initials."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(disc_color(name))
    if square:
        painter.drawRoundedRect(rect, 6, 6)
    else:
        painter.drawEllipse(rect)
    font = theme.font("body", bold=True)
    font.setPixelSize(max(9, round(rect.height() * (0.42 if square else 0.38))))
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(rect, QtCore.Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


class Disc(QWidget):
    """A disc with the initials of a person or a space."""

    def __init__(self, name: str, size: int = 32, *, square: bool = False) -> None:
        super().__init__()
        self._name = name
        self._square = square
        self.setFixedSize(theme.px(size), theme.px(size))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QtGui.QPainter(self) as painter:
            paint_disc(painter, self.rect(), self._name, square=self._square)
