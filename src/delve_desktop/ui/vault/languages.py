"""Choosing the language: a row of pills at the first start, a menu at later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets  # whose `Qt` and menus are not for the first page: see `early`
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from delve_desktop.ui import early, theme, translations
from delve_desktop.ui.widgets.basics import button, icon_label, point
from delve_desktop.ui.widgets.icon import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QMenu


class LanguageRow(QWidget):
    """Every language by its own name; the one in use has a tick."""

    chosen = Signal(str)
    """The code of another language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(icon_label("globe", "ink2"))
        self.pills: dict[str, QPushButton] = {}
        for code, name in translations.AVAILABLE.items():
            pill = button(name, "choice")
            pill.setProperty("pill", "true")
            pill.setCheckable(True)
            if code == language:  # bold, and with a tick
                bold = QFontMetrics(theme.font("body", bold=True)).horizontalAdvance(name)
                pill.setMinimumWidth(bold + 20 + 2 * 16)
            pill.setChecked(code == language)
            if code == language:
                pill.setIcon(icon("check", "on-teal"))
                pill.setIconSize(QSize(20, 16))
            pill.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            pill.setAutoExclusive(True)
            self.pills[code] = pill
            row.addWidget(pill)


class LanguageMenu(QPushButton):
    """The language in use; pressing it offers the others."""

    chosen = Signal(str)
    """The code of another language."""

    def __init__(self, language: str) -> None:
        super().__init__(translations.AVAILABLE[language])
        self.setProperty("kind", "quiet")
        self.setIcon(icon("chev-d", "teal"))
        self.setIconSize(QSize(16, 16))
        from_right = self.isRightToLeft()  # the arrow follows the word
        self.setProperty("layoutDirection", early.FROM_LEFT if from_right else early.FROM_RIGHT)
        self.setAccessibleName(self.tr("Language: {0}").format(self.text()))
        self._language = language
        self.clicked.connect(self._on_clicked)

    def enterEvent(self, event: QEnterEvent) -> None:
        point(self)
        super().enterEvent(event)

    def menu_of_languages(self) -> QMenu:
        """The others, and the one in use; made when it is asked for."""
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for code, name in translations.AVAILABLE.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == self._language)
            action.triggered.connect(lambda _checked=False, code=code: self.chosen.emit(code))
        return menu

    def _on_clicked(self) -> None:
        self.menu_of_languages().popup(self.mapToGlobal(self.rect().bottomLeft()))
