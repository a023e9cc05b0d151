"""The pictures of a record at their places, as its reading side asks for them: the photo, one beside each
step.

The first picture of a record is its photo. A picture whose name begins with a number, alone or behind a
word such as *step*, stands beside the step of that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmap

from delve_desktop.domain.attachments import FIELD, parts_of
from delve_desktop.services.views import RecordView
from delve_desktop.ui.desk import Desk

from .thumbnails import thumbnails_of

_NUMBERED: Final = re.compile(r"(?:[^\W\d]{1,10}[ _-]*)?0*([0-9]{1,3})(?![0-9])")
_STEP: Final = "step "


class RecordPictures(QObject):
    """Gives what is here at once; what has to be read first is told by `arrived`."""

    arrived = Signal()
    """Pictures that were asked for are here: look again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._thumbnails = thumbnails_of(desk)
        self._asked: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.arrived)
        self._thumbnails.arrived.connect(self._on_arrived)

    def of(self, view: RecordView, place: str, size: QSize) -> QPixmap | None:
        """As `records.pictures.PictureFor`."""
        wanted = place.removeprefix(_STEP) if place.startswith(_STEP) else ""
        for value, root in _pictures(view):
            named = _NUMBERED.match(str(value.get("name", "")))
            if wanted and (named is None or named.group(1) != wanted):
                continue
            self._thumbnails.know(root, value)
            ratio = QGuiApplication.primaryScreen().devicePixelRatio()
            found = self._thumbnails.pixmap(root, size, ratio=ratio)
            if found is None:
                self._asked.add(root)
            return found
        return None

    def _on_arrived(self, root: str) -> None:
        if root in self._asked:
            self._asked.discard(root)
            self._soon.start()


def _pictures(view: RecordView) -> Iterator[tuple[dict[str, Any], str]]:
    """The maps of a record's pictures with the ids of the small ones, by name."""
    field = next((one for one in view.fields if one.name == FIELD), None)
    values = [value for value in (field.value or () if field is not None else ()) if isinstance(value, dict)]
    for value in sorted(values, key=lambda one: str(one.get("name", "")).casefold()):
        for part in parts_of(value):
            if part.role == "thumb":
                yield value, part.root.hex()
