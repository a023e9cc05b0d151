"""What the editor asks of whoever keeps attachments. Without such a door, no button for them is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QMimeData, SignalInstance
from PySide6.QtGui import QImage

from .blocks import Picture

_ENCODED: Final = ("image/png", "image/jpeg")


Put = Callable[[Sequence[Picture]], None]
"""Shows pictures where the cursor was when they were asked for, whatever was typed meanwhile."""


class AttachmentDoor(Protocol):
    """Takes pictures, voice notes and files into the vault.

    Nothing here waits: what takes time is done behind the door. Each picture is handed to `put` once it is
    in the vault; what is shown elsewhere (a voice note, a file) is not.
    """

    @property
    def picture_arrived(self) -> SignalInstance:
        """A picture that `picture_for` did not have yet is here: its name."""

    @property
    def why_no_voice(self) -> str:
        """Why no voice note can be recorded on this laptop; empty where one can."""

    def pick_picture(self, put: Put) -> None: ...
    def record_voice(self) -> None: ...
    def take_files(self, paths: Sequence[Path], put: Put) -> None: ...
    def take_image(self, image: QImage | bytes, put: Put) -> None: ...
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
