"""Colour tokens, one dict a theme, and the few sizes that everything is built from.

Contrast of every text token on every surface is at least 4.5:1, of `edge` and `focus` at least 3:1
(`tests/ui/test_theme.py` measures it).
"""

from __future__ import annotations

from typing import Final

SANS: Final = "Noto Sans"
SERIF: Final = "Noto Serif"

LIGHT: Final[dict[str, str]] = {
    "paper": "#F5EFE3",
    "nav": "#EBE2D0",
    "sheet": "#FFFCF5",
    "sunk": "#F1EADB",
    "line": "#DDD2BC",
    "edge": "#877B64",
    "ink": "#1E2928",
    "ink2": "#4A524F",
    "ink3": "#645D4F",
    "teal": "#0B5D5E",
    "teal-hover": "#084748",
    "on-teal": "#FFFFFF",
    "teal-soft": "#DDEBE5",
    "bar": "#0B4A4C",
    "bar-hi": "#145E5F",
    "on-bar": "#F5EFE3",
    "ochre": "#D9981E",
    "on-ochre": "#2A1B00",
    "ochre-text": "#7A4B00",
    "ochre-soft": "#FBECCB",
    "focus": "#B06C00",
    "red": "#A1281D",
    "red-soft": "#FAE5DE",
}

DARK: Final[dict[str, str]] = {
    "paper": "#1A1E1D",
    "nav": "#141817",
    "sheet": "#222827",
    "sunk": "#1A1F1E",
    "line": "#39413F",
    "edge": "#87908C",
    "ink": "#F0EADD",
    "ink2": "#C6C6BB",
    "ink3": "#A9A99D",
    "teal": "#69C7BB",
    "teal-hover": "#86D6CB",
    "on-teal": "#0A2322",
    "teal-soft": "#1C3F3E",
    "bar": "#0C3637",
    "bar-hi": "#15494A",
    "on-bar": "#F0EADD",
    "ochre": "#E2A63A",
    "on-ochre": "#2A1B00",
    "ochre-text": "#F0BE62",
    "ochre-soft": "#3B2E14",
    "focus": "#E2A63A",
    "red": "#F4978A",
    "red-soft": "#402421",
}

# Points, so that text follows the system's scale.
TYPE: Final[dict[str, int]] = {
    "start": 26,
    "record": 20,
    "result": 16,
    "section": 15,
    "lead": 13,
    "body": 11,
    "second": 10,
    "label": 9,
}

# Discs with initials: white text on each reaches 4.5:1 in both themes.
DISCS: Final[tuple[str, ...]] = (
    "#8A4B1F",
    "#3F6B57",
    "#5B4A7D",
    "#9F5718",
    "#0B5D5E",
    "#6B5A1B",
    "#7A3636",
)
