"""The top bar: logo, search, sync pill, lock; the choice of space where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QStyle, QWidget

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.views import SpaceView
from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import button
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.icon import icon, paint_svg
from delve_desktop.ui.widgets.pill import SyncPill

from .nav import NARROW, WIDE

_BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)
_NOT_BY_HAND = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
SPACE_WIDTH = 88  # pixels of the name of a space, in a narrow window: larger letters have no more room there


def bar_height() -> int:
    """56 px, or what larger text needs."""
    return max(56, QFontMetrics(theme.font("body")).height() + 34)


class _Logo(QWidget):
    """The arch, with the name where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._rail = False
        self.setFixedHeight(bar_height())
        self.set_rail(rail=False)

    def set_rail(self, *, rail: bool) -> None:
        self._rail = rail
        self.setFixedWidth(theme.px(NARROW if rail else WIDE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - 32) // 2 - 1
        arch = QRect((self.width() - 32) // 2 if self._rail else 16, top, 32, 32)
        paint_svg(painter, "logo.svg", QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), arch)))
        if not self._rail:
            painter.setFont(theme.font("section", serif=True))
            painter.setPen(theme.current().color("on-bar"))
            words = QRect(60, 0, self.width() - 60, self.height() - 2)
            place = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, "Delve")


class Finder(QLineEdit):
    """The search field, with the keys that lead to it where they have room."""

    entered = Signal()
    """A click or Ctrl+K; Tab alone only passes by, and typing or an arrow opens what drops down."""
    left = Signal()
    """The focus went to another part of the window."""
    stepped = Signal(int)
    """An arrow: 1 for down, -1 for up."""
    taken = Signal()
    """Enter."""
    given_up = Signal()
    """Esc."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setMinimumHeight(bar_height() - 16)
        set_hint(self, self.tr("Find anything"))
        self.setAccessibleName(self.tr("Find anything, Ctrl+K"))
        self.addAction(icon("search", "on-bar"), QLineEdit.ActionPosition.LeadingPosition)
        self._key = QLabel("Ctrl K", self)
        self._key.setProperty("role", "key")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.isRightToLeft():  # whatever the language of the keyboard is
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.textChanged.connect(self._place_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc is the field's own while it has the focus, before it is a shortcut of the window."""
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_HAND:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _NOT_BY_HAND:
            self.left.emit()

    def _place_key(self, _text: str = "") -> None:
        size = self._key.sizeHint()
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
        beside = theme.px(20) + 48  # the sign before the words, and the gaps
        self._key.setVisible(not self.text() and self.width() > hint + size.width() + beside)
        top = (self.height() - size.height()) // 2
        place = QRect(self.width() - size.width() - 12, top, size.width(), size.height())
        self._key.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))


class TopBar(QWidget):
    """56 px high on every page."""

    lock_asked = Signal()
    """Lock the vault."""
    sync_asked = Signal()
    """To the sync page."""
    space_chosen = Signal(object)
    """A `SpaceId` from the menu of a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(bar_height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(8)
        self._logo = _Logo()
        row.addWidget(self._logo)
        self._space = button("", "bar", "chev-d")
        self._space.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._space.setIconSize(QSize(16, 16))
        self._space.hide()
        self._menu = QMenu(self)
        self._space.setMenu(self._menu)
        row.addWidget(self._space)
        row.addSpacing(8)
        self.finder = Finder()
        row.addWidget(self.finder, 100)  # up to its greatest width; then the gap grows
        row.addStretch(1)
        self.pill = SyncPill()
        self.pill.clicked.connect(self.sync_asked)
        row.addWidget(self.pill)
        self.lock = button(self.tr("Lock"), "bar", "lock")
        self.lock.clicked.connect(self.lock_asked)
        row.addWidget(self.lock)
        self.set_rail(rail=False)

    def show_spaces(self, spaces: Sequence[SpaceView], current: SpaceId | None) -> None:
        """Fill the menu of spaces."""
        self._menu.clear()
        for space in spaces:
            name = space.name or self.tr("A new space")
            action = self._menu.addAction(name)
            action.triggered.connect(lambda _checked=False, chosen=space.id: self.space_chosen.emit(chosen))
            if space.id == current:
                metrics, most = self._space.fontMetrics(), SPACE_WIDTH
                self._space.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, most))
                self._space.setToolTip(name)
                self._space.setAccessibleName(self.tr("Space: {0}").format(name))

    def take_focus(self) -> None:
        """Search: what is typed next replaces the words that are there."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def set_rail(self, *, rail: bool) -> None:
        """Make room below 1100 px."""
        self._logo.set_rail(rail=rail)
        self._space.setVisible(rail and bool(self._menu.actions()))
        self.finder.setMinimumWidth(theme.px(96 if rail else 320))
        self.finder.setMaximumWidth(theme.px(208 if rail else 320))
