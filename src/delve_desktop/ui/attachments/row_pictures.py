"""The picture of a list row, as the delegate asks for it while it paints."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPixmap

from delve_desktop.services.views import RecordRow
from delve_desktop.ui.desk import Desk

from .thumbnails import thumbnails_of

SIDE: Final = 72


class RowPictures:
    """Gives what is here at once, and asks the worker for what is not: `Thumbnails.arrived` tells when."""

    def __init__(self, desk: Desk) -> None:
        self.thumbnails = thumbnails_of(desk)

    def of(self, row: RecordRow) -> QPixmap | None:
        """72 by 72 with round corners; None where the record has none, or it is still read."""
        if not row.thumb:
            return None
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        return self.thumbnails.pixmap(row.thumb, QSize(SIDE, SIDE), ratio=ratio)
