"""Messages where the person looks: a bar with a sentence and at most two things to do. Never a modal box."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui.sentences import Sentence

from .basics import button, icon_label, label, surface, tool

Action: TypeAlias = tuple[str, Callable[[], None]]
GONE_AFTER_MS = 30_000


class InPlaceBar(QWidget):
    """Hidden until there is something to say. A new message replaces the old one.

    `stacked` puts what can be done below the sentence, for a narrow place.
    """

    def __init__(self, *, stacked: bool = False) -> None:
        super().__init__()
        self._stacked = stacked
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, or empty."""
        return self._shown.accessibleName() if self._shown is not None else ""

    def clear(self) -> None:
        """Say nothing."""
        self._timer.stop()
        if self._shown is not None:
            self._lead_on()
            self._shown.setParent(None)
            self._shown.deleteLater()
            self._shown = None
        self.hide()

    def _lead_on(self) -> None:
        """Before the message goes with the focus in it: to what comes after the bar. Qt would begin anew at
        the top of the window.
        """
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return
        after = self.nextInFocusChain()
        while after is not None and after is not self:
            reachable = after.focusPolicy() & Qt.FocusPolicy.TabFocus and after.isEnabled()
            if reachable and after.isVisible() and not self.isAncestorOf(after):
                after.setFocus()
                return
            after = after.nextInFocusChain()

    def say(self, text: str, *actions: Action, icon: str = "check", lasting: bool = False) -> None:
        """Show a sentence; an action closes the bar. Goes by itself unless `lasting`."""
        self.clear()
        self._shown = self._bar(text, icon, actions)
        self._column.addWidget(self._shown)
        self.show()
        if not lasting:
            self._timer.start(GONE_AFTER_MS)

    def fail(self, sentence: Sentence) -> None:
        """Show what went wrong; the detail can be copied."""
        copy: tuple[Action, ...] = ()
        if sentence.detail:
            copy = ((self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(sentence.detail)),)
        self.say(sentence.text, *copy, icon="warn", lasting=True)

    def _bar(self, text: str, icon: str, actions: tuple[Action, ...]) -> QWidget:
        bar = surface("notice" if icon in ("warn", "pencil", "two") else "soft-card")
        bar.setAccessibleName(text)
        column = QVBoxLayout(bar)
        column.setContentsMargins(16, 6, 8, 6)
        row = QHBoxLayout()
        row.setSpacing(12)
        column.addLayout(row)
        row.addWidget(icon_label(icon, "ochre-text" if icon == "warn" else "ink"))
        row.addWidget(label(text, wrap=True), 1)
        acts = row
        if self._stacked and actions:
            acts = QHBoxLayout()
            acts.addStretch(1)
            column.addLayout(acts)
        for words, act in actions:
            made = button(words, "quiet")
            made.clicked.connect(self.clear)
            made.clicked.connect(act)
            acts.addWidget(made)
        close = tool("x", self.tr("Close this message"))
        close.clicked.connect(self.clear)
        row.addWidget(close)
        return bar
