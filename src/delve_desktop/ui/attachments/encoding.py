"""A picture that Qt has decoded, as bytes again. Takes its time: for the worker's thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.attachments.pictures import MOST_PIXELS


def encoded(image: QImage) -> bytes:
    """As PNG, which loses nothing; raises `InvalidContent` for no picture, or one that is too big."""
    width, height = image.width(), image.height()
    if not 0 < width * height <= MOST_PIXELS:
        raise InvalidContent(f"This picture has {width} x {height} points and cannot be added.")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs of Qt want bytes here
        raise InvalidContent("This picture cannot be read.")
    return bytes(buffer.data().data())
