"""Blocks into a document that holds others: pasted at the cursor, or come in from another laptop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from delve_desktop.domain.textdiff import diff_lines

from . import commands
from .blocks import Form, Kind, Run
from .document import FormReader, Item, head_of, kind_of, put, put_within
from .looks import block_format, sign_format
from .signs import put_in


def insert_forms(cursor: QTextCursor, forms: Sequence[Form]) -> None:
    """Put blocks in place of the selection. A single paragraph joins the line; in a cell all is one line."""
    if not forms:
        return
    with commands.one_step(cursor):
        cursor.removeSelectedText()
        inline = head_of(cursor.block()).kind in (Kind.CODE, Kind.SOURCE)
        if cursor.currentTable() is not None or inline:
            _put_runs(cursor, _as_line(forms))
            return
        if len(forms) == 1 and forms[0].kind is Kind.PARAGRAPH:
            _put_runs(cursor, forms[0].runs)
            return
        _put_between(cursor, forms)


def _put_runs(cursor: QTextCursor, runs: Sequence[Run]) -> None:
    for run in runs:
        cursor.insertText(put_in(run.text.replace("\n", " ")), commands.format_for(cursor, run))


def _as_line(forms: Sequence[Form]) -> list[Run]:
    made: list[Run] = []
    for form in forms:
        cells = [runs for row in form.rows for runs in row] or [form.runs or (Run(form.text),)]
        for runs in cells:
            made += [Run(" ")] if made else []
            made += [run for run in runs if run.text]
    return made


def _put_between(cursor: QTextCursor, forms: Sequence[Form]) -> None:
    """The rest of the cursor's block stands below what is put in; an empty block gives its place."""
    if not cursor.atBlockEnd():
        head = head_of(cursor.block())
        cursor.insertBlock(block_format(head), sign_format(head.kind))
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    first = forms[0]
    if cursor.block().text():
        if first.kind is Kind.PARAGRAPH:
            put_within(cursor, first)
            forms = forms[1:]
        if forms:
            cursor.insertBlock(block_format(Form(Kind.PARAGRAPH)), sign_format(Kind.PARAGRAPH))
    if forms:
        put(cursor, forms)


def take_in(document: QTextDocument, reader: FormReader, forms: Sequence[Form]) -> None:
    """Change the blocks of a document that differ from these, and no others."""
    items = [item for item in reader.items() if not item.form.blank]
    keys: dict[Form, str] = {}
    old = [keys.setdefault(item.form, str(len(keys))) for item in items]
    new = [keys.setdefault(form, str(len(keys))) for form in forms]
    hunks = diff_lines(old, new)
    numbers = {key: form for form, key in keys.items()}
    cursor = QTextCursor(document)
    with commands.one_step(cursor):
        for hunk in reversed(hunks):
            coming = [numbers[key] for key in hunk.lines]
            _replace(cursor, items, hunk.start, hunk.end, coming)


def _replace(cursor: QTextCursor, items: list[Item], start: int, end: int, forms: list[Form]) -> None:
    gone = items[start:end]
    for item in reversed(gone[1:] if forms else gone):
        _remove(cursor, item)
    if not forms:
        return
    if gone and gone[0].table:
        _make_room(cursor, gone[0])
        put(cursor, forms)
        _remove(cursor, gone[0])
        return
    if gone:
        cursor.setPosition(gone[0].start)
        cursor.setPosition(gone[0].end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        own = cursor.block().textList()
        if own is not None:
            own.remove(cursor.block())
    else:
        _make_room(cursor, items[start - 1] if start else None)
    put(cursor, forms)


def _make_room(cursor: QTextCursor, above: Item | None) -> None:
    """Set the cursor into an empty block below an item, or at the very start."""
    plain = block_format(Form(Kind.PARAGRAPH)), sign_format(Kind.PARAGRAPH)
    if above is not None and not above.table:
        cursor.setPosition(above.end)
        cursor.insertBlock(*plain)
        return
    cursor.setPosition(above.end if above is not None else 0)
    if cursor.block().text() or kind_of(cursor.block()) is not Kind.PARAGRAPH:
        head = head_of(cursor.block())
        own = cursor.block().textList()
        cursor.insertBlock(block_format(head), sign_format(head.kind))
        if own is not None:
            own.add(cursor.block())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        if own is not None:
            own.remove(cursor.block())
        cursor.setBlockFormat(plain[0])
        cursor.setBlockCharFormat(plain[1])


def _remove(cursor: QTextCursor, item: Item) -> None:
    """A block with the line that ends it, or a table."""
    if item.table:
        _remove_table(cursor, item)
        return
    cursor.setPosition(item.start)
    cursor.setPosition(item.end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    block = cursor.block()
    if block.previous().isValid() and QTextCursor(block.previous()).currentTable() is None:
        own, sign = block.previous().blockFormat(), block.previous().charFormat()
        cursor.deletePreviousChar()
        cursor.setBlockFormat(own)  # Qt takes that of the lower block where the upper one has no text
        cursor.setBlockCharFormat(sign)
    elif block.next().isValid() and QTextCursor(block.next()).currentTable() is None:
        cursor.deleteChar()
    elif block.textList() is not None or kind_of(block) is not Kind.PARAGRAPH:
        commands.set_head(cursor, lambda _head: Form(Kind.PARAGRAPH))


def _remove_table(cursor: QTextCursor, table: Item) -> None:
    """The table alone: an empty block below it joins the block above, so that no one's words are joined."""
    cursor.setPosition(table.end)
    cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
    cursor.setPosition(table.start)
    above = cursor.block()
    own, sign, free = above.blockFormat(), above.charFormat(), cursor.currentTable() is None
    cursor.setPosition(table.end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if free:
        cursor.setBlockFormat(own)
        cursor.setBlockCharFormat(sign)
