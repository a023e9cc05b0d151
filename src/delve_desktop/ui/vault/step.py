"""One card of a way in: a heading, what is asked, and at its foot *Back* and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.frames import framed

WIDTH = 680  # pixels at the most


class Step(QWidget):
    """Keeps what was typed while the person goes back and forth."""

    back_asked = Signal()
    """To the step before."""
    next_asked = Signal()
    """The one thing to do."""

    def __init__(self, heading: str, lead: str, action: str, icon: str = "fwd") -> None:
        super().__init__()
        self.setMaximumWidth(theme.px(WIDTH))
        self._action = action
        self._busy = False
        self._ready = True
        self.back = button(self.tr("Back"), "plain", "back", tall=True)
        self.next = button(action, "primary", icon, tall=True)
        column = QVBoxLayout(framed(self, "card"))
        column.setContentsMargins(40, 28, 40, 28)
        column.setSpacing(4)
        self.heading = label(heading, "record", wrap=True)
        column.addWidget(self.heading)
        self.lead = label(lead, "soft", wrap=True)
        column.addWidget(self.lead)
        column.addSpacing(16)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        column.addLayout(self.body)
        self._told = label("", "danger", wrap=True)
        self._told.hide()
        column.addSpacing(8)
        column.addWidget(self._told)
        column.addSpacing(12)
        foot = QWidget()  # of its own, for it comes after all that is asked
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.back.clicked.connect(self.back_asked)
        row.addWidget(self.back)
        row.addStretch(1)
        self.next.clicked.connect(self.go_on)
        row.addWidget(self.next)
        column.addWidget(foot)

    @property
    def told(self) -> str:
        """What is said against going on, or empty."""
        return self._told.text()

    def begin(self) -> None:
        """It is shown: the cursor goes where the person begins."""
        self.set_busy(busy=False)

    def go_on(self) -> None:
        """As if the button was pressed, unless it cannot be."""
        if self._ready and not self._busy:
            self.tell("")
            self.next_asked.emit()

    def fail(self, text: str) -> None:
        """What was asked for did not work: say why, and let it be asked again."""
        self.set_busy(busy=False)
        self.tell(text)

    def tell(self, text: str) -> None:
        """Say above the buttons what is in the way; nothing when empty."""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def set_ready(self, *, ready: bool, why: str = "") -> None:
        """Whether the button can be pressed; `why` not is its tooltip."""
        self._ready = ready
        self.next.setEnabled(ready and not self._busy)
        self.next.setToolTip("" if ready else why)

    def set_busy(self, *, busy: bool, words: str = "") -> None:
        """While something runs that was asked for here."""
        self._busy = busy
        self.next.setText(words if busy and words else self._action)
        self.next.setEnabled(self._ready and not busy)
        self.back.setEnabled(not busy)
