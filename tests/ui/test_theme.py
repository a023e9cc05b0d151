from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import theme
from delve_desktop.ui.theme.theme import Theme

SURFACES = ("paper", "nav", "sheet", "sunk", "teal-soft", "ochre-soft", "red-soft")
TEXTS = ("ink", "ink2", "ink3", "teal", "ochre-text", "red")
THEMES = (theme.LIGHT_THEME, theme.DARK_THEME)


def luminance(color: QColor) -> float:
    """Relative luminance as in WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_text_reaches_four_and_a_half_to_one_on_every_surface(look: Theme) -> None:
    for text in TEXTS:
        for surface in SURFACES:
            assert contrast(look.color(text), look.color(surface)) >= 4.5, (text, surface)
    for text, ground in (("on-teal", "teal"), ("on-bar", "bar"), ("on-bar", "bar-hi"), ("on-ochre", "ochre")):
        assert contrast(look.color(text), look.color(ground)) >= 4.5, (text, ground)


@pytest.mark.parametrize("look", THEMES, ids=lambda look: look.name)
def test_borders_and_the_focus_ring_reach_three_to_one(look: Theme) -> None:
    for line in ("edge", "focus"):
        for surface in ("paper", "sheet", "sunk"):
            assert contrast(look.color(line), look.color(surface)) >= 3.0, (line, surface)


def test_both_themes_have_the_same_tokens() -> None:
    assert set(theme.LIGHT_THEME.tokens) == set(theme.DARK_THEME.tokens)


def test_the_bundled_fonts_are_loaded(qapp: QApplication) -> None:
    families = QFontDatabase.families()
    assert theme.SANS in families
    assert theme.SERIF in families


def test_a_theme_can_be_changed_while_the_program_runs(qapp: QApplication) -> None:
    try:
        theme.apply(qapp, theme.DARK_THEME)
        assert theme.DARK_THEME.tokens["sheet"] in qapp.styleSheet()
        assert theme.current() is theme.DARK_THEME
    finally:
        theme.apply(qapp, theme.LIGHT_THEME)
    assert theme.LIGHT_THEME.tokens["sheet"] in qapp.styleSheet()
