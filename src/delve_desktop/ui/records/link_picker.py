"""Choosing a record to link to: search as you type, recent ones first, by keyboard or by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import RecordRow
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.icon import icon

from .together import ICONS
from .words import home_of

PAUSE_MS: Final = 120
MOST: Final = 30
SHORT: Final = 70  # characters of a title
_ROW: Final = Qt.ItemDataRole.UserRole


class LinkPicker(QFrame):
    """A popover below the button that opened it. Esc closes it, Enter takes the first or the chosen one."""

    chosen = Signal(object)
    """The record to link to: its `RecordRow`."""

    def __init__(self, desk: Desk, kind: str | None = None, without: RecordId | None = None) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._kind = kind
        self._without = without
        self._asked = 0  # counts searches, so that a late answer is told from a timely one
        self._answered = 0  # the last one whose rows are shown
        self.setProperty("surface", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        self.search = QLineEdit()
        set_hint(self.search, self.tr("A name, a title, a word …"))
        self.search.setAccessibleName(self.tr("Find the record to link to"))
        self.search.installEventFilter(self)
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Records found"))
        self.rows.setUniformItemSizes(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.itemActivated.connect(self._take)
        self.rows.itemClicked.connect(self._take)
        self._none = label(self.tr("Nothing here has these words."), "second", wrap=True)
        self._none.hide()
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.rows, 1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._on_enter)
        self.look()

    def open_below(self, button: QWidget) -> None:
        """Show it where the person looks, inside the screen."""
        wide = max(360, button.width())
        self.resize(wide, 320)
        place = button.mapToGlobal(QPoint(0, button.height() + 4))
        screen = button.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), button.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4))
        place.setX(max(screen.left(), min(place.x(), screen.right() - wide)))
        self.move(place)
        self.show()
        self.search.setFocus()

    def look(self) -> None:
        """Find what is typed; the newest where nothing is."""
        space = self._desk.space
        if space is None:
            return
        self._asked += 1
        asked, text, kind = self._asked, self.search.text().strip(), self._kind

        def find(use: UseCases) -> list[RecordRow]:
            if text:
                return [hit.row for hit in use.search_ranked(space, text, kind=kind, limit=MOST)]
            return list(use.list_records(space, kind, limit=MOST).rows)

        def found(rows: list[RecordRow]) -> None:
            if asked == self._asked:
                self._answered = asked
                self._show(rows)

        self._desk.ask(find, found, failed=self._on_failed, owner=self)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Up and down move in the list while the person goes on typing."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QKeyEvent.Type.KeyPress
        ):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.rows.count():
                self.rows.setCurrentRow(max(0, min(self.rows.count() - 1, self.rows.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _show(self, rows: list[RecordRow]) -> None:
        self.rows.clear()
        for row in rows:
            if row.id == self._without or row.in_bin or (self._kind is None and row.kind == "comment"):
                continue
            words = " · ".join(part for part in (title_of(row), home_of(row)) if part)
            item = QListWidgetItem(icon(ICONS.get(row.kind, "note"), "ink2"), words)
            item.setData(_ROW, row)
            item.setToolTip(row.title)
            self.rows.addItem(item)
        if self.rows.count():
            self.rows.setCurrentRow(0)
        self._none.setText(self.tr("Nothing here has these words."))
        self._none.setVisible(not self.rows.count())

    def _on_failed(self, why: Sentence) -> None:
        self._none.setText(why.text)
        self._none.show()

    def _on_enter(self) -> None:
        item: QListWidgetItem | None = self.rows.currentItem()  # the stubs leave out that it may be none
        if self._pause.isActive():  # typed a moment ago: look first
            self._pause.stop()
            self.look()
        elif item is not None and self._answered == self._asked:  # the rows are of what is typed
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ROW))
        self.close()


def title_of(row: RecordRow) -> str:
    """A title on one line; what has none is called by how it begins."""
    title = " ".join((row.title or row.snippet).split())
    return title if len(title) <= SHORT else title[:SHORT].rsplit(" ", 1)[0] + " …"
