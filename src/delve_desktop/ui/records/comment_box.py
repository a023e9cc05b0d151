"""A place to write a question or an answer: durable as it is typed, told to nobody before it is handed in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from delve_desktop.services.views import DraftView, RecordView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import button, label, surface
from delve_desktop.ui.widgets.in_place import InPlaceBar

from .drafting import DraftKeeper
from .words import called

ACTOR = "comment"
LINES = 4  # how many stand in view at first


class _Words(QPlainTextEdit):
    """Enter makes a new line; Ctrl+Enter hands in."""

    handed_in = Signal()
    """Ctrl+Enter was pressed."""

    def __init__(self, hint: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.handed_in.emit()
            return
        super().keyPressEvent(event)


class CommentBox(QWidget):
    """Writes one comment about a record: an answer to another one, or a question or remark of its own."""

    handed_in = Signal()
    """The comment is part of the space now."""
    given_up = Signal()
    """It was thrown away."""

    def __init__(self, view: RecordView, desk: Desk, answers: str = "") -> None:
        super().__init__()
        self._view = view
        self._answers = answers
        self._keeper = DraftKeeper(desk, ACTOR, self)
        self._keeper.saved.connect(lambda: self._kept.setText(self.tr("Kept on this laptop as you type")))
        self._build()
        self._keeper.failed.connect(self._on_failed)
        self._begin(None)

    @property
    def is_typing(self) -> bool:
        """Whether words stand here."""
        return bool(self._words.toPlainText().strip())

    def go_on(self, draft: DraftView) -> None:
        """Take up what was typed before, unless something was typed since."""
        if self.is_typing:
            return
        self._begin(draft.id)
        self._words.blockSignals(True)
        self._words.setPlainText(str(draft.content.get("text") or ""))
        self._words.blockSignals(False)
        self._asks.setChecked(bool(draft.content.get("asks")))
        at = self._field.findData(draft.content.get("field") or "")
        self._field.setCurrentIndex(max(0, at))
        self._send.setEnabled(self.is_typing)

    def keep_typed(self) -> None:
        """Make what is typed durable, now."""
        self._keeper.save_now()

    def _begin(self, draft_id: int | None) -> None:
        self._keeper.begin(self._view.space, "comment", None, (), draft_id, {"about": self._view.id.hex()})

    def _content(self) -> dict[str, Any]:
        content: dict[str, Any] = {"about": self._view.id.hex(), "text": self._words.toPlainText().strip()}
        if self._answers:
            return {**content, "answers": self._answers}
        if self._asks.isChecked():
            content["asks"] = True
        if self._field.currentData():
            content["field"] = self._field.currentData()
        return content

    def _build(self) -> None:
        frame = surface("card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        name = self.tr("Your answer") if self._answers else self.tr("Your question or remark")
        hint = (
            self.tr("What do you know about this?") if self._answers else self.tr("What do you want to know?")
        )
        self._words = _Words(hint, name)
        self._words.textChanged.connect(self._on_typed)
        self._words.handed_in.connect(self.hand_in)
        self.setFocusProxy(self._words)
        column.addWidget(self._words)
        self._asks = QCheckBox(self.tr("I would like an answer"))
        self._asks.setChecked(True)
        self._asks.toggled.connect(self._on_typed)
        self._field = QComboBox()
        self._field.setAccessibleName(self.tr("What it is about"))
        self._field.addItem(self.tr("About all of it"), "")
        for one in self._view.fields:
            if one.value and one.merge == "text":
                self._field.addItem(self.tr("About: {0}").format(called(one.label)), one.name)
        self._field.activated.connect(self._on_typed)
        if not self._answers:
            column.addLayout(self._choices())
        column.addLayout(self._ends(name))
        self._bar = InPlaceBar(stacked=True)
        column.addWidget(self._bar)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._asks)
        row.addStretch(1)
        row.addWidget(self._field)
        return row

    def _ends(self, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        words = self.tr("Answer") if self._answers else self.tr("Hand in")
        self._send = button(words, "outline", "check")
        self._send.setAccessibleName(self.tr("Hand in: {0}").format(name))
        self._send.setToolTip(self.tr("Ctrl+Enter"))
        self._send.setEnabled(False)
        self._send.clicked.connect(self.hand_in)
        leave = button(self.tr("Throw away"))
        leave.clicked.connect(self._on_leave)
        self._kept = label("", "label")
        row.addWidget(self._send)
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(self._kept)
        return row

    def hand_in(self) -> None:
        """Make the comment part of the space."""
        if not self.is_typing:
            return
        self._keeper.touch(self._content)
        self._words.setReadOnly(True)

        def done(_view: object) -> None:
            self._words.setReadOnly(False)
            self._words.blockSignals(True)
            self._words.clear()
            self._words.blockSignals(False)
            self.handed_in.emit()

        self._keeper.leave(done, stay_on_failure=True)

    def _on_failed(self, why: Sentence) -> None:
        """Nothing typed is gone."""
        self._words.setReadOnly(False)
        self._bar.fail(why)

    def _on_typed(self, *_args: object) -> None:
        self._send.setEnabled(self.is_typing)
        if self.is_typing:
            self._kept.setText("")
            self._keeper.touch(self._content)

    def _on_leave(self) -> None:
        self._keeper.discard()
        self._words.blockSignals(True)
        self._words.clear()
        self._words.blockSignals(False)
        self.given_up.emit()
