"""Where a code is typed, pasted, or brought as a file or a picture of a square code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from delve_desktop.ui.dropped import files_in
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.widgets.basics import button, label

from .code_reading import code_in_picture, read_code
from .code_words import code_sentence

MAX_TYPED = 1000  # characters, as `crypto.code_text` looks at
PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp *.gif *.txt"


class _Line(QLineEdit):
    """A field into which a picture of a code can be pasted as well."""

    picture_pasted = Signal(QImage)
    """The clipboard held a picture."""

    def keyPressEvent(self, event: Any) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            held = QApplication.clipboard().mimeData()
            if held.hasImage() and not held.hasText():
                image = QApplication.clipboard().image()
                self.picture_pasted.emit(image)
                return
        super().keyPressEvent(event)


class CodeField(QWidget):
    """`worker` reads files and pictures; blanks, hyphens and capitals do not matter."""

    entered = Signal()
    """Enter in the field."""

    def __init__(self, name: str, hint: str, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        caption = label(name, "strong")
        column.addWidget(caption)
        self.edit = _Line()
        self.edit.setProperty("tall", "true")
        self.edit.setMaxLength(MAX_TYPED)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setAcceptDrops(False)  # the whole of this takes them
        self.edit.returnPressed.connect(self.entered)
        self.edit.textEdited.connect(lambda _text: self.tell(""))
        self.edit.picture_pasted.connect(self._on_picture)
        caption.setBuddy(self.edit)
        column.addWidget(self.edit)
        row = QHBoxLayout()
        self.choose = button(self.tr("Choose a file or a picture"), "outline", "qr")
        self.choose.clicked.connect(self._on_choose)
        row.addWidget(self.choose)
        row.addWidget(label(self.tr("or drop it here"), "second"), 1)
        column.addLayout(row)
        self._told = label("", "second", wrap=True)
        self._told.hide()
        column.addWidget(self._told)
        self.setAcceptDrops(True)

    @property
    def text(self) -> str:
        """What stands there."""
        return self.edit.text().strip()

    def tell(self, text: str, *, failed: bool = True) -> None:
        """Say something below the field; nothing when empty."""
        self._told.setProperty("role", "danger" if failed else "second")
        self._told.style().polish(self._told)
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def check(self, parse: Callable[[str], Any], done: Callable[[], None], owner: QObject) -> None:
        """Whether `parse` takes what is typed: then `done` is called, else the reason is told."""
        typed = self.text
        self._worker.submit(
            lambda: parse(typed),
            lambda _parsed: done(),
            lambda error: self.tell(code_sentence(error).text),
            owner,
        )

    def read_file(self, path: Path) -> None:
        """Take the code out of a file; what is wrong is told below the field."""
        self._read(lambda: read_code(path))

    def _read(self, reading: Callable[[], str]) -> None:
        self.tell(self.tr("Reading …"), failed=False)
        self._worker.submit(reading, self._on_read, lambda error: self.tell(code_sentence(error).text), self)

    def _on_read(self, code: str) -> None:
        self.edit.setText(code)
        self.tell(self.tr("The code was read. Go on."), failed=False)

    def _on_picture(self, image: QImage) -> None:
        self._read(lambda: code_in_picture(image))

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("The invite you were given"),
            "",
            self.tr("Files and pictures ({0})").format(PICTURES),
        )
        if chosen:
            self.read_file(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        held = event.mimeData()
        if held.hasImage() or files_in(held):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        held = event.mimeData()
        files = files_in(held)
        if files:
            self.read_file(files[0])
        elif held.hasImage():
            self._on_picture(QImage(held.imageData()))
        event.accept()
