"""The field above: records and commands by what is typed, everything by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delve_desktop.domain.errors import Damaged
from delve_desktop.ui import theme, translations
from delve_desktop.ui.shell.palette import Command, Palette, fits
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(shell: Shell, qtbot: QtBot) -> Palette:
    """Opened by its shortcut."""
    shell.activateWindow()
    qtbot.keyClick(shell, Qt.Key.Key_K, CTRL)
    return shell.finding.palette


def lines(palette: Palette) -> list[str]:
    return [entry.spoken for entry in palette.model.entries]


def type_words(qtbot: QtBot, shell: Shell, words: str, settle: Wait) -> None:
    qtbot.keyClicks(shell.topbar.finder, words)
    settle()


def test_a_record_is_found_by_kind_and_opened(
    qtbot: QtBot, shell: Shell, cases: StandIn, palette: Palette, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="12 mm")
    contact = add(cases.session, SPACE, "contact", name="Ropeway Ltd")
    type_words(qtbot, shell, "rope", settle)
    assert [entry.heading for entry in palette.model.entries if entry.heading] == ["Contacts", "Notes", "Do"]
    assert {hit.row.id for hit in palette.hits} == {note, contact}
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Down)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    settle()
    assert shell.pane.record == note
    assert shell.section is Section.NOTES
    assert not palette.isVisible()
    assert shell.topbar.finder.text() == ""


def test_enter_before_the_answer_opens_the_first_that_comes(
    qtbot: QtBot, shell: Shell, cases: StandIn, palette: Palette, settle: Wait
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="12 mm")
    settle()
    cases.gate.clear()
    qtbot.keyClicks(shell.topbar.finder, "rope")
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    cases.gate.set()
    settle()
    assert shell.pane.record == note


def test_commands_are_offered_at_once_and_found_by_their_words(
    qtbot: QtBot, shell: Shell, palette: Palette, settle: Wait
) -> None:
    assert "New note, Ctrl+N" in lines(palette)
    type_words(qtbot, shell, "new con", settle)
    assert lines(palette) == ["Do", "New contact"]
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    settle()
    assert shell.pane.editing
    assert shell.section is Section.CONTACTS


def test_another_space_is_chosen_by_name(
    qtbot: QtBot, shell: Shell, cases: StandIn, palette: Palette, settle: Wait
) -> None:
    other = cases.create_space("Tanzania")
    shell._ask_spaces()
    settle()
    qtbot.keyClick(shell, Qt.Key.Key_K, CTRL)
    shell.finding.open()
    type_words(qtbot, shell, "tanz", settle)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    settle()
    assert shell._desk.space == other


def test_everything_that_was_found_can_be_listed(
    qtbot: QtBot, shell: Shell, cases: StandIn, palette: Palette, settle: Wait
) -> None:
    for number in range(15):
        add(cases.session, SPACE, "note", title=f"Rope {number}")
    type_words(qtbot, shell, "rope", settle)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Up)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    settle()
    assert shell.section is Section.FOUND
    assert shell.list.model.rowCount() == 15


def test_escape_closes_it_and_stays_where_one_was(
    qtbot: QtBot, shell: Shell, palette: Palette, settle: Wait
) -> None:
    type_words(qtbot, shell, "rope", settle)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert shell.topbar.finder.text() == ""
    assert shell.section is Section.HOME


def test_it_closes_when_the_person_goes_elsewhere(
    qtbot: QtBot, shell: Shell, palette: Palette, settle: Wait
) -> None:
    type_words(qtbot, shell, "rope", settle)
    shell.go(Section.NOTES)
    settle()
    assert not palette.isVisible()
    assert shell.topbar.finder.text() == ""


def test_whatever_is_typed_is_no_error(qtbot: QtBot, shell: Shell, palette: Palette, settle: Wait) -> None:
    for words in ('"', "a AND", "x:", "-a", "col:foo", "*", "(", "NEAR("):
        shell.topbar.finder.clear()
        type_words(qtbot, shell, words, settle)
        assert shell.bar.text == ""


def test_only_what_was_typed_last_is_shown(
    qtbot: QtBot, shell: Shell, cases: StandIn, palette: Palette, settle: Wait
) -> None:
    add(cases.session, SPACE, "note", title="Rope")
    add(cases.session, SPACE, "note", title="Ladder")
    settle()
    cases.calls.clear()
    cases.gate.clear()
    qtbot.keyClicks(shell.topbar.finder, "lad")
    for _ in range(3):
        qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Backspace)
    qtbot.keyClicks(shell.topbar.finder, "rop")
    cases.gate.set()
    settle()
    assert [hit.row.title for hit in palette.hits] == ["Rope"]
    assert cases.calls.count("find") == 2, "what was typed in between is not asked"


@pytest.mark.parametrize(
    "typed, fit",
    [("", True), ("sy no", True), ("SÝNC", True), ("echan", False), ("exch", True), ("now x", False)],
)
def test_a_command_fits_by_the_beginnings_of_its_words(typed: str, fit: bool) -> None:
    assert fits(Command("Sync now", "sync", lambda: None, also="send exchange"), typed) == fit


def test_esc_after_enter_opens_nothing_when_the_answer_comes(
    qtbot: QtBot, shell: Shell, cases: StandIn, palette: Palette, settle: Wait
) -> None:
    add(cases.session, SPACE, "note", title="Rope", text="12 mm")
    settle()
    cases.gate.clear()
    qtbot.keyClicks(shell.topbar.finder, "rope")
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Escape)
    cases.gate.set()
    settle()
    assert shell.pane.record is None


def test_after_a_search_that_failed_the_next_one_is_answered(
    qtbot: QtBot,
    shell: Shell,
    cases: StandIn,
    palette: Palette,
    settle: Wait,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = add(cases.session, SPACE, "note", title="Rope")

    def fail(*_args: object) -> None:
        raise Damaged("The vault database is damaged.")

    with monkeypatch.context() as patched:
        patched.setattr(cases, "find", fail, raising=False)
        type_words(qtbot, shell, "ro", settle)
        assert "damaged" in shell.bar.text
    type_words(qtbot, shell, "pe", settle)
    assert [hit.row.id for hit in palette.hits] == [note]


def test_help_looks_and_languages_are_commands(
    qtbot: QtBot, shell: Shell, palette: Palette, settle: Wait, qapp: QApplication
) -> None:
    offered = lines(palette)
    for words in ("Settings, Ctrl+,", "Lock, Ctrl+L", "Sync now", "Help for this page, F1", "Dark"):
        assert words in offered
    assert "Language: Français" in offered
    assert "Language: English" not in offered, "it is in use"
    type_words(qtbot, shell, "dark", settle)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    assert theme.current() is theme.DARK_THEME
    assert shell.preferences.settings.theme == "dark"
    theme.apply(qapp, theme.LIGHT_THEME)
    outdated: list[bool] = []
    shell.preferences.outdated.connect(lambda: outdated.append(True))
    qtbot.keyClick(shell, Qt.Key.Key_K, CTRL)
    type_words(qtbot, shell, "espa", settle)
    qtbot.keyClick(shell.topbar.finder, Qt.Key.Key_Return)
    assert outdated
    assert shell.preferences.language == "es"
    translations.use(qapp, "en")
