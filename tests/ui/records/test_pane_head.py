"""The head of a record keeps its buttons within its width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.ui.records.pane_head import PaneHead
from delve_desktop.ui.widgets.basics import button


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1400, 100)
    made.show()
    return made


@pytest.fixture
def head(window: QWidget) -> PaneHead:
    made = PaneHead()
    made.setParent(window)
    made.show_for(None, exists=True, editing=False, in_bin=False, reading=True)
    made.set_narrow(narrow=True, list_name="All that is to be decided")
    made.offer([button("Print", "quiet", "print"), button("We tried this", "primary", "plus")])
    return made


def shown(head: PaneHead) -> dict[str, str]:
    """What stands there: the words of each button, by its name."""
    return {
        one.accessibleName(): one.text() for one in head.findChildren(QPushButton) if one.isVisibleTo(head)
    }


def at(head: PaneHead, width: int) -> dict[str, str]:
    head.resize(width, 56)
    QApplication.processEvents()
    return shown(head)


def test_words_give_way_before_buttons_do(head: PaneHead) -> None:
    head.show()
    assert "" not in at(head, 1200).values()
    some = at(head, 700)
    assert some["History"] == ""
    assert some["We tried this"] == "We tried this"
    few = at(head, head.minimumSizeHint().width())
    assert "History" not in few
    assert few["We tried this"] == "We tried this"
    assert at(head, 1200)["History"] == "History"


def test_nothing_reaches_out_at_any_width(head: PaneHead) -> None:
    head.show()
    for width in range(head.minimumSizeHint().width(), 1200, 37):
        at(head, width)
        for one in head.findChildren(QPushButton):
            if one.isVisibleTo(head):
                assert one.width() >= one.sizeHint().width(), (width, one.accessibleName())


def test_words_that_grow_make_room_for_themselves(head: PaneHead) -> None:
    head.show()
    width = next(wide for wide in range(500, 1300) if at(head, wide).get("History"))
    head.set_narrow(narrow=True, list_name="All that is to be decided, and what else there is")
    QApplication.processEvents()
    assert head.width() == width
    assert shown(head)["History"] == ""


def test_what_has_no_room_is_in_the_menu_and_works_there(head: PaneHead, qtbot: QtBot) -> None:
    asked: list[str] = []
    head.history.clicked.connect(lambda: asked.append("history"))
    head.show()
    at(head, head.minimumSizeHint().width())
    head.more.click()
    menu = head.more.findChildren(QMenu)[-1]
    acts = {act.text(): act for act in menu.actions()}
    assert list(acts) == ["History", "Print", "Bin"]
    acts["History"].trigger()
    menu.hide()
    assert asked == ["history"]
