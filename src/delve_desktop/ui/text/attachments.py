"""What the editor asks of whoever keeps attachments. Without such a door, no button for them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QImage

from .blocks import Picture


class AttachmentDoor(Protocol):
    """Takes pictures, voice notes and files into the vault.

    Each answers with the pictures to show where the cursor is, none if the person thought better of it or
    what came in is shown elsewhere (a voice note, a file). Nothing here may wait: what takes time is done
    behind the door, and the picture appears when the reader is asked for it.
    """

    def pick_picture(self) -> Sequence[Picture]: ...
    def record_voice(self) -> Sequence[Picture]: ...
    def take_files(self, paths: Sequence[Path]) -> Sequence[Picture]: ...
    def take_image(self, image: QImage) -> Sequence[Picture]: ...
    def picture_for(self, name: str) -> QImage | None: ...
