"""Where a record shows pictures: the photo of a contact, a picture beside each step of a practice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from delve_desktop.services.views import RecordView

PictureFor = Callable[[RecordView, str, QSize], QPixmap | None]
"""The picture of a record at a place, `photo` or `step 3` (from 1), in a size; None where it has none."""


def no_picture(*_where: object) -> QPixmap | None:
    """For windows that show none."""
    return None
