"""Two windows and a real hub over HTTP: admission, an edit that arrives, a dispute that is settled."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.services.session import Session, create_vault
from delve_desktop.services.views import EditText, SetValue
from delve_desktop.ui.bound import BoundUseCases
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.exchange.panels import Panel
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.text.edit import RichEdit
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore
from tests.contracts.http_hub import listening
from tests.ui.conftest import PASSPHRASE


class Laptop:
    """One window over one vault."""

    def __init__(self, qtbot: QtBot, folder: Path, name: str) -> None:
        self._qtbot = qtbot
        self.session: Session = create_vault(folder, PASSPHRASE, name, params=FLOOR)
        self.workers = Worker("database"), Worker("network")
        self.desk = Desk(BoundUseCases(self.session), *self.workers)
        self.shell = Shell(self.desk, time.time, automatic_sync=False)
        qtbot.addWidget(self.shell)
        self.shell.resize(1366, 720)
        self.shell.show()
        self.settle()

    def wait_until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds)

    def settle(self) -> None:
        quiet = 0
        while quiet < 3:
            self._qtbot.waitUntil(lambda: not any(one.busy for one in self.workers), timeout=30_000)
            self._qtbot.wait(5)
            quiet = 0 if any(one.busy for one in self.workers) else quiet + 1

    def fill(self, panel: Panel, *values: str) -> None:
        """Open one of the sync page's forms, fill it in and press its button."""
        self.shell.go(Section.SYNC)
        self.shell.exchange.open(panel)
        for field, value in zip(panel.fields, values, strict=False):
            field.setText(value)
        panel.action.click()
        self.settle()

    def sync(self) -> None:
        self.shell.exchange.sync_now.click()
        self.settle()
        assert self.shell.run.failure is None, self.shell.run.failure

    def end(self) -> None:
        self.shell.close()
        for worker in self.workers:
            worker.stop()
        self.session.close()


