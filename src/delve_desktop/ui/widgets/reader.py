"""Shows Markdown that other people wrote. Opens no socket and no file.

Pictures are those of the vault; others are left out and their words shown. Raw HTML is text. A link asks
before it is opened, with the host it truly leads to.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Any, Final

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QImage,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from delve_desktop.ui.text.addresses import Target, target_of, unmasked
from delve_desktop.ui.text.blocks import Form, Run
from delve_desktop.ui.text.document import fill
from delve_desktop.ui.text.inline import words_of_picture
from delve_desktop.ui.text.lines import blocks_of
from delve_desktop.ui.text.sealed import SCHEME, PictureFor, SealedDocument

from .basics import button, label, surface

MAX_SHOWN: Final = 200_000  # code points; no text that can be written here is so long
LEAST: Final = 24  # pixels of height of a text without words


def sealed_document(markdown: str, picture_for: PictureFor | None = None) -> SealedDocument:
    """A document that renders Markdown without loading anything but what `picture_for` knows.

    What is longer than `MAX_SHOWN` is cut off, with a sign.
    """
    document = SealedDocument(picture_for)
    shown = markdown if len(markdown) <= MAX_SHOWN else markdown[:MAX_SHOWN] + "\n\n[…]"
    fill(document, [unmasked(_to_read(block.form)) for block in blocks_of(shown).blocks])
    if picture_for is not None:
        _lead_from_pictures(document)
    return document


def _lead_from_pictures(document: SealedDocument) -> None:
    """A picture leads to itself, so that a click and the keys can ask for it larger."""
    cursor = QTextCursor(document)
    for name, start, end in list(document.pictures()):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        leading = QTextCharFormat()
        leading.setAnchor(True)
        leading.setAnchorHref(f"{SCHEME}:{name}")
        cursor.mergeCharFormat(leading)


def _to_read(form: Form) -> Form:
    """A block without the source of pictures from elsewhere: what they show is said in words."""
    if not any(run.literal for run in form.runs):
        return form
    return replace(form, runs=tuple(_said(run) for run in form.runs if words_of_picture(run) != ""))


def _said(run: Run) -> Run:
    words = words_of_picture(run)
    return run if words is None else Run(words, italic=True)


class _Browser(QTextBrowser):
    """As tall as its text; never scrolls, never loads.

    The layout around it asks how tall that is. Setting the height when the width came would be too late: an
    area that is being resized does not hear that it is resized again, and its text keeps the height of
    before.
    """

    def __init__(self) -> None:
        self._heights: dict[int, int] = {}  # by width
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def forget_heights(self) -> None:
        """Another text, or other letters."""
        self._heights.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.forget_heights()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the text is in that width; layouts ask a hundred times for one record."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._height(width)
        return known

    def _height(self, width: int) -> int:
        frame = 2 * self.frameWidth()
        self.document().setTextWidth(max(1, width - frame))
        high = max(LEAST, ceil(self.document().size().height()) + frame)
        if self.isVisible():  # else it is laid out anew when it is shown
            self.document().setTextWidth(self.viewport().width())
        return high

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LEAST)


class Reader(QWidget):
    """A long text to read, with the question that stands before a link is opened."""

    link_opened = Signal(QUrl)
    """The person agreed to open a link."""
    picture_chosen = Signal(str)
    """The person wants to see a picture larger: its name."""

    def __init__(self, name: str, picture_for: PictureFor | None = None) -> None:
        super().__init__()
        self.picture_for = picture_for
        self._browser = _Browser()
        self._browser.setAccessibleName(name)
        self._browser.anchorClicked.connect(self._on_anchor)
        self._url = QUrl()
        self._document: SealedDocument | None = None
        self._bar: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._browser)

    def _make_bar(self) -> QWidget:
        """The question before a link is opened; few texts are ever asked."""
        self._bar = bar = surface("notice")
        row = QHBoxLayout(bar)
        self._question = label("", "second", wrap=True)
        self._open = button(self.tr("Open"), "outline")
        self._open.clicked.connect(self._on_open)
        copy = button(self.tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._url.toString()))
        leave = button(self.tr("Leave it"))
        leave.clicked.connect(bar.hide)
        row.addWidget(self._question, 1)
        for each in (self._open, copy, leave):
            row.addWidget(each)
        column = self.layout()
        if column is not None:
            column.addWidget(bar)
        return bar

    def set_markdown(self, text: str) -> None:
        """Show another text."""
        document = sealed_document(text, self.picture_for)
        document.setParent(self)  # not the browser, which would delete it at will
        self._browser.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document
        if self._bar is not None:
            self._bar.hide()
        document.documentLayout().documentSizeChanged.connect(self._browser.updateGeometry)
        self._browser.forget_heights()

    def show_picture(self, name: str) -> None:
        """A picture has come that was not there when the text was shown."""
        if self._document is not None:
            self._document.show_picture(name)
            self._browser.forget_heights()

    def text(self) -> str:
        """What is shown, without marks."""
        return self._browser.toPlainText()

    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == SCHEME and self.picture_for is not None:
            if self.picture_for(url.path()) is not None:
                self.picture_chosen.emit(url.path())
            return
        self._url = url
        bar = self._bar or self._make_bar()
        target = target_of(url)
        self._question.setText(self._asked(target))
        self._open.setVisible(target.opens)
        bar.show()

    def _asked(self, target: Target) -> str:
        if not target.opens:
            return self.tr("Delve does not open this kind of address: {0}").format(target.shown)
        if not target.host or self._url.scheme().lower() == "mailto":
            return self.tr("This leaves Delve: {0}").format(target.shown)
        return self.tr("This leaves Delve for {0}: {1}").format(target.host, target.shown)

    def _on_open(self) -> None:
        if self._bar is not None:
            self._bar.hide()
        if target_of(self._url).opens:
            self.link_opened.emit(self._url)
            QDesktopServices.openUrl(self._url)
