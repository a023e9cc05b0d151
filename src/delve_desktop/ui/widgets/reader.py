"""Shows Markdown that other people wrote. Opens no socket and no file.

Pictures are left out, raw HTML is shown as text, and a link asks before it is opened.
"""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QGuiApplication,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from delve_desktop.ui import theme

from .basics import button, label, surface

SAFE_SCHEMES: Final = frozenset({"https", "mailto"})
HEADINGS: Final = {1: 15.0, 2: 13.0, 3: 12.0}
_FEATURES: Final = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_STRUCTURE: Final = re.compile(
    r"\s*(?:(?P<list>[-*+]\s|\d{1,9}[.)]\s)|(?P<table>\|)|(?P<quote>>)|(?P<head>#{1,6}\s))"
)


def paragraphs(text: str) -> str:
    """Markdown for display: in Delve's texts a line is a paragraph, in Markdown a blank line parts them."""
    out: list[str] = []
    before = ""
    fenced = False
    for line in text.split("\n"):
        found = _STRUCTURE.match(line)
        kind = "code" if fenced else (found.lastgroup or "" if found else ("text" if line.strip() else ""))
        if out and kind and before and not (kind == before and kind in ("list", "table", "quote", "code")):
            out.append("")
        out.append(line)
        before = kind
        if line.lstrip().startswith("```"):
            fenced = not fenced
            before = "code" if fenced else "text"
    return "\n".join(out)


class _SealedDocument(QTextDocument):
    """A document that loads nothing, whatever its text asks for."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return QImage(1, 1, QImage.Format.Format_ARGB32)


def _strip_images(document: QTextDocument) -> None:
    places: list[tuple[int, int]] = []
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().isImageFormat():
                places.append((fragment.position(), fragment.length()))
            iterator += 1
        block = block.next()
    for position, length in reversed(places):
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def _space_out(document: QTextDocument) -> None:
    """Lines one and a half letters apart, and headings in the sizes of the theme."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = QTextBlockFormat()
        form.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        level = block.blockFormat().headingLevel()
        if block.blockFormat().property(QTextFormat.Property.BlockTrailingHorizontalRulerWidth) is None:
            form.setBottomMargin(10 if block.textList() is None else 4)
            form.setTopMargin(6 if level else 0)
        cursor.mergeBlockFormat(form)
        if level:
            letters = QTextCharFormat()
            letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            letters.setFontPointSize(HEADINGS.get(level, 11.0))
            letters.setFontWeight(QFont.Weight.Bold)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(letters)
        block = block.next()


def sealed_document(markdown: str) -> QTextDocument:
    """A document that renders Markdown without loading anything; raw HTML is shown as text."""
    document = _SealedDocument()
    document.setDefaultFont(theme.font("body"))
    document.setDocumentMargin(0)
    document.setIndentWidth(24)
    document.setMarkdown(paragraphs(markdown), _FEATURES)
    _strip_images(document)
    _space_out(document)
    return document


class _Browser(QTextBrowser):
    """As tall as its text; never scrolls, never loads."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(24, round(self.document().size().height()) + 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 24)


class Reader(QWidget):
    """A long text to read, with the question that stands before a link is opened."""

    link_opened = Signal(QUrl)
    """The person agreed to open a link."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._browser = _Browser()
        self._browser.setAccessibleName(name)
        self._browser.anchorClicked.connect(self._on_anchor)
        self._url = QUrl()
        self._document: QTextDocument | None = None
        self._bar = surface("notice")
        self._bar.hide()
        row = QHBoxLayout(self._bar)
        self._question = label("", "second", wrap=True)
        self._open = button(self.tr("Open"), "outline")
        self._open.clicked.connect(self._on_open)
        copy = button(self.tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._url.toString()))
        leave = button(self.tr("Leave it"))
        leave.clicked.connect(self._bar.hide)
        row.addWidget(self._question, 1)
        for each in (self._open, copy, leave):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._browser)
        column.addWidget(self._bar)

    def set_markdown(self, text: str) -> None:
        """Show another text."""
        document = sealed_document(text)
        document.setParent(self)  # not the browser, which would delete it at will
        self._browser.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document
        self._bar.hide()
        self._browser.fit()

    def text(self) -> str:
        """What is shown, without marks."""
        return self._browser.toPlainText()

    def _on_anchor(self, url: QUrl) -> None:
        self._url = url
        safe = url.scheme().lower() in SAFE_SCHEMES
        shown = url.toDisplayString()
        self._question.setText(
            self.tr("This leaves Delve: {0}").format(shown)
            if safe
            else self.tr("Delve does not open this kind of address: {0}").format(shown)
        )
        self._open.setVisible(safe)
        self._bar.show()

    def _on_open(self) -> None:
        self._bar.hide()
        if self._url.scheme().lower() in SAFE_SCHEMES:
            self.link_opened.emit(self._url)
            QDesktopServices.openUrl(self._url)
