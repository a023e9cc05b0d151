"""A layout that is filled anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.frames import ScrollPage, empty, vacate

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


def test_what_is_laid_out_anew_still_tells_how_tall_it_has_become(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = QVBoxLayout(holder)
    part = QWidget()
    words = QLabel("few")
    words.setWordWrap(True)
    QVBoxLayout(part).addWidget(words)
    lines.addWidget(part)
    lines.addStretch(1)
    holder.resize(200, 400)
    holder.show()
    vacate(lines)
    assert lines.count() == 0
    lines.addWidget(part)
    qtbot.wait(5)
    before = holder.heightForWidth(200)
    words.setText("many words " * 40)
    qtbot.wait(5)
    assert holder.heightForWidth(200) > before + 100


def test_a_page_shows_the_focus_to_the_tabulator_alone(qtbot):
    page = ScrollPage("Page")
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page, 2_000)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    plain = page.grab().toImage()
    page.clearFocus()
    page.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.grab().toImage() != plain
    page.clearFocus()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.grab().toImage() == plain
