"""A small card at the cursor in which a link is written, changed or taken away."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from delve_desktop.ui.widgets.basics import button, label

from .addresses import typed_address
from .edit import RichEdit


class LinkBubble(QFrame):
    """Shown below the cursor; Esc leaves everything as it was."""

    def __init__(self, edit: RichEdit) -> None:
        super().__init__(edit, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "version")
        self.setAccessibleName(self.tr("Link"))
        self._edit = edit
        cursor = edit.textCursor()
        self._selected = cursor.hasSelection()
        self.words = self._field(self.tr("Words"), cursor.selectedText())
        self.address = self._field(self.tr("Address"), edit.look().link)
        self.address.setPlaceholderText("https://")
        self._wrong = label(
            self.tr("A link leads to a web address or an e-mail address."), "danger", wrap=True
        )
        self._wrong.hide()
        keep = button(self.tr("Set link"), "primary", "check")
        keep.clicked.connect(self._on_keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for caption, field in ((self.tr("Words"), self.words), (self.tr("Address"), self.address)):
            said = label(caption, "second")
            said.setBuddy(field)
            said.setVisible(field is self.address or not self._selected)
            column.addWidget(said)
            column.addWidget(field)
        column.addWidget(self._wrong)
        row = QHBoxLayout()
        row.addWidget(keep)
        if edit.look().link:
            away = button(self.tr("Take the link away"))
            away.clicked.connect(self._on_away)
            row.addWidget(away)
        row.addStretch(1)
        column.addLayout(row)
        self.words.setVisible(not self._selected)
        self.setMinimumWidth(360)

    def show_at(self, place: QPoint) -> None:
        """Show it with its corner here, in global coordinates, within the screen."""
        self.adjustSize()
        area = self.screen().availableGeometry()
        place.setX(max(area.left(), min(place.x(), area.right() - self.width())))
        place.setY(max(area.top(), min(place.y(), area.bottom() - self.height())))
        self.move(place)
        self.show()
        (self.address if self._selected else self.words).setFocus()

    def _field(self, name: str, start: str) -> QLineEdit:
        made = QLineEdit(start)
        made.setAccessibleName(name)
        made.returnPressed.connect(self._on_keep)
        return made

    def _on_keep(self) -> None:
        address = typed_address(self.address.text())
        if address is None:
            self._wrong.show()
            self.adjustSize()
            return
        self._edit.set_link(self.words.text(), address)
        self._done()

    def _on_away(self) -> None:
        self._edit.set_link("", "")
        self._done()

    def _done(self) -> None:
        self.close()
        self._edit.setFocus()


def ask_for_link(edit: RichEdit) -> LinkBubble:
    """Open the card at the cursor. A cursor within a link means the whole link."""
    cursor = edit.textCursor()
    if not cursor.hasSelection() and edit.look().link:
        edit.select_link()
    made = LinkBubble(edit)
    made.show_at(edit.mapToGlobal(edit.cursorRect().bottomLeft()))
    return made
