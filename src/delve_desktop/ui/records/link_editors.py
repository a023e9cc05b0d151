"""Links in a form: chips with the titles of their targets, and a button that opens the picker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.fields import field_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.links import target_of
from delve_desktop.services.views import RecordRow, RecordView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import button
from delve_desktop.ui.widgets.elided import ElidedButton
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import empty
from delve_desktop.ui.widgets.icon import icon

from .form import Editor, Form
from .link_picker import LinkPicker, title_of
from .together import ICONS
from .words import called


class LinksEdit(QWidget):
    """The targets of a link field, in order. `most` is 1 for a field that holds one."""

    edited = Signal()
    """A link came or went."""

    def __init__(
        self, name: str, desk: Desk, *, kind: str | None = None, most: int = 0, versioned: bool = False
    ) -> None:
        super().__init__()
        self._name = name
        self._desk = desk
        self._kind = kind
        self._most = most
        self._versioned = versioned
        self._values: list[Any] = []
        self._rows: dict[RecordId, RecordRow | None] = {}  # None: not here
        self.own: RecordId | None = None  # the record in which the links stand
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._chips = Flow()
        column.addWidget(self._chips)
        self._add = button(self.tr("Link a record"), "plain", "link")
        self._add.setAccessibleName(self.tr("Link a record: {0}").format(name))
        self._add.clicked.connect(self.open_picker)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self._add)
        self._rebuild()

    @property
    def values(self) -> list[Any]:
        """What is stored, a value a link."""
        return list(self._values)

    def set_values(self, values: Sequence[Any]) -> None:
        """Show these instead."""
        self._values = list(values)
        self._rebuild()
        unknown = [one for one in map(target_of, self._values) if one is not None and one not in self._rows]
        if unknown:
            self._desk.ask(lambda use: _rows_of(use, unknown), self._on_rows, owner=self)

    def open_picker(self) -> LinkPicker:
        """Let the person choose one."""
        picker = LinkPicker(self._desk, self._kind, self.own)
        picker.chosen.connect(self._on_chosen)
        picker.open_below(self._add)
        return picker

    def _on_chosen(self, row: RecordRow) -> None:
        self._rows[row.id] = row
        if not self._versioned:
            self._put(row.id.hex())
            return
        self._desk.ask(
            lambda use: sorted(head.hex() for head in use.open_record(row.id).heads),
            lambda heads: self._put({"record": row.id.hex(), "heads": heads}),
            owner=self,
        )

    def _put(self, value: Any) -> None:
        targets = list(map(target_of, self._values))
        if target_of(value) in targets:
            return
        self._values = [value] if self._most == 1 else [*self._values, value]
        self._rebuild()
        self.setFocus()
        self.edited.emit()

    def _on_rows(self, rows: dict[RecordId, RecordRow | None]) -> None:
        self._rows.update(rows)
        self._rebuild()

    def _remove(self, value: Any) -> None:
        self._values.remove(value)
        self._rebuild()
        self._add.setFocus()
        self.edited.emit()

    def _rebuild(self) -> None:
        empty(self._chips.line)
        chips = [self._chip(value) for value in self._values]
        for chip in chips:
            self._chips.line.addWidget(chip)
        full = self._most == 1 and bool(chips)
        self.setFocusProxy(chips[0] if full else self._add)
        self._chips.setVisible(bool(self._values))
        self._chips.updateGeometry()
        self._add.setVisible(not full)  # to choose another, the one that stands goes first

    def _chip(self, value: Any) -> QPushButton:
        target = target_of(value)
        row = self._rows.get(target) if target is not None else None
        if row is not None:
            words = self.tr("{0} (in the bin)").format(title_of(row)) if row.in_bin else title_of(row)
        elif target in self._rows:
            words = self.tr("Something that is still to come")
        else:
            words = "…"
        made = ElidedButton(words, "chip")
        made.setIcon(icon(ICONS.get(row.kind, "note") if row is not None else "clock", "ink"))
        made.setIconSize(QSize(20, 16))
        made.setAccessibleName(self.tr("Remove the link to {0}").format(words))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(lambda: self._remove(value))
        return made


def _rows_of(use: UseCases, records: Sequence[RecordId]) -> dict[RecordId, RecordRow | None]:
    found: dict[RecordId, RecordRow | None] = {}
    for record in records:
        try:
            found[record] = use.record_row(record)
        except NotFound:
            found[record] = None
    return found


def links(form: Form, field: str, desk: Desk, *, kind: str | None = None) -> Editor:
    """A link field of the form's kind: one record or several, with their version where the field wants it."""
    entry = field_of(form.kind, field)
    if entry is None:
        raise ValueError(f"no field {field} in {form.kind}")  # a mistake in a form
    name = called(entry.label)
    is_set = entry.merge == "set"
    versioned = entry.type == "version-link"
    edit = LinksEdit(name, desk, kind=kind, most=0 if is_set else 1, versioned=versioned)
    edit.edited.connect(form.changed)

    def fill(value: Any) -> None:
        edit.own = form.view.id if form.view is not None else None
        edit.set_values(value or () if is_set else [value] if value else [])

    read: Callable[[], Any] = (lambda: edit.values) if is_set else lambda: next(iter(edit.values), None)
    return Editor(field, name, edit, read, fill)


def own_version(view: RecordView) -> dict[str, Any]:
    """A version-link to a record as it is on screen."""
    return {"record": view.id.hex(), "heads": sorted(head.hex() for head in view.heads)}
