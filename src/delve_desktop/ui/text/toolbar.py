"""The row of tools under the head of a record that is edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QVBoxLayout, QWidget

from delve_desktop.ui.widgets.basics import surface, tool
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import framed
from delve_desktop.ui.widgets.icon import icon
from delve_desktop.ui.widgets.unable import make_unable

from . import tables
from .blocks import Kind
from .edit import RichEdit
from .link_bubble import ask_for_link


class ToolBar(QWidget):
    """Works on the editor that was written in last; wraps where the window is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._edits: list[RichEdit] = []
        self._edit: RichEdit | None = None
        self.setAccessibleName(self.tr("Text tools"))
        frame = framed(self, "toolbar")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 3, 16, 3)
        self._row = Flow()
        self._row.line.setSpacing(2)
        column.addWidget(self._row)
        self.undo = self._tool("undo", self.tr("Undo (Ctrl+Z)"), lambda edit: edit.undo_step())
        self.redo = self._tool("redo", self.tr("Redo (Ctrl+Y)"), lambda edit: edit.redo_step())
        self._part()
        self.style_menu = self._styles()
        self.bold = self._tool("bold", self.tr("Bold (Ctrl+B)"), lambda edit: edit.toggle("bold"))
        self.italic = self._tool("italic", self.tr("Italic (Ctrl+I)"), lambda edit: edit.toggle("italic"))
        self._part()
        self.bullets = self._tool(
            "bullets", self.tr("Bullets (Ctrl+Shift+8)"), lambda edit: edit.toggle_list(Kind.BULLET)
        )
        self.numbers = self._tool(
            "numbers", self.tr("Numbers (Ctrl+Shift+7)"), lambda edit: edit.toggle_list(Kind.NUMBER)
        )
        self.table = self._tool("table", self.tr("Table"), self._on_table)
        self._part()
        self.link = self._tool("link", self.tr("Link (Ctrl+Shift+K)"), ask_for_link)
        self.picture = self._worded("picture", self.tr("Picture"), self._on_picture)
        self.voice = self._worded("mic", self.tr("Voice"), self._on_voice)
        for each in (self.bold, self.italic, self.bullets, self.numbers):
            each.setCheckable(True)

    def serve(self, edit: RichEdit) -> None:
        """Work for this editor too."""
        self._edits.append(edit)
        self._edit = self._edit or edit
        edit.looks_changed.connect(partial(self._on_looks, edit))
        edit.link_asked.connect(partial(ask_for_link, edit))
        edit.document().undoAvailable.connect(self._show)
        edit.document().redoAvailable.connect(self._show)
        self._show()

    # -- parts -----------------------------------------------------------------------------------

    def _tool(self, name: str, said: str, act: Callable[[RichEdit], object]) -> QToolButton:
        made = tool(name, said)
        self._add(made, act)
        return made

    def _worded(self, name: str, words: str, act: Callable[[RichEdit], object]) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(name, "ink"))
        made.setIconSize(QSize(20, 20))
        made.setText(words)
        made.setAccessibleName(words)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setMinimumHeight(40)
        self._add(made, act)
        return made

    def _add(self, made: QToolButton, act: Callable[[RichEdit], object]) -> None:
        made.setProperty("kind", "tool")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it is
        made.clicked.connect(lambda: self._do(act))
        self._row.line.addWidget(made)

    def _part(self) -> None:
        made = surface("part")
        made.setFixedSize(9, 40)
        made.setFrameShape(QFrame.Shape.NoFrame)
        self._row.line.addWidget(made)

    def _styles(self) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "tool")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMinimumHeight(40)
        made.setAccessibleName(self.tr("Kind of paragraph"))
        menu = QMenu(made)
        group = QActionGroup(menu)
        self._actions: dict[tuple[Kind, int], QAction] = {}
        for words, kind, level in (
            (self.tr("Normal text"), Kind.PARAGRAPH, 0),
            (self.tr("Large heading"), Kind.HEADING, 1),
            (self.tr("Heading"), Kind.HEADING, 2),
            (self.tr("Small heading"), Kind.HEADING, 3),
            (self.tr("Quotation"), Kind.QUOTE, 1),
            (self.tr("Fixed letters"), Kind.CODE, 0),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._set_style, kind, level))
            self._actions[kind, level] = action
        made.setMenu(menu)
        made.setText(self.tr("Normal text"))
        self._row.line.addWidget(made)
        return made

    # -- acting ----------------------------------------------------------------------------------

    def _do(self, act: Callable[[RichEdit], object]) -> None:
        if self._edit is not None:
            act(self._edit)
            if not self._edit.window().isAncestorOf(self._edit) or self._edit.isVisible():
                self._edit.setFocus()
            self._show()

    def _set_style(self, kind: Kind, level: int) -> None:
        self._do(lambda edit: edit.set_style(kind, level))

    def _on_picture(self, edit: RichEdit) -> None:
        if edit.door is not None:
            edit.door.pick_picture(edit.placer())

    def _on_voice(self, edit: RichEdit) -> None:
        if edit.door is not None:
            edit.door.record_voice()

    def _on_table(self, edit: RichEdit) -> None:
        cursor = edit.textCursor()
        table = cursor.currentTable()
        if table is None:
            edit.insert_table()
            return
        cell = table.cellAt(cursor)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in (
            (self.tr("Row above"), lambda: tables.add_row(cursor, table, cell.row())),
            (self.tr("Row below"), lambda: tables.add_row(cursor, table, cell.row() + 1)),
            (self.tr("Column before"), lambda: tables.add_column(cursor, table, cell.column())),
            (self.tr("Column after"), lambda: tables.add_column(cursor, table, cell.column() + 1)),
            (self.tr("Take the row away"), lambda: tables.remove_row(cursor, table)),
            (self.tr("Take the column away"), lambda: tables.remove_column(cursor, table)),
        ):
            menu.addAction(words).triggered.connect(act)
        menu.popup(self.table.mapToGlobal(QPoint(0, self.table.height())))

    def _on_looks(self, edit: RichEdit) -> None:
        if edit.hasFocus() or self._edit is None:
            self._edit = edit
        self._show()

    def _show(self, *_args: object) -> None:
        """Fit the buttons to where the cursor is."""
        edit = self._edit
        if edit is None:
            return
        look, head = edit.look(), edit.head()
        self.undo.setEnabled(edit.document().isUndoAvailable())
        self.redo.setEnabled(edit.can_redo)
        self.bold.setChecked(look.bold)
        self.italic.setChecked(look.italic)
        self.bullets.setChecked(head.kind is Kind.BULLET)
        self.numbers.setChecked(head.kind is Kind.NUMBER)
        self.picture.setVisible(edit.door is not None)
        self.voice.setVisible(edit.door is not None)
        reason = edit.door.why_no_voice if edit.door is not None else ""
        if reason and self.voice.accessibleDescription() != reason:
            make_unable(self.voice, "mic", reason)
        level = min(head.level, 3) if head.kind is Kind.HEADING else min(head.level, 1)
        found = self._actions.get((head.kind, level), self._actions[Kind.PARAGRAPH, 0])
        found.setChecked(True)
        self.style_menu.setText(found.text())
