"""The rows of a list, painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.ui import theme
from delve_desktop.ui.records.list_pane import ListPane


def ring_at_the_bottom(pane: ListPane) -> bool:
    """Whether the ring around all rows is seen where no row is."""
    view = pane.rows.viewport()
    image = view.grab().toImage()
    focus = theme.current().color("focus")
    below = [image.pixelColor(image.width() // 2, image.height() - away) for away in range(1, 7)]
    return any(QColor(pixel.rgb()) == QColor(focus.rgb()) for pixel in below)


def test_the_ring_is_around_all_rows_until_one_of_them_has_it(
    qtbot: QtBot, shown: ListPane, notes: list[RecordId]
) -> None:
    shown.activateWindow()
    shown.rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shown.rows.hasFocus)
    shown.rows.setCurrentIndex(QModelIndex())
    assert ring_at_the_bottom(shown)
    qtbot.wait(100)  # until nothing is left to be painted
    painted: list[object] = []
    paint = shown.rows.paintEvent

    def watched(event: object) -> None:
        painted.append(event.region().boundingRect())  # type: ignore[attr-defined]
        paint(event)  # type: ignore[arg-type]

    shown.rows.paintEvent = watched  # type: ignore[method-assign, assignment]
    shown.rows.setCurrentIndex(shown.model.index(0))
    qtbot.waitUntil(lambda: shown.rows.viewport().rect() in painted)
    assert not ring_at_the_bottom(shown)
