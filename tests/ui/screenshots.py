"""Renders every screen with the sample data into docs/screenshots: `python -m tests.ui.screenshots [folder]`.

The pictures of the help come from the same screens.

Look at each picture after every change of a screen. The screens stand in `screens.py`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .screens import NARROW, SCREENS, WIDE, Stage  # isort: skip - first: it chooses the offscreen platform

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import theme, translations

HELP = Path(__file__).resolve().parents[2] / "resources" / "help" / "pictures"
IN_HELP = {
    "03-home": "home",
    "05-note-edit": "note",
    "06-contact-two-versions": "two-versions",
    "10-sync": "sync",
    "12-practice": "practice",
}
HELP_WIDTH = 640  # px: small files, and wide enough for a page of the help
OUT = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
SOME = {
    "-dark": ("04", "06", "10", "21", "22", "30"),
    "-narrow": ("04", "06", "10", "31"),
}  # the rest looks as in light and wide


def main(out: Path = OUT, *only: str) -> int:
    """Render all into a folder; `only` are the numbers of those wanted, in every look."""
    app = QApplication(sys.argv[:1])
    translations.use(app, "en")
    out.mkdir(parents=True, exist_ok=True)
    for chosen, suffix, size in (
        (theme.LIGHT_THEME, "", WIDE),
        (theme.DARK_THEME, "-dark", WIDE),
        (theme.LIGHT_THEME, "-narrow", NARROW),
    ):
        theme.apply(app, chosen)
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(app, Path(folder))
            stage.size = size
            for screen in SCREENS:
                wanted = only or SOME.get(suffix, ())
                if not wanted or screen.name[:2] in wanted:
                    picture = screen.open(stage).grab()
                    picture.save(str(out / f"{screen.name}{suffix}.png"))
                    if not suffix and screen.name in IN_HELP:
                        save_small(picture.toImage(), HELP / f"{IN_HELP[screen.name]}.png")
            stage.end()
    return 0


def save_small(picture: QImage, path: Path) -> None:
    """A picture for the help, half as wide."""
    path.parent.mkdir(parents=True, exist_ok=True)
    small = picture.scaledToWidth(HELP_WIDTH, Qt.TransformationMode.SmoothTransformation)
    small.convertToFormat(QImage.Format.Format_RGB888).save(str(path))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT, *sys.argv[2:]))
