"""Every screen in a language 40 % longer, at twice the size, in both windows and from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import theme

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


OWED = {
    "01-first-start": "buttons of the start page wider than their card",
    "02-unlock": "buttons of the start page wider than their card",
    "12-practice": "the summary of a practice wider than its column",
    "13-practice-danger": "the same",
    "14-practice-together": "the same",
    "30-practice-leaflet": "the same",
    "31-practice-translation": "the same",
    "32-practice-form": "heads of fields side by side",
    "33-we-tried-this": "the same",
    "34-adoption": "the same",
    "35-questions": "the summary of a practice wider than its column",
    "36-leaflet-print": "buttons of the leaflet side by side",
    "37-contact-form": "heads of fields side by side",
}
OWED_TWICE_AS_LARGE = {
    *(
        "04-notes",
        "05-note-edit",
        "06-contact-two-versions",
        "07-text-two-versions",
        "08-history",
        "09-search",
    ),
    "11-bin",
}
"""Screens of the record pane: its head and its two versions stand side by side, and need more width."""


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_no_text_is_cut(stage: Stage, screen: Screen, request: pytest.FixtureRequest):
    why = OWED.get(screen.name)
    if theme.scale() > 1 and screen.name in OWED_TWICE_AS_LARGE:
        why = "the record pane at twice the size"
    if why:
        request.applymarker(pytest.mark.xfail(reason=why, strict=False))
    assert clipped(screen.open(stage)) == []
