"""The notices of everybody whose work is in the program: a list of the parts, beside it what each says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from delve_desktop.services.licences import Component
from delve_desktop.ui.widgets.basics import button, label

SIZE = (900, 560)


class LicencesDialog(QDialog):
    """Shows one part after the other; nothing in it can be changed."""

    def __init__(self, components: Sequence[Component], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences of all parts"))
        self.resize(*SIZE)
        self._components = components
        column = QVBoxLayout(self)
        column.addWidget(
            label(
                self.tr("Delve stands on the work of others. Each part, and its terms:"), "second", wrap=True
            )
        )
        row = QHBoxLayout()
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts of the program"))
        self.parts.setWordWrap(True)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.addItems([f"{one.name} {one.version}".strip() for one in components])
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Licence of the part"))
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row.addWidget(self.parts, 2)
        row.addWidget(self.text, 3)
        column.addLayout(row, 1)
        self.close_button = button(self.tr("Close"), "outline", "x")
        self.close_button.clicked.connect(self.accept)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTrailing)
        self.parts.currentRowChanged.connect(self._on_chosen)
        self.parts.setCurrentRow(0)

    def _on_chosen(self, row: int) -> None:
        one = self._components[row]
        self.text.setPlainText(f"{one.name} {one.version}".strip() + f"\n{one.licence}\n\n{one.text}")
