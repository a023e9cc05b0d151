"""The program's icon in the forms that systems ask for, drawn from the one picture of it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

PICTURE: Final = Path(__file__).parents[2] / "resources" / "ui" / "logo-ink.svg"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def png(size: int) -> bytes:
    """A square PNG of that many points; the same bytes every time."""
    from PySide6.QtCore import QBuffer, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawn = QImage(size, size, QImage.Format.Format_ARGB32)
    drawn.fill(0)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(PICTURE)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    into = QBuffer()
    into.open(QBuffer.OpenModeFlag.WriteOnly)
    drawn.save(into, "PNG")  # type: ignore[call-overload]  # takes a device as well as a name
    return bytes(into.data().data())


def write_ico(path: Path) -> None:
    """All sizes in one file, for Windows."""
    _write(path, "ICO")


def write_icns(path: Path) -> None:
    """All sizes in one file, for macOS."""
    _write(path, "ICNS")


def _write(path: Path, form: str) -> None:
    from PIL import Image

    drawn = [Image.open(io.BytesIO(png(size))) for size in SIZES]
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn[-1].save(
        path,
        format=form,
        sizes=[(size, size) for size in SIZES],
        append_images=drawn[:-1],
        bitmap_format="png",
    )
