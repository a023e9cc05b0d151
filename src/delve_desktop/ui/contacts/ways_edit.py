"""Numbers, e-mails and addresses of a contact: a row each, with what it is for; rows come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.values import Type
from delve_desktop.domain.valuetext import canonical
from delve_desktop.ui.records.words import offered, word
from delve_desktop.ui.widgets.basics import button, surface, tool
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.frames import empty

PARTS: Final = ("street", "extended", "locality", "region", "code", "country", "box")
NOT_ASKED: Final = frozenset({"voice"})  # every number is for calls; kept where it stands


class WaysButton(QPushButton):
    """What a number is for: a menu of ways, several of which may hold."""

    edited = Signal()
    """A way was ticked or unticked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._ways: list[str] = []
        self.setProperty("kind", "plain")
        self.setMinimumWidth(132)
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        for way, words in offered("ways").items():
            if way in NOT_ASKED:
                continue
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.toggled.connect(lambda _on, one=way: self._on_toggled(one))
            self._actions[way] = action
        self.setMenu(self._menu)
        self.set_ways([])

    @property
    def ways(self) -> list[str]:
        """The ways, sorted, ones that no menu offers included."""
        return sorted(self._ways)

    def set_ways(self, ways: Sequence[str]) -> None:
        """Tick these instead."""
        self._ways = list(ways)
        for way, action in self._actions.items():
            action.blockSignals(True)
            action.setChecked(way in ways)
            action.blockSignals(False)
        self._show()

    def _on_toggled(self, way: str) -> None:
        self._ways = [one for one in self._ways if one != way]
        if self._actions[way].isChecked():
            self._ways.append(way)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        told = [word("ways", way) for way in self._ways if way not in NOT_ASKED]
        self.setText(", ".join(told[:2]) or self.tr("What for"))
        self.setAccessibleName(self.tr("{0}, what for: {1}").format(self._name, ", ".join(told)))


class _Row(QWidget):
    """One value. `other` is what it holds beyond what is shown, kept as it is."""

    edited = Signal()
    """Something was typed or ticked."""
    removed = Signal()
    """The cross was pressed."""

    def __init__(self, name: str, value: Any, kind: Type) -> None:
        super().__init__()
        self._kind = kind
        parts = value if isinstance(value, dict) else {"value": value or ""}
        self._given = dict(parts)
        self._fields: dict[str, QLineEdit] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if kind == "address":
            row.addWidget(self._address(name, parts), 1)
        else:
            row.addWidget(self._field("value", name, "", str(parts.get("value", ""))), 1)
        self._ways = WaysButton(name)
        self._ways.set_ways([str(one) for one in parts.get("types", ())])
        self._ways.edited.connect(self.edited)
        row.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignTop)
        remove = tool("x", self.tr("Remove {0}").format(name))
        remove.clicked.connect(self.removed)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(next(iter(self._fields.values())))

    def value(self) -> Any:
        """As it is stored; None while nothing stands there."""
        typed = {part: field.text().strip() for part, field in self._fields.items()}
        if not any(typed.values()) and "label" not in self._given:
            return None
        kept = {part: one for part, one in self._given.items() if part not in typed and part != "types"}
        return canonical(self._kind, {**kept, **typed, "types": self._ways.ways})

    def _field(self, part: str, name: str, hint: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        set_hint(made, hint)
        made.setAccessibleName(self.tr("{0}: {1}").format(name, hint) if hint else name)
        made.textEdited.connect(lambda _text: self.edited.emit())
        self._fields[part] = made
        return made

    def _address(self, name: str, parts: dict[str, Any]) -> QWidget:
        hints = {
            "street": self.tr("Street and number"),
            "extended": self.tr("House, floor"),
            "locality": self.tr("Village or town"),
            "region": self.tr("District, region"),
            "code": self.tr("Postcode"),
            "country": self.tr("Country"),
            "box": self.tr("P.O. box"),
        }
        frame = surface("card")
        grid = QGridLayout(frame)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setSpacing(8)
        for number, part in enumerate(PARTS):
            field = self._field(part, name, hints[part], str(parts.get(part, "")))
            grid.addWidget(field, number // 2, number % 2)
        return frame


class WaysEdit(QWidget):
    """All values of one field, and a button for one more."""

    edited = Signal()
    """A value changed, came or went."""

    def __init__(self, name: str, kind: Type, add: str) -> None:
        super().__init__()
        self._name = name
        self._kind = kind
        self._rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addLayout(self._lines)
        self.more = button(add, "quiet", "plus")
        self.more.clicked.connect(lambda: self.add("").setFocus())
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_values(())

    def values(self) -> list[Any]:
        """What is stored, a value a row that says something."""
        return [value for row in self._rows if (value := row.value()) is not None]

    def set_values(self, values: Sequence[Any]) -> None:
        """Show these instead; one empty row where there are none."""
        empty(self._lines)
        self._rows = []
        for value in values or ("",):
            self.add(value)

    def add(self, value: Any) -> QWidget:
        """One more row."""
        row = _Row(self._name, value, self._kind)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._lines.addWidget(row)
        if len(self._rows) == 1:
            self.setFocusProxy(row)
        return row

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        row.setParent(None)
        row.deleteLater()
        if not self._rows:
            self.add("")
        self._rows[-1].setFocus()
        self.edited.emit()
