"""How each block and run looks on screen. What it is, is kept in properties of its own beside the look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from delve_desktop.ui import theme

from .blocks import LISTS, Form, Kind, Run

_OWN: Final = QTextFormat.Property.UserProperty.value
KIND: Final = _OWN + 1  # the name of a `Kind`; none: a paragraph
LEVEL: Final = _OWN + 2
MARKER: Final = _OWN + 3
NUMBER: Final = _OWN + 4
BOLD: Final = _OWN + 5
ITALIC: Final = _OWN + 6
STRUCK: Final = _OWN + 7
CODE: Final = _OWN + 8
LITERAL: Final = _OWN + 9
WORDS: Final = _OWN + 10  # what a picture shows, in words

HEADINGS: Final = {1: 15.0, 2: 13.0, 3: 12.0}
INDENT: Final = 28  # pixels a list item stands in
LINE: Final = 112  # per cent of the font's own line, which is one and a half times the letters
FIXED: Final = ["Noto Sans Mono", "DejaVu Sans Mono", "Consolas", "Menlo"]
UNBROKEN: Final = 20_000  # code points in one line
TALL: Final = 128  # pixels of a picture's height


def block_format(form: Form) -> QTextBlockFormat:
    """The format of a block."""
    made = QTextBlockFormat()
    made.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(4 if form.kind in LISTS else 10)
    if form.kind is not Kind.PARAGRAPH:
        made.setProperty(KIND, form.kind.value)
    # a line without a space takes quadratic time to break
    made.setNonBreakableLines(len(form.text) > UNBROKEN and " " not in form.text)
    for name, value in ((LEVEL, form.level), (MARKER, form.marker)):
        if value:
            made.setProperty(name, value)
    tokens = theme.current()
    if form.kind is Kind.HEADING:
        made.setHeadingLevel(form.level)
        made.setTopMargin(6)
    elif form.kind is Kind.NUMBER:
        made.setProperty(NUMBER, form.number)
    elif form.kind is Kind.QUOTE:
        made.setLeftMargin(16 * form.level)
        made.setBackground(QBrush(tokens.color("sunk")))
    elif form.kind is Kind.CODE:
        made.setBackground(QBrush(tokens.color("sunk")))
    elif form.kind is Kind.MARK:
        made.setBackground(QBrush(tokens.color("ochre-soft")))
    elif form.kind is Kind.RULE:
        full = QTextLength(QTextLength.Type.PercentageLength, 100)
        made.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, full)
    return made


def char_format(run: Run, kind: Kind, level: int = 0) -> QTextCharFormat:
    """The format of a run within a block of this kind."""
    made = QTextCharFormat()
    tokens = theme.current()
    for name, set_to in (
        (BOLD, run.bold),
        (ITALIC, run.italic),
        (STRUCK, run.struck),
        (CODE, run.code),
        (LITERAL, run.literal),
    ):
        if set_to:
            made.setProperty(name, True)
    made.setFontWeight(QFont.Weight.Bold if run.bold or kind is Kind.HEADING else QFont.Weight.Normal)
    made.setFontItalic(run.italic)
    made.setFontStrikeOut(run.struck)
    made.setForeground(QBrush(tokens.color("ink")))
    if kind is Kind.HEADING:
        made.setFontPointSize(HEADINGS.get(level, 11.0))
    if kind is Kind.QUOTE:
        made.setForeground(QBrush(tokens.color("ink2")))
    if run.code or run.literal or kind in (Kind.CODE, Kind.SOURCE):
        made.setFontFamilies(FIXED)
        made.setFontFixedPitch(True)
        made.setBackground(QBrush(tokens.color("sunk")))
    if run.literal or kind in (Kind.SOURCE, Kind.MARK):
        made.setForeground(QBrush(tokens.color("ink3")))
    if run.link:
        made.setAnchor(True)
        made.setAnchorHref(run.link)
        made.setForeground(QBrush(tokens.color("teal")))
        made.setFontUnderline(True)
    return made


def sign_format(kind: Kind) -> QTextCharFormat:
    """The format of a list item's sign, which Qt takes from the block."""
    made = QTextCharFormat()
    if kind in LISTS:
        made.setForeground(QBrush(theme.current().color("teal")))
        made.setFontWeight(QFont.Weight.Bold)
    return made


def list_format(form: Form, depth: int) -> QTextListFormat:
    """The format of the list an item stands in; `depth` counts from 1."""
    made = QTextListFormat()
    made.setIndent(depth)
    if form.kind is Kind.NUMBER:
        made.setStyle(QTextListFormat.Style.ListDecimal)
        made.setNumberSuffix(form.marker)
        made.setStart(form.number)
    else:
        made.setStyle(QTextListFormat.Style.ListDisc)
    return made


def table_format() -> QTextTableFormat:
    """The format of tables: hairlines, and room around the words."""
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderBrush(QBrush(theme.current().color("edge")))
    made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    made.setCellPadding(7)
    made.setCellSpacing(0)
    made.setTopMargin(4)
    made.setBottomMargin(10)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def cell_format(*, head: bool) -> QTextTableCellFormat:
    """The format of a cell of the first row, or of another."""
    made = QTextTableCellFormat()
    if head:
        made.setBackground(QBrush(theme.current().color("sunk")))
    return made


def cell_char_format(run: Run, *, head: bool) -> QTextCharFormat:
    """The format of a run in a cell."""
    made = char_format(run, Kind.PARAGRAPH)
    if head:
        made.setFontWeight(QFont.Weight.Bold)
    return made


def cell_block_format() -> QTextBlockFormat:
    """The format of the one block of a cell."""
    made = QTextBlockFormat()
    made.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setAlignment(Qt.AlignmentFlag.AlignLeading)
    return made
