"""The hills behind the start: whole peaks at every height."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from delve_desktop.ui.vault.backdrop import SKY
from delve_desktop.ui.widgets.scene import SIZE, Scene


def _begins_with_sky(scene: Scene, height: int) -> bool:
    drawn = scene.pixmap(SIZE.width(), height, 1.0).toImage()
    return all(drawn.pixelColor(x, 0).alpha() == 0 for x in range(SIZE.width()))


def test_the_peaks_stay_whole_where_there_is_less_height(qapp: QApplication):
    assert _begins_with_sky(Scene("hills.svg", sky=SKY), SIZE.height() - SKY)
    assert _begins_with_sky(Scene("hills.svg", sky=SKY), 100)


def test_without_a_sky_of_its_own_a_picture_keeps_its_foot(qapp: QApplication):
    assert not _begins_with_sky(Scene("hills.svg"), 100)
