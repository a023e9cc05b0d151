"""A pill to be ticked: bold and with a tick when it is, and wide enough for that from the start."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QPushButton

from delve_desktop.ui import theme

from .basics import button
from .icon import icon

TICK = 16


def choice(text: str) -> QPushButton:
    """One of several, or one that can be left; whoever makes it groups it."""
    made = button(text, "choice")
    made.setCheckable(True)
    made.setIconSize(QSize(TICK + 6, TICK))
    bold = QFontMetrics(theme.font("second", bold=True)).horizontalAdvance(text)
    made.setMinimumWidth(bold + TICK + 6 + 40)
    made.toggled.connect(lambda ticked: made.setIcon(icon("check", "on-teal") if ticked else QIcon()))
    return made
