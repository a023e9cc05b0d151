"""Renders every screen with the sample data: `python -m tests.ui.screenshots [folder [numbers ...]]`.

Into the folder itself in English and light, into `dark`, `fr` and `fr-dark` below it as the names say, and
some into `narrow`; without a folder into docs/screenshots. The pictures of the help come from the same
screens.

Look at each picture after every change of a screen. The screens stand in `screens.py`.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from .screens import NARROW, SCREENS, WIDE, Screen, Stage  # isort: skip - first: it chooses the platform

from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import theme, translations

OUT: Final = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
HELP: Final = Path(__file__).resolve().parents[2] / "resources" / "help" / "pictures"
IN_HELP: Final = {
    "03-home": "home",
    "05-note-edit": "note",
    "06-contact-two-versions": "two-versions",
    "10-sync": "sync",
    "12-practice": "practice",
}
HELP_WIDTH: Final = 640  # px: small files, and wide enough for a page of the help
COLOURS: Final = 256  # there are few, and flat; files are a third as large
FLAT: Final = 64  # of these are grounds, lines and letters, and stay as they are
BESIDE: Final = 8  # steps of a channel, by which a colour is taken for another


class Look(NamedTuple):
    """One way to look at the screens; `only` are the names of those it is for, all when there are none."""

    folder: str
    language: str
    colours: theme.Theme
    size: tuple[int, int] = WIDE
    only: tuple[str, ...] = ()


LOOKS: Final = (
    Look("", "en", theme.LIGHT_THEME),
    Look("dark", "en", theme.DARK_THEME),
    Look("fr", "fr", theme.LIGHT_THEME),
    Look("fr-dark", "fr", theme.DARK_THEME),
    Look("es", "es", theme.LIGHT_THEME, only=tuple(IN_HELP)),
    Look("pt", "pt", theme.LIGHT_THEME, only=tuple(IN_HELP)),
    Look(
        *("narrow", "en", theme.LIGHT_THEME, NARROW),
        (
            "03-home",
            "04-notes",
            "06-contact-two-versions",
            "10-sync",
            "12-practice",
            "31-practice-translation",
        ),
    ),
)


def main(out: Path = OUT, *only: str) -> int:
    """Render all into a folder; `only` are the beginnings of the names of those wanted, in every look."""
    app = QApplication(sys.argv[:1])
    for look in LOOKS:
        wanted = [
            screen
            for screen in SCREENS
            if screen.name.startswith(only or "") and (not look.only or screen.name in look.only)
        ]
        if wanted:
            translations.use(app, look.language)
            theme.apply(app, look.colours)
            render(app, look, wanted, out)
    return 0


def render(app: QApplication, look: Look, wanted: Iterable[Screen], out: Path) -> None:
    """These screens as they look so, into the folder of that look."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(app, Path(folder))
        stage.size = look.size
        for screen in wanted:
            picture = screen.open(stage).grab().toImage()
            if look.language in ("en", "fr"):
                save(picture, out / look.folder / f"{screen.name}.png")
            if look.colours is theme.LIGHT_THEME and look.size == WIDE and screen.name in IN_HELP:
                small = picture.scaledToWidth(HELP_WIDTH, Qt.TransformationMode.SmoothTransformation)
                save(small, HELP / look.language / f"{IN_HELP[screen.name]}.png")
        stage.end()


def save(picture: QImage, path: Path) -> None:
    """A picture in few colours."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.convertToFormat(QImage.Format.Format_RGB888).save(written, "PNG")  # type: ignore[call-overload]  # see `attachments.encoding`
    whole = Image.open(io.BytesIO(written.data().data()))
    _in_few_colours(whole).save(path, optimize=True)


def _in_few_colours(whole: Image.Image) -> Image.Image:
    """Those that cover most stay as they are; drawings and the edges of letters share the rest."""
    found = sorted(whole.getcolors(whole.width * whole.height), reverse=True)
    flat = [colour for _count, colour in found[:FLAT] if isinstance(colour, tuple)]
    values = whole.quantize(
        COLOURS - FLAT, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE
    ).getpalette()
    rest = zip(values[::3], values[1::3], values[2::3], strict=True)
    # Pillow looks for the nearest in steps: one beside a ground would be taken for it
    apart = [one for one in rest if all(_apart(one, each) > BESIDE for each in flat)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (*flat, *apart) for part in colour])
    return whole.quantize(palette=palette, dither=Image.Dither.NONE)


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How far two colours are apart where they are furthest."""
    return max(abs(mine - theirs) for mine, theirs in zip(one, other, strict=True))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT, *sys.argv[2:]))
