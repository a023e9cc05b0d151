"""Blocks -> a Qt document and back. Offsets of Qt (UTF-16) never leave this module as offsets into a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextImageFormat,
    QTextLength,
    QTextList,
    QTextTable,
)

from . import looks
from .blocks import LISTS, Form, Kind, Picture, Run, Runs, joined
from .looks import block_format, char_format, sign_format
from .signs import put_in, taken_out

PLAIN: Final = Run("")
_TEXTS: Final = frozenset({Kind.CODE, Kind.SOURCE, Kind.MARK})  # kinds that have a text and no runs


# -- into a document ---------------------------------------------------------------------------


def fill(document: QTextDocument, forms: Iterable[Form]) -> None:
    """Show these blocks and nothing else; what can be undone is forgotten."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    put(cursor, forms)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def put(cursor: QTextCursor, forms: Iterable[Form]) -> None:
    """Put blocks where the cursor is, which stands in an empty block: it becomes the first of them."""
    fresh = True
    first: QTextBlock | None = None
    for form in forms:
        if form.kind is Kind.TABLE:
            if fresh:
                cursor.setBlockFormat(block_format(Form(Kind.PARAGRAPH)))
            put_table(cursor, form)
            fresh = True
            continue
        if fresh:
            cursor.setBlockFormat(block_format(form))
            cursor.setBlockCharFormat(sign_format(form.kind))
        else:
            cursor.insertBlock(block_format(form), sign_format(form.kind))
        fresh = False
        put_within(cursor, form)
        if form.kind in LISTS:
            first = first if first is not None else cursor.block()
        elif first is not None:
            relist(first)
            first = None
    if first is not None:
        relist(first)
    if fresh and not cursor.block().previous().isValid():  # nothing yet: what is typed looks like a paragraph
        cursor.setBlockFormat(block_format(Form(Kind.PARAGRAPH)))


def put_within(cursor: QTextCursor, form: Form) -> None:
    """Put what stands in a block at the cursor."""
    if form.kind is Kind.PICTURE:
        for number, picture in enumerate(form.pictures):
            if number:
                cursor.insertText("  ", char_format(PLAIN, Kind.PARAGRAPH))
            put_picture(cursor, picture)
        return
    if form.kind in _TEXTS:
        cursor.insertText(put_in(form.text), char_format(PLAIN, form.kind))
        return
    for run in form.runs:
        cursor.insertText(put_in(run.text), char_format(run, form.kind, form.level))


def put_picture(cursor: QTextCursor, picture: Picture) -> None:
    """One picture of the vault, as high as the others."""
    made = QTextImageFormat()
    made.setName(picture.target)
    made.setHeight(looks.TALL)
    made.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setProperty(looks.WORDS, picture.words)
    made.setToolTip(picture.words)
    cursor.insertImage(made)


def put_table(cursor: QTextCursor, form: Form) -> QTextTable:
    """A table behind the cursor's block; the cursor then stands in the empty block behind the table."""
    table = cursor.insertTable(len(form.rows), len(form.rows[0]), looks.table_format())
    for row, cells in enumerate(form.rows):
        for column, runs in enumerate(cells):
            put_cell(table, row, column, runs)
    cursor.setPosition(table.lastPosition() + 1)
    cursor.setBlockFormat(block_format(Form(Kind.PARAGRAPH)))
    return table


def put_cell(table: QTextTable, row: int, column: int, runs: Runs = ()) -> None:
    """Give a cell that is empty its look and its words."""
    cell = table.cellAt(row, column)
    cell.setFormat(looks.cell_format(head=row == 0))
    inner = cell.firstCursorPosition()
    inner.setBlockFormat(looks.cell_block_format())
    inner.setBlockCharFormat(looks.cell_char_format(PLAIN, head=row == 0))
    for run in runs:
        inner.insertText(put_in(run.text), looks.cell_char_format(run, head=row == 0))


def relist(block: QTextBlock) -> None:
    """Let the items around a block stand in lists as their indents say; nothing changes where they do."""
    while _is_item(block.previous()):
        block = block.previous()
    stack: list[tuple[int, Kind, Any]] = []
    while _is_item(block):
        form = head_of(block)
        while stack and (
            stack[-1][0] > form.level or (stack[-1][0] == form.level and stack[-1][1] != form.kind)
        ):
            stack.pop()
        cursor = QTextCursor(block)
        if stack and stack[-1][0] == form.level:
            if block.blockFormat().objectIndex() != stack[-1][2].objectIndex():
                stack[-1][2].add(block)
        else:
            own: QTextList | None = block.textList()  # the stubs leave out that it may be none
            wanted = looks.list_format(form, len(stack) + 1)
            if own is None or own.item(0) != block or own.format() != wanted:
                own = cursor.createList(wanted)
            stack.append((form.level, form.kind, own))
        block = block.next()


def _is_item(block: QTextBlock) -> bool:
    return block.isValid() and kind_of(block) in LISTS


