"""The small forms of the sync page: invite somebody, join with a code, start a space, name a server."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from delve_desktop.domain.errors import DelveError, DiskFull
from delve_desktop.services.files import write_whole
from delve_desktop.ui.attachments.encoding import encoded
from delve_desktop.ui.keys.sheet_paper import square
from delve_desktop.ui.sentences import sentence
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.documents import documents
from delve_desktop.ui.widgets.frames import bring_into_view, framed

SQUARE = 180  # pixels of the square code on screen
SCALE = 8  # pixels a module of the picture that is saved


class Panel(QWidget):
    """A card with a heading, a sentence, fields and one action."""

    asked = Signal(list)
    """The action: what stands in the fields, in order."""

    def __init__(
        self, heading: str, sentence: str, fields: list[tuple[str, str]], action: str, icon: str
    ) -> None:
        super().__init__()
        self._column = QVBoxLayout(framed(self, "card"))
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(8)
        self._column.addWidget(label(heading, "section"))
        self._column.addWidget(label(sentence, "second", wrap=True))
        self.fields: list[QLineEdit] = []
        for name, hint in fields:
            self._column.addWidget(label(name, "strong"))
            field = QLineEdit()
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self._on_asked)
            self._column.addWidget(field)
            self.fields.append(field)
        row = QHBoxLayout()
        self.action = button(action, "outline", icon)
        self.action.clicked.connect(self._on_asked)
        row.addWidget(self.action)
        row.addStretch(1)
        self._column.addSpacing(4)
        self._column.addLayout(row)
        self._told = label("", "second", wrap=True)
        self._told.hide()
        self._column.addWidget(self._told)

    def begin(self) -> None:
        """Show the panel fresh, the cursor in its first field."""
        self._told.hide()
        self.action.setEnabled(True)
        for field in self.fields:
            field.clear()
        (self.fields[0] if self.fields else self.action).setFocus()

    def tell(self, text: str, *, failed: bool = False) -> None:
        """Say what came of it, below the action."""
        self.action.setEnabled(True)
        if self._has_focus(self):
            self.action.setFocus()
        self._told.setProperty("role", "needs-you" if failed else "second")
        self._told.style().polish(self._told)
        self._told.setText(text)
        self._told.show()

    def _has_focus(self, widget: QWidget) -> bool:
        """Also while the window is not the active one."""
        return self.window().focusWidget() is widget

    def _on_asked(self) -> None:
        values = [field.text().strip() for field in self.fields]
        if not self.fields or values[0]:
            if self._has_focus(self.action):
                self.setFocus()  # and not whatever comes next in the window
            self.action.setEnabled(False)
            self.asked.emit(values)


class InvitePanel(Panel):
    """Shows the code to hand on."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Invite somebody"),
            self.tr("The code lets one person ask to join. You approve them after comparing six words."),
            [],
            self.tr("Make a code"),
            "plus",
        )
        self._code = label("", "code", wrap=True, selectable=True)
        self._copy = button(self.tr("Copy the code"), "quiet", "copy")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._code.text()))
        self._column.addWidget(self._code)
        self._square = QLabel()
        self._square.setAccessibleName(self.tr("The same code as a square"))
        self._column.addWidget(self._square)
        self._save = button(self.tr("Save as a picture"), "quiet", "picture")
        self._save.clicked.connect(self._on_save)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addWidget(self._save)
        row.addStretch(1)
        self._column.addLayout(row)
        self._hide_code()

    @property
    def code(self) -> str:
        """The code that is shown, or empty."""
        return self._code.text()

    def begin(self) -> None:
        super().begin()
        self._hide_code()

    def _hide_code(self) -> None:
        self._code.setText("")
        for each in (self._code, self._square, self._copy, self._save):
            each.hide()

    def show_code(self, code: str) -> None:
        """The code to read out, to write down or to copy."""
        self._code.setText(code)
        self._square.setPixmap(QPixmap.fromImage(square(code)).scaled(SQUARE, SQUARE))
        for each in (self._code, self._square, self._copy, self._save):
            each.show()
        if self._has_focus(self):
            self._copy.setFocus()
        self.tell(
            self.tr("Hand it on by phone, on paper or in a chat. It is of no use without your approval.")
        )
        bring_into_view(self._save)

    def save_picture(self, file: Path) -> None:
        """The square as a PNG, to be sent in a chat or shown on a telephone; what came of it is told."""
        drawn = square(self.code)
        try:
            write_whole(file, encoded(drawn.scaled(drawn.size() * SCALE)))
        except DiskFull as error:
            self.tell(sentence(error).text, failed=True)
        except DelveError:
            self.tell(self.tr("The picture could not be written there. Choose another folder."), failed=True)
        else:
            self.tell(self.tr("Saved as {0}. It is of no use without your approval.").format(file.name))

    def _on_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the invite"), documents(self.tr("Delve invite") + ".png"), "PNG (*.png)"
        )
        if chosen:
            self.save_picture(Path(chosen if chosen.lower().endswith(".png") else f"{chosen}.png"))
