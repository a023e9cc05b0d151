"""The sync page: its small forms open and close."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delve_desktop.ui.exchange.page import ExchangePage
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell


def test_esc_closes_the_small_form_that_is_open(
    shell: Shell, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    shell.go(Section.SYNC)
    settle()
    page = shell.exchange
    page.open(page.join)
    assert page.join.isVisible()
    qtbot.keyClick(page.join.fields[0], Qt.Key.Key_Escape)
    assert not page.join.isVisible()
    assert shell.section is Section.SYNC
    assert shell.window().focusWidget() is page.sync_now


def test_a_hidden_page_asks_nothing_that_a_list_would_wait_for(
    shell: Shell, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ExchangePage] = []

    def refresh(page: ExchangePage) -> None:
        asked.append(page)

    monkeypatch.setattr(ExchangePage, "refresh", refresh)
    shell.go(Section.NOTES)
    shell._ask_spaces()
    settle()
    assert asked == []
    shell.go(Section.SYNC)
    assert asked == [shell.exchange]


def test_the_code_of_an_invite_comes_into_view_with_its_square(
    shell: Shell, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    shell.resize(1366, 600)
    shell.go(Section.SYNC)
    settle()
    page = shell.exchange
    page.open(page.invite)
    page.invite.show_code("JOIN-9508-4GE0")
    save = page.invite._save
    qtbot.waitUntil(lambda: save.isVisible() and save.visibleRegion().boundingRect().size() == save.size())
