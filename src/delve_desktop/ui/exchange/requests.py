"""People who ask to join: six words to compare, then Approve."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delve_desktop.services.views import JoinRequestView
from delve_desktop.ui.keys.words_block import words_block
from delve_desktop.ui.widgets.basics import Disc, button, icon_label, label, rule
from delve_desktop.ui.widgets.frames import empty, framed


class RequestsCard(QWidget):
    """For a coordinator."""

    approved = Signal(object)
    """The `JoinRequestView` that the coordinator approved."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(framed(self, "card"))
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(10)
        self._told = ""
        self.show_requests(())

    def tell(self, text: str) -> None:
        """Say this above whoever asks, from the next `show_requests` on; empty for nothing."""
        self._told = text

    def show_requests(self, requests: Sequence[JoinRequestView]) -> None:
        """List who asks."""
        empty(self._column)
        self._column.addWidget(label(self.tr("Who wants to join"), "strong"))
        if self._told:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(icon_label("check", "teal"))
            row.addWidget(label(self._told, wrap=True), 1)
            self._column.addWidget(line)
        if not requests:
            self._column.addWidget(
                label(self.tr("Nobody is waiting. Sync now to look again."), "second", wrap=True)
            )
        for request in requests:
            self._column.addWidget(rule())
            self._column.addWidget(self._request(request))

    def _request(self, request: JoinRequestView) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Disc(request.name, 32))
        row.addWidget(label(request.name, "strong"), 1)
        column.addLayout(row)
        column.addWidget(label(self.tr("Call them: do they read the same six words?"), "second", wrap=True))
        column.addWidget(words_block(request.words, request.digits, across=2))
        differs = self.tr("If one word differs, approve nobody: make a new code, and let them ask again.")
        column.addWidget(label(differs, "second", wrap=True))
        approve = button(self.tr("The words are the same: approve"), "outline", "check", wraps=True)
        approve.setAccessibleName(self.tr("Approve {0}").format(request.name))
        approve.clicked.connect(lambda: self._on_approve(approve, request))
        column.addWidget(approve)
        return holder

    def _on_approve(self, approve: QPushButton, request: JoinRequestView) -> None:
        self.setFocus()  # and not whatever comes next in the window
        approve.setEnabled(False)
        self.approved.emit(request)
