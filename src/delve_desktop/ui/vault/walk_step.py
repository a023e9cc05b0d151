"""*Look around*: while the sample records are taken in."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal

from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.progress import ProgressBar

from .step import Step


class WalkStep(Step):
    """Takes about a second, on an old laptop a few."""

    progressed = Signal(int, int)
    """Records taken in, and how many there are; may be emitted from a worker's thread."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Look around"),
            self.tr("Walk through with made-up notes and practices. Nothing is kept, nothing is sent."),
            self.tr("Look around"),
            "eye",
        )
        self._bar = ProgressBar(self.tr("Sample records"))
        self.body.addWidget(self._bar)
        self._counted = label("", "second")
        self.body.addWidget(self._counted)
        self.progressed.connect(self._on_progressed)

    def begin(self) -> None:
        super().begin()
        self.set_busy(busy=True, words=self.tr("Bringing the samples in …"))
        self._on_progressed(0, 0)

    def fail(self, text: str) -> None:
        """There is nothing to look at; why is told."""
        self.set_busy(busy=False)
        self.tell(text)

    def _on_progressed(self, done: int, whole: int) -> None:
        self._bar.set_fraction(done / whole if whole else None)
        say = QLocale().toString
        self._counted.setText(self.tr("{0} of {1} records").format(say(done), say(whole)) if whole else "")
