"""Makes a theme the application's look; the current one is application-wide, as Qt's palette is."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import resources

from .sheet import SHEET
from .tokens import DARK, LIGHT, SANS, SERIF, TYPE

FONT_FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Bold.ttf")


@dataclass(frozen=True)
class Theme:
    """Colour tokens by name."""

    name: str
    tokens: dict[str, str]

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(self.tokens[token])


LIGHT_THEME: Final = Theme("light", LIGHT)
DARK_THEME: Final = Theme("dark", DARK)

_current: list[Theme] = [LIGHT_THEME]
_fonts_loaded: list[int] = []


def current() -> Theme:
    """The theme that painters use now."""
    return _current[0]


def font(size: str, *, bold: bool = False, serif: bool = False) -> QFont:
    """A font for painting: `size` names an entry of `tokens.TYPE`."""
    made = QFont(SERIF if serif else SANS)
    made.setPointSizeF(TYPE[size])
    made.setBold(bold or serif)
    return made


def system_theme(app: QApplication) -> Theme:
    """Dark when the system says so, else light."""
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK_THEME if dark else LIGHT_THEME


def apply(app: QApplication, theme: Theme | None = None) -> Theme:
    """Give the application its fonts, palette and style sheet; without `theme`, the system decides."""
    _load_fonts()
    chosen = theme or system_theme(app)
    _current[0] = chosen
    app.setStyle("Fusion")
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
    values.update({f"pt_{name}": f"{size}pt" for name, size in TYPE.items()})
    values.update(sans=SANS, serif=SERIF, icons=(resources.folder() / "icons").as_posix())
    return Template(SHEET).substitute(values)


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
