"""What is done to many chosen records at once: in slices, with progress, a way to stop, and Undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from delve_desktop.domain.fields import field_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import vocabularies
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import button, label, surface, tool
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.in_place import Action, InPlaceBar
from delve_desktop.ui.widgets.progress import ProgressBar

if TYPE_CHECKING:
    from delve_desktop.services.batch import Batch

SLICE = 50  # records asked for at once; between two, others have their turn
ACTOR = "batch"


class BatchRun(QObject):
    """One change to many records, a slice after the other. The database worker serves others in between."""

    progressed = Signal(int, int)
    """Records done, records in all."""
    ended = Signal(object, object)
    """The `Batch`, and the ids of the records that it changed."""
    broken = Signal(object)
    """It could not go on: a `Sentence`. What is done stays done, and `ended` follows."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._records: Sequence[RecordId] = ()
        self._batch: Batch | None = None
        self._at = 0
        self._done: list[RecordId] = []
        self._stopped = False

    @property
    def running(self) -> bool:
        """True from start to end."""
        return self._batch is not None

    def start(self, records: Sequence[RecordId], batch: Batch) -> None:
        """Begin; harmless while one runs."""
        if self.running:
            return
        self._records, self._batch, self._at, self._done = records, batch, 0, []
        self._stopped = False
        self._next()

    def stop(self) -> None:
        """No further slice."""
        self._stopped = True

    def _next(self) -> None:
        batch = self._batch
        if batch is None:
            return
        self.progressed.emit(self._at, len(self._records))
        part = self._records[self._at : self._at + SLICE]
        if self._stopped or not part:
            self._end()
            return
        self._desk.ask(
            lambda use: use.change_many(part, batch, actor=ACTOR),
            self._on_slice,
            failed=self._on_failed,
            owner=self,
        )

    def _on_slice(self, done: tuple[RecordId, ...]) -> None:
        self._done += done
        self._at += SLICE
        self._next()

    def _on_failed(self, sentence: Sentence) -> None:
        self.broken.emit(sentence)
        self._end()

    def _end(self) -> None:
        batch, self._batch = self._batch, None
        self.ended.emit(batch, tuple(self._done))


