"""A document that loads nothing by itself: no file, no address, whatever its text asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument

from delve_desktop.ui import theme
from delve_desktop.ui.widgets import icon

from .looks import INDENT, TALL

PictureFor = Callable[[str], QImage | None]
SCHEME: Final = "delve"


class SealedDocument(QTextDocument):
    """Pictures are those that `picture_for` knows, by what follows `delve:`; all else is one empty pixel."""

    def __init__(self, picture_for: PictureFor | None = None) -> None:
        super().__init__()
        self.picture_for = picture_for
        self._fitted: dict[str, QImage] = {}  # pictures as high as they are shown
        self.setDefaultFont(theme.font("body"))
        self.setDocumentMargin(0)
        self.setIndentWidth(INDENT)

    def show_picture(self, name: str) -> None:
        """A picture has come: give it its place. That is no change of the text."""
        self._fitted.pop(name, None)
        for other, start, end in list(self.pictures()):
            if other == name:
                self.markContentsDirty(start, end - start)

    def pictures(self) -> Iterator[tuple[str, int, int]]:
        """The pictures of the vault that stand in it: their names, from where to where."""
        block = self.begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                scheme, _, name = fragment.charFormat().toImageFormat().name().partition(":")
                if scheme == SCHEME:
                    yield name, fragment.position(), fragment.position() + fragment.length()
                iterator += 1
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        url = name if isinstance(name, QUrl) else QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value and url.scheme() == SCHEME:
            return self._picture(url.path())
        return QImage(1, 1, QImage.Format.Format_ARGB32)  # None would let Qt look for a file by itself

    def _picture(self, name: str) -> QImage:
        fitted = self._fitted.get(name)
        if fitted is None:
            found = self.picture_for(name) if self.picture_for is not None else None
            if found is None or found.isNull():
                return missing()
            fitted = self._fitted[name] = _scaled(found)
        return fitted


def _scaled(picture: QImage) -> QImage:
    if picture.height() <= 2 * TALL:
        return picture
    return picture.scaledToHeight(2 * TALL, Qt.TransformationMode.SmoothTransformation)


def missing() -> QImage:
    """What stands where a picture has not come in yet."""
    made = QImage(200, TALL, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.current().color("edge"))
    painter.setBrush(theme.current().color("sunk"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, 199, TALL - 1), 6, 6)
    drawn = icon.pixmap("picture", "ink3", 32)
    painter.drawPixmap(QPointF(84, (TALL - 32) / 2), drawn)
    painter.end()
    return made
