"""How a practice reads: what it is for, the danger before the steps, then everything else."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.services.views import FieldView
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.records.words import called, worded
from delve_desktop.ui.widgets.basics import icon_label, label, surface
from delve_desktop.ui.widgets.reader import Reader

# the card of facts, in the order of the pictures: field and icon
FACTS: Final = (
    ("audience", "people"),
    ("cost_setup", "coin"),
    ("minerals", "gem"),
    ("stages", "pick"),
    ("maturity", "seed"),
    ("language", "globe"),
)
COLUMNS: Final = 3
DANGERS: Final = (("do_nots", "no"), ("hazards", "warn"))
AFTER: Final = ("steps", "evidence")
ROWS: Final = (
    *(("countries", "pin"), ("area", "pin"), ("place", "pin"), ("themes", "leaf"), ("cost_running", "coin")),
    *(
        ("sources", "link"),
        ("licence", "copy"),
        ("consent", "people"),
        ("sensitivity", "eye"),
        ("state", "clock"),
    ),
)


class PracticeReading(Reading):
    """A practice as a leaflet in one column."""

    def build(self) -> None:
        self.column.addWidget(label(self.view.title or self.tr("(without a title)"), "record", wrap=True))
        if self.value("organisation"):
            self.column.addWidget(label(self.value("organisation"), "second", wrap=True))
        self.disputes(field.name for field in self.view.fields)
        self.column.addWidget(self._summary())
        self._text("problem")
        self.files_here()
        danger = self._danger()
        if danger is not None:
            self.column.addWidget(danger)
        for name in AFTER:
            self._text(name)
        self._rows()

    def _summary(self) -> QWidget:
        """What it is about and for whom, on one card."""
        card = surface("sunk-card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        summary = self.field("summary")
        if summary is not None and summary.value and not summary.disputed:
            column.addWidget(label(summary.value, "lead", wrap=True, selectable=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        shown = [(field, icon) for field, icon in map(self._fact, FACTS) if field is not None]
        for number, (field, icon) in enumerate(shown):
            grid.addLayout(self._fact_layout(field, icon), number // COLUMNS, number % COLUMNS)
        for number in range(COLUMNS):
            grid.setColumnStretch(number, 1)
        column.addLayout(grid)
        return card

    def _fact(self, fact: tuple[str, str]) -> tuple[FieldView | None, str]:
        field = self.field(fact[0])
        return (
            field if field is not None and worded(field, field.value) and not field.disputed else None
        ), fact[1]

    def _fact_layout(self, field: FieldView, icon: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.addWidget(icon_label(icon, "teal"))
        sign.addStretch(1)
        row.addLayout(sign)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(called(field.label), "second"))
        words.addWidget(label(worded(field, field.value), wrap=True, selectable=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _danger(self) -> QWidget | None:
        """What must be known before anybody begins; None when nothing is said of it."""
        texts = [(field, icon) for name, icon in DANGERS if (field := self._readable(name))]
        if not texts:
            return None
        card = surface("danger")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(icon_label("warn", "red", 24))
        head.addWidget(label(self.tr("Danger – read this first"), "danger-head"), 1)
        column.addLayout(head)
        for field, icon in texts:
            row = QHBoxLayout()
            row.setSpacing(8)
            sign = QVBoxLayout()
            sign.setContentsMargins(0, 4, 0, 0)
            sign.addWidget(icon_label(icon, "red"))
            sign.addStretch(1)
            row.addLayout(sign)
            words = QVBoxLayout()
            words.setSpacing(4)
            words.addWidget(label(called(field.label), "strong", wrap=True))
            reader = Reader(called(field.label))
            reader.set_markdown(field.value)
            words.addWidget(reader)
            row.addLayout(words, 1)
            column.addLayout(row)
        return card

    def _readable(self, name: str) -> FieldView | None:
        """A long text that has something in it and no passage in dispute."""
        field = self.field(name)
        return field if field is not None and field.value and not field.disputed else None

    def _text(self, name: str) -> None:
        """A long text under its heading; one in dispute shows its passages."""
        field = self.field(name)
        if field is not None and (field.value or field.disputed):
            self.column.addWidget(label(called(field.label), "section"))
            self.long_text(field)

    def _rows(self) -> None:
        for name in ("summary", *dict(DANGERS)):
            field = self.field(name)
            if field is not None and field.disputed:
                self._text(name)
        above = {"title", "organisation", *dict(FACTS)}
        texts = (field.name for field in self.view.fields if field.merge == "text")
        self.others({*above, *texts}, dict(ROWS))
