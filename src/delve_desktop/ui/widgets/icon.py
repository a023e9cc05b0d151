"""Icons: drawn from the project's SVGs in a token's colour, with a stroke of 1.75 px at every size."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from PySide6 import QtGui  # whose painters are not for the first page: see `early`
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPixmap

from delve_desktop.ui import early, resources, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

GRID: Final = 24
STROKE: Final = 1.75


def clear(width: int, height: int) -> QPixmap:
    """A pixmap that shows nothing."""
    made = QPixmap(width, height)
    made.fill(QColor(0, 0, 0, 0))
    return made


@cache
def _source(name: str) -> str:
    return (resources.folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    text = _source(name).replace("#1E2928", color)
    text = text.replace('stroke-width="1.75"', f'stroke-width="{STROKE * GRID / size:.3f}"')
    from PySide6.QtCore import QByteArray
    from PySide6.QtSvg import QSvgRenderer

    drawn = clear(round(size * ratio), round(size * ratio))
    painter = QtGui.QPainter(drawn)
    QSvgRenderer(QByteArray(text.encode())).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def paint(painter: QPainter, name: str, token: str, rect: QRect) -> None:
    """Draw an icon into a square of the painter, in the colour of a token."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), pixmap(name, token, rect.width(), ratio))


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels."""
    return _pixmap(name, theme.current().tokens[token], size, ratio)


class _Engine(QIconEngine):
    """Paints with the theme that is current at the moment of painting, so a theme change needs no walk."""

    def __init__(self, name: str, token: str, disabled: str, checked: str) -> None:
        super().__init__()
        self._name = name
        self._tokens = (token, disabled, checked)

    def _token(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        token, disabled, checked = self._tokens
        if mode == QIcon.Mode.Disabled:
            return disabled
        return checked if state == QIcon.State.On else token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        left = (
            rect.width() - size if QGuiApplication.isRightToLeft() else 0
        )  # buttons leave a gap to the word
        corner = rect.topLeft() + QPoint(left, (rect.height() - size) // 2)
        paint(painter, self._name, self._token(mode, state), QRect(corner, QSize(size, size)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = clear(size.width(), size.height())
        drawn.setDevicePixelRatio(scale)
        if early.pictures_wait():
            return drawn
        painter = QtGui.QPainter(drawn)
        self.paint(
            painter, QRect(0, 0, round(size.width() / scale), round(size.height() / scale)), mode, state
        )
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        token, disabled, checked = self._tokens
        return _Engine(self._name, token, disabled, checked)


def icon(name: str, tint: str = "teal", *, disabled: str = "ink3", checked: str = "") -> QIcon:
    """A `QIcon` in a token's colour; `checked` names another token for the checked state."""
    return QIcon(_Engine(name, tint, disabled, checked or tint))


def paint_svg(painter: QPainter, file: str, rect: QRectF) -> None:
    """Draw one of the coloured pictures (logo, scene) into a rectangle."""
    from PySide6.QtSvg import QSvgRenderer

    QSvgRenderer(str(resources.folder() / file)).render(painter, rect)


def app_icon() -> QIcon:
    """The program's own icon, for the window's frame and the task bar."""
    made = QIcon()
    for size in (16, 32, 48, 128):
        drawn = clear(size, size)
        painter = QtGui.QPainter(drawn)
        paint_svg(painter, "logo-ink.svg", QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(drawn)
    return made
