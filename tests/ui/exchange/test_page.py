"""The sync page: its small forms open and close."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

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
