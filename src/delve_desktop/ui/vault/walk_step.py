"""*Look around*: while the sample records are taken in."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal

from delve_desktop.ui.widgets.run_line import RunLine

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
        self.run = RunLine(self.tr("Sample records"))
        self.body.addWidget(self.run)
        self.progressed.connect(self._on_progressed)

    def begin(self) -> None:
        super().begin()
        self.set_busy(busy=True, words=self.tr("Bringing the samples in …"))
        self.run.begin()
        self.run.stop.setFocus()

    def fail(self, text: str) -> None:
        """There is nothing to look at; why is told."""
        self.run.end()
        super().fail(text)

    def _on_progressed(self, done: int, whole: int) -> None:
        say = QLocale().toString
        self.run.show_progress(done, whole, self.tr("{0} of {1} records").format(say(done), say(whole)))
