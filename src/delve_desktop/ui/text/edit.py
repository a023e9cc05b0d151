"""The editor of a long text: rich on screen, Markdown underneath, written back only where it was changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextBlock, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

from delve_desktop.ui.dropped import files_in

from . import commands, keys, tables
from .attachments import AttachmentDoor, Put, picture_in
from .blocks import Form, Kind, Picture, Run
from .document import FormReader, fill, head_of, put_picture, run_of
from .lines import blocks_of
from .pasted import Loss, Pasted
from .pasting import pasted_html, pasted_plain
from .placing import insert_forms, take_in
from .sealed import SealedDocument
from .writing import Writer


class RichEdit(QTextEdit):
    """As tall as its text, so that the page scrolls as one. Never loads what a text names."""

    edited = Signal()
    """The person changed the text; it is read by `text` when somebody wants to know it."""
    looks_changed = Signal()
    """The cursor stands in another look: for a tool bar."""
    pasted = Signal(object)
    """Something was pasted; carries what did not come in of it, a `Loss`."""
    link_asked = Signal()
    """Ctrl+K: the person wants to put in or change a link."""

    def __init__(self, least: int = 240) -> None:
        super().__init__()
        self.inline = True  # whether pictures stand in the text
        self._least = least
        self._door: AttachmentDoor | None = None
        self._loading = False
        self._foreign: list[tuple[int, str, str]] = []  # steps of the undo stack that others' words came by
        self._undone: list[tuple[str, str]] = []  # steps undone past such words: the text after, and before
        document = SealedDocument()
        document.setParent(self)
        self._sealed = document
        self.setDocument(document)
        self._reader = FormReader(document)
        self._writer = Writer(blocks_of(""))
        self._text: str | None = ""
        self.setProperty("kind", "text")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)  # where Tab means nothing else
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        document.documentLayout().documentSizeChanged.connect(self._fit)
        document.contentsChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_moved)
        self._fit()

    # -- the text ------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Show another text; what was done to the one before cannot be undone any more."""
        source = blocks_of(text)
        self._loading = True
        try:
            fill(self._sealed, [block.form for block in source.blocks])
        finally:
            self._loading = False
        self._writer = Writer(source)
        self._text = text
        self._foreign.clear()
        self._undone.clear()
        self.setTextCursor(QTextCursor(self._sealed))
        self._fit()

    def text(self) -> str:
        """The text as it stands. Blocks that were not changed have their lines, code point for code point."""
        if self._text is None:
            self._text = self._writer.text(self._reader.forms())
        return self._text

    def take_in(self, merged: str, before: str, now: str) -> None:
        """Others changed other blocks: show `merged` (this text, and what made `now` of `before`).

        The cursor, the selection and what is on screen stay where they are. Undo goes past it.
        """
        source = blocks_of(merged)
        held = self.place()
        cursor = self.textCursor()
        marks = [self._mark(place) for place in (cursor.anchor(), cursor.position())]
        self._loading = True
        try:
            take_in(self._sealed, self._reader, [block.form for block in source.blocks])
        finally:
            self._loading = False
            cursor.setPosition(marks[0].position())
            cursor.setPosition(marks[1].position(), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self._writer = Writer(source)
        self._text = None
        self._foreign.append((self._sealed.availableUndoSteps(), before, now))
        self._fit()
        self.hold_place(held)

    def _mark(self, place: int) -> QTextCursor:
        """A place that stays where it is when something is put in at it."""
        made = QTextCursor(self._sealed)
        made.setPosition(place)
        made.setKeepPositionOnInsert(True)
        return made

    def undo_step(self) -> None:
        """Take the last thing back that was done here. Words that came from others stay."""
        keys.undo(self, self._foreign, self._undone)

    @property
    def can_redo(self) -> bool:
        """Whether something that was undone can be done again."""
        return self._sealed.isRedoAvailable() or bool(self._undone and self._undone[-1][0] == self.text())

    def redo_step(self) -> None:
        """Do again what was undone last, also where words of others were put in again behind it."""
        if self._sealed.isRedoAvailable():
            self.redo()
        elif self.can_redo:
            _, before = self._undone.pop()
            take_in(self._sealed, self._reader, [block.form for block in blocks_of(before).blocks])

    @property
    def sealed(self) -> SealedDocument:
        """The document that is edited."""
        return self._sealed

    # -- attachments ---------------------------------------------------------------------------

    @property
    def door(self) -> AttachmentDoor | None:
        """Who takes pictures, voice notes and files; None where nobody does."""
        return self._door

    @door.setter
    def door(self, door: AttachmentDoor | None) -> None:
        if self._door is not None:
            self._door.picture_arrived.disconnect(self._sealed.show_picture)
        self._door = door
        self._sealed.picture_for = door.picture_for if door is not None else None
        if door is not None:
            door.picture_arrived.connect(self._sealed.show_picture)
        self.looks_changed.emit()

    def placer(self) -> Put:
        """Puts pictures where the cursor is now, one behind the other, however much later they come."""
        mark = self._mark(self.textCursor().selectionEnd())

        def put(pictures: Sequence[Picture]) -> None:
            if self.inline and pictures and shiboken6.isValid(self):
                self._put_pictures(pictures, mark.position())

        return put

    def _put_pictures(self, pictures: Sequence[Picture], place: int) -> None:
        """Show pictures in a line of their own below a place, behind those that stand there already."""
        cursor = QTextCursor(self._sealed)
        cursor.setPosition(place)
        table = cursor.currentTable()
        if table is not None:
            cursor.setPosition(table.lastPosition() + 1)
        with commands.one_step(cursor):
            if cursor.block().text().strip("\ufffc "):
                if not _holds_pictures(cursor.block().next()):
                    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                    cursor.insertBlock()
                    commands.set_head(cursor, lambda _head: Form(Kind.PARAGRAPH))
                else:
                    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            for picture in pictures:
                put_picture(cursor, picture)

    # -- looks ---------------------------------------------------------------------------------

    def look(self) -> Run:
        """The look at the cursor, without words."""
        cursor = self.textCursor()
        return commands.look_at(cursor) if cursor.hasSelection() else run_of("", self.currentCharFormat())

    def head(self) -> Form:
        """What the cursor's block is, without words."""
        return head_of(self.textCursor().block())

    def toggle(self, name: str) -> None:
        """Turn `bold`, `italic`, `struck` or `code` on or off: for the selection or what is typed next."""
        cursor = self.textCursor()
        on = not getattr(self.look(), name)
        if cursor.hasSelection():
            commands.set_look(cursor, lambda run: run.looking(**{name: on}))
        else:
            self.setCurrentCharFormat(commands.format_for(cursor, self.look().looking(**{name: on})))
        self.looks_changed.emit()

    def set_style(self, kind: Kind, level: int = 0) -> None:
        """Make the blocks under the cursor paragraphs, headings, quotes or code."""
        commands.set_head(self.textCursor(), lambda _head: Form(kind, level=level))
        self.looks_changed.emit()

    def toggle_list(self, kind: Kind) -> None:
        """Make the blocks under the cursor items of a list, or paragraphs again."""
        already = self.head().kind is kind

        def changed(head: Form) -> Form:
            made = commands.toggled_list(head, kind)
            return made if already or made.kind is kind else head

        commands.set_head(self.textCursor(), changed)
        self.looks_changed.emit()

    def set_link(self, words: str, link: str) -> None:
        """Let the selection (or, without one, these words) lead to an address; an empty one takes it away."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            look = commands.format_for(cursor, replace(self.look(), link=link, literal=False))
            cursor.insertText(words or link, look)
        else:
            commands.set_look(cursor, lambda run: replace(run, link=link, literal=False))
        self.looks_changed.emit()

    def select_link(self) -> None:
        """Select the whole link that the cursor stands in."""
        cursor = self.textCursor()
        link = self.look().link
        start = end = cursor.position()
        probe = QTextCursor(cursor.block())
        begin, stop = cursor.block().position(), cursor.block().position() + cursor.block().length() - 1
        while start > begin:
            probe.setPosition(start)
            if probe.charFormat().anchorHref() != link:
                break
            start -= 1
        while end < stop:
            probe.setPosition(end + 1)
            if probe.charFormat().anchorHref() != link:
                break
            end += 1
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def insert_table(self) -> None:
        """A table of two columns with heads to write over."""
        cursor = self.textCursor()
        if cursor.currentTable() is None:
            tables.insert_table(cursor, [self.tr("What"), self.tr("How many")])
            self.setTextCursor(cursor)

    # -- Qt ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.pressed(self, event):
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if files_in(source):
            return self._door is not None
        return source.hasHtml() or source.hasText() or (source.hasImage() and self._door is not None)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = files_in(source)
        if paths:
            if self._door is not None:
                self._door.take_files(paths, self.placer())
        elif source.hasHtml() and (found := pasted_html(source.html())).forms:
            self._insert(found)
        elif source.hasHtml() and source.text().strip():
            self._insert(pasted_plain(source.text(), found.loss))
        elif self._door is not None and (image := picture_in(source)) is not None:
            self._door.take_image(image, self.placer())
        elif source.hasText():
            self._insert(pasted_plain(source.text()))
        elif source.hasHtml() and found.loss:  # more than can be read, and no plain words beside it
            self._insert(Pasted([], Loss.WORDS))

    def _insert(self, found: Pasted) -> None:
        cursor = self.textCursor()
        insert_forms(cursor, found.forms)
        self.setTextCursor(cursor)
        self.pasted.emit(found.loss)

    def createMimeDataFromSelection(self) -> QMimeData:
        made = super().createMimeDataFromSelection()
        made.setText(made.text().replace("\u2028", "\n").replace("\u2029", "\n"))
        return made

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False if keys.wants_tab(self) else super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def _fit(self, *_args: object) -> None:
        height = round(self._sealed.size().height()) + 8
        if self.height() != max(self._least, height) or self.minimumHeight() != max(self._least, height):
            self.setFixedHeight(max(self._least, height))

    def _on_changed(self) -> None:
        if self._loading:
            return
        self._text = None
        while self._foreign and self._foreign[-1][0] > self._sealed.availableUndoSteps():
            self._foreign.pop()
        self.edited.emit()

    def _on_moved(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            keys.settle_look(self, cursor)
        self.looks_changed.emit()
        area = self._area()
        page = area.widget() if area is not None else None
        if area is not None and page is not None and self.hasFocus():
            place = self.mapTo(page, self.cursorRect().bottomLeft())
            area.ensureVisible(place.x(), place.y(), 20, 48)

    def _area(self) -> QScrollArea | None:
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def place(self) -> int:
        """How far down the screen the cursor stands, in pixels."""
        return self.mapToGlobal(self.cursorRect().topLeft()).y()

    def hold_place(self, before: int) -> None:
        """Scroll the page so that the cursor stands as far down the screen as before."""
        area = self._area()
        page = area.widget() if area is not None else None
        if area is None or page is None:
            return
        layout = page.layout()
        if layout is not None:
            layout.activate()
        page.resize(page.width(), max(area.viewport().height(), page.sizeHint().height()))
        bar = area.verticalScrollBar()
        moved = self.place() - before
        bar.setMaximum(max(bar.maximum(), page.height() - area.viewport().height()))
        bar.setValue(bar.value() + moved)


def _holds_pictures(block: QTextBlock) -> bool:
    """Whether pictures stand in a block and nothing else."""
    return block.isValid() and "\ufffc" in block.text() and not block.text().strip("\ufffc ")
