"""A practice in the window: found in its section, danger before steps, codes in words."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import PUT, Write
from delve_desktop.services import records
from delve_desktop.services.views import EditText, FieldView, SetValue
from delve_desktop.ui.practices import PracticeReading
from delve_desktop.ui.practices.danger import DangerCard
from delve_desktop.ui.practices.steps import Step, Steps
from delve_desktop.ui.records.disputes import ScalarDispute
from delve_desktop.ui.records.words import meant
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import arrive
from tests.ui.stand_in import SPACE, StandIn

CONTENT = {
    "title": "Gold without mercury",
    "summary": "Borax does the same work.",
    "problem": "Smoke makes our children ill.",
    "steps": "1. **Wash**: run the ore down the sluice.\n2. **Pan**: until only black sand is left.",
    "do_nots": "- Heat sand that touched mercury.",
    "hazards": "- The melt is over 800 °C.",
    "maturity": "good",
    "language": "sw",
    "country": None,
    "cost_setup": {"amount": "60", "currency": "USD"},
}
LONG = ("summary", "problem", "steps", "do_nots", "hazards")


def written(cases: StandIn, **more: object) -> RecordId:
    content = {name: value for name, value in {**CONTENT, **more}.items() if value is not None}
    edits = [
        EditText(name, str(value)) if name in LONG else SetValue(name, value)
        for name, value in content.items()
    ]
    return records.add_record(cases.session, SPACE, "practice", edits)[0]


def reading_of(cases: StandIn, record: RecordId, qtbot) -> PracticeReading:
    view = records.open_record(cases.session, record)
    made = PracticeReading(view, you="Zawadi", now=time.time())
    qtbot.addWidget(made)
    made.resize(760, 1200)
    made.show()
    qtbot.waitUntil(lambda: made.whole)
    return made


def texts(widget: QWidget) -> list[str]:
    """What is shown, and what a screen reader says of it where that is more."""
    labels = widget.findChildren(QLabel)
    return [words for one in labels for words in (one.text(), one.accessibleName()) if words]


def top(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, QPoint(0, 0)).y()


def test_a_practice_is_listed_in_its_section_and_opens(
    shell: Shell, cases: StandIn, settle: Callable[[], None]
):
    record = written(cases)
    shell.go(Section.PRACTICES)
    settle()
    shell.list.model.refresh()
    settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settle()
    assert shell.pane.record == record
    (reading,) = shell.pane.findChildren(PracticeReading)
    assert "Gold without mercury" in texts(reading)


def test_the_danger_stands_before_the_steps(cases, qtbot):
    reading = reading_of(cases, written(cases), qtbot)
    reading.resize(600, 1200)  # one column
    (card,) = reading.findChildren(DangerCard)
    assert {"Never do this", "Hazards"} <= {one.accessibleDescription() for one in card.findChildren(QLabel)}
    assert any("Never: Heat sand" in text for text in texts(card))  # alone it reads like a step
    (steps,) = reading.findChildren(Steps)
    assert top(card, reading) < top(steps, reading)
    reading.resize(800, 1200)
    QApplication.processEvents()
    assert top(card, reading) < top(steps, reading)
    assert card.mapTo(reading, QPoint(0, 0)).x() > steps.mapTo(reading, QPoint(0, 0)).x() + steps.width()


def test_steps_are_numbered_and_named(cases, qtbot):
    reading = reading_of(cases, written(cases), qtbot)
    (steps,) = reading.findChildren(Steps)
    assert [one.accessibleName() for one in steps.findChildren(Step)] == [
        "Step 1. Wash. run the ore down the sluice.",
        "Step 2. Pan. until only black sand is left.",
    ]


def test_nothing_is_said_of_danger_where_nothing_is_known(cases, qtbot):
    reading = reading_of(cases, written(cases, hazards=None, do_nots=None), qtbot)
    assert not [frame for frame in reading.findChildren(QFrame) if frame.property("surface") == "danger"]


def test_codes_are_shown_in_words(cases, qtbot):
    shown = texts(reading_of(cases, written(cases), qtbot))
    assert "About 60 USD" in shown
    assert "Swahili" in shown
    assert "good" not in shown  # the term's words stand there
    assert not any("amount" in text for text in shown)


def test_a_fact_in_dispute_is_shown_as_two_versions_and_not_as_a_fact(cases, qtbot):
    record = written(cases)
    seen = records.open_record(cases.session, record).heads[0]
    records.edit_record(cases.session, record, [SetValue("maturity", "idea")])
    arrive(
        cases.session, SPACE, record, Write("maturity", PUT, "established"), at=int(time.time()), seen=seen
    )
    reading = reading_of(cases, record, qtbot)
    (dispute,) = reading.findChildren(ScalarDispute)
    told = " ".join(texts(dispute))  # differences are marked, so the words stand between tags
    assert "idea" in told.lower()
    assert "stablished" in told


def test_another_value_for_a_fact_in_dispute_is_typed_in_words():
    field = FieldView("maturity", "How proven", "scalar", "idea", (), True, (), "term", "maturities")
    assert meant(field, " Good practice ") == "good"
    assert meant(field, "established") == "established"
    assert meant(field, "") is None
    money = FieldView("cost_setup", "Cost", "scalar", None, (), True, (), "money")
    assert meant(money, "70 USD") == {"amount": "70", "currency": "USD"}
    assert meant(money, "{70 USD") == "{70 USD"


def test_dangers_in_dispute_are_shown_too(cases, qtbot):
    record = written(cases)
    seen = records.open_record(cases.session, record).heads[0]
    records.edit_record(cases.session, record, [EditText("hazards", "- The melt is over 900 °C.")])
    arrive(
        cases.session,
        SPACE,
        record,
        Write("hazards", "text", "- The melt is hot."),
        at=int(time.time()),
        seen=seen,
    )
    shown = " ".join(texts(reading_of(cases, record, qtbot)))
    assert "Hazards" in shown
