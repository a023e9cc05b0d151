"""A leaflet leaves the vault: to a printer, or to a PDF file where the person says.

All of this takes tenths of a second, so it runs on a worker: Qt paints into images, PDFs and printers there
(https://doc.qt.io/qt-6/threads-modules.html, "Painting In Threads").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from .leaflet_blocks import POINT
from .leaflet_content import Leaflet
from .leaflet_pages import Layout, laid_out

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

RESOLUTION: Final = 1200  # dots an inch of a PDF
PREVIEW: Final = 216  # pixels across a page on screen
MOST: Final = 4  # pages that are shown
LETTER: Final = frozenset(
    {"US", "CA", "MX", "CO", "CL", "VE", "PH", "PR", "GT", "CR", "NI", "PA", "SV", "DO"}
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A leaflet ready to leave: its PDF, how many pages it has, and the first of them in small."""

    leaflet: Leaflet
    pdf: bytes
    pages: int
    previews: tuple[QImage, ...]


def paper() -> QPageSize:
    """The paper that is common where the person is."""
    territory = QLocale.territoryToCode(QLocale().territory())
    return QPageSize(QPageSize.PageSizeId.Letter if territory in LETTER else QPageSize.PageSizeId.A4)


def printed(leaflet: Leaflet, page: QPageSize, ratio: float) -> Printed:
    """Lay a leaflet out on paper of a size; `ratio` is that of the screen's pixels."""
    layout = _laid_out(leaflet, page)
    shown = tuple(_preview(layout, number, ratio) for number in range(min(layout.pages, MOST)))
    return Printed(leaflet, _pdf(layout, leaflet.title, page), layout.pages, shown)


def print_on(printer: QPrinter, leaflet: Leaflet) -> int:
    """Print all pages; returns how many, 0 where the printer takes none."""
    printer.setFullPage(True)
    layout = _laid_out(leaflet, printer.pageLayout().pageSize())
    return layout.pages if _draw(layout, printer, printer.resolution()) else 0


def _laid_out(leaflet: Leaflet, page: QPageSize) -> Layout:
    size = page.size(QPageSize.Unit.Point)
    return laid_out(leaflet, QSizeF(size.width() * POINT, size.height() * POINT))


def _draw(layout: Layout, device: QPagedPaintDevice, resolution: int) -> bool:
    """Draw every page; False when the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = resolution / 72 / POINT
    for page in range(layout.pages):
        if page:
            device.newPage()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        layout.draw(painter, page)
        painter.restore()
    return painter.end()


def _pdf(layout: Layout, title: str, page: QPageSize) -> bytes:
    """A PDF with its letters in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(title)
    writer.setCreator("Delve")
    _draw(layout, writer, RESOLUTION)
    return bytes(buffer.data().data())


def _preview(layout: Layout, page: int, ratio: float) -> QImage:
    scale = PREVIEW * ratio / layout.page.width()
    image = QImage(round(PREVIEW * ratio), round(layout.page.height() * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    layout.draw(painter, page)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
