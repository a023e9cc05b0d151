"""A rich practice in its section, and a page of it that waits to be let go on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.ui.practices import PracticeReading
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.practices.test_reading import written
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


AFTER_ALL = 750  # milliseconds, by which a page that was whole at once has long been let go of


STEPS = "\n".join(f"{number}. **Step {number}**: {'dig, carry and wash ' * 8}" for number in range(1, 13))


NEVER = "\n".join(f"- Heat the sand of sluice {number}." for number in range(1, 7))


HAZARDS = "\n".join(f"- **Dust {number}**: it stays in the lungs for years." for number in range(1, 7))


@pytest.fixture
def rich(cases: StandIn) -> RecordId:
    people = [add(cases.session, SPACE, "contact", name=f"Awa {number}") for number in range(2)]
    made = written(
        cases,
        steps=STEPS,
        do_nots=NEVER,
        hazards=HAZARDS,
        summary="Borax does it. " * 12,
        evidence="It works.",
    )
    records.edit_record(cases.session, made, [])
    for number in range(30):
        add(cases.session, SPACE, "note", title=f"Visit {number}", links=[made.hex(), people[0].hex()])
    for number in range(3):
        add(cases.session, SPACE, "comment", about=made.hex(), text=f"How deep {number}?", asks=True)
    return made


@pytest.fixture
def practices(shell: Shell, rich: RecordId, settle: Wait) -> Shell:
    shell.go(Section.PRACTICES)
    settle()
    return shell


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[PracticeReading], None]:
    """Nothing comes by itself after the first painting, until a page is let go on."""
    turn = PracticeReading._on_turn
    monkeypatch.setattr(PracticeReading, "_on_turn", lambda _page: None)

    def let_go(page: PracticeReading) -> None:
        monkeypatch.setattr(PracticeReading, "_on_turn", turn)
        page._on_turn()

    return let_go


def opened(shell: Shell, qtbot: QtBot, record: RecordId) -> PracticeReading:
    """The page, just laid out: not painted yet."""
    shell.pane.show_record(record)
    qtbot.waitUntil(lambda: shell.pane.view is not None and shell.pane.view.id == record)
    shown = shell.pane._body.shown
    assert isinstance(shown, PracticeReading)
    return shown
