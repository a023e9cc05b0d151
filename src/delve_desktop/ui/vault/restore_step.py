"""A vault brought back from a backup, onto this laptop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from delve_desktop.ui.keys.secret_field import SecretField
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.choice import choice
from delve_desktop.ui.widgets.progress import ProgressBar

from .step import Step

ENDING = "*.delve-backup"


class RestoreStep(Step):
    """Asks for the file, the words of its day, and whether the old laptop is gone."""

    progressed = Signal(int, int)
    """Bytes read, and all; may be emitted from a worker's thread."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Back from a backup"),
            self.tr("The vault in the backup comes onto this laptop. The backup itself stays as it is."),
            self.tr("Bring it back"),
            "in",
        )
        self.file: Path | None = None
        self._choose = button(self.tr("Choose the backup"), "outline", "stick", tall=True)
        self._choose.clicked.connect(self._on_choose)
        self.body.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeading)
        self._named = label("", "second", wrap=True)
        self.body.addWidget(self._named)
        self.body.addSpacing(12)
        self.body.addWidget(label(self.tr("The words of that day"), "strong", wrap=True))
        self.words = SecretField(self.tr("The words of the backup"))
        self.words.edit.textChanged.connect(self._on_changed)
        self.words.edit.returnPressed.connect(self.go_on)
        self.body.addWidget(self.words)
        self.body.addSpacing(12)
        self.body.addWidget(label(self.tr("And the laptop that made it?"), "strong", wrap=True))
        self.gone = choice(self.tr("It is gone or lost"))
        self.used = choice(self.tr("It is still used"))
        for each in (self.gone, self.used):
            each.toggled.connect(self._on_changed)
            each.setAutoExclusive(True)
            self.body.addWidget(each, 0, Qt.AlignmentFlag.AlignLeading)
        self._bar = ProgressBar(self.tr("Bringing it back"))
        self._bar.hide()
        self.body.addSpacing(8)
        self.body.addWidget(self._bar)
        self.progressed.connect(self._on_progressed)
        self._on_changed()

    def take(self, file: Path) -> None:
        """Bring back what is in this file."""
        self.file = file
        self._named.setText(file.name)
        self._on_changed()

    def set_busy(self, *, busy: bool, words: str = "") -> None:
        super().set_busy(busy=busy, words=words)
        self._bar.setVisible(busy)
        self._bar.set_fraction(None if busy else 0.0)

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("The backup"), "", self.tr("Backups ({0})").format(ENDING) + ";;" + "(*)"
        )
        if chosen:
            self.take(Path(chosen))

    def _on_changed(self) -> None:
        said = self.gone.isChecked() or self.used.isChecked()
        ready = self.file is not None and bool(self.words.edit.text()) and said
        self.set_ready(
            ready=ready, why=self.tr("The file, its words, and the old laptop must be known first")
        )

    def _on_progressed(self, done: int, whole: int) -> None:
        if whole:
            self._bar.set_fraction(done / whole)
