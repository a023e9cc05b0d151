"""Tables in the editor: put one in, walk through its cells, add and take away rows and columns."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from .blocks import Form, Kind, Run
from .commands import one_step
from .document import put_cell, put_table
from .lines import MAX_CELLS, MAX_COLUMNS
from .looks import block_format


def insert_table(cursor: QTextCursor, heads: list[str]) -> None:
    """A table of two rows below the cursor's block; the cursor goes into its first cell."""
    with one_step(cursor):
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if cursor.block().text():
            cursor.insertBlock(block_format(Form(Kind.PARAGRAPH)))
        rows = (tuple((Run(head),) for head in heads), tuple(() for _each in heads))
        table = put_table(cursor, Form(Kind.TABLE, rows=rows))
    cursor.setPosition(table.cellAt(0, 0).firstCursorPosition().position())
    cursor.setPosition(table.cellAt(0, 0).lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)


def step(cursor: QTextCursor, table: QTextTable, by: int) -> None:
    """To the next cell, or the one before; behind the last one a row is added."""
    cell = table.cellAt(cursor)
    at = cell.row() * table.columns() + cell.column() + by
    if at < 0:
        cursor.setPosition(table.firstPosition() - 1)
        return
    if at >= table.rows() * table.columns() and not add_row(cursor, table, table.rows()):
        cursor.setPosition(table.lastPosition() + 1)
        return
    to = table.cellAt(at // table.columns(), at % table.columns())
    cursor.setPosition(to.firstCursorPosition().position())
    cursor.setPosition(to.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)


def add_row(cursor: QTextCursor, table: QTextTable, at: int) -> bool:
    """A row before the one with this number; False where the table is as big as one can be."""
    if (table.rows() + 1) * table.columns() > MAX_CELLS:
        return False
    with one_step(cursor):
        table.insertRows(at, 1)
        for column in range(table.columns()):
            put_cell(table, at, column)
    return True


def add_column(cursor: QTextCursor, table: QTextTable, at: int) -> bool:
    """A column before the one with this number; False where the table is as wide as one can be."""
    if table.columns() + 1 > MAX_COLUMNS or table.rows() * (table.columns() + 1) > MAX_CELLS:
        return False
    with one_step(cursor):
        table.insertColumns(at, 1)
        for row in range(table.rows()):
            put_cell(table, row, at)
    return True


def remove_row(cursor: QTextCursor, table: QTextTable) -> None:
    """Take the cursor's row away, and the table with its last one."""
    with one_step(cursor):
        table.removeRows(table.cellAt(cursor).row(), 1)


def remove_column(cursor: QTextCursor, table: QTextTable) -> None:
    """Take the cursor's column away, and the table with its last one."""
    with one_step(cursor):
        table.removeColumns(table.cellAt(cursor).column(), 1)
