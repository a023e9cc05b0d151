"""A code out of what a person has at hand: a text file, or a picture of a square code. Runs on a worker."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.files import open_given
from delve_desktop.ui.rasters import reader_of

MAX_FILE: Final = 20 * 1024 * 1024  # bytes of a picture that are read
MAX_TEXT_FILE: Final = 64 * 1024  # bytes of a file that is no picture
MAX_PIXELS: Final = 40_000_000  # of a picture as it lies in the file: telephones make 12 to 50 million
LARGEST: Final = 2_000  # pixels a side that are looked at: a square code is far smaller
_BETWEEN: Final = r"[\s.,:_\-\u2010-\u2014]*"
_START: Final = re.compile(rf"(?:JOIN|LINK|RECOVERY){_BETWEEN}([0-9A-Z])", re.IGNORECASE)


def read_code(path: Path) -> str:
    """The text of the code in a file; raises `InvalidContent` when there is none, or as `open_given` does."""
    with open_given(path) as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise InvalidContent("This file is too big for an invite: choose the picture or file you were given.")
    reader = reader_of(data)
    if reader is not None and reader.canRead():
        return code_in_picture(_bounded(reader))
    return _code_in_text(data)


def code_in_picture(image: QImage) -> str:
    """The text of the square code in a picture; raises `InvalidContent` when none is found."""
    import zxingcpp  # imported late: a compiled library that the first window does not need

    if image.isNull() or image.width() * image.height() > MAX_PIXELS:
        raise InvalidContent("This picture cannot be read, or is too big.")
    grey = _shrunk(image).convertToFormat(QImage.Format.Format_Grayscale8)
    view = zxingcpp.ImageView(
        memoryview(grey.constBits()),
        grey.width(),
        grey.height(),
        zxingcpp.ImageFormat.Lum,
        grey.bytesPerLine(),
        1,
    )
    found = zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    for one in found:
        if one.valid and one.text:
            return _code_in(one.text)
    raise InvalidContent(
        "No square code was found in this picture: take it again, straight and near, or type the code."
    )


def _bounded(reader: QImageReader) -> QImage:
    """The picture at no more than the size that is looked at, judged by its header before it is decoded."""
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        raise InvalidContent("This picture cannot be read, or is too big.")
    if max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(_fitting(size))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise InvalidContent("This picture cannot be read, or is too big.")
    return image


def _fitting(size: QSize) -> QSize:
    scale = LARGEST / max(size.width(), size.height())
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


def _shrunk(image: QImage) -> QImage:
    size = image.size()
    return image.scaled(_fitting(size)) if max(size.width(), size.height()) > LARGEST else image


def _code_in_text(data: bytes) -> str:
    if len(data) > MAX_TEXT_FILE:
        raise InvalidContent("There is no code in this file.")
    return _code_in(data.decode("utf-8-sig", "replace"))


def _code_in(text: str) -> str:
    """The first code in a text, as somebody may send it with words around: its first symbol says how long."""
    from delve_desktop.crypto.code_text import ALPHABET, GROUP

    for start in _START.finditer(text):
        groups = ALPHABET.find(start.group(1).upper())
        symbols = rf"(?:{_BETWEEN}[0-9A-Z]){{{max(0, groups * GROUP - 1)}}}"
        rest = re.compile(symbols, re.IGNORECASE).match(text, start.end())
        if groups > 0 and rest is not None:
            return text[start.start() : rest.end()]
    raise InvalidContent("There is no code in this file.")
