"""The card above a practice: what it is about, and the facts that tell a person whether it is for them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from delve_desktop.services.views import FieldView, RecordView
from delve_desktop.ui.records.words import called, money, word, worded
from delve_desktop.ui.widgets.captioned import Captioned
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.text_label import TextLabel

COLUMNS: Final = 3
LONG: Final = 40  # characters of a fact that takes the whole line
FIELDS: Final = ("audience", "cost_setup", "minerals", "stages", "maturity", "language")

Fact = tuple[str, str, str]  # icon, what it is, what it says


def facts_of(view: RecordView) -> list[Fact]:
    """What the card says, in the order of the pictures; a fact in dispute or unsaid is left out."""
    fields = {field.name: field for field in view.fields if not field.disputed}
    said = [
        ("people", _tr("Who for"), _worded(fields.get("audience"))),
        ("coin", _tr("Cost to start"), _cost(fields.get("cost_setup"))),
        ("gem", called("Minerals"), _worded(fields.get("minerals"))),
        ("pick", _tr("Stage"), _worded(fields.get("stages"))),
        ("seed", called("How proven"), proven(view)),
        ("globe", called("Languages"), languages(view)),
    ]
    return [fact for fact in said if fact[2]]


def proven(view: RecordView) -> str:
    """In how many countries it was tried; where in none yet, how it is called."""
    countries = len(view.ledger.countries) if view.ledger is not None else 0
    if countries:
        return QCoreApplication.translate("practices", "In %n countries", "", countries)
    maturity = next((one for one in view.fields if one.name == "maturity" and not one.disputed), None)
    return _worded(maturity)


def languages(view: RecordView) -> str:
    """Every language in which it can be read: by name where there is one, else by code as in the pictures."""
    tags = view.languages
    if len(tags) == 1:
        return word("languages", tags[0])
    return " ".join(tag.upper() for tag in tags)


def summary_card(view: RecordView, summary: str) -> QWidget:
    """The card with its facts in three columns; a long one has a line of its own."""
    card = Stack(gap=12, edges=(16, 14, 16, 14), surface="sunk-card")
    column = card.column
    if summary:
        column.addWidget(TextLabel(summary, "summary", selectable=True))
    facts = facts_of(view)
    short = [fact for fact in facts if len(fact[2]) <= LONG]
    for fact in facts:
        if fact not in short:
            column.addWidget(Captioned(*fact))
    if short:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for number, fact in enumerate(short):
            grid.addWidget(Captioned(*fact), number // COLUMNS, number % COLUMNS)
        for number in range(COLUMNS):
            grid.setColumnStretch(number, 1)
        column.addLayout(grid)
    return card


def _worded(field: FieldView | None) -> str:
    return worded(field, field.value) if field is not None else ""


def _cost(field: FieldView | None) -> str:
    """Without the date: it stands with the other costs below."""
    if field is None or not isinstance(field.value, dict):
        return _worded(field)
    return _tr("About {0}").format(money({**field.value, "date": ""}))


def _tr(text: str) -> str:
    return QCoreApplication.translate("practices", text)