class BatchBar(QWidget):
    """Above the rows while several are chosen: how many, what can be done, and how far that is."""

    def __init__(
        self, desk: Desk, bar: InPlaceBar, chosen: Callable[[Callable[[Sequence[RecordId]], None]], None]
    ) -> None:
        super().__init__()
        self._bar = bar
        self._last_move = desk.last_move
        self._chosen = chosen  # hands on the ids of what is chosen, when they are known
        self._kind: str | None = None
        self.run = BatchRun(desk, self)
        self.run.progressed.connect(self._on_progress)
        self.run.ended.connect(self._on_ended)
        self.run.broken.connect(bar.fail)
        self._failed = False
        self.run.broken.connect(self._on_broken)
        self._pages = QStackedWidget()
        for page in (self._make_acts(), self._make_entry(), self._make_progress()):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.hide()

    def _make_acts(self) -> QWidget:
        page = surface("soft-bar")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 6, 8, 6)
        column.setSpacing(2)
        self._count = label("", "strong")
        self.add = button(self.tr("Add theme"), "quiet", "plus")
        self.bin = button(self.tr("Move to the bin"), "quiet", "bin")
        self.back = button(self.tr("Put back"), "quiet", "undo")
        self.add.clicked.connect(self.ask_word)
        self.bin.clicked.connect(self.move_to_bin)
        self.back.clicked.connect(self.put_back)
        top = QHBoxLayout()
        top.addWidget(self._count)
        top.addStretch(1)
        self.clear = tool("x", self.tr("Choose none"))
        self.clear.setFixedSize(32, 32)
        top.addWidget(self.clear)
        acts = Flow(self.add, self.bin, self.back)
        column.addLayout(top)
        column.addWidget(acts)
        return page

    def _make_entry(self) -> QWidget:
        page = surface("soft-bar")
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 8, 8, 8)
        self.word = QLineEdit()
        self.word.returnPressed.connect(self._on_word)
        self._offer = button(self.tr("Choose"), "quiet", "chev-d")
        self._offer.setMenu(QMenu(self._offer))
        close = tool("x", self.tr("Add nothing"))
        close.clicked.connect(lambda: self._pages.setCurrentIndex(0))
        row.addWidget(self.word, 1)
        row.addWidget(self._offer)
        row.addWidget(close)
        return page

    def _make_progress(self) -> QWidget:
        page = surface("soft-bar")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 8, 16, 8)
        self._far = label("", "second")
        self._progress = ProgressBar(self.tr("Changing what was chosen"))
        stop = button(self.tr("Stop"), "quiet")
        stop.clicked.connect(self.run.stop)
        top = QHBoxLayout()
        top.addWidget(self._far, 1)
        top.addWidget(stop)
        column.addLayout(top)
        column.addWidget(self._progress)
        return page

    def show_list(self, kind: str | None, *, in_bin: bool) -> None:
        """What can be done to the records of this list."""
        self._kind = kind
        self.add.setVisible(kind is not None and not in_bin)
        self.add.setText(self.tr("Add tag") if kind == "contact" else self.tr("Add theme"))
        self.add.setAccessibleName(self.add.text())
        self.bin.setVisible(not in_bin)
        self.back.setVisible(in_bin)

    def show_chosen(self, count: int) -> None:
        """How many rows are chosen: from two on there is something to say."""
        if self.run.running:
            return
        self._count.setText(self.tr("%n chosen", "", count).replace(str(count), QLocale().toString(count)))
        self._pages.setCurrentIndex(0)
        self.setVisible(count > 1)

    def move_to_bin(self) -> None:
        """Everything chosen goes into the bin."""
        self._begin("bin")

    def put_back(self) -> None:
        """Everything chosen comes out of the bin."""
        self._begin("back")

    def ask_word(self) -> None:
        """Which theme or tag is to be added?"""
        name = self.tr("Tag to add") if self._kind == "contact" else self.tr("Theme to add")
        self.word.clear()
        set_hint(self.word, name)
        self.word.setAccessibleName(name)
        field = field_of(self._kind or "", "themes")
        menu = self._offer.menu()
        menu.clear()
        self._offer.setVisible(field is not None)
        for term, words in vocabularies.offered("themes", QLocale().name()).items() if field else ():
            menu.addAction(words).triggered.connect(
                lambda _checked=False, term=term: self._begin("add", term)
            )
        self._pages.setCurrentIndex(1)
        self.show()
        self.word.setFocus()

    def _on_word(self) -> None:
        typed = self.word.text().strip()
        if typed:
            known = None if self._kind == "contact" else vocabularies.meant("themes", typed, QLocale().name())
            self._begin("add", known or typed)

    def _begin(self, act: str, word: str = "") -> None:
        from delve_desktop.services.batch import Batch

        batch = Batch(act, word)  # type: ignore[arg-type]
        self._chosen(lambda records: self._start(records, batch))

    def _start(self, records: Sequence[RecordId], batch: Batch) -> None:
        if records:
            self._bar.clear()
            self._failed = False
            self.run.start(records, batch)

    def _on_progress(self, done: int, whole: int) -> None:
        self._progress.set_fraction(done / whole if whole else 1.0)
        say = QLocale().toString
        self._far.setText(self.tr("{0} of {1}").format(say(min(done, whole)), say(whole)))
        self._pages.setCurrentIndex(2)
        if whole > SLICE:
            self.show()

    def _on_broken(self, _sentence: Sentence) -> None:
        self._failed = True

    def _on_ended(self, batch: Batch, done: tuple[RecordId, ...]) -> None:
        self._pages.setCurrentIndex(0)
        self.hide()
        if self._failed or (batch.act == "remove" and not done):
            return
        count = len(done)
        said = {
            "bin": self.tr("%n record(s) moved to the bin.", "", count),
            "back": self.tr("%n record(s) put back.", "", count),
            "add": self.tr("Added to %n record(s).", "", count),
            "remove": self.tr("Taken off %n record(s).", "", count),
        }[batch.act]
        way_back = batch.undone_by
        acts: tuple[Action, ...] = ()
        if done:
            undo = self._last_move.remember(lambda: self._start(done, way_back))
            acts = ((self.tr("Undo"), undo),)
        self._bar.say(said, *acts, icon="bin" if batch.act == "bin" else "check")
