"""The look: colour tokens for light and dark, type sizes, one style sheet, bundled fonts."""

from __future__ import annotations

from .theme import DARK_THEME, LIGHT_THEME, STYLE, STYLED, Theme, apply, current, font, px, scale
from .tokens import SANS, SERIF

__all__ = [
    "DARK_THEME",
    "LIGHT_THEME",
    "SANS",
    "SERIF",
    "STYLE",
    "STYLED",
    "Theme",
    "apply",
    "current",
    "font",
    "px",
    "scale",
]
