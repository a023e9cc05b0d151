"""What is under way when the vault locks ends, is not lost, and leaves nothing of the vault to be read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.app import Program
from delve_desktop.domain.errors import Locked
from delve_desktop.services.keeping.pin import IDLE_AFTER
from delve_desktop.ui.bound import BoundUseCases
from delve_desktop.ui.records.questions import Questions
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.window import Window
from tests.contracts.silent import Silent
from tests.ui.vault.pauses import CANARY, Hand, everything_of, pause, pin_page, start, use_pin
from tests.ui.vault.person import LONG, opened, settled
from tests.ui.vault.test_lock_sound import space_of

# -- a sync -----------------------------------------------------------------------------------


def test_a_server_that_does_not_answer_keeps_no_vault_open(
    window: Program, hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answered = threading.Event(), threading.Event()
    after: list[type[BaseException]] = []

    def exchange(cases: BoundUseCases, *_args: object, **_named: object) -> None:
        asked.set()
        assert answered.wait(30)
        try:
            cases.list_spaces()  # the answer has come: it is to be written down
        except Locked as error:
            after.append(type(error))
            raise

    monkeypatch.setattr(BoundUseCases, "exchange", exchange)
    shell = opened(window, qtbot)
    desk = window._desk
    assert desk is not None
    shell.run.start()
    qtbot.waitUntil(asked.is_set, timeout=LONG)
    pause(window, hand, IDLE_AFTER + 5)
    try:
        start(window, qtbot)
        with pytest.raises(Locked):
            desk._use_cases.list_spaces()
        assert not answered.is_set()
    finally:
        answered.set()
    settled(window, qtbot)
    assert after == [Locked]


def test_the_call_to_a_server_that_never_answers_ends_with_the_lock(
    window: Program, hand: Hand, qtbot: QtBot
) -> None:
    with Silent() as server:
        shell = opened(window, qtbot)
        desk = window._desk
        assert desk is not None

        def with_hub(use: BoundUseCases) -> None:
            with use.session.vault.write() as unit:
                hub = unit.add_hub(server.url, b"k" * 32, "")
                unit.set_space(space_of(shell).id, hub=hub)

        desk.ask(with_hub)  # type: ignore[arg-type]
        settled(window, qtbot)
        shell.run.start()
        qtbot.waitUntil(server.asked.is_set, timeout=LONG)
        assert window.network.busy
        window.lock()
        start(window, qtbot)
        qtbot.waitUntil(lambda: not window.network.busy, timeout=10_000)  # of the 60 s that it would wait


# -- who reads the screen aloud ----------------------------------------------------------------


def parts(root: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    if depth > 40 or not root.isValid():
        return
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None:
            yield from parts(child, depth + 1)


def spoken(window: Program) -> str:
    """All that a screen reader can find in the program; windows of tests before this one are not its."""
    own = [one for one in QApplication.topLevelWidgets() if one is window.window or type(one) is not Window]
    roots = list(map(QAccessible.queryAccessibleInterface, own))
    said: list[str] = []
    for part in (part for root in roots for part in parts(root)):
        said += [part.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
        text = part.textInterface()
        if text is not None:
            said.append(text.text(0, text.characterCount()))
    return "\n".join(said)


def read(shell: Shell) -> None:
    """A record beside its list."""
    shell.go(Section.NOTES)


def write(shell: Shell) -> None:
    shell.pane.edit()


def look_back(shell: Shell) -> None:
    shell.pane.show_history()


def go_home(shell: Shell) -> None:
    shell.go(Section.HOME)


def ask(shell: Shell) -> None:
    """Words that are typed under a record, and not handed in."""
    questions = shell.pane.findChildren(Questions)[-1]
    questions.ask()
    questions.findChildren(QPlainTextEdit)[0].setPlainText(CANARY)


def wander(shell: Shell) -> None:
    """Through all of it, and each thing left for the next."""
    for section in Section:
        if section is not Section.FOUND:
            shell.go(section)
    shell.ways_back.ask_help()
    shell.start_new("note")
    assert shell.pane.form is not None
    shell.pane.form.findChildren(QLineEdit)[0].setText(CANARY)
    shell.pane.form.changed()
    shell.go(Section.NOTES)
    find(shell)
    shell.list.offer_filters()


def find(shell: Shell) -> None:
    shell.topbar.finder.setText(CANARY[:8])
    shell.finding.open()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("way", ["pin", "lock"])
@pytest.mark.parametrize("at", [read, write, look_back, find])
def test_nothing_of_the_vault_is_left_for_who_reads_the_screen_aloud(
    window: Program, hand: Hand, qtbot: QtBot, way: str, at: Callable[[Shell], None]
) -> None:
    shell = opened(window, qtbot)
    use_pin(window)
    read(shell)
    settled(window, qtbot)
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settled(window, qtbot)
    at(shell)
    settled(window, qtbot)
    assert CANARY in spoken(window)
    del shell
    if way == "pin":
        pause(window, hand, IDLE_AFTER + 5)
        assert CANARY not in spoken_now(window), "while what was typed is being kept"
        pin_page(window, qtbot)
    else:
        window.lock()
        assert CANARY not in spoken_now(window)
        start(window, qtbot)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert CANARY not in spoken(window)


@pytest.fixture
def strangers(qapp: QApplication) -> list[QWidget]:
    """Widgets of tests before this one."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return QApplication.allWidgets()


def left(strangers: list[QWidget]) -> list[str]:
    """Every widget that still has words of the vault: also one that was taken out of its window, and that
    nobody sees.
    """
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = []
    for one in QApplication.allWidgets():
        if one not in strangers and CANARY in everything_of(one):
            above, way = one, [type(one).__name__]
            while (parent := above.parentWidget()) is not None:
                above = parent
                way.append(type(parent).__name__)
            found.append(" < ".join(way))
    return found


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("way", ["pin", "lock", "pin and words"])
@pytest.mark.parametrize("at", [read, write, look_back, find, go_home, ask, wander])
def test_no_widget_with_words_of_the_vault_outlives_the_lock(
    strangers: list[QWidget],
    window: Program,
    hand: Hand,
    qtbot: QtBot,
    way: str,
    at: Callable[[Shell], None],
) -> None:
    shell = opened(window, qtbot)
    use_pin(window)
    read(shell)
    settled(window, qtbot)
    shell.list.rows.setCurrentIndex(shell.list.model.index(0))
    settled(window, qtbot)
    at(shell)
    settled(window, qtbot)
    assert left(strangers)
    del shell
    if way == "lock":
        window.lock()
        start(window, qtbot)
    else:
        pause(window, hand, IDLE_AFTER + 5)
        page = pin_page(window, qtbot)
        if way == "pin and words":
            page.words.click()
            del page
            start(window, qtbot)
    settled(window, qtbot)
    qtbot.waitUntil(lambda: not left(strangers), timeout=LONG)


def spoken_now(window: Program) -> str:
    """What can be found on the page that covers the window."""
    page: QWidget | None = window.window.page()
    assert page is not None
    root = QAccessible.queryAccessibleInterface(page)
    assert root is not None
    return "\n".join(part.text(QAccessible.Text.Name) for part in parts(root))
