"""The look: colour tokens for light and dark, type sizes, one style sheet, bundled fonts."""

from __future__ import annotations

from .theme import Theme, apply, current, font
from .tokens import SANS, SERIF

__all__ = ["SANS", "SERIF", "Theme", "apply", "current", "font"]
