"""The third door: looking around in made-up records, of which nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.domain.errors import Mistaken
from delve_desktop.services.keeping.walk import begin_walk
from delve_desktop.ui.bound_walk import BoundWalk
from delve_desktop.ui.home.new_cards import PicturePlace
from delve_desktop.ui.records import delegate, filters
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.vault.walk_step import WalkStep
from delve_desktop.ui.widgets import icon
from tests.ui.vault.person import LONG, at, door, opened, settled, shown, start_page

Make = Callable[..., Program]


def some_came(step: WalkStep, qtbot: QtBot) -> None:
    """Wait by what is shown: what waits for the signal itself would be called, dead, by one on its way."""
    qtbot.waitUntil(lambda: " of " in step.run.said and not step.run.said.startswith("0 "), timeout=LONG)


def test_through_the_third_door_and_out_again_nothing_is_kept(
    tmp_path: Path, qtbot: QtBot, program: Make
) -> None:
    window = program()
    for leaving in ("leave", "close"):
        door(window, 2)
        shell = opened(window, qtbot)
        assert shell.band is not None
        assert shell.band.isVisible()
        assert "Nothing is kept, nothing is sent" in shown(shell.band)
        assert len(shell.list.model.items) or shell.nav.items
        walks = list((tmp_path / "home" / "look-around").iterdir())
        assert len(walks) == 1
        shell.sync()
        settled(window, qtbot)
        if leaving == "leave":
            shell.band.leave.click()
            qtbot.waitUntil(lambda: window.start_page is not None, timeout=LONG)
        else:
            window.window.close()
            qtbot.waitUntil(lambda: not window.window.isVisible(), timeout=LONG)
        assert list((tmp_path / "home" / "look-around").iterdir()) == []
    assert not (tmp_path / "vaults").exists()


def test_filling_shows_how_far_it_is_and_can_be_stopped(
    tmp_path: Path, qtbot: QtBot, program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from delve_desktop.services.keeping import walk

    monkeypatch.setattr(walk, "AT_ONCE", 2)
    window = program()
    door(window, 2)
    step = at(window, WalkStep, qtbot)
    assert window.window.focusWidget() is step.run.stop
    some_came(step, qtbot)
    assert step.run.said.endswith(" of 446 records")
    step.run.stop.click()
    assert start_page(window).step is None, "the doors are back at once"
    settled(window, qtbot)
    assert start_page(window).step is None, "and what was made meanwhile is not shown"
    assert list((tmp_path / "home" / "look-around").iterdir()) == []
    monkeypatch.setattr(walk, "AT_ONCE", 40)
    door(window, 2)
    assert opened(window, qtbot).band is not None


def test_a_window_closed_while_the_samples_come_leaves_nothing(
    tmp_path: Path, qtbot: QtBot, program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from delve_desktop.services.keeping import walk

    monkeypatch.setattr(walk, "AT_ONCE", 2)
    window = program()
    door(window, 2)
    step = at(window, WalkStep, qtbot)
    some_came(step, qtbot)
    window.window.close()
    window.end()
    assert list((tmp_path / "home" / "look-around").iterdir()) == []


def test_a_sample_says_everywhere_that_it_is_never_sent(qtbot: QtBot, program: Make) -> None:
    window = program()
    door(window, 2)
    shell = opened(window, qtbot)
    assert shell.topbar.pill.text() == "A sample · never sent"
    shell.sync()
    settled(window, qtbot)
    assert shell.topbar.pill.text() == "A sample · never sent", "also after a sync was asked for"
    shell.go(Section.SYNC)
    settled(window, qtbot)
    assert "to send" not in shown(shell)
    assert "wait to go out" not in shown(shell)
    assert "Waiting to go" not in shown(shell)
    shell.go(Section.NOTES)
    settled(window, qtbot)
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settled(window, qtbot)
    assert shell.pane.foot.sentence == "A sample – never sent, and not kept"


def test_no_row_of_a_sample_says_that_it_is_not_sent_or_that_it_is(
    qtbot: QtBot, program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs: list[str] = []
    paint = icon.paint

    def noted(painter: QPainter, name: str, token: str, rect: QRect) -> None:
        signs.append(name)
        paint(painter, name, token, rect)

    monkeypatch.setattr(delegate, "paint_icon", noted)
    window = program()
    door(window, 2)
    shell = opened(window, qtbot)
    shell.go(Section.NOTES)
    settled(window, qtbot)
    rows = shell.list.rows
    rows.viewport().grab()
    assert shell.list.model.rowCount() > 3
    assert not {"out", "check"} & set(signs)
    for number in range(5):
        said = rows.model().index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said
        assert "sent" not in said
    menu = QMenu()
    qtbot.addWidget(menu)
    desk = window._desk
    assert desk is not None
    assert desk.space is not None
    offered = desk._use_cases.filter_values(desk.space, "note")
    filters.fill(menu, offered, "note", [], lambda _one: None)
    words = [one.text() for one in menu.actions()]
    assert "New" in " ".join(words)
    assert not any("sent" in one for one in words)
    (hit, *_) = desk._use_cases.find(desk.space, "mercury", 5)
    assert not hit.row.unsent
    assert not hit.row.travels


def test_what_a_killed_walk_left_is_wiped_at_the_next_start(
    tmp_path: Path, qtbot: QtBot, program: Make
) -> None:
    left = tmp_path / "home" / "look-around" / "00ff"
    left.mkdir(parents=True)
    (left / "vault.db").write_bytes(b"x" * 4096)
    window = program()
    qtbot.waitUntil(lambda: not left.exists(), timeout=LONG)
    assert start_page(window).step is None


def test_samples_that_are_missing_are_told_at_the_door(
    tmp_path: Path, qtbot: QtBot, program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    from delve_desktop.services.keeping import walk

    monkeypatch.setattr(walk, "resources_dir", lambda: tmp_path)
    window = program()
    door(window, 2)
    step = at(window, WalkStep, qtbot)
    qtbot.waitUntil(lambda: bool(step.told), timeout=LONG)
    step.back.click()
    assert start_page(window).step is None


def test_who_looks_around_can_meet_nobody(tmp_path: Path) -> None:
    walk = BoundWalk(begin_walk(tmp_path, "Visitor", "Samples"))
    (space,) = walk.list_spaces()
    for meeting in (
        lambda: walk.set_hub("https://hub.example.org", None, None),
        lambda: walk.create_invite(space.id),
        lambda: walk.join_space("JOIN"),
        lambda: walk.exchange(None, progress=lambda _far: None, cancelled=lambda: False),
    ):
        with pytest.raises(Mistaken, match="Nothing is sent"):
            meeting()
    walk.close()
    assert list(tmp_path.iterdir()) == []


def test_who_looks_around_sees_the_samples_as_new_and_with_pictures(qtbot: QtBot, program: Make) -> None:
    window = program()
    door(window, 2)
    shell = opened(window, qtbot)
    shell.go(Section.HOME)
    qtbot.waitUntil(lambda: "Write the first note" not in shown(shell.home.new), timeout=LONG)
    places = shell.home.new.findChildren(PicturePlace)
    assert len(places) == 4
    assert not shell.home.exchanges.isVisible(), "it says that what is written waits to go out"
    qtbot.waitUntil(lambda: all(place.holds_picture for place in places), timeout=LONG)
