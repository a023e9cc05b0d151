"""Everything by keyboard and by name, on every screen: walks it as a screen reader and a keyboard would."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from delve_desktop.services import records
from delve_desktop.ui import theme
from delve_desktop.ui.records.spoken import spoken

from .samples import dispute
from .screens import SCREENS, Screen, Stage
from .stand_in import SPACE, StandIn
from .walking import called, place_in, seen

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)
MANY = 400  # more stops than any screen has


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory) -> Iterator[Stage]:
    theme.apply(qapp, theme.LIGHT_THEME)
    made = Stage(qapp, tmp_path_factory.mktemp("stage"))
    yield made
    made.end()


def controls(root: QWidget) -> list[QWidget]:
    """What a person can use; the cross and the arrow inside a field belong to it."""
    return [
        widget
        for widget in seen(root)
        if isinstance(widget, CONTROLS) and not isinstance(widget.parent(), QLineEdit | QComboBox)
    ]


def interfaces(root: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """The accessibility tree, as a screen reader walks it; lists have an entry a row, bounded here."""
    yield root
    for number in range(min(root.childCount(), 60) if depth < 30 else 0):
        child = root.child(number)
        if child.isValid():
            yield from interfaces(child, depth + 1)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_can_be_used_by_keyboard_and_by_ear(stage: Stage, screen: Screen):
    """Each is opened once, for that takes longer than all that is asked of it."""
    root = screen.open(stage)
    usable = controls(root)  # before Tab opens anything over it
    stops = tab_stops(root)
    assert nameless_controls(root) == [], "controls without a name"
    assert nameless_in_tree(root) == [], "what can have the focus, without a name"
    assert missed_by_tab(usable, stops) == [], "not reached by Tab"
    assert against_reading(root, stops) == [], "Tab goes back up"
    assert without_ring(stops) == [], "the focus is not seen"


def nameless_controls(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip() or interface.role() is QAccessible.Role.NoRole:
            found.append(called(widget))
    return found


def nameless_in_tree(root: QWidget) -> list[str]:
    found = []
    for interface in interfaces(QAccessible.queryAccessibleInterface(root)):
        state = interface.state()
        if state.invisible or not state.focusable or interface.role() is QAccessible.Role.Window:
            continue
        widget = interface.object()
        if interface.text(QAccessible.Text.Name).strip():
            continue
        if isinstance(widget.parent(), QComboBox):
            continue  # the box has the name
        found.append(f"{interface.role().name} {called(widget) if isinstance(widget, QWidget) else widget}")
    return found


def tab_stops(root: QWidget) -> list[QWidget]:
    """Where Tab leads, from where the window begins until it comes back to the first stop."""
    root.activateWindow()
    QTest.qWaitForWindowActive(root, 2_000)
    root.setFocus(Qt.FocusReason.OtherFocusReason)
    stops: list[QWidget] = []
    for _ in range(MANY):
        QTest.keyClick(QApplication.focusWidget() or root, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if stops and now is stops[-1] and isinstance(now, QTextBrowser):
            continue  # from link to link
        if now is None or now is root or now in stops:
            break  # round, or nothing here takes it
        stops.append(now)
    return stops


def missed_by_tab(usable: list[QWidget], stops: list[QWidget]) -> list[str]:
    return [
        called(widget)
        for widget in usable
        if widget.isEnabled()
        and widget not in stops
        and widget.focusProxy() not in stops
        and not _left_out(widget)
    ]


def _left_out(widget: QWidget) -> bool:
    """Of a group of choices Tab reaches one, and arrows the others, as everywhere; text to read needs none
    while all of it is seen.
    """
    if isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None):
        return True
    if isinstance(widget, QAbstractItemView) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return True  # the arrow keys of the field above move in it
    if not isinstance(widget, QTextEdit) or not widget.isReadOnly():
        return False
    return widget.verticalScrollBar().maximum() == 0


def against_reading(root: QWidget, stops: list[QWidget]) -> list[str]:
    """Among what stands in the same place of the window, the next stop is not above the one before."""
    back = []
    for before, after in pairwise(stops):
        if before.parentWidget() is after.parentWidget():
            one, next_ = place_in(root, before), place_in(root, after)
            if next_.bottom() < one.top():
                back.append(f"{called(before)} → {called(after)}")
    return back


def without_ring(stops: list[QWidget]) -> list[str]:
    found = []
    for widget in stops:
        if isinstance(widget, QAbstractItemView) and widget.model().rowCount() == 0:
            continue  # an empty list says so in words
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        holder = widget.parentWidget() or widget
        with_focus = holder.grab().toImage()
        widget.clearFocus()
        if holder.grab().toImage() == with_focus:
            found.append(called(widget))
    return found


def test_a_row_is_one_sentence(cases: StandIn) -> None:
    contact, _ = dispute(cases.session, SPACE, now=1_700_000_000)
    said = spoken(records.record_row(cases.session, contact))
    assert said.startswith("Baraka Nduki")
    assert "two versions" in said
    assert "not yet sent" in said
