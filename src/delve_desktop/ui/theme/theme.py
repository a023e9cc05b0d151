"""Makes a theme the application's look; the current one is application-wide, as Qt's palette is."""

from __future__ import annotations

import re
from string import Template
from typing import Final, NamedTuple

from PySide6 import QtCore  # whose `Qt` is not for the first page: see `early`
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import resources

from .sheet import SHEET
from .tokens import DARK, LIGHT, SANS, SERIF, TYPE

STYLE: Final = ("-style", "fusion")
"""Arguments that give an application its style from the start: asking for it later takes 11 ms of the first
painting, for which PySide reads every enumeration of `QStyle`. Such an application is marked as `STYLED`.
"""
STYLED: Final = "styled"
FONT_FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Bold.ttf")


class Theme(NamedTuple):
    """Colour tokens by name."""

    name: str
    tokens: dict[str, str]

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(self.tokens[token])


LIGHT_THEME: Final = Theme("light", LIGHT)
DARK_THEME: Final = Theme("dark", DARK)

MAX_SCALE: Final = 2.0
_GROWING: Final = r"((?:min-height|max-height|border-radius): |width: |height: )(\d{2,})px"
"""Sizes of the style sheet that hold text, and the round ends that are half of them."""

_scale: list[float] = [1.0]
_current: list[Theme] = [LIGHT_THEME]
_fonts_loaded: list[int] = []


def current() -> Theme:
    """The theme that painters use now."""
    return _current[0]


def font(size: str, *, bold: bool = False, serif: bool = False) -> QFont:
    """A font for painting: `size` names an entry of `tokens.TYPE`."""
    made = QFont(SERIF if serif else SANS)
    made.setPointSizeF(TYPE[size] * _scale[0])
    made.setBold(bold or serif)
    return made


def scale() -> float:
    """How much larger than usual text is now, 1 to 2."""
    return _scale[0]


def px(pixels: float) -> int:
    """Pixels that grow with the text: heights that hold a line, icons beside words."""
    return round(pixels * _scale[0])


def system_theme(app: QApplication) -> Theme:
    """Dark when the system says so, else light."""
    if _fonts_loaded:
        dark = app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
    else:  # nothing is applied yet: the colours are the system's own, and say it without `Qt`
        role, colors = QPalette.ColorRole, app.palette()
        dark = colors.color(role.Window).lightness() < colors.color(role.WindowText).lightness()
    return DARK_THEME if dark else LIGHT_THEME


def apply(app: QApplication, theme: Theme | None = None, scale: float | None = None) -> Theme:
    """Give the application its fonts, palette and style sheet; without `theme`, the system decides.

    `scale` makes text larger, 1 to 2 times, and stays until another is given; windows are built anew then.
    """
    chosen = theme or system_theme(app)
    _load_fonts()
    if scale is not None:
        _scale[0] = min(MAX_SCALE, max(1.0, scale))
    _current[0] = chosen
    if not app.property(STYLED):
        app.setStyle("Fusion")
        app.setProperty(STYLED, True)
    app.setFont(font("body"))
    app.setPalette(_palette(chosen))
    app.setStyleSheet(_sheet(chosen))
    return chosen


def _load_fonts() -> None:
    if _fonts_loaded:
        return
    folder = resources.folder() / "fonts"
    _fonts_loaded.extend(QFontDatabase.addApplicationFont(str(folder / name)) for name in FONT_FILES)


def _sheet(theme: Theme) -> str:
    values = {name.replace("-", "_"): value for name, value in theme.tokens.items()}
    values.update({f"pt_{name}": f"{size * _scale[0]:g}pt" for name, size in TYPE.items()})
    values.update(sans=SANS, serif=SERIF, icons=(resources.folder() / "icons").as_posix(), theme=theme.name)
    # not for nothing at the start, where text is of the usual size
    grown = SHEET if _scale[0] == 1.0 else re.sub(_GROWING, _grown, SHEET)
    return Template(grown).substitute(values)


def _grown(found: re.Match[str]) -> str:
    """A size of the sheet with its border, grown: the border itself stays, so that focus moves nothing."""
    pixels = int(found[2])
    border = {30: 2, 26: 6}.get(pixels, 0)
    return f"{found[1]}{px(pixels + border) - border}px"


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, token in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "sheet"),
        (role.AlternateBase, "sunk"),
        (role.Text, "ink"),
        (role.Button, "sheet"),
        (role.ButtonText, "ink"),
        (role.BrightText, "red"),
        (role.Highlight, "teal"),
        (role.HighlightedText, "on-teal"),
        (role.Link, "teal"),
        (role.LinkVisited, "teal"),
        (role.ToolTipBase, "sheet"),
        (role.ToolTipText, "ink"),
        (role.PlaceholderText, "ink3"),
        (role.Mid, "line"),
        (role.Dark, "edge"),
        (role.Light, "sheet"),
    ):
        palette.setColor(which, theme.color(token))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.color("ink3"))
    return palette
