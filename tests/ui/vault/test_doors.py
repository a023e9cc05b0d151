"""The first start, through each of the three doors, to the first note."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.crypto.kdf import FLOOR, normalise
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.crypto.words import word_list
from delve_desktop.domain.errors import HubUnreachable
from delve_desktop.services import records, spaces
from delve_desktop.services.exchange import exchange
from delve_desktop.services.keeping.backup import back_up
from delve_desktop.services.keeping.passphrases import new_recovery_code
from delve_desktop.services.session import create_vault, open_vault
from delve_desktop.settings import Settings
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.vault.about_step import AboutStep
from delve_desktop.ui.vault.arrival_step import ArrivalStep
from delve_desktop.ui.vault.invite_step import InviteStep
from delve_desktop.ui.vault.passphrase_step import PassphraseStep
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.recover_step import RecoverStep
from delve_desktop.ui.vault.restore_step import RestoreStep
from delve_desktop.ui.vault.sheet_step import SheetStep
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore
from tests.contracts.http_hub import listening
from tests.ui.conftest import PASSPHRASE
from tests.ui.vault.person import LONG, at, door, introduce, opened, settled, shown, start_page, unlock

Make = Callable[..., Program]


@pytest.fixture
def url() -> Iterator[str]:
    settings = HubSettings(open=True)
    with (
        closing(HubStore.open("sqlite://")) as store,
        listening(HubService(store, settings, random.Random(1).randbytes), settings) as address,
    ):
        yield address


def write_a_note(shell: Shell, program: Program, qtbot: QtBot) -> None:
    shell.start_new("note")
    settled(program, qtbot)
    form = shell.pane
    title = next(each for each in form.findChildren(QPlainTextEdit | QTextEdit) or [] if each.isVisible())
    qtbot.keyClicks(title, "The pump runs again")
    shell.pane.finish()
    settled(program, qtbot)


def test_through_the_second_door_to_the_first_note(tmp_path: Path, qtbot: QtBot, program: Make) -> None:
    window = program()
    door(window, 1)
    introduce(window, qtbot, "Zawadi M.", "Kambi ya Mawe", "tanzania")
    sheet = at(window, SheetStep, qtbot)
    sheet.make.click()
    assert not sheet.next.isEnabled(), "who went on now would never see the code"
    qtbot.waitUntil(lambda: sheet.card.sheet is not None, timeout=LONG)
    sheet.card.write_pdf(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    sheet.next.click()
    shell = opened(window, qtbot)
    assert shell.current_space() is not None
    assert shell.section is Section.NOTES
    assert shell.pane.editing, "*Start writing* leads to a new note"
    cursor_in = window.window.focusWidget()
    assert cursor_in is not None
    assert cursor_in.accessibleName() == "Title"
    qtbot.keyClicks(cursor_in, "The first note")
    settled(window, qtbot)
    window.window.close()
    qtbot.waitUntil(lambda: not window.window.isVisible(), timeout=LONG)
    (person,) = People(tmp_path / "vaults", single=False).known()
    assert person.name == "Zawadi M."
    with closing(open_vault(person.folder, PASSPHRASE)) as session:
        (space,) = spaces.list_spaces(session)
        assert space.name == "Kambi ya Mawe"
        (row,) = records.list_records(session, space.id, "contact").rows
        view = records.open_record(session, row.id)
        said = {field.name: field.versions[0].value for field in view.fields if field.versions}
        assert (said["name"], said["organisation"], said["country"]) == ("Zawadi M.", "Kambi ya Mawe", "TZ")
        (note,) = records.list_records(session, space.id, "note").rows
        assert note.title == "The first note"


def test_nothing_typed_is_lost_by_going_back(qtbot: QtBot, program: Make) -> None:
    window = program()
    door(window, 1)
    about = at(window, AboutStep, qtbot)
    settled(window, qtbot)
    qtbot.keyClicks(about.name, "Neema L.")
    qtbot.keyClicks(about.association, "Nyota")
    about.next.click()
    words = at(window, PassphraseStep, qtbot)
    words.new.suggest.click()
    typed = words.new.text
    assert len(typed.split()) == 6
    assert words.next.isEnabled()
    words.back.click()
    assert start_page(window).step is about
    about.back.click()
    assert start_page(window).step is None
    door(window, 0)
    invite = at(window, InviteStep, qtbot)
    qtbot.keyClicks(invite.code.edit, "JOIN-")
    invite.back.click()
    door(window, 1)
    assert about.name.text() == "Neema L."
    about.next.click()
    assert at(window, PassphraseStep, qtbot).new.text == typed
    door_page = start_page(window)
    assert door_page._invite is not None
    assert door_page._invite.code.text == "JOIN-"


def test_through_the_first_door_with_six_words_until_the_coordinator_approves(
    tmp_path: Path, qtbot: QtBot, program: Make, url: str
) -> None:
    with closing(create_vault(tmp_path / "coordinator", PASSPHRASE, "Rehema", params=FLOOR)) as coordinator:
        spaces.set_hub(coordinator, url)
        space = spaces.create_space(coordinator, "Lake Zone")
        code = spaces.create_invite(coordinator, space)
        window = program()
        door(window, 0)
        invite = at(window, InviteStep, qtbot)
        invite.code.edit.setText(code[:-1] + ("0" if code[-1] != "0" else "1"))
        invite.next.click()
        settled(window, qtbot)
        assert "typing mistake" in shown(invite)
        invite.code.edit.setText(code.lower().replace("-", " "))
        invite.next.click()
        introduce(window, qtbot, "Tatu K.", "Nyota ya Dhahabu", "TZ")
        arrival = at(window, ArrivalStep, qtbot)
        qtbot.waitUntil(lambda: "Six words" in arrival.heading.text(), timeout=LONG)
        settled(window, qtbot)  # Qt shows what was put into a layout when the event loop comes by
        exchange(coordinator)
        (request,) = spaces.join_requests(coordinator, space)
        read = shown(arrival)
        assert all(word in read for word in request.words)
        assert request.digits in read
        spaces.approve(coordinator, request.id)
        exchange(coordinator)
        arrival.next.click()
        at(window, SheetStep, qtbot).next.click()
        shell = opened(window, qtbot)
        shell.sync()
        settled(window, qtbot)
        now = shell.current_space()
        assert now is not None
        assert now.state == "active"
        shell.sync()
        settled(window, qtbot)
        exchange(coordinator)
        rows = records.list_records(coordinator, space, "contact").rows
        assert [row.title for row in rows] == ["Tatu K."], "what was written before the approval came along"


def test_without_a_link_the_vault_is_there_and_joining_can_be_tried_again(
    tmp_path: Path, qtbot: QtBot, program: Make, url: str
) -> None:
    with closing(create_vault(tmp_path / "coordinator", PASSPHRASE, "Rehema", params=FLOOR)) as coordinator:
        spaces.set_hub(coordinator, url)
        code = spaces.create_invite(coordinator, spaces.create_space(coordinator, "Lake Zone"))
    window = program()
    door(window, 0)
    at(window, InviteStep, qtbot).code.edit.setText(code)
    at(window, InviteStep, qtbot).next.click()
    real = spaces.join_space

    def cut(*_: object, **__: object) -> None:
        raise HubUnreachable("No answer.")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(spaces, "join_space", cut)
        introduce(window, qtbot, "Tatu K.", "")
        arrival = at(window, ArrivalStep, qtbot)
        qtbot.waitUntil(lambda: "not reached" in arrival.told, timeout=LONG)
    assert spaces.join_space is real
    arrival._again.click()
    qtbot.waitUntil(lambda: "Six words" in arrival.heading.text(), timeout=LONG)
    assert arrival.told == ""
    assert not arrival.later.isVisible()


def test_a_whole_column_clicks_and_so_does_the_keyboard(qtbot: QtBot, program: Make) -> None:
    window = program()
    page = start_page(window)
    assert page.doors is not None
    column = page.doors.inner.doors[1]
    qtbot.mouseClick(column, Qt.MouseButton.LeftButton, pos=QPoint(column.width() // 2, 20))
    at(window, AboutStep, qtbot).back.click()
    button = page.doors.buttons[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    at(window, InviteStep, qtbot)


def test_another_language_counts_at_once_and_after_the_next_start(
    tmp_path: Path, qtbot: QtBot, program: Make
) -> None:
    kept = tmp_path / "settings.json"
    window = program(None, kept)
    page = start_page(window)
    assert page.doors is not None
    page.doors.inner.languages.pills["pt"].click()
    settled(window, qtbot)
    assert start_page(window) is not page
    assert Settings.read(kept).language == "pt"
    again = program(None, kept)
    doors = start_page(again).doors
    assert doors is not None
    assert doors.inner.languages.pills["pt"].isChecked()
    door(again, 1)
    about = at(again, AboutStep, qtbot)
    settled(again, qtbot)
    assert about.country.itemText(about.country.findData("DE")) == "Alemanha"
    about.name.setText("Neema")
    about.association.setText("Nyota")
    about.next.click()
    words = at(again, PassphraseStep, qtbot)
    words.new.suggest.click()
    portuguese = {normalise(word) for word in word_list("pt")}
    assert set(words.new.text.split()) <= portuguese
    assert words.new.secret.shown


def test_the_labels_of_the_doors_are_whole(qtbot: QtBot, program: Make) -> None:
    window = program()
    page = start_page(window)
    assert page.doors is not None
    window.window.resize(1024, 600)
    qtbot.wait(50)
    for text in page.doors.inner.findChildren(QLabel):
        if text.isVisible() and text.text():
            assert text.height() >= text.heightForWidth(text.width()) or not text.wordWrap(), text.text()
    assert page.doors.verticalScrollBar().maximum() == 0


def test_a_forgotten_passphrase_is_helped_by_the_recovery_sheet(
    tmp_path: Path, qtbot: QtBot, program: Make
) -> None:
    folder = tmp_path / "vault"
    with closing(create_vault(folder, PASSPHRASE, "Zawadi M.", params=FLOOR)) as session:
        code = new_recovery_code(session, PASSPHRASE).to_text()
    window = program(People(folder, single=True))
    gate = start_page(window).gate
    assert gate is not None
    gate.unlock.forgot.click()
    step = at(window, RecoverStep, qtbot)
    new = "tisa mbuzi walikula kofia yangu mtoni"
    step.code.edit.setText(code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert not step.next.isEnabled()
    qtbot.keyClicks(step.new.secret.edit, new)
    step.next.click()
    settled(window, qtbot)
    assert "typing mistake" in shown(step)
    other = RecoveryCode(bytes(20)).to_text()
    step.code.edit.setText(other)
    step.next.click()
    qtbot.waitUntil(lambda: bool(step.told), timeout=LONG)
    settled(window, qtbot)
    step.code.edit.setText(" ".join(code.lower().split("-")[1:]))
    step.next.click()
    opened(window, qtbot)
    window.lock()
    qtbot.waitUntil(lambda: window.start_page is not None, timeout=LONG)
    unlock(window, qtbot, new)
    opened(window, qtbot)


def test_a_vault_is_brought_back_from_a_backup(tmp_path: Path, qtbot: QtBot, program: Make) -> None:
    with closing(create_vault(tmp_path / "old", PASSPHRASE, "Zawadi M.", params=FLOOR)) as session:
        spaces.create_space(session, "Lake Zone")
    back_up(tmp_path / "old", PASSPHRASE, tmp_path / "Zawadi.delve-backup")
    window = program()
    doors = start_page(window).doors
    assert doors is not None
    doors.inner.backup.click()
    step = at(window, RestoreStep, qtbot)
    step.take(tmp_path / "Zawadi.delve-backup")
    step.words.edit.setText("maji tembo kijani jua kisima moshi")
    assert not step.next.isEnabled(), "whether the old laptop is gone must be said"
    step.used.click()
    step.next.click()
    qtbot.waitUntil(lambda: bool(step.told), timeout=LONG)
    assert People(tmp_path / "vaults", single=False).known() == []
    step.words.edit.setText(PASSPHRASE)
    step.next.click()
    shell = opened(window, qtbot)
    now = shell.current_space()
    assert now is not None
    assert now.name == "Lake Zone"
    assert [person.name for person in People(tmp_path / "vaults", single=False).known()] == ["Zawadi M."]


def test_the_words_at_the_foot_stand_in_one_line_where_they_have_room(qtbot: QtBot, program: Make) -> None:
    window = program()
    doors = start_page(window).doors
    assert doors is not None
    words = doors.inner._foot_words
    words.setText(words.text() + "  ·  " + "m" * 20)  # as in a language that needs more room
    doors.inner.fit(doors.viewport().width())
    assert words.heightForWidth(words.minimumWidth()) == words.heightForWidth(10_000)


def test_the_language_that_was_chosen_does_not_leave_the_focus_on_another(
    qtbot: QtBot, program: Make
) -> None:
    window = program()
    doors = start_page(window).doors
    assert doors is not None
    doors.inner.languages.pills["fr"].click()
    qtbot.waitUntil(lambda: start_page(window).doors is not doors)
    fresh = start_page(window).doors
    assert fresh is not None
    qtbot.waitUntil(fresh.hasFocus)
