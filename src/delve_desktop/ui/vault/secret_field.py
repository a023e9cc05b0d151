"""A field for a passphrase, with a button that shows what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from delve_desktop.ui.widgets.basics import button


class SecretField(QWidget):
    """Hidden until the person asks to see it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setProperty("tall", "true")
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(name)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._show = button(self.tr("Show"), "quiet", "eye")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(self._show)

    def reveal(self) -> None:
        """Show what stands there, as for a passphrase that was suggested."""
        self._show.setChecked(True)

    def _on_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
