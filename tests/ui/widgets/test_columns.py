"""What stands side by side, as long as there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.ui.widgets.basics import button
from delve_desktop.ui.widgets.columns import Turning


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
