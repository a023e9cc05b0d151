"""Pictures of a record at their place in its text: `![what it shows](delve:0123456789abcdef)`.

The name is the beginning of the id that the picture's bytes are found by, as the record's own attachments
have it; so no text can name what its record does not hold. What is shown is the small picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from delve_desktop.domain.attachments import parts_of
from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.text.blocks import Picture

from .lightbox import Lightbox
from .thumbnails import thumbnails_of

DIGITS: Final = 16  # of an id, in a name: shorter ones name nothing
_NAME: Final = re.compile(rf"[0-9a-f]{{{DIGITS},64}}")
_NAMED: Final = re.compile(rf"!\[[^\[\]\n]*\]\(delve:({_NAME.pattern})\)")


def picture_of(value: dict[str, Any]) -> Picture | None:
    """How a text names a picture; None for what is no picture."""
    parts = {part.role: part for part in parts_of(value)}
    if "thumb" not in parts or "file" not in parts:
        return None
    return Picture(f"delve:{parts['file'].root.hex()[:DIGITS]}", str(value.get("caption", "")))


def names_in(text: str) -> set[str]:
    """The names of all pictures that a text asks for."""
    return set(_NAMED.findall(text))


def is_named(value: Any, names: Iterable[str]) -> bool:
    """Whether one of these names means this attachment."""
    root = str(value.get("root", "")) if isinstance(value, dict) else ""
    return any(root.startswith(name) for name in names)


class InlinePictures(QObject):
    """The pictures of one record, or of what is being written. Lives on the main thread."""

    arrived = Signal(str)
    """A picture that was asked for has been read: its name in the text."""

    def __init__(self, desk: Desk, values: Sequence[Any] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._values = list(values)
        self._asked: dict[str, set[str]] = {}  # id of a small picture to names
        self._thumbnails = thumbnails_of(desk)
        self._thumbnails.arrived.connect(self._on_arrived)

    def set_values(self, values: Sequence[Any]) -> None:
        """What there is now."""
        self._values = list(values)

    def picture_for(self, name: str) -> QImage | None:
        """The small picture, or None where there is none (yet)."""
        if _NAME.fullmatch(name) is None:
            return None
        for value in self._values:
            if not is_named(value, (name,)):
                continue
            thumb = next((part.root.hex() for part in parts_of(value) if part.role == "thumb"), "")
            if thumb:
                self._thumbnails.know(thumb, value)
                found = self._thumbnails.image(thumb)
                if found is None:
                    self._asked.setdefault(thumb, set()).add(name)
                return found
        return None

    def open(self, name: str, window: QWidget) -> None:
        """Show a picture larger, and from there the others of the record."""
        values, desk, thumbnails = self._values, self._desk, self._thumbnails

        def show(views: tuple[AttachmentView, ...]) -> None:
            pictures = [view for view in views if view.is_picture]
            at = next((at for at, view in enumerate(pictures) if view.id.startswith(name)), None)
            if at is not None:
                Lightbox(desk, window, pictures, at, thumbnails)

        desk.ask(lambda use: tuple(use.attachment_views(values)), show, owner=self)

    def _on_arrived(self, root: str) -> None:
        for name in self._asked.pop(root, ()):
            self.arrived.emit(name)
