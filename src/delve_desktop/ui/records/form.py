"""The editing side of a record pane: one editor a field, the same for every kind of record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from delve_desktop.services.views import RecordView
from delve_desktop.ui.widgets.basics import label

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


class Form(QWidget):
    """A column of editors. One-line fields in dispute are left out: they are decided on the reading side."""

    edited = Signal()
    """The person changed something."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "sheet")
        self._editors: list[Editor] = []
        self._rows: dict[str, QWidget] = {}
        self._left_out: set[str] = set()
        self._filling = False
        self._carried: dict[str, Any] = {}  # what a draft holds and no editor shows
        self._before: dict[str, tuple[Any, Any]] = {}  # what an editor showed at first, and the value
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(40, 24, 40, 24)
        self._column.setSpacing(12)
        self._notice = label("", "needs-you", wrap=True)
        self._notice.hide()
        self._column.addWidget(self._notice)

    def add(self, editor: Editor, *, stretch: int = 0) -> None:
        """Put an editor below the others."""
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if editor.caption:
            caption = label(editor.name, "strong")
            caption.setBuddy(editor.widget)
            column.addWidget(caption)
        column.addWidget(editor.widget)
        editor.widget.setAccessibleName(editor.name)
        self._editors.append(editor)
        self._rows[editor.field] = row
        self._column.addWidget(row, stretch)

    def add_after_text(self, editor: Editor) -> None:
        """The same, below the first long text, or else the first editor."""
        self.add(editor)
        row = self._rows[editor.field]
        above = next((one.field for one in self._editors if one.field in _TEXTS), self._editors[0].field)
        self._column.removeWidget(row)
        self._column.insertWidget(self._column.indexOf(self._rows[above]) + 1, row)

    def end(self) -> None:
        """No more editors: keep them together at the top."""
        self._column.addStretch(1)

    def load(self, view: RecordView | None, draft: dict[str, Any] | None = None) -> None:
        """Fill in a record (None for a new one), then what a draft holds."""
        values = {} if view is None else {field.name: field.value for field in view.fields}
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

    def _value(self, editor: Editor) -> Any:
        shown = editor.read()
        first, value = self._before.get(editor.field, (None, None))
        return value if value is not None and shown == first else shown

    def focus_first(self) -> None:
        """Put the cursor where writing begins."""
        for editor in self._editors:
            if editor.field not in self._left_out:
                editor.widget.setFocus()
                return

    def changed(self, *_args: object) -> None:
        """Slot for the editors' own signals."""
        if not self._filling:
            self.edited.emit()
