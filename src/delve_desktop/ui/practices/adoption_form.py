"""We tried this: a report on a practice, in one screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from delve_desktop.domain.fields import ADOPTION
from delve_desktop.services.views import Oneself, RecordView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.field_editors import editor
from delve_desktop.ui.records.form import Editor, Form
from delve_desktop.ui.records.link_editors import links
from delve_desktop.ui.records.words import called, word
from delve_desktop.ui.widgets.basics import button
from delve_desktop.ui.widgets.columns import Tiles

from .results import RESULTS


class ResultChoice(QWidget):
    """What came of it, as large choices: icon and word, and a border where it is chosen."""

    edited = Signal()
    """Another result was chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._term: str | None = None
        self._buttons: dict[str, QPushButton] = {}
        for result in RESULTS:
            made = button(word("results", result.term), "result", result.icon)
            made.setIconSize(QSize(30, 24))
            made.setCheckable(True)
            made.setMinimumHeight(56)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setAccessibleName(f"{name}: {word('results', result.term)}")
            made.clicked.connect(lambda _checked=False, one=result.term: self._choose(one))
            self._buttons[result.term] = made
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Tiles(*self._buttons.values(), gap=12))
        self.setFocusProxy(self._buttons[RESULTS[0].term])

    @property
    def term(self) -> str | None:
        """The result that is chosen."""
        return self._term

    def set_term(self, term: Any) -> None:
        """Choose another one; a result that this version does not know stays as it is."""
        self._term = str(term) if term else None
        for one, made in self._buttons.items():
            made.setChecked(one == self._term)

    def _choose(self, term: str) -> None:
        self.set_term(term)
        self.edited.emit()


class AdoptionForm(Form):
    """Result first, then what was changed; who and where is filled in as far as it is known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(ADOPTION)
        self._desk = desk
        self.files_below = "evidence"
        self.add(links(self, "practice", desk, kind="practice"))
        result = self._result()
        self._first = result.widget
        self.add(result)
        self.add(editor(self, "adapted", self.tr("Which part did you do in another way, and why?"), least=56))
        self.add(editor(self, "report", self.tr("How did it go? What would you tell a neighbour?"), least=72))
        self.add(editor(self, "date"), editor(self, "country"))
        self.add(editor(self, "organisation"), editor(self, "area"))
        self.add(editor(self, "cost"))
        self.add(links(self, "association", desk, kind="contact"))
        self.add(editor(self, "evidence", self.tr("Counted, weighed, seen by somebody else?"), least=72))
        self.add(editor(self, "sensitivity"))
        self.end()

    def focus_first(self) -> None:
        """What was tried is known mostly; what came of it is not."""
        self._first.setFocus()

    def load(self, view: RecordView | None, draft: dict[str, Any] | None = None) -> None:
        """A new report is of today, by the person's own association; both can be changed."""
        super().load(view, draft)
        space = self._desk.space
        if view is None and space is not None and not (draft or {}).get("date"):
            self.suggest({"date": QDate.currentDate().toString(Qt.DateFormat.ISODate)})
            self._desk.ask(lambda use: use.oneself(space), self._on_oneself, owner=self)

    def _on_oneself(self, me: Oneself) -> None:
        association = me.association.hex() if me.association is not None else None
        self.suggest({"organisation": me.organisation, "country": me.country, "association": association})

    def _result(self) -> Editor:
        name = called("Result")
        edit = ResultChoice(name)
        edit.edited.connect(self.changed)

        def fault(value: Any) -> str:
            return "" if value else self.tr("Say what came of it: it is what the others look for first.")

        return Editor("result", name, edit, lambda: edit.term, edit.set_term, fault=fault)
