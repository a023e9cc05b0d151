"""The card that shows an exchange: laptop, bar, server; bytes and rate; then what happened."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui import theme
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.use_cases import SyncOutcome, SyncProgress
from delve_desktop.ui.widgets.basics import button, icon_label, label
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import empty, framed
from delve_desktop.ui.widgets.icon import paint as paint_icon
from delve_desktop.ui.widgets.progress import ProgressBar

from .run import ExchangeRun
from .words import far, result, size, time_left

WORTH_A_BAR = 50_000  # bytes to send; less is gone before anybody looks


class _Node(QWidget):
    """A filled disc with an icon."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(theme.px(48), theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("teal"))
        painter.drawEllipse(self.rect())
        side = theme.px(20)
        corner = (self.width() - side) // 2
        paint_icon(painter, self._name, "on-teal", QRect(corner, corner, side, side))


class RunCard(QWidget):
    """Idle, running, done or not reached; never an alarm."""

    decide_asked = Signal()
    """To what needs a decision now."""

    def __init__(self, run: ExchangeRun) -> None:
        super().__init__()
        self._run = run
        self._since = QElapsedTimer()
        self._size = self._to_send = 0  # bytes that wait to go out, and that did when the exchange began
        self._at_end: int | None = None  # what waited when the last exchange ended; None: not known yet
        self._sample = False
        self._build()
        run.started.connect(self._on_started)
        run.progressed.connect(self._on_progress)
        run.ended.connect(self._on_ended)
        run.broken.connect(self._on_broken)
        self.show_waiting(0)

    def _build(self) -> None:
        column = QVBoxLayout(framed(self, "card"))
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        self._heading = label("", "section", wrap=True)
        self._stop = button(self.tr("Stop"), "plain", "stop")
        self._stop.clicked.connect(self._run.stop)
        head.addWidget(self._heading, 1)
        head.addWidget(self._stop)
        column.addLayout(head)
        column.addWidget(self._make_moving())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self._safe = label("", "second", wrap=True)
        column.addWidget(self._safe)

    def _make_moving(self) -> QWidget:
        self._moving = QWidget()
        moving = QVBoxLayout(self._moving)
        moving.setContentsMargins(0, 0, 0, 0)
        way = QHBoxLayout()
        way.setSpacing(24)
        self.bar = ProgressBar(self.tr("Sync"))
        way.addWidget(_Node("laptop"))
        way.addWidget(self.bar, 1)
        way.addWidget(_Node("server"))
        moving.addLayout(way)
        ends = QHBoxLayout()
        ends.addWidget(label(self.tr("This laptop"), "label"))
        ends.addStretch(1)
        ends.addWidget(label(self.tr("Server"), "label"))
        moving.addLayout(ends)
        numbers = QHBoxLayout()
        self._bytes = label("", "value")
        self._rate = label("", "second")
        self._left = label("", "strong")
        numbers.addWidget(self._bytes)
        numbers.addStretch(1)
        numbers.addWidget(self._rate)
        numbers.addStretch(1)
        numbers.addWidget(self._left)
        moving.addLayout(numbers)
        return self._moving

    @property
    def heading(self) -> str:
        """What the card says first."""
        return self._heading.text()

    def show_waiting(self, waiting: int) -> None:
        """How many changes wait to go out."""
        if self._run.running:
            return
        if self._sample:
            self._show(moving=False)
            self._heading.setText(self.tr("A sample, which is never sent"))
            self._tell(
                [], self.tr("In a space of your own, this says what waits to go out, and what came in.")
            )
            return
        if self._at_end is None:
            self._at_end = waiting
        told = self._run.outcome is not None or self._run.failure is not None
        if not told or (self._run.failure is None and waiting > self._at_end):
            self._show(moving=False)
            many = self.tr("%n changes wait to go out", "", waiting)
            none = self.tr("Nothing waits to go out")
            self._heading.setText(many if waiting else none)
            self._tell([], self.tr("Without a link everything stays safe on this laptop."))

    def show_sample(self) -> None:
        """Nothing here is ever sent."""
        self._sample = True
        self.show_waiting(0)

    def show_size(self, waiting: int) -> None:
        """How many bytes wait to go out."""
        self._size = waiting

    def _show(self, *, moving: bool) -> None:
        self._moving.setVisible(moving)
        self._stop.setVisible(moving)

    def _tell(self, lines: list[str], safe: str, icon: str = "check") -> None:
        empty(self._lines)
        for text in lines:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(icon_label(icon, "teal" if icon == "check" else "ochre-text"))
            row.addWidget(label(text, wrap=True), 1)
            self._lines.addWidget(line)
        self._safe.setText(safe)
        self._safe.setVisible(bool(safe))

    def _on_started(self) -> None:
        self._since.start()
        self._heading.setText(self.tr("Syncing with the server"))
        self._to_send = self._size
        self.bar.set_fraction(None)
        self._left.setText("")
        self._bytes.setText(size(0))
        self._rate.setText("")
        self._show(moving=True)
        self._tell(
            [], self.tr("If the link breaks or you stop, nothing is lost. It goes on from here next time.")
        )

    def _on_progress(self, progress: SyncProgress) -> None:
        self._bytes.setText(far(progress))
        seconds = self._since.elapsed() / 1000
        if seconds > 1:
            self._rate.setText(self.tr("{0} a second").format(size(int(progress.moved_bytes / seconds))))
        if self._to_send < WORTH_A_BAR or progress.sent_bytes >= self._to_send:
            self.bar.set_fraction(None)  # how much will come nobody knows before it is here
            self._left.setText("")
            return
        self.bar.set_fraction(progress.sent_bytes / self._to_send)
        self._bytes.setText(self.tr("{0} of {1} sent").format(size(progress.sent_bytes), size(self._to_send)))
        if seconds > 1 and progress.sent_bytes:
            rest = (self._to_send - progress.sent_bytes) * seconds / progress.sent_bytes
            self._left.setText(time_left(rest))

    def _on_ended(self, outcome: SyncOutcome) -> None:
        self._at_end = None
        self.bar.set_fraction(1.0)
        self._show(moving=False)
        self._heading.setText(self.tr("Done"))
        moved = self.tr("{0} sent, {1} received").format(
            size(outcome.sent_bytes), size(outcome.received_bytes)
        )
        self._tell(result(outcome), moved)
        if outcome.undecided:
            words = self.tr("%n of them need your decision", "", outcome.undecided)
            decide = button(words, "outline", "two", wraps=True)
            decide.clicked.connect(self.decide_asked)
            self._lines.addWidget(Flow(decide))

    def _on_broken(self, sentence: Sentence) -> None:
        self.bar.set_fraction(0.0)
        self._show(moving=False)
        self._heading.setText(self.tr("Not now"))
        self._tell([sentence.text], "", "warn")
