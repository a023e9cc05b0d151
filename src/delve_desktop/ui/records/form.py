"""The editing side of a record pane: one editor a field, the same for every kind of record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from delve_desktop.services.views import RecordView
from delve_desktop.ui.text.attachments import AttachmentDoor
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.text.pasted import Loss, said_of
from delve_desktop.ui.text.toolbar import ToolBar
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.frames import bring_into_view
from delve_desktop.ui.widgets.in_place import InPlaceBar

from .faults import fault
from .joining import joined_content

WIDEST: Final = 760  # pixels of a column of editors: longer lines are hard to read and to fill

_TEXTS: Final = ("text", "note", "report", "summary")


@dataclass(frozen=True)
class Editor:
    """One field's editor: how to read it, to fill it, and the widget itself."""

    field: str
    name: str
    widget: QWidget
    read: Callable[[], Any]
    fill: Callable[[Any], None]
    caption: bool = True  # whether the name stands above it
    fault: Callable[[Any], str] | None = (
        None  # a sentence where what it reads will not do; by the table if None
    )
    take_in: Callable[[str, str, str], None] | None = None  # a long text: show one that others changed too
    coming: Callable[[], Sequence[Any]] | None = None  # members that are on their way


class Form(QWidget):
    """A column of editors. One-line fields in dispute are left out: they are decided on the reading side."""

    edited = Signal()
    """The person changed something."""
    left = Signal()
    """The person goes on to something else."""

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.kind = kind
        self.files_below = ""  # the field below which pictures and files are added
        self.view: RecordView | None = None
        self._faults: dict[str, QLabel] = {}
        self.setProperty("surface", "sheet")
        self.tools: ToolBar | None = None  # for the long texts of this form; stands where the pane puts it
        self._door: AttachmentDoor | None = None
        self._texts: list[RichEdit] = []
        self._editors: list[Editor] = []
        self._in_hand: QWidget | None = None  # what had the focus when the form was held
        self._rows: dict[str, QWidget] = {}
        self._left_out: set[str] = set()
        self._drafted: set[str] = set()
        self._folded: QVBoxLayout | None = None  # where editors behind the fold go
        self._opener: QPushButton | None = None
        self._filling = False
        self._carried: dict[str, Any] = {}  # what a draft holds and no editor shows
        self.given: dict[str, Any] = {}  # what the program has put in by itself: no draft holds that alone
        self._before: dict[str, tuple[Any, Any]] = {}  # what an editor showed at first, and the value
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, 24, 40, 24)
        holder = QWidget()
        holder.setMaximumWidth(WIDEST)
        outer.addWidget(holder, 1)
        outer.addStretch(0)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._notice = label("", "needs-you", wrap=True)
        self._notice.hide()
        self._column.addWidget(self._notice)

    def section(self, heading: str, hint: str = "") -> None:
        """Begin a group of editors that belong together."""
        if self._editors:
            self._column.addSpacing(16)
        self._column.addWidget(label(heading, "section", wrap=True))
        if hint:
            self._column.addWidget(label(hint, "second", wrap=True))

    def add(self, *editors: Editor, stretch: int = 0) -> None:
        """Put an editor below the others; several stand side by side."""
        rows = [self._row(editor) for editor in editors]
        place = self._folded or self._column
        if len(rows) == 1:
            place.addWidget(rows[0], stretch)
            return
        line = QHBoxLayout()
        line.setSpacing(16)
        for row in rows:
            line.addWidget(row, 1)
        place.addLayout(line)

    def _row(self, editor: Editor) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if editor.caption:
            caption = label(editor.name, "strong", wrap=True)
            caption.setBuddy(editor.widget)
            column.addWidget(caption)
        column.addWidget(editor.widget)
        self._know(editor, column)
        column.addStretch(1)
        self._rows[editor.field] = row
        return row

    def know(self, editor: Editor) -> None:
        """Ask an editor for its field that stands in the form already, as a part of something else."""
        self._know(editor, self._folded or self._column)

    def _know(self, editor: Editor, below: QVBoxLayout) -> None:
        """What is wrong with the field is said `below`."""
        told = label("", "danger", wrap=True)
        told.hide()
        below.addWidget(told)
        self._faults[editor.field] = told
        if isinstance(editor.widget, RichEdit):
            below.addWidget(_told_of_pastes(editor.widget))
        editor.widget.setAccessibleName(editor.name)
        self._editors.append(editor)
        self._rows[editor.field] = editor.widget

    def show_between(self, widget: QWidget) -> None:
        """Put something below the editors so far; those in it are made known by `know`."""
        (self._folded or self._column).addWidget(widget)

    def fold(self, words: str) -> None:
        """Let the editors that follow stand behind a button with these words."""
        opener = button(words, "link", "chev-d", wraps=True)
        opener.setCheckable(True)
        holder = QWidget()
        self._folded = QVBoxLayout(holder)
        self._folded.setContentsMargins(0, 0, 0, 0)
        self._folded.setSpacing(12)
        holder.hide()
        opener.toggled.connect(holder.setVisible)
        self._opener = opener
        self._column.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(holder)

    def give_tools(self, edit: RichEdit) -> None:
        """Let the form's tool bar work for a long text."""
        if self.tools is None:
            self.tools = ToolBar()
        self._texts.append(edit)
        edit.door = self._door
        self.tools.serve(edit)

    def set_door(self, door: AttachmentDoor | None) -> None:
        """Who takes pictures, voice notes and files that are put into the texts of this form."""
        self._door = door
        for edit in self._texts:
            edit.door = door

    def add_after_text(self, editor: Editor) -> None:
        """The same, below the editor that `files_below` names, else the first long text, else the first."""
        self.add(editor)
        row = self._rows[editor.field]
        first = next((one.field for one in self._editors if one.field in _TEXTS), self._editors[0].field)
        above = self.files_below or first
        self._column.removeWidget(row)
        self._column.insertWidget(self._column.indexOf(self._rows[above]) + 1, row)

    def text_in_hand(self) -> RichEdit | None:
        """The long text that is written in now."""
        return next((edit for edit in self._texts if edit.hasFocus()), None)

    def end(self) -> None:
        """No more editors: keep them together at the top."""
        self._column.addStretch(1)

    def load(self, view: RecordView | None, draft: dict[str, Any] | None = None) -> None:
        """Fill in a record (None for a new one), then what a draft holds."""
        self.view = view
        values = {} if view is None else {field.name: field.value for field in view.fields}
        self._drafted = set(draft or {})
        self._carried = {name: value for name, value in (draft or {}).items() if name not in self._rows}
        disputed = [] if view is None else [field for field in view.fields if field.disputed]
        self._left_out = {field.name for field in disputed if field.merge == "scalar"}
        self._carried.update({name: value for name, value in (draft or {}).items() if name in self._left_out})
        values.update(draft or {})
        self._filling = True
        try:
            for editor in self._editors:
                editor.fill(values.get(editor.field))
                self._rows[editor.field].setVisible(editor.field not in self._left_out)
                self._before[editor.field] = (editor.read(), values.get(editor.field))
        finally:
            self._filling = False
        names = [editor.name for editor in self._editors if editor.field in self._left_out]
        self._notice.setText(
            self.tr("Two versions, to be decided on the page before: {0}").format(", ".join(names))
        )
        self._notice.setVisible(bool(names))

    def suggest(self, values: dict[str, Any]) -> None:
        """Fill in fields of a new record that are still empty, as a person may leave or change them."""
        self._filling = True
        try:
            for editor in self._editors:
                value = values.get(editor.field)
                if value and not editor.read():
                    editor.fill(value)
                    self.given[editor.field] = editor.read()
        finally:
            self._filling = False

    def take_in(self, before: RecordView, now: RecordView) -> bool:
        """Let what others made of `before` join what is written here; False, and nothing done, if it touches.

        Cursor, selection and scroll position stay.
        """
        mine = self.content()
        joined = joined_content(before, now, mine)
        if joined is None:
            return False
        was = {field.name: field.value for field in before.fields}
        stands = {field.name: field.value for field in now.fields}
        self._filling = True
        try:
            for editor in self._editors:
                name = editor.field
                if name in self._left_out or joined.get(name) == mine.get(name):
                    continue
                if editor.take_in is not None:
                    editor.take_in(joined[name] or "", was.get(name) or "", stands.get(name) or "")
                else:
                    editor.fill(joined[name])
                untouched = joined[name] == stands.get(name)
                self._before[name] = (editor.read() if untouched else None, stands.get(name))
        finally:
            self._filling = False
        self._carried.update({name: joined[name] for name in self._carried})
        return True

    def content(self) -> dict[str, Any]:
        """Field to value, as a draft keeps it.

        What an editor cannot show exactly (spaces at the end, an unknown language) counts as untouched
        until the person changes it, so that opening and leaving writes nothing.
        """
        shown = {
            editor.field: self._value(editor)
            for editor in self._editors
            if editor.field not in self._left_out
        }
        return {**self._carried, **shown}

    def to_keep(self) -> dict[str, Any]:
        """The same with what is on its way: `attachments.intake.settled` makes a draft's content of it."""
        content = self.content()
        for editor in self._editors:
            late = editor.coming() if editor.coming is not None else ()
            if late:
                content[editor.field] = [*(content.get(editor.field) or ()), *late]
        return content

    def is_complete(self) -> bool:
        """Whether everything fits its field.

        If not, a sentence stands beside each that does not, and the first of them has the focus.
        """
        wrong = [editor for editor in self._editors if self._tell(editor)]
        if wrong:
            wrong[0].widget.setFocus()
            if self._opener is not None:
                self._opener.setChecked(True)  # it may stand behind the fold
            bring_into_view(self._rows[wrong[0].field])
        return not wrong

    def faults(self) -> dict[str, str]:
        """The sentences that stand beside fields now."""
        return {name: told.text() for name, told in self._faults.items() if told.text()}

    def _tell(self, editor: Editor) -> str:
        """Say what is wrong with a field, or nothing; what was not touched is never wrong."""
        said = ""
        if editor.field not in self._left_out and self._is_touched(editor):
            value = editor.read()
            said = editor.fault(value) if editor.fault else fault(self.kind, editor.field, value)
        told = self._faults[editor.field]
        told.setText(said)
        told.setVisible(bool(said))
        editor.widget.setAccessibleDescription(said)
        return said

    def _is_touched(self, editor: Editor) -> bool:
        first, value = self._before.get(editor.field, (None, None))
        return value is None or editor.field in self._drafted or editor.read() != first

    def _value(self, editor: Editor) -> Any:
        shown = editor.read()
        first, value = self._before.get(editor.field, (None, None))
        return value if value is not None and shown == first else shown

    def hold(self, *, held: bool) -> None:
        """Take no more typing while what was typed becomes a version, or take it again where that failed.

        Nobody would get what is typed meanwhile. Files that are still on their way can be stopped.
        """
        if held:
            focus = self.window().focusWidget()
            self._in_hand = focus if self.isAncestorOf(focus) else None
            if self._in_hand is not None:
                self.setFocus()  # and not whatever comes next in the window
        for editor in self._editors:
            if editor.coming is None:
                editor.widget.setEnabled(not held)
        if not held and self._in_hand is not None:
            self._in_hand.setFocus()

    def focus_first(self) -> None:
        """Put the cursor where writing begins."""
        for editor in self._editors:
            if editor.field not in self._left_out:
                editor.widget.setFocus()
                return

    def changed(self, *_args: object) -> None:
        """Slot for the editors' own signals."""
        if self._filling:
            return
        for editor in self._editors:
            if editor.field in self._faults and self._faults[editor.field].text():
                self._tell(editor)  # a sentence goes as soon as it is no longer true
        self.edited.emit()


def _told_of_pastes(edit: RichEdit) -> InPlaceBar:
    """Says below a long text what did not come in of what was pasted."""
    bar = InPlaceBar()

    def tell(loss: Loss) -> None:
        bar.clear()
        if words := said_of(loss):
            bar.say(words, icon="warn", lasting=True)
            bring_into_view(bar)

    edit.pasted.connect(tell)
    return bar
