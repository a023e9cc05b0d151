"""The band over everything while somebody looks around: nothing is kept, and how to leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from .basics import button, icon_label, label
from .frames import framed


class WalkBand(QWidget):
    """Stays as long as the walk."""

    leave_asked = Signal()
    """Back to the doors; what was looked at is wiped."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(framed(self, "walk"))
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(icon_label("eye", "on-ochre"))
        row.addWidget(
            label(
                self.tr("You are looking around in made-up records. Nothing is kept, nothing is sent."),
                "walk",
                wrap=True,
            ),
            1,
        )
        self.leave = button(self.tr("Leave"), "plain")
        self.leave.setProperty("on", "ochre")
        self.leave.clicked.connect(self.leave_asked)
        row.addWidget(self.leave)
