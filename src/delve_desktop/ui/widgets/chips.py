"""Chips: a value in a soft pill, with an icon, or with a cross that takes it off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from delve_desktop.ui import theme

from .basics import icon_label, label, surface
from .elided import ElidedButton, set_hint
from .flow import Flow
from .frames import empty
from .icon import icon as make_icon


def chip(text: str, icon: str = "") -> QWidget:
    """A value to read."""
    made = surface("soft-card")
    made.setStyleSheet("QFrame { border-radius: 16px; }")
    made.setFixedHeight(theme.px(32))
    row = QHBoxLayout(made)
    row.setContentsMargins(12, 0, 12, 0)
    row.setSpacing(8)
    if icon:
        row.addWidget(icon_label(icon, "ink", 16))
    row.addWidget(label(text, "second"))
    return made


class ChipsEdit(QWidget):
    """The members of a set field while they are edited: chips with a cross, and a field to add one."""

    edited = Signal()
    """A member came or went."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._members: list[str] = []
        self._chips = Flow()
        self._flow = self._chips.line
        self._entry = QLineEdit()
        set_hint(self._entry, placeholder)
        self._entry.setAccessibleName(name)
        self._entry.returnPressed.connect(self._on_entered)
        self._entry.editingFinished.connect(self._on_entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._chips)
        column.addWidget(self._entry)
        self._chips.hide()

    @property
    def members(self) -> list[str]:
        """What stands now, in order, with what is typed but not entered."""
        typed = self._entry.text().strip()
        return [*self._members, *([typed] if typed and typed not in self._members else [])]

    def set_members(self, members: list[str]) -> None:
        """Show these instead."""
        self._members = list(members)
        self._rebuild()

    def _on_entered(self) -> None:
        typed = self._entry.text().strip()
        if not typed:
            return
        self._entry.clear()
        if typed not in self._members:
            self._members.append(typed)
            self._rebuild()
            self.edited.emit()

    def _remove(self, member: str) -> None:
        self._members.remove(member)
        self._rebuild()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _rebuild(self) -> None:
        empty(self._flow)
        for member in self._members:
            self._flow.addWidget(self._chip(member))
        self._chips.setVisible(bool(self._members))
        self._chips.updateGeometry()

    def _chip(self, member: str) -> QPushButton:
        made = ElidedButton(member, "chip")
        made.setIcon(make_icon("x", "ink"))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross follows the word
        made.setIconSize(QSize(14, 14))
        made.setAccessibleName(self.tr("Remove {0}").format(member))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(lambda: self._remove(member))
        return made
