"""Choosing several of a list: few stand there to be switched on, many are found by their first letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from .basics import button
from .chips import ChipsEdit
from .flow import Flow
from .icon import icon


def complete(edit: QLineEdit, words: Sequence[str]) -> QCompleter:
    """Offer words that hold what is typed, below a field; up, down and Enter choose."""
    completer = QCompleter(edit)
    completer.setModel(QStringListModel(list(words), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(8)
    popup = QListView()
    completer.setPopup(popup)
    popup.setProperty("surface", "popup")  # a window of its own: a list's transparent ground is black there
    popup.setItemDelegate(QStyledItemDelegate(popup))  # the one Qt sets heeds no style sheet
    edit.setCompleter(completer)
    return completer


class WordChips(ChipsEdit):
    """Chips with words of a list; `meant` finds the term for what was typed, or gives None."""

    def __init__(
        self,
        name: str,
        hint: str,
        words: Mapping[str, str],
        meant: Callable[[str], str | None],
        *,
        own_words: bool,
    ) -> None:
        super().__init__(name, hint)
        self._words = dict(words)
        self._meant = meant
        self._own_words = own_words
        completer = complete(self._entry, list(self._words.values()))
        completer.activated.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)

    def terms(self) -> list[str]:
        """What is chosen, as it is stored."""
        return [self._term(word) for word in self.members]

    def set_terms(self, terms: Sequence[str]) -> None:
        """Show these instead; a term without words stays as it is."""
        self.set_members([self._words.get(term, term) for term in terms])

    def _term(self, word: str) -> str:
        return self._meant(word) or word

    def _on_chosen(self, word: str) -> None:
        self._entry.setText(word)
        self._on_entered()

    def _on_entered(self) -> None:
        """The words of the list stand for what was typed in another spelling or by its code."""
        typed = self._entry.text().strip()
        term = self._meant(typed) if typed else None
        if term is not None:
            self._entry.setText(self._words.get(term, typed))
        elif typed and not self._own_words:
            return  # it stays where it is, and a sentence will say that it is not in the list
        super()._on_entered()


def _mark(made: QPushButton, on: bool) -> None:
    """A tick beside the colour."""
    made.setIcon(icon("check", "on-teal") if on else QIcon())
    made.setIconSize(QSize(20, 14))
    made.updateGeometry()


class Switches(QWidget):
    """Every term of a short list as a button that stays pressed; own words beside them, where allowed."""

    edited = Signal()
    """A term was switched, or an own word came or went."""

    def __init__(
        self, name: str, words: Mapping[str, str], own_hint: str = "", *, single: bool = False
    ) -> None:
        super().__init__()
        self._single = single
        self._strange: list[str] = []  # chosen, but not in the list: kept as it is
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        flow = Flow()
        for term, word in words.items():
            made = button(word, "switch", wraps=True)
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {word}")
            made.clicked.connect(lambda _checked=False, one=term: self._on_switched(one))
            made.toggled.connect(partial(_mark, made))
            self._buttons[term] = made
            flow.line.addWidget(made)
        column.addWidget(flow)
        self._own = ChipsEdit(name, own_hint) if own_hint else None
        if self._own is not None:
            self._own.edited.connect(self.edited)
            column.addWidget(self._own)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    def terms(self) -> list[str]:
        """What is switched on, in the list's order, then own words."""
        return [
            *(term for term, made in self._buttons.items() if made.isChecked()),
            *(self._own.members if self._own is not None else []),
            *self._strange,
        ]

    def set_terms(self, terms: Sequence[str]) -> None:
        """Switch these on instead; what is not in the list is kept, and shown where own words may stand."""
        for term, made in self._buttons.items():
            made.setChecked(term in terms)
        others = [term for term in terms if term not in self._buttons]
        self._strange = [] if self._own is not None else others
        if self._own is not None:
            self._own.set_members(others)

    def allow(self, terms: Sequence[str], why_not: str) -> None:
        """Only these may be switched on; the others say why not. What is on stays on."""
        for term, made in self._buttons.items():
            allowed = term in terms or made.isChecked()
            made.setEnabled(allowed)
            made.setToolTip("" if allowed else why_not)

    def _on_switched(self, term: str) -> None:
        if self._single:
            self._strange = []
            for other, made in self._buttons.items():
                if other != term:
                    made.setChecked(False)
        self.edited.emit()
