"""What keys do in the editor, beyond what every text field knows."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from delve_desktop.domain.joining import joined_texts

from . import commands, tables
from .blocks import LISTS, Form, Kind
from .document import PLAIN, head_of, run_of
from .lines import blocks_of

if TYPE_CHECKING:
    from .edit import RichEdit

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_BRACKETS: Final = (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight)
_TYPED: Final = re.compile(
    r"(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<sign>[.)])|(?P<head>#{1,3})|(?P<quote>>))$"
)
_STARRED: Final = re.compile(r"\*\*([^*\s](?:[^*]{0,300}[^*\s])?)\*$")
_LOOKS: Final = (Qt.Key.Key_B, Qt.Key.Key_I)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed(edit: RichEdit, event: QKeyEvent) -> bool:
    """Do what a key does here; False if it does what it does in any text field."""
    done = _done(edit, event)
    looks = (
        event.key() in _LOOKS and event.modifiers() & _CTRL
    )  # of what is typed next, also in an empty block
    if done and not looks:
        settle_look(edit, edit.textCursor())
    return done


def _done(edit: RichEdit, event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Undo):
        edit.undo_step()
        return True
    if event.matches(QKeySequence.StandardKey.Redo) or (
        event.key() == Qt.Key.Key_Y and event.modifiers() == _CTRL
    ):
        edit.redo_step()
        return True
    further = _further(event)
    if further is not None:
        return _shift(edit, further=further)
    if event.modifiers() & _CTRL:
        return _shortcut(edit, event)
    if event.key() in _ENTER:
        return _enter(edit)
    if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return _tab(edit, forward=event.key() == Qt.Key.Key_Tab and not event.modifiers() & _SHIFT)
    if event.key() == Qt.Key.Key_Backspace:
        return _backspace(edit)
    if event.text() == "*":
        return _becomes_bold(edit)
    return event.text() == " " and _becomes_block(edit)


def _shortcut(edit: RichEdit, event: QKeyEvent) -> bool:
    """Ctrl with a key. With Shift, keyboards send the sign above the digit."""
    shifted = bool(event.modifiers() & _SHIFT)
    key = event.key()
    if shifted and key in (Qt.Key.Key_8, Qt.Key.Key_Asterisk):
        edit.toggle_list(Kind.BULLET)
    elif shifted and key in (Qt.Key.Key_7, Qt.Key.Key_Ampersand):
        edit.toggle_list(Kind.NUMBER)
    elif key == Qt.Key.Key_B and not shifted:
        edit.toggle("bold")
    elif key == Qt.Key.Key_I and not shifted:
        edit.toggle("italic")
    elif key == Qt.Key.Key_K and shifted:
        edit.link_asked.emit()
    else:
        return False
    return True


def wants_tab(edit: RichEdit) -> bool:
    """Whether Tab means something here; elsewhere it leads to the next field, also out of a list."""
    return edit.textCursor().currentTable() is not None


def _tab(edit: RichEdit, *, forward: bool) -> bool:
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is None:
        return True  # it led to no other field, for there is none; no text has tabs from here
    tables.step(cursor, table, 1 if forward else -1)
    edit.setTextCursor(cursor)
    return True


def _further(event: QKeyEvent) -> bool | None:
    """Whether a key moves items of a list further in (True) or out (False); None for other keys.

    Ctrl+] and Ctrl+[, and as brackets are hard to reach on many keyboards, Alt+Shift with an arrow.
    """
    if event.modifiers() == _CTRL and event.key() in _BRACKETS:
        return event.key() == Qt.Key.Key_BracketRight
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT | _SHIFT and event.key() in arrows:
        return event.key() == Qt.Key.Key_Right
    return None


def _shift(edit: RichEdit, *, further: bool) -> bool:
    cursor = edit.textCursor()
    if cursor.currentTable() is not None or head_of(cursor.block()).kind not in LISTS:
        return False
    with commands.one_step(cursor):
        for block in commands.blocks_under(cursor):
            made = commands.indented(block) if further else commands.outdented(block)
            if made is not None:
                commands.set_head(QTextCursor(block), partial(_become, made))
    return True


def _become(made: Form, _head: Form) -> Form:
    return made


def _enter(edit: RichEdit) -> bool:
    cursor = edit.textCursor()
    table = cursor.currentTable()
    if table is not None:
        tables.step(cursor, table, table.columns())
        edit.setTextCursor(cursor)
        return True
    block = cursor.block()
    head = head_of(block)
    if head.kind in (Kind.CODE, Kind.SOURCE):
        leaves = head.kind is Kind.CODE and cursor.atBlockEnd() and block.text().endswith("\u2028")
        if not leaves:
            cursor.insertText("\u2028")
            return True
        with commands.one_step(cursor):
            cursor.deletePreviousChar()
            cursor.insertBlock()
            commands.set_head(cursor, lambda _head: Form(Kind.PARAGRAPH))
        edit.setTextCursor(cursor)
        return True
    if not block.text() and head.kind in (*LISTS, Kind.QUOTE) and not cursor.hasSelection():
        made = commands.outdented(block) or Form(Kind.PARAGRAPH)
        commands.set_head(cursor, lambda _head: made)
        return True
    commands.split_block(cursor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def _backspace(edit: RichEdit) -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection() or not cursor.atBlockStart() or cursor.currentTable() is not None:
        return False
    if head_of(cursor.block()).kind is Kind.PARAGRAPH:
        return False
    commands.set_head(cursor, lambda _head: Form(Kind.PARAGRAPH))
    return True


def _becomes_block(edit: RichEdit) -> bool:
    """`- `, `1. `, `# ` and `> ` at the start of a paragraph; one undo gives the signs back."""
    cursor = edit.textCursor()
    block = cursor.block()
    if (
        cursor.hasSelection()
        or cursor.currentTable() is not None
        or head_of(block).kind is not Kind.PARAGRAPH
    ):
        return False
    found = _TYPED.match(block.text()[: cursor.positionInBlock()])
    if found is None:
        return False
    if found["bullet"]:
        made = Form(Kind.BULLET, marker=found["bullet"])
    elif found["number"]:
        made = Form(Kind.NUMBER, marker=found["sign"], number=int(found["number"]))
    elif found["head"]:
        made = Form(Kind.HEADING, level=len(found["head"]))
    else:
        made = Form(Kind.QUOTE, level=1)
    cursor.insertText(" ")  # a step of its own
    with commands.one_step(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        commands.set_head(cursor, lambda _head: made)
    edit.setTextCursor(cursor)
    return True


def _becomes_bold(edit: RichEdit) -> bool:
    """The last star of `**words**`; one undo gives the stars back."""
    cursor = edit.textCursor()
    at = cursor.positionInBlock()
    block = cursor.block()
    if cursor.hasSelection() or head_of(block).kind in (Kind.CODE, Kind.SOURCE, Kind.MARK):
        return False
    units = block.text().encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore")
    found = _STARRED.search(units)
    if found is None:
        return False
    cursor.insertText("*")
    words, start = found[1], cursor.position() - len(f"**{found[1]}**".encode("utf-16-le")) // 2
    with commands.one_step(cursor):
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        look = replace(edit.look(), bold=True)
        cursor.insertText(words, commands.format_for(cursor, look))
    edit.setTextCursor(cursor)
    edit.setCurrentCharFormat(commands.format_for(cursor, replace(look, bold=False)))
    return True


def settle_look(edit: RichEdit, cursor: QTextCursor) -> None:
    """What is typed into an empty block is plain, and behind a link it is no link."""
    if not cursor.block().text():
        edit.setCurrentCharFormat(commands.format_for(cursor, PLAIN))
        return
    own = cursor.charFormat()
    if own.isAnchor():
        ahead = QTextCursor(cursor)
        if ahead.atBlockEnd() or not ahead.movePosition(QTextCursor.MoveOperation.NextCharacter):
            same = False
        else:
            same = ahead.charFormat().anchorHref() == own.anchorHref()
        if not same:
            run = replace(run_of("", own), link="")
            edit.setCurrentCharFormat(commands.format_for(cursor, run))


def undo(edit: RichEdit, foreign: list[tuple[int, str, str]], undone: list[tuple[str, str]]) -> None:
    """Undo the person's own last step. Where others' words came in since, they are put in again behind it,
    and `undone` notes what there is to be done again.
    """
    document, whole = edit.sealed, edit.text()
    again: list[tuple[int, str, str]] = []
    while foreign and foreign[-1][0] == document.availableUndoSteps():
        if document.availableUndoSteps() <= len(foreign):
            break  # nothing of one's own is left below
        again.append(foreign.pop())
        edit.undo()
    if foreign and foreign[-1][0] == document.availableUndoSteps():
        for _each in again:
            edit.redo()
        foreign += reversed(again)
        return
    edit.undo()
    for _steps, before, now in reversed(again):
        merged = joined_texts(before, edit.text(), now)
        if merged is not None and blocks_of(merged).blocks:
            edit.take_in(merged, before, now)
    if again:
        undone.append((edit.text(), whole))
