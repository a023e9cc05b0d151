"""How a report on a practice reads: what was tried, what came of it, what was changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from delve_desktop.services.views import FieldView
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.records.words import called, country, word
from delve_desktop.ui.widgets.basics import icon_label, label, surface

from .results import BY_TERM, UNKNOWN
from .source_bar import SourceBar

SHOWN: Final = ("practice", "organisation", "country", "result", "report", "adapted", "evidence")
ROWS: Final = {"area": "pin", "date": "cal", "cost": "coin", "sensitivity": "eye"}


class AdoptionReading(Reading):
    """A report, with the way to what it is about."""

    def build(self) -> None:
        who = self.value("organisation") or self._linked() or self.tr("Somebody")
        self.column.addWidget(label(who, "record", wrap=True))
        where = [self.value("area"), country(self._code("country"))]
        self.column.addWidget(label(", ".join(one for one in where if one), "second", wrap=True))
        if self.view.source is not None:
            bar = SourceBar(self.view.source, report=True)
            bar.source_chosen.connect(self.record_chosen)
            self.column.addWidget(bar)
        self.disputes(field.name for field in self.view.fields)
        self._result()
        for name in ("report", "adapted", "evidence"):
            self._text(self.field(name))
        self.others(SHOWN, ROWS)

    def told(self) -> frozenset[str]:
        return frozenset({"practice"})

    def _result(self) -> None:
        term = self._code("result")
        if not term:
            return
        result = BY_TERM.get(term, UNKNOWN)
        card = surface("sunk-card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(icon_label(result.icon, result.token, 24))
        row.addWidget(label(word("results", term), "value", wrap=True), 1)
        self.column.addWidget(card)

    def _text(self, field: FieldView | None) -> None:
        if field is not None and (field.value or field.disputed):
            self.column.addSpacing(8)
            self.column.addWidget(label(called(field.label), "section"))
            self.long_text(field)

    def _code(self, name: str) -> str:
        found = self.field(name)
        return str(found.value or "") if found is not None and not found.disputed else ""

    def _linked(self) -> str:
        rows = (link.row for link in self.view.links if link.field == "association")
        return next((row.title for row in rows if row is not None), "")
