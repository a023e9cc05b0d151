"""A layout that is filled anew."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.frames import empty

shown: list[str] = []


class Watched(QLabel):
    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it so
        shown.append(self.text())


def test_what_is_taken_out_at_once_never_becomes_a_window(qtbot):
    shown.clear()
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = QVBoxLayout(holder)
    holder.show()
    qtbot.wait(5)
    lines.addWidget(Watched("gone"))  # the layout shows it when the event loop comes by
    empty(lines)
    lines.addWidget(Watched("here"))
    qtbot.wait(5)
    assert shown == ["here"]