def shown(inside: QWidget) -> str:
    return "\n".join(one.text() for one in inside.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def url() -> Iterator[str]:
    settings = HubSettings(open=True)
    with (
        closing(HubStore.open("sqlite://")) as store,
        listening(HubService(store, settings, random.Random(1).randbytes), settings) as address,
    ):
        yield address


@pytest.fixture
def pair(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    both = Laptop(qtbot, tmp_path / "a", "Zawadi M."), Laptop(qtbot, tmp_path / "b", "Neema L.")
    yield both
    for laptop in both:
        laptop.end()


def admit(coordinator: Laptop, officer: Laptop, url: str) -> None:
    page = coordinator.shell.exchange
    coordinator.fill(page.found, "Lake Zone")
    coordinator.fill(page.hub, url)
    coordinator.fill(page.invite)
    assert page.invite.code
    focused = coordinator.shell.focusWidget()
    assert focused is not None
    assert page.invite.isAncestorOf(focused), "the focus does not wander off while the code is made"

    officer.fill(officer.shell.exchange.join, page.invite.code)
    pending = officer.shell.current_space()
    assert pending is not None
    assert pending.state == "pending"
    assert len(pending.words) == 6
    for word in pending.words:
        assert word in shown(officer.shell.exchange), "the officer can read the words out"

    coordinator.sync()
    for word in pending.words:
        assert word in shown(page.requests), "the same words stand on the coordinator's screen"
    approve = [one for one in page.requests.findChildren(QPushButton) if "Neema" in one.accessibleName()]
    approve[0].click()
    coordinator.settle()
    assert "Neema L. is admitted." in shown(page.requests)
    assert officer.shell.exchange.join.isVisible()
    officer.sync()
    space = officer.shell.current_space()
    assert space is not None
    assert (space.state, space.name, space.role) == ("active", "Lake Zone", "officer")
    assert not officer.shell.exchange.join.isVisible(), "there is nothing left to read out"
    assert not officer.shell.exchange.requests.isVisible(), "only coordinators admit"
    invite = [one for one in officer.shell.findChildren(QPushButton) if one.text() == "Invite somebody"]
    assert not invite[0].isEnabled()
    assert "coordinator" in invite[0].toolTip()


def write(laptop: Laptop, title: str) -> RecordId:
    laptop.shell.start_new("note")
    form = laptop.shell.pane.form
    assert form is not None
    form._editors[0].fill(title)
    form.changed()
    laptop.shell.pane.finish()
    laptop.settle()
    view = laptop.shell.pane.view
    assert view is not None
    return view.id


def test_a_second_laptop_is_admitted_and_an_edit_reaches_it(pair: tuple[Laptop, Laptop], url: str) -> None:
    coordinator, officer = pair
    admit(coordinator, officer, url)
    note = write(officer, "Rope at shaft 3")
    assert officer.shell.pane.foot.sentence == "Saved on this laptop – not yet sent"
    officer.shell.go(Section.NOTES)
    officer.settle()
    assert officer.shell.list.model.items[0].row.unsent
    officer.shell.sync()
    officer.settle()
    assert officer.shell.topbar.pill.text() == "Up to date"
    # the list says so without being asked; it gathers changes for a moment
    officer.wait_until(lambda: not officer.shell.list.model.items[0].row.unsent)
    coordinator.sync()
    coordinator.shell.go(Section.NOTES)
    coordinator.settle()
    assert [item.title for item in coordinator.shell.list.model.items] == ["Rope at shaft 3"]
    assert coordinator.shell.list.model.items[0].row.author == "Neema L."
    officer.shell.go(Section.NOTES)
    officer.settle()
    officer.shell.pane.show_record(note)
    officer.settle()
    assert officer.shell.pane.foot.sentence == "Sent to the server"
    assert coordinator.shell.topbar.pill.text() == "Up to date"


def test_inv18_a_dispute_is_seen_by_both_and_settled_once(
    pair: tuple[Laptop, Laptop], url: str, qtbot: QtBot
) -> None:
    coordinator, officer = pair
    admit(coordinator, officer, url)
    note = write(officer, "Rope")
    officer.sync()
    coordinator.sync()
    records.edit_record(coordinator.session, note, [SetValue("place", "Geita")])
    records.edit_record(officer.session, note, [SetValue("place", "Kahama")])
    for laptop in (coordinator, officer, coordinator):
        laptop.sync()
    for laptop in pair:
        laptop.shell.go(Section.MERGE)
        laptop.settle()
        assert [item.id for item in laptop.shell.list.model.items] == [note]
    coordinator.shell.pane.show_record(note)
    coordinator.settle()
    assert "Written by Neema L." in shown(coordinator.shell.pane)
    keep = [
        one
        for one in coordinator.shell.pane.findChildren(QPushButton)
        if one.isVisible() and "Kahama" in one.accessibleName()
    ]
    keep[0].click()
    coordinator.settle()
    coordinator.sync()
    officer.sync()
    for laptop in pair:
        model = laptop.shell.list.model
        qtbot.waitUntil(lambda model=model: model.items == [])  # lists gather changes for a moment
        fields = {field.name: field.value for field in records.open_record(laptop.session, note).fields}
        assert fields["place"] == "Kahama"


def test_inv07_what_arrives_while_somebody_types_joins_or_stands_as_a_second_version(
    qtbot: QtBot, pair: tuple[Laptop, Laptop], url: str
) -> None:
    coordinator, officer = pair
    admit(coordinator, officer, url)
    note = write(officer, "Rope")
    text = "At shaft 1.\n\nAt shaft 2.\n\nAt shaft 3."
    records.edit_record(officer.session, note, [EditText("text", text)])
    officer.sync()
    coordinator.sync()
    shell = coordinator.shell
    shell.go(Section.NOTES)
    coordinator.settle()
    shell.pane.show_record(note)
    coordinator.settle()
    shell.pane.edit()
    coordinator.settle()
    assert shell.pane.form is not None
    edit = shell.pane.form.findChildren(RichEdit)[0]
    edit.setTextCursor(QTextCursor(edit.document().findBlockByNumber(0)))
    qtbot.keyClicks(edit, "Today ")
    records.edit_record(officer.session, note, [EditText("text", text.replace("shaft 3", "shaft 33"))])
    officer.sync()
    shell.run.start()  # by itself, as it does every few minutes: nobody pressed a button
    coordinator.settle()
    assert shell.pane.editing
    assert edit.text() == "Today At shaft 1.\n\nAt shaft 2.\n\nAt shaft 33."
    assert edit.textCursor().position() == len("Today ")

    records.edit_record(officer.session, note, [EditText("text", text.replace("shaft 1", "shaft 11"))])
    officer.sync()
    shell.run.start()
    coordinator.settle()
    qtbot.keyClicks(edit, "early: ")
    assert edit.text() == "Today early: At shaft 1.\n\nAt shaft 2.\n\nAt shaft 33."
    shell.pane.finish()
    coordinator.settle()
    coordinator.sync()
    officer.sync()
    for laptop in pair:
        view = records.open_record(laptop.session, note)
        (found,) = (field for field in view.fields if field.name == "text")
        assert {alternative for passage in found.passages for alternative in passage.alternatives} >= {
            ("Today early: At shaft 1.",),
            ("At shaft 11.",),
        }


def test_without_a_space_home_shows_the_two_doors(pair: tuple[Laptop, Laptop]) -> None:
    laptop, _ = pair
    shell = laptop.shell
    assert "Which door is yours?" in shown(shell.home)
    for words, panel in (
        ("Join with an invite", shell.exchange.join),
        ("Start a new space", shell.exchange.found),
    ):
        shell.go(Section.HOME)
        laptop.settle()
        doors = [one for one in shell.home.findChildren(QPushButton) if one.text() == words]
        doors[-1].click()
        laptop.settle()
        assert panel.isVisible()
        assert panel.window().focusWidget() is panel.fields[0]
    panel.fields[0].setText("Lake Zone")
    panel.action.click()
    laptop.settle()
    shell.go(Section.HOME)
    laptop.settle()
    assert "New in Lake Zone" in shown(shell.home)


def test_a_code_with_a_typing_error_is_said_in_place(pair: tuple[Laptop, Laptop]) -> None:
    _, officer = pair
    officer.fill(officer.shell.exchange.join, "not a code at all")
    assert officer.shell.current_space() is None
    assert len(shown(officer.shell.exchange.join).splitlines()) >= 4
    assert officer.shell.exchange.join.action.isEnabled()


def test_no_server_is_no_alarm(pair: tuple[Laptop, Laptop]) -> None:
    coordinator, _ = pair
    coordinator.fill(coordinator.shell.exchange.found, "Lake Zone")
    coordinator.fill(coordinator.shell.exchange.hub, "http://127.0.0.1:1")
    assert "not reached" in shown(coordinator.shell.exchange.hub)
    write(coordinator, "Rope")
    assert coordinator.shell.topbar.pill.text() in ("On this laptop", "Offline · 1 to send")
