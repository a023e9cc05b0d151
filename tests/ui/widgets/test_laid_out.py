"""Walking through layouts leaves nothing behind that outlives what stood in them."""

from __future__ import annotations

import gc
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from delve_desktop.services import records
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.comparison import Comparison
from delve_desktop.ui.records.link_editors import LinksEdit
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import empty
from delve_desktop.ui.widgets.laid_out import entries
from delve_desktop.ui.widgets.reading_order import ReadingOrder
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn


def items() -> int:
    """How many items of layouts Python holds on to, those that are layouts aside."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # widgets of tests before
    gc.collect()
    wrappers = shiboken6.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in wrappers)


def test_tab_holds_on_to_no_item(qtbot: QtBot) -> None:
    """Held items of a layout whose widgets go made the program crash when a later layout went."""
    window = ReadingOrder()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(first := QLineEdit())
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(second := QLineEdit())
    column.addLayout(row)
    window.show()
    window.activateWindow()
    first.setFocus()
    before = items()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    assert items() == before


def test_what_stands_in_a_layout_is_told_in_its_order(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    row = QHBoxLayout()
    last, first, inner, beside = QLabel("last"), QLabel("first"), QLabel("inner"), QLabel("beside")
    beside.setParent(holder)
    column.addWidget(last)
    column.insertLayout(0, row)
    column.insertStretch(0, 1)
    column.insertWidget(0, first)
    row.addWidget(inner)
    assert entries(column) == [first, row, last]
    assert entries(row) == [inner]
    flow = Flow(QLabel("a"), QLabel("b"))
    qtbot.addWidget(flow)
    assert [one.text() for one in entries(flow.line) if isinstance(one, QLabel)] == ["a", "b"]


def test_what_stands_in_a_grid_is_told_row_by_row(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    grid = QGridLayout(holder)
    one, two, three = QLabel(), QLabel(), QLabel()
    grid.addWidget(three, 1, 0)
    grid.addWidget(two, 0, 1)
    grid.addWidget(one, 0, 0)
    assert entries(grid) == [one, two, three]


def test_two_versions_side_by_side_hold_on_to_no_item(qtbot: QtBot, cases: StandIn) -> None:
    note = add(cases.session, SPACE, "note", title="Rope", text="The rope is old.\n\nIt holds.")
    view = records.open_record(cases.session, note)
    shown = Comparison(None, view, ("before", "now"))
    qtbot.addWidget(shown)
    before = items()
    assert shown.minimumSizeHint().width() > 40
    assert items() == before


def test_links_that_are_chosen_hold_on_to_no_item(
    qtbot: QtBot, cases: StandIn, desk: Desk, settle: Callable[[], None]
) -> None:
    targets = [add(cases.session, SPACE, "note", title=title) for title in ("one", "two")]
    edit = LinksEdit("Links", desk)
    qtbot.addWidget(edit)
    before = items()
    edit.set_values([target.hex() for target in targets])
    settle()
    assert items() - before == 2, "those of the line itself"
    edit.set_values([])
    settle()
    assert items() == before


def test_a_line_that_goes_takes_its_items_with_it(qtbot: QtBot) -> None:
    flow = Flow(QLabel("a"), QLabel("b"))
    qtbot.addWidget(flow)
    kept = QLabel("c")
    flow.line.addWidget(kept)
    empty(flow.line)
    assert flow.line.count() == 0
    assert kept.parent() is None
    flow.line.addWidget(QLabel("d"))
    held = list(flow.line._items)
    shiboken6.delete(flow)
    assert [shiboken6.isValid(one) for one in held] == [False]
