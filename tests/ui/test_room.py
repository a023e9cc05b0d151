"""Every screen in a language 40 % longer, at twice the size, in both windows and from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import theme

from .painted import cut, noting
from .pseudo import spoken
from .screens import NARROW, SCREENS, WIDE, Screen, Stage
from .walking import clipped


@pytest.fixture(scope="module", params=[(WIDE, 1.0), (WIDE, 2.0), (NARROW, 1.0), (NARROW, 2.0)], ids=str)
def stage(request, qapp: QApplication, tmp_path_factory) -> Iterator[Stage]:
    size, scale = request.param
    theme.apply(qapp, theme.LIGHT_THEME, scale)
    with spoken(qapp):
        made = Stage(qapp, tmp_path_factory.mktemp("stage"))
        made.size = size
        yield made
        made.end()
    theme.apply(qapp, theme.LIGHT_THEME, 1.0)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_no_text_is_cut(stage: Stage, screen: Screen):
    root = screen.open(stage)
    assert (root.width(), root.height()) == stage.size, "the screen of the laptop is no larger"
    with noting() as painted:
        root.grab()  # lays out what the event loop has not come to
    assert clipped(root) == []
    assert painted, "every screen has words that stand in no label"
    assert cut(painted) == []


def test_each_screen_has_a_number_of_its_own():
    numbers = [screen.name[:2] for screen in SCREENS]
    assert numbers == sorted(set(numbers))
