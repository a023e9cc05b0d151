"""The recovery sheet as one A4 page, printed or as a PDF: the code in groups and as a square."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QDate,
    QDateTime,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from delve_desktop.services.files import write_whole
from delve_desktop.ui.theme import SANS, SERIF

MARGIN: Final = 20.0  # millimetres
GROUPS_A_LINE: Final = 5
_QUIET: Final = 4  # modules of white around a square code, as ISO/IEC 18004 asks for


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sheet says: the code as `RECOVERY-....`, whose vault, and the day by this laptop's clock."""

    code: str
    name: str
    made: float  # Unix seconds

    @property
    def lines(self) -> list[str]:
        """The code's kind, then its groups, five a line."""
        kind, *groups = self.code.split("-")
        rows = [groups[at : at + GROUPS_A_LINE] for at in range(0, len(groups), GROUPS_A_LINE)]
        return [kind, *("  ".join(row) for row in rows)]


def square(code: str) -> QImage:
    """A code as a square of black and white modules, one pixel each, with the white that must surround it."""
    import segno  # imported late: only who makes a sheet or an invite needs it

    matrix = segno.make(code, error="m", micro=False).matrix
    size = len(matrix) + 2 * _QUIET
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x + _QUIET, y + _QUIET, QColor(Qt.GlobalColor.black))
    return image


def write_pdf(sheet: Sheet, file: Path) -> None:
    """Write the sheet into a PDF; raises as `write_whole`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(_tr("Recovery sheet"))
    writer.setCreator("Delve")
    draw(sheet, writer)
    write_whole(file, bytes(buffer.data().data()))


def draw(sheet: Sheet, device: QPagedPaintDevice) -> bool:
    """Draw the page; False when the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    drawing = _Page(painter, QRectF(0, 0, device.width(), device.height()), device.logicalDpiY())
    drawing.draw(sheet)
    return painter.end()


class _Page:
    """Draws from the top down; sizes in points, at whatever resolution."""

    def __init__(self, painter: QPainter, page: QRectF, dpi: int) -> None:
        self._painter = painter
        self._page = page
        self._point = dpi / 72
        self._top = 0.0

    def draw(self, sheet: Sheet) -> None:
        self._line(_tr("Delve - recovery sheet"), 22, serif=True, gap=6)
        day = QLocale().toString(_day(sheet.made), QLocale.FormatType.LongFormat)
        self._line(_tr("Vault of: {0}").format(sheet.name), 12, gap=0)
        self._line(_tr("Made on: {0} (by the clock of the laptop)").format(day), 12, gap=18)
        for number, line in enumerate(sheet.lines):
            self._line(line, 12 if number == 0 else 17, bold=True, gap=4)
        side = 170 * self._point
        self._top += 12 * self._point
        self._painter.drawImage(QRectF(0, self._top, side, side), square(sheet.code))
        self._top += side + 18 * self._point
        for line in (
            _tr("Who has this sheet and the laptop, or a copy of the vault, can read everything in it."),
            _tr("Keep it where you keep what must not be lost, and not with the laptop."),
        ):
            self._line(line, 12, bold=True, gap=6)
        self._line(_tr("When the passphrase is forgotten:"), 12, gap=4)
        for line in (
            _tr("1. Choose on the start page that the passphrase is forgotten."),
            _tr(
                "2. Type the code, or photograph the square. Capitals, blanks and hyphens do not matter;"
                " there is no letter I, L, O or U in it."
            ),
            _tr("3. Choose a new passphrase. This sheet stays good."),
            _tr(
                "If somebody else may have seen this sheet, make a new one in the settings: this one"
                " is void then."
            ),
        ):
            self._line(line, 12, gap=4)

    def _line(self, text: str, points: int, *, bold: bool = False, serif: bool = False, gap: int) -> None:
        font = QFont(SERIF if serif else SANS)
        font.setPointSizeF(points)
        font.setBold(bold or serif)
        self._painter.setFont(font)
        flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        room = QRectF(0, self._top, self._page.width(), self._page.height())
        taken = self._painter.boundingRect(room, flags, text)
        self._painter.drawText(room, flags, text)
        self._top += taken.height() + gap * self._point


def _day(made: float) -> QDate:
    return QDateTime.fromSecsSinceEpoch(int(made)).date()


def _tr(text: str) -> str:
    return QCoreApplication.translate("sheet", text)
