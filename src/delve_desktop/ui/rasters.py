"""Pictures of points out of bytes that anybody may have made.

The kind is told by the first bytes, and no other reader of Qt's ever sees them: that of SVG, for one, opens
files that a drawing names. Nothing is decoded here; for any thread.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.attachments.picture_places import without_place
from delve_desktop.services.attachments.pictures import has_many_passes

PHOTOS: Final = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png", b"RIFF": b"webp"}
ALL: Final = {**PHOTOS, b"GIF8": b"gif", b"BM": b"bmp"}


class RasterReader(QImageReader):
    """Reads one kind of picture out of `data`, which it holds."""

    def __init__(self, data: bytes, kind: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        super().__init__(self._buffer, QByteArray(kind))
        self.setAutoDetectImageFormat(False)


def reader_of(data: bytes, kinds: dict[bytes, bytes] = ALL) -> RasterReader | None:
    """A reader for a picture that begins as one of `kinds`; None for any other bytes, and for those made to
    keep a machine busy. Texts within a PNG, each of which may unpack to megabytes, are left out.
    """
    kind = next((name for begin, name in kinds.items() if data.startswith(begin)), None)
    if kind is None or has_many_passes(data):
        return None
    if kind == b"png":
        try:
            data = without_place(data, "PNG")
        except InvalidContent:
            return None
    return RasterReader(data, kind)
