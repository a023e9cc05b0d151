"""One attachment while a record is written: what it is, its caption, and a button that takes it off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from delve_desktop.domain.attachments import MAX_CAPTION
from delve_desktop.services.attachments.adding import with_caption
from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.ui.widgets.basics import button, icon_label, label, surface

from .thumbnails import Thumbnails
from .tile import SIZE, PictureTile
from .words import facts, icon_of


class EditItem(QWidget):
    """As wide as a picture of the strip, or as its button needs."""

    removed = Signal()
    captioned = Signal()
    """The caption was left, as `recaptioned` has it."""
    typed = Signal()
    """The caption is being written."""

    def __init__(self, view: AttachmentView, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._picture(view, thumbnails) if view.is_picture else self._file(view))
        self.caption = QLineEdit(" / ".join(view.captions))
        self.caption.setCursorPosition(0)
        self.caption.setPlaceholderText(self.tr("What it shows"))
        self.caption.setAccessibleName(self.tr("What {0} shows").format(view.name))
        self.caption.setMaxLength(MAX_CAPTION // 4)
        self.caption.textEdited.connect(lambda _text: self.typed.emit())
        self.caption.editingFinished.connect(self.captioned)
        column.addWidget(self.caption)
        self.remove = button(self.tr("Take off"), "quiet", "bin")
        self.remove.setAccessibleName(self.tr("Take off {0}").format(view.name))
        self.remove.clicked.connect(self.removed)
        self.remove.ensurePolished()
        self.setFixedWidth(max(SIZE.width(), self.remove.sizeHint().width()))
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)

    def recaptioned(self, values: Sequence[Any]) -> list[Any]:
        """These maps of attachments, with the caption that stands here."""
        gone, text = self._view.values, self.caption.text().strip()
        at = next((place for place, one in enumerate(values) if one in gone), None)
        if at is None or text == " / ".join(self._view.captions):
            return list(values)
        kept = [one for one in values if one not in gone]
        kept.insert(at, with_caption(self._view, text))
        return kept

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.caption.setCursorPosition(0)  # its beginning is what one reads

    def _picture(self, view: AttachmentView, thumbnails: Thumbnails) -> QWidget:
        made = PictureTile(view, thumbnails, caption=False)
        made.setEnabled(False)  # it is looked at where the record is read
        made.setFixedSize(SIZE)
        return made

    def _file(self, view: AttachmentView) -> QWidget:
        card = surface("sunk-card")
        card.setFixedHeight(SIZE.height())
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 12, 12, 12)
        column.addStretch(1)
        column.addWidget(icon_label(icon_of(view), "teal", 32))
        column.addWidget(label(view.name, "strong", wrap=True))
        column.addWidget(label(facts(view), "second"))
        column.addStretch(1)
        return card
