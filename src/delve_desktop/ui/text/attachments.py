"""What the editor asks of whoever keeps attachments. Without such a door, no button for them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from .blocks import Picture

_ENCODED: Final = ("image/png", "image/jpeg")


class AttachmentDoor(Protocol):
    """Takes pictures, voice notes and files into the vault.

    Each answers with the pictures to show where the cursor is, none if the person thought better of it or
    what came in is shown elsewhere (a voice note, a file). Nothing here may wait: what takes time is done
    behind the door, and the picture appears when the reader is asked for it.
    """

    def pick_picture(self) -> Sequence[Picture]: ...
    def record_voice(self) -> Sequence[Picture]: ...
    def take_files(self, paths: Sequence[Path]) -> Sequence[Picture]: ...
    def take_image(self, image: QImage | bytes) -> Sequence[Picture]: ...
    def picture_for(self, name: str) -> QImage | None: ...


def picture_in(mime: QMimeData) -> QImage | bytes | None:
    """The picture that is pasted or dropped, in the bytes it comes in where it does: nobody waits for them to
    be decoded here. None where there is none.
    """
    for kind in _ENCODED:
        if mime.hasFormat(kind) and (data := mime.data(kind).data()):
            return bytes(data)
    image = mime.imageData() if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None
