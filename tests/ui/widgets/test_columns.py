"""What stands side by side, as long as there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.ui.widgets.basics import button
from delve_desktop.ui.widgets.columns import Row, Stack, Turning


def test_a_row_turns_where_it_does_not_fit_and_back(qtbot: QtBot) -> None:
    first, second = QLabel("How a practice travels"), button("Write another")
    window, row = QWidget(), Turning(first, second)
    qtbot.addWidget(window)
    window.resize(700, 300)
    window.show()
    row.setParent(window)
    row.show()
    least = row.minimumSizeHint().width()
    assert least < first.minimumSizeHint().width() + second.minimumSizeHint().width()
    for width, turned in ((600, False), (least, True), (600, False)):
        row.resize(width, 200)
        QApplication.processEvents()
        assert row.turned is turned
        assert second.width() >= second.sizeHint().width()
        assert row.rect().contains(second.geometry())
    second.hide()
    row.resize(least, 100)
    QApplication.processEvents()
    assert not row.turned


class Asked(QLabel):
    """Counts how often it is asked how high it is in a width."""

    count = 0

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        self.count += 1
        return super().heightForWidth(width)


def test_a_stack_says_how_wide_it_likes_to_be_without_asking_how_high(qtbot: QtBot) -> None:
    outer, inner = Stack(gap=4, edges=(5, 6, 7, 8), surface="card"), Row(gap=3)
    words = Asked("words that take more than one line where there is little room for them")
    words.setWordWrap(True)
    inner.row.addWidget(words)
    outer.column.addWidget(inner)
    qtbot.addWidget(outer)
    frame = 2  # a pixel of the card at either side
    assert outer.sizeHint().width() == words.sizeHint().width() + 5 + 7 + frame
    assert outer.minimumSizeHint().width() == words.minimumSizeHint().width() + 5 + 7 + frame
    assert words.count == 0
    high = words.heightForWidth(200 - 5 - 7 - frame)
    assert outer.heightForWidth(200) == high + 6 + 8 + frame


def test_a_stack_does_not_press_together_what_it_holds(qtbot: QtBot) -> None:
    stack = Stack()
    first, second = QLabel("some words " * 30), QLabel("other words " * 30)
    for each in (first, second):
        each.setWordWrap(True)
        stack.column.addWidget(each)
    qtbot.addWidget(stack)
    stack.resize(200, stack.heightForWidth(200))
    stack.show()
    QApplication.processEvents()
    before = first.geometry(), second.geometry()
    stack.resize(200, stack.heightForWidth(200) // 2)
    QApplication.processEvents()
    assert (first.geometry(), second.geometry()) == before
