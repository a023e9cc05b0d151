"""Renders every screen with the sample data into docs/screenshots: `python -m tests.ui.screenshots [folder]`.

Look at each picture after every change of a screen. The screens stand in `screens.py`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .screens import NARROW, SCREENS, WIDE, Stage  # isort: skip - first: it chooses the offscreen platform

from PySide6.QtWidgets import QApplication

from delve_desktop.ui import theme, translations

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
                    screen.open(stage).grab().save(str(out / f"{screen.name}{suffix}.png"))
            stage.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT, *sys.argv[2:]))
