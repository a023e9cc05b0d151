"""The help inside the window: contents and search at the side, the page beside them, and a way back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from delve_desktop.ui import theme, translations
from delve_desktop.ui.widgets.basics import button, label, surface
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.icon import icon

from .pages import FIRST, pages, picture_file, search

CONTENTS = 304  # px wide: the longest title in the four languages
NARROW_BELOW = 760
LINE = 150  # per cent
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
WIDEST = 720  # px of a line of text


class _Text(QTextBrowser):
    """Shows one page; loads nothing but the pictures of the help."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        path = picture_file(name if isinstance(name, str) else name.toString(), translations.current())
        picture = QImage(str(path)) if path is not None else QImage()
        if picture.isNull():
            return QImage(1, 1, QImage.Format.Format_ARGB32)  # anything less, and Qt looks for itself
        wide = max(240, min(picture.width(), self.viewport().width() - 40))
        return picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)

    def show_markdown(self, text: str) -> None:
        """Show a page from its beginning, its lines apart enough to read."""
        self.clear()
        self.document().setDocumentMargin(8)
        self.document().setDefaultFont(theme.font("body"))
        self.setMarkdown(text)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block = self.document().begin()
        while block.isValid():
            if PICTURE not in block.text():  # a line with a picture is as high as it is
                QTextCursor(block).mergeBlockFormat(spaced)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)


class HelpView(QWidget):
    """`open` shows a page; links between pages and the list lead to others."""

    def __init__(self) -> None:
        super().__init__()
        self._past: list[str] = []
        self._name = ""
        self._language = translations.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._make_side())
        self._page = self._make_page()
        row.addWidget(self._page, 1)
        self.open(FIRST)

    def _make_side(self) -> QWidget:
        self._side = surface("list")
        self._side.setFixedWidth(theme.px(CONTENTS))
        column = QVBoxLayout(self._side)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Help"), "section"))
        self.search = QLineEdit()
        set_hint(self.search, self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "ink3"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._fill)
        column.addWidget(self.search)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Pages of the help"))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.currentItemChanged.connect(self._on_chosen)
        column.addWidget(self.contents, 1)
        self._none = label(self.tr("No page has these words."), "second", wrap=True)
        self._none.hide()
        column.addWidget(self._none)
        return self._side

    def _make_page(self) -> QWidget:
        holder = surface("sheet")
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 12, 8, 0)
        head = QHBoxLayout()
        self.back = button(self.tr("Back"), "quiet", "back")
        self.back.clicked.connect(self.go_back)
        self.index = button(self.tr("Contents"), "quiet", "bullets")
        self.index.clicked.connect(self._on_contents)
        head.addWidget(self.back)
        head.addWidget(self.index)
        head.addStretch(1)
        column.addLayout(head)
        self.text = _Text()
        self.text.setAccessibleName(self.tr("A page of the help"))
        self.text.setMaximumWidth(theme.px(WIDEST))
        self.text.anchorClicked.connect(self._on_link)
        column.addWidget(self.text, 1)
        return holder

    @property
    def name(self) -> str:
        """The page that is shown."""
        return self._name

    def open(self, name: str) -> None:
        """Show a page of `pages.NAMES`; Back leads to the one before."""
        if name == self._name:
            return
        if self._name:
            self._past.append(self._name)
        self._show(name)

    def go_back(self) -> None:
        """To the page before."""
        if self._past:
            self._show(self._past.pop())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page alone: the contents give way to it."""
        return QSize(self._page.minimumSizeHint().width(), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(800, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW_BELOW)
        self.index.setVisible(narrow)
        self._side.setVisible(not narrow)
        if self._name:
            QTimer.singleShot(0, self, self._render)  # pictures fit the page, once it has its new width

    def _show(self, name: str) -> None:
        self._name = name
        self.back.setEnabled(bool(self._past))
        self._render()
        self._fill(self.search.text())

    def _render(self) -> None:
        found = next(page for page in pages(self._language) if page.name == self._name)
        self.text.show_markdown(found.text)

    def _fill(self, words: str) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for page in search(self._language, words):
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            self.contents.addItem(item)
            if page.name == self._name:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)
        self._none.setVisible(self.contents.count() == 0)

    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.open(item.data(Qt.ItemDataRole.UserRole))
            if self.index.isVisible():
                self._side.hide()

    def _on_contents(self) -> None:
        self._side.setVisible(not self._side.isVisible())
        if self._side.isVisible():
            self.contents.setFocus()

    def _on_link(self, url: QUrl) -> None:
        """Links lead to pages of the help and nowhere else."""
        name = url.toString().removesuffix(".md")
        if any(page.name == name for page in pages(self._language)):
            self.open(name)
