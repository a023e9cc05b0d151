"""What is attached to a record, where it is read: pictures side by side, then files as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.flow import Flow

from .file_row import FileRow
from .lightbox import Lightbox
from .thumbnails import thumbnails_of
from .tile import PictureTile


class AttachmentStrip(QWidget):
    """Empty until the vault has told what of it is here; read anew when something arrives."""

    def __init__(self, desk: Desk, values: Sequence[Any]) -> None:
        super().__init__()
        self._desk = desk
        self._values = list(values)
        self._pictures: list[AttachmentView] = []
        self._shown: tuple[AttachmentView, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(12)
        desk.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        values = self._values
        self._desk.ask(lambda use: tuple(use.attachment_views(values)), self._fill, owner=self)

    def _on_changed(self, summary: ChangeSummary) -> None:
        if summary.origin == "remote" or summary.everything:
            self._read()

    def _fill(self, views: tuple[AttachmentView, ...]) -> None:
        if views == self._shown:
            return
        self._shown = views
        while item := self._column.takeAt(0):
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._pictures = [view for view in views if view.is_picture]
        files = [view for view in views if not view.is_picture]
        if self._pictures:
            thumbnails = thumbnails_of(self._desk)
            tiles = [PictureTile(view, thumbnails) for view in self._pictures]
            for at, tile in enumerate(tiles):
                tile.clicked.connect(lambda _checked=False, at=at: self._on_picture(at))
            flow = Flow(*tiles)
            flow.line.setSpacing(16)
            self._column.addWidget(flow)
        if files:
            self._column.addWidget(label(self.tr("Files"), "strong"))
            for view in files:
                self._column.addWidget(FileRow(self._desk, view))

    def _on_picture(self, at: int) -> None:
        Lightbox(self._desk, self.window(), self._pictures, at, thumbnails_of(self._desk))
