"""A list over a real vault, with sixty notes in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.items import Query
from delve_desktop.ui.records.list_pane import ListPane
from delve_desktop.ui.records.listing import Listing
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]
NOTES = Listing("Notes", Query("note"), "Search notes", "No notes yet. Begin with New.", "note")
BIN = Listing("Bin", Query(in_bin=True), "Search the bin", "The bin is empty.")
# what this platform says of every popup
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> ListPane:
    made = ListPane(desk, lambda: 1_700_000_000.0)
    qtbot.addWidget(made)
    made.resize(352, 700)
    made.show()
    return made


@pytest.fixture
def notes(cases: StandIn) -> list[RecordId]:
    """Sixty notes, the last one newest."""
    return [add(cases.session, SPACE, "note", title=f"Note {number:02}") for number in range(60)]


@pytest.fixture
def shown(qtbot: QtBot, pane: ListPane, notes: list[RecordId], settle: Wait) -> ListPane:
    pane.show_listing(NOTES)
    settle()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 60)
    return pane
