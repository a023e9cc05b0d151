"""What drops down under the field above: records and commands that fit what is typed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from delve_desktop.services.views import Hit, RecordRow
from delve_desktop.ui import theme
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.items import split_marks, unmarked
from delve_desktop.ui.records.lines import draw
from delve_desktop.ui.records.spoken import spoken
from delve_desktop.ui.records.words import home_of
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.tasks import Task
from delve_desktop.ui.widgets.icon import paint as paint_icon

MOST: Final = 12  # records
WIDTH: Final = 560
ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_ICON_OF_KIND: Final = {
    "note": "note",
    "contact": "contact",
    "practice": "practice",
    "adoption": "check",
    "comment": "chat",
}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Command:
    """Something one can do by its name. `also` are other words by which it is found."""

    words: str
    icon: str
    act: Callable[[], None]
    keys: str = ""
    also: str = ""


@dataclass(frozen=True)
class Entry:
    """One line: a heading, a record that was found, or a command."""

    heading: str = ""
    hit: Hit | None = None
    command: Command | None = None

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        if self.hit is not None:
            return spoken(self.hit.row)
        if self.command is not None:
            return ", ".join(part for part in (self.command.words, self.command.keys) if part)
        return self.heading


class _Entries(QAbstractListModel):
    """A few lines; built anew for each answer."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return entry.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entries[index.row()] if 0 <= index.row() < len(self.entries) else Entry()
        if entry.heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class _EntryDelegate(QStyledItemDelegate):
    """A heading in small letters; a record or command with its icon on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        high = QFontMetrics(theme.font("body")).height()
        return QSize(200, high + (8 if entry.heading else 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        now = theme.current()
        whole = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft

        def flip(rect: QRect) -> QRect:
            return QStyle.visualRect(option.direction, whole, rect)

        inner = whole.adjusted(16, 0, -16, 0)
        if entry.heading:
            high = QFontMetrics(theme.font("label")).height()
            line = QRect(inner.left(), whole.bottom() - high - 1, inner.width(), high)
            draw(painter, flip(line), entry.heading, "label", "ink3", mirrored=mirrored)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(whole, now.color("teal-soft"))
                bar = QRect(whole.left(), whole.top(), 4, whole.height())
                painter.fillRect(flip(bar), now.color("teal"))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(whole, now.color("sunk"))
            self._entry(painter, inner, entry, flip, mirrored=mirrored)
        painter.restore()

    def _entry(
        self,
        painter: QPainter,
        rect: QRect,
        entry: Entry,
        flip: Callable[[QRect], QRect],
        *,
        mirrored: bool,
    ) -> None:
        high = QFontMetrics(theme.font("body")).height()
        top = rect.top() + (rect.height() - high) // 2
        name, title, beside = self._parts(entry)
        paint_icon(painter, name, "ink2", flip(QRect(rect.left(), rect.center().y() - 9, 20, 20)))
        words = QRect(rect.left() + 32, top, rect.width() - 32, high)
        bold = entry.hit is not None
        wide = QFontMetrics(theme.font("body", bold=bold)).horizontalAdvance(split_marks(title)[0]) + 2
        wide = min(wide, int(words.width() * (0.6 if beside else 1.0)))
        first = QRect(words.left(), top, wide, high)
        draw(painter, flip(first), title, "body", "ink", bold=bold, mirrored=mirrored)
        if beside:
            small = QFontMetrics(theme.font("second")).height()
            place = QRect(first.right() + 12, top + (high - small), words.right() - first.right() - 12, small)
            if entry.command is not None:  # keys stand at the end
                keys = QFontMetrics(theme.font("second")).horizontalAdvance(beside) + 2
                place.setLeft(max(place.left(), words.right() - keys))
            draw(painter, flip(place), beside, "second", "ink3", mirrored=mirrored)

    def _parts(self, entry: Entry) -> tuple[str, str, str]:
        """Icon, words, and what stands beside them."""
        if entry.hit is not None:
            row = entry.hit.row
            title = entry.hit.title or self.tr("(without a title)")
            return _ICON_OF_KIND.get(row.kind, "leaf"), title, unmarked(entry.hit.snippet) or home_of(row)
        if entry.command is not None:
            return entry.command.icon, entry.command.words, entry.command.keys
        return "leaf", "", ""


class Palette(QFrame):
    """Lies over the window while somebody looks for something; the focus stays in the field.

    Answers are asked for at once and never queue up: what is typed meanwhile is asked when one is back.
    """

    record_chosen = Signal(object)
    """A record was chosen: its `RecordRow`."""
    all_asked = Signal(str)
    """Everything that was found is to be listed: the words."""
    closed = Signal()
    """It went away."""

    def __init__(
        self, desk: Desk, parent: QWidget, anchor: QWidget, heading_of: Callable[[str], str]
    ) -> None:
        super().__init__(parent)
        self._window, self._anchor = parent, anchor
        self.setProperty("surface", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._heading_of = heading_of  # what records of a kind are called together
        self._commands: Sequence[Command] = ()
        self._text = ""
        self._asked: str | None = None
        self._task: Task | None = None
        self._enter = False  # pressed before the answer to what was typed
        self._hits: Sequence[Hit] = ()
        self._shown_for = ""
        self.model = _Entries()
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = _EntryDelegate()
        self.view.setItemDelegate(self._delegate)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("What was found"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._take)
        self._none = QLabel()
        self._none.setProperty("role", "second")
        self._none.setContentsMargins(16, 12, 16, 12)
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addWidget(self.view)
        self.hide()

    @property
    def answered(self) -> str:
        """The words that what is shown answers."""
        return self._shown_for

    @property
    def hits(self) -> Sequence[Hit]:
        """The records that are shown."""
        return self._hits

    def open(self, commands: Sequence[Command], text: str) -> None:
        """Show commands, and records that fit what is typed."""
        self._commands = commands
        self._hits = ()
        self._text, self._asked, self._enter = text, None, False
        self._fill()
        self.show()
        self.raise_()
        self._look()

    def close_up(self) -> None:
        """Go away."""
        self._enter = False  # what was asked for by Enter is not wanted any more
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def look_for(self, text: str) -> None:
        """Somebody typed."""
        self._text = text
        self._enter = False
        if not text.strip():
            self._hits, self._asked = (), None
            self._fill()
        self._look()

    def move_by(self, step: int) -> None:
        """The next line that can be chosen, down or up, round about."""
        rows = [row for row, entry in enumerate(self.model.entries) if not entry.heading]
        if not rows:
            return
        now = self.view.currentIndex().row()
        at = rows.index(now) + step if now in rows else (0 if step > 0 else -1)
        self._make_current(rows[at % len(rows)])

    def take(self) -> None:
        """Enter: what is marked, once what was typed is answered."""
        if self._task is not None:
            self._enter = True
        else:
            self._take(self.view.currentIndex())

    # -- asking -------------------------------------------------------------------------------

    def _look(self) -> None:
        space, text = self._desk.space, self._text
        if space is None or self._task is not None or not text.strip() or text == self._asked:
            return  # an answer that is under way looks again when it is back
        self._asked = text
        self._task = self._desk.ask(
            lambda use: use.find(space, text, MOST), self._on_found, failed=self._on_failed, owner=self
        )

    def _on_failed(self, why: Sentence) -> None:
        self._task = None
        self._enter = False
        self._desk.failed.emit(why)

    def _on_found(self, hits: Sequence[Hit]) -> None:
        self._task = None
        if self._asked == self._text:
            self._hits, self._shown_for = hits, self._text
            self._fill()
        self._look()
        if self._enter and self._task is None:
            self._enter = False
            self._take(self.view.currentIndex())

    # -- showing ------------------------------------------------------------------------------

    def _fill(self) -> None:
        typed = self._text.strip()
        entries = self._found()
        commands = [one for one in self._commands if fits(one, typed)]
        if typed and self._hits:
            everything = self.tr("Show all that was found in a list")
            commands.append(Command(everything, "search", lambda: self.all_asked.emit(typed)))
        if commands:
            entries.append(Entry(self.tr("Do")))
            entries += [Entry(command=one) for one in commands]
        self.model.show_entries(entries)
        self._none.setText(
            self.tr("Nothing found for “{0}”. Try fewer letters.").format(typed)
            if typed and not entries
            else ""
        )
        self._none.setVisible(bool(self._none.text()))
        self.view.setVisible(bool(entries))
        self.place()
        self.move_by(1)

    def _found(self) -> list[Entry]:
        """The hits by kind, the kind of the best one first."""
        by_kind: dict[str, list[Hit]] = {}
        for hit in self._hits:
            by_kind.setdefault(hit.row.kind, []).append(hit)
        entries: list[Entry] = []
        for kind, hits in by_kind.items():
            entries.append(Entry(self._heading_of(kind)))
            entries += [Entry(hit=hit) for hit in hits]
        return entries

    def place(self) -> None:
        """Under the field, as high as its lines are and as the window has room."""
        parent, anchor = self._window, self._anchor
        corner = anchor.mapTo(parent, anchor.rect().bottomLeft())
        wide = min(max(WIDTH, anchor.width()), parent.width() - 32)
        left = max(16, min(corner.x(), parent.width() - wide - 16))
        if self.isRightToLeft():
            left = max(16, corner.x() + anchor.width() - wide)
        lines = sum(self.view.sizeHintForRow(row) for row in range(self.model.rowCount()))
        high = 18 + lines + (self._none.heightForWidth(wide) if self._none.text() else 0)
        top = corner.y() + 6
        self.setGeometry(left, top, wide, min(high, parent.height() - top - 16))

    def _make_current(self, row: int) -> None:
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        if row == 1:  # with the heading above
            self.view.scrollToTop()
        else:
            self.view.scrollTo(index)

    def _take(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE) if index.isValid() else None
        if entry is None:
            return
        self.close_up()
        if entry.command is not None:
            entry.command.act()
        elif entry.hit is not None:
            row: RecordRow = entry.hit.row
            self.record_chosen.emit(row)


def fits(command: Command, typed: str) -> bool:
    """Whether every word typed begins some word of the command; nothing typed fits all."""
    from delve_desktop.store.index import fold, words_of

    have = words_of(fold(f"{command.words} {command.also}"))
    return all(any(word.startswith(one) for word in have) for one in map(fold, words_of(typed)))
