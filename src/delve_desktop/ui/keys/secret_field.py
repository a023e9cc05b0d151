"""A field for a passphrase, with a button inside that shows what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore  # whose `Qt` is not for the first page: see `early`
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from delve_desktop.ui import early
from delve_desktop.ui.widgets.basics import button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class _Line(QLineEdit):
    """Notices what caps lock does, which no system tells alike."""

    capitals_told = Signal(bool)
    """As of the whole."""
    resized = Signal()
    """The room for the text may be another."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
        typed = event.text()
        if len(typed) == 1 and typed.lower() != typed.upper():
            self.capitals_told.emit(typed.isupper() is not shift)
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class SecretField(QWidget):
    """Hidden until the person asks to see it."""

    capitals_told = Signal(bool)
    """A letter came in capitals that the keys pressed do not explain, or no longer does: caps lock."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = _Line()
        self.edit.capitals_told.connect(self.capitals_told)
        self.edit.resized.connect(self._make_room)
        self.edit.setProperty("tall", "true")
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(name)
        self.edit.setProperty("inputMethodHints", early.SECRET_INPUT)
        self._show = button(self.tr("Show"), "quiet", "eye")
        self._show.setProperty("inside", "true")
        self._show.setIconSize(QSize(26, 18))
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_toggled)
        inside = QHBoxLayout(self.edit)
        inside.setContentsMargins(6, 0, 6, 0)
        inside.addStretch(1)
        inside.addWidget(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)  # makes room when it gets a size: sooner, it is styled in vain

    @property
    def shown(self) -> bool:
        """Whether it can be read on the screen."""
        return self._show.isChecked()

    def reveal(self, *, shown: bool = True) -> None:
        """Show what stands there, as for a passphrase that was suggested; or hide it again."""
        self._show.setChecked(shown)

    def _make_room(self) -> None:
        """What is typed ends before the button, on whichever side that is."""
        wide = self._show.sizeHint().width()
        from_right = self.edit.isRightToLeft()
        self.edit.setTextMargins(wide if from_right else 0, 0, 0 if from_right else wide, 0)

    def _on_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._show.setAccessibleName(
            self.tr("Hide the passphrase") if shown else self.tr("Show the passphrase")
        )
        self._make_room()