# -- out of a document -------------------------------------------------------------------------


def kind_of(block: QTextBlock) -> Kind:
    """What a block of a document is."""
    name = block.blockFormat().property(looks.KIND)
    return Kind(name) if name else Kind.PARAGRAPH


def head_of(block: QTextBlock) -> Form:
    """A block's form without what stands in it."""
    own = block.blockFormat()
    return Form(
        kind_of(block),
        level=own.property(looks.LEVEL) or 0,
        marker=own.property(looks.MARKER) or "",
        number=own.property(looks.NUMBER) or 1,
    )


def form_in(block: QTextBlock) -> Form:
    """What is shown of a block of a document."""
    head = head_of(block)
    runs, pictures = _contents(block)
    if head.kind in _TEXTS:
        return replace(head, text="".join(run.text for run in runs))
    if pictures and not "".join(run.text for run in runs if not run.literal).strip():
        return Form(Kind.PICTURE, pictures=pictures)
    if head.kind is Kind.PICTURE or (head.kind is Kind.RULE and runs):
        head = Form(Kind.PARAGRAPH)
    return replace(head, runs=runs)


def _contents(block: QTextBlock) -> tuple[Runs, tuple[Picture, ...]]:
    runs: list[Run] = []
    pictures: list[Picture] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        look = fragment.charFormat()
        if look.isImageFormat():
            image = look.toImageFormat()
            picture = Picture(image.name(), image.property(looks.WORDS) or "")
            for _each in range(fragment.length()):  # two alike that stand side by side are one fragment
                pictures.append(picture)
                runs.append(Run(f"![{picture.words}]({picture.target})", literal=True))
        else:
            runs.append(run_of(taken_out(fragment.text()), look))
        iterator += 1
    return joined(runs), tuple(pictures)


def run_of(text: str, look: QTextCharFormat) -> Run:
    """A run of this text in this look."""
    if not look.propertyCount():
        return Run(text)
    return Run(
        text,
        bold=look.hasProperty(looks.BOLD),
        italic=look.hasProperty(looks.ITALIC),
        struck=look.hasProperty(looks.STRUCK),
        code=look.hasProperty(looks.CODE),
        link=look.anchorHref() if look.isAnchor() else "",
        literal=look.hasProperty(looks.LITERAL),
    )


@dataclass(frozen=True, slots=True)
class Item:
    """A block or a table that stands in a document, and where: from `start` up to `end`."""

    form: Form
    start: int
    end: int
    table: bool = False


class FormReader:
    """Reads the blocks of a document; those that did not change since are not read again."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._known: list[Form | None] = [None] * document.blockCount()
        document.documentLayout()  # without one, Qt tells of no change
        document.contentsChange.connect(self._on_change)

    def reset(self) -> None:
        """Read everything again the next time."""
        self._known = [None] * self._document.blockCount()

    def items(self) -> list[Item]:
        """What stands in the document, in order."""
        return list(self._items(self._document.rootFrame()))

    def forms(self) -> Sequence[Form]:
        """The forms of the blocks, in order."""
        return [item.form for item in self.items()]

    def _items(self, frame: QTextFrame) -> Iterator[Item]:
        iterator = frame.begin()
        while not iterator.atEnd():
            inner = iterator.currentFrame()
            if isinstance(inner, QTextTable):
                yield Item(
                    self._table(inner), inner.firstPosition() - 1, inner.lastPosition() + 1, table=True
                )
            elif inner is None:
                block = iterator.currentBlock()
                yield Item(self._form(block), block.position(), block.position() + block.length() - 1)
            iterator += 1

    def _form(self, block: QTextBlock) -> Form:
        number = block.blockNumber()
        known = self._known[number]
        if known is None:
            known = self._known[number] = form_in(block)
        return known

    def _table(self, table: QTextTable) -> Form:
        return Form(
            Kind.TABLE,
            rows=tuple(
                tuple(self._cell(table, row, column) for column in range(table.columns()))
                for row in range(table.rows())
            ),
        )

    def _cell(self, table: QTextTable, row: int, column: int) -> Runs:
        iterator = table.cellAt(row, column).begin()
        runs: list[Run] = []
        while not iterator.atEnd():
            runs += [Run(" ")] if runs else []
            form = self._form(iterator.currentBlock())
            runs += form.runs
            runs += [Run(f"![{each.words}]({each.target})", literal=True) for each in form.pictures]
            iterator += 1
        return joined([replace(run, text=run.text.replace("\n", " ")) for run in runs])

    def _on_change(self, position: int, _removed: int, added: int) -> None:
        count = self._document.blockCount()
        first = self._document.findBlock(position).blockNumber()
        end = self._document.findBlock(position + added)
        last = end.blockNumber() if end.isValid() else count - 1
        old_last = last - (count - len(self._known))
        if first < 0 or old_last < first - 1 or old_last >= len(self._known):
            self.reset()
            return
        self._known[first : old_last + 1] = [None] * (last - first + 1)
