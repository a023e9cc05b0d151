"""What can be done to blocks and runs under a cursor. Each is one step of the undo stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from . import looks
from .blocks import LISTS, Form, Kind, Run
from .document import head_of, kind_of, relist, run_of
from .looks import block_format, cell_char_format, char_format, sign_format


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """All that is done within is undone together."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def blocks_under(cursor: QTextCursor) -> list[QTextBlock]:
    """The blocks that a selection touches."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    if last != block and cursor.selectionEnd() == last.position():
        last = last.previous()
    found = [block]
    while block != last and block.next().isValid():
        block = block.next()
        found.append(block)
    return found


def set_head(cursor: QTextCursor, heads: Callable[[Form], Form]) -> None:
    """Make each block under the cursor what `heads` makes of what it is; cells of tables stay."""
    with one_step(cursor):
        for block in blocks_under(cursor):
            if QTextCursor(block).currentTable() is None:
                _set_head(block, heads(head_of(block)))


def _set_head(block: QTextBlock, head: Form) -> None:
    before = head_of(block)
    if before == head and before.number == head.number:
        return
    own = block.textList()
    if own is not None:
        own.remove(block)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(head))
    cursor.setBlockCharFormat(sign_format(head.kind))
    restyle(block)
    for each in (block, block.next(), block.previous()):
        if each.isValid() and kind_of(each) in LISTS:
            relist(each)


def restyle(block: QTextBlock) -> None:
    """Give every run of a block the look that it has in this kind of block."""
    head = head_of(block)
    spans: list[tuple[int, int, QTextCharFormat]] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if not fragment.charFormat().isImageFormat():
            run = run_of("", fragment.charFormat())
            spans.append((fragment.position(), fragment.length(), char_format(run, head.kind, head.level)))
        iterator += 1
    cursor = QTextCursor(block)
    for position, length, look in spans:
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def look_at(cursor: QTextCursor) -> Run:
    """The look at the beginning of a selection."""
    probe = QTextCursor(cursor)
    probe.setPosition(cursor.selectionStart() + 1)
    return run_of("", probe.charFormat())


def format_for(cursor: QTextCursor, run: Run) -> QTextCharFormat:
    """The format of a run that would stand where the cursor is."""
    table = cursor.currentTable()
    if table is not None:
        return cell_char_format(run, head=table.cellAt(cursor).row() == 0)
    head = head_of(cursor.block())
    return char_format(run, head.kind, head.level)


def set_look(cursor: QTextCursor, change: Callable[[Run], Run]) -> None:
    """Change the look of the selection, run by run; pictures stay."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    spans: list[tuple[int, int, QTextCharFormat]] = []
    for block in blocks_under(cursor):
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            low = max(start, fragment.position())
            high = min(end, fragment.position() + fragment.length())
            look = fragment.charFormat()
            if low < high and not look.isImageFormat():
                spans.append((low, high, format_for(QTextCursor(block), change(run_of("", look)))))
            iterator += 1
    with one_step(cursor):
        part = QTextCursor(cursor.document())
        for low, high, look in spans:
            part.setPosition(low)
            part.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
            part.setCharFormat(look)


def toggled_list(head: Form, kind: Kind) -> Form:
    """A block as an item of a list of this kind, or as a paragraph if it is one already."""
    if head.kind is kind:
        return Form(Kind.PARAGRAPH)
    level = head.level if head.kind in LISTS else 0
    return Form(kind, level=level, marker="." if kind is Kind.NUMBER else "-")


def indented(block: QTextBlock) -> Form | None:
    """An item one list further in: under the item above it; None where there is none to stand under."""
    head, above = head_of(block), block.previous()
    if head.kind not in LISTS or not above.isValid() or kind_of(above) not in LISTS:
        return None
    over = head_of(above)
    sign = len(over.marker) if over.kind is Kind.BULLET else len(f"{over.number}{over.marker}")
    inner = over.level + sign + 1
    if over.level > head.level:
        return replace(head, level=over.level)
    return replace(head, level=inner) if over.level == head.level else None


def outdented(block: QTextBlock) -> Form | None:
    """An item one list further out; a paragraph where it stands in the outermost; None for other blocks."""
    head = head_of(block)
    if head.kind not in LISTS:
        return None
    above = block.previous()
    while above.isValid() and kind_of(above) in LISTS:
        over = head_of(above)
        if over.level < head.level:
            return replace(over, number=over.number + 1)
        above = above.previous()
    return replace(head, level=0) if head.level else Form(Kind.PARAGRAPH)


def split_block(cursor: QTextCursor) -> None:
    """Enter: a new block below, which goes on with a list, and is a paragraph below a heading."""
    head = head_of(cursor.block())
    ends = cursor.atBlockEnd()
    with one_step(cursor):
        if cursor.hasSelection():
            cursor.removeSelectedText()
        if head.kind in LISTS:  # or its sign would look like the words that it is cut from
            cursor.insertBlock(cursor.blockFormat(), sign_format(head.kind))
        else:
            cursor.insertBlock()
        made = cursor.block()
        if head.kind in (Kind.HEADING, Kind.RULE, Kind.PICTURE, Kind.MARK) and ends:
            _set_head(made, Form(Kind.PARAGRAPH))
        elif head.kind is Kind.NUMBER:
            own = made.blockFormat()
            own.setProperty(looks.NUMBER, head.number + 1)
            QTextCursor(made).setBlockFormat(_same_list(made, own))


def _same_list(block: QTextBlock, wanted: QTextBlockFormat) -> QTextBlockFormat:
    wanted.setObjectIndex(block.blockFormat().objectIndex())
    return wanted
