"""The reading side of a record pane: each kind lays out its own head; disputes look alike everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from time import perf_counter
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.attachments import FIELD
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import FieldView, RecordView
from delve_desktop.ui import theme
from delve_desktop.ui.attachments.inline_pictures import InlinePictures, names_in
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, icon_label, label, rule, surface
from delve_desktop.ui.widgets.captioned import FactLine
from delve_desktop.ui.widgets.columns import Stack, Turning
from delve_desktop.ui.widgets.frames import SETTLED_MS
from delve_desktop.ui.widgets.reader import Reader
from delve_desktop.ui.widgets.text_label import TextLabel

from .disputes import ScalarDispute, TextDispute
from .pictures import PictureFor, no_picture
from .questions import Questions
from .together import MOST, Together, ends
from .words import called, shown, worded

TURN_S: Final = 0.006  # in which parts are begun, at a time; laying them out takes as long again
UNSEEN_MS: Final = 500  # after which a page that is not painted is laid out as well
HEADING: Final = 28  # pixels: about as high as each is, with letters of the usual size
LINE: Final = 48
ASKING: Final = 91
REMARK: Final = 110
NOT_ROWS: Final = frozenset({"link", "version-link", "vcard", "attachment"})


class Reading(Stack):
    """Shows one record. A subclass fills `column` in `build`."""

    version_kept = Signal(str, object)
    """Field, and the id of the version that shall stand."""
    value_written = Signal(str, object)
    """Field, and a value that settles it."""
    record_chosen = Signal(object)
    """Open a record that belongs together with this one: its `RecordRow`."""
    begin_asked = Signal(str, object)
    """Begin a record of this kind that has to do with this one: the kind, and the fields it begins with."""
    seen = Signal()
    """It was painted for the first time."""
    completed = Signal()
    """What stands below is there too."""
    refresh_asked = Signal()
    """The person did something that shows here: read the record again."""

    def __init__(
        self,
        view: RecordView,
        *,
        you: str,
        now: float,
        desk: Desk | None = None,
        picture_for: PictureFor = no_picture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, gap=12, edges=(40, 24, 40, 24), surface="sheet")
        self.view = view
        self.you = you
        self.now = now
        self.desk = desk
        self.picture_for = picture_for
        self.questions: Questions | None = None
        self.inline: set[str] = set()  # names of pictures that stand in a text
        self.linked: set[RecordId] = set()  # what this one links to, and the reading has shown
        self._lines: QWidget | None = None  # the block of lines that was begun last
        if view.revived:
            self.column.addWidget(self._revived())
        self._files_at = -1
        self.build()
        if self._files_at < 0:
            self.files_here()
        self._parts = self.rest()  # what stands below, laid out bit by bit
        self._reserve: QWidget | None = None  # the room of what is still to come
        self._painted = False
        self.whole = False
        QTimer.singleShot(UNSEEN_MS, self, self._on_unseen)

    # -- bit by bit -------------------------------------------------------------------------------

    def fill(self, width: int, height: int) -> None:
        """Lay out all that is seen where so much of it shows; the rest comes after the first painting.

        What is seen then stays: room is kept for the rest, so that the scroll bar is about right too.
        """
        self.fit(width)
        about = self.heightForWidth(width) + self.expected()
        if about <= height:
            self.finish()
        self.reach(width, height)
        if not self.whole:
            self.setMinimumHeight(about)
            self._reserve = QWidget(self)
            self.column.addWidget(self._reserve, 1)

    def go_on(self) -> None:
        """Lay out some more; what takes a few milliseconds."""
        if self.whole:
            return
        if self._reserve is not None:
            self.column.removeWidget(self._reserve)
        try:
            next(self._parts)
        except StopIteration:
            self._complete()
        if self._reserve is not None:
            self.column.addWidget(self._reserve, 1)

    def reach(self, width: int, height: int) -> None:
        """Lay out as much as is seen down to there."""
        while not self.whole and self.reached(width) < height:
            self.go_on()

    def finish(self) -> None:
        """Lay out all of it now: somebody wants to go there."""
        if self.whole:
            return
        while not self.whole:
            self.go_on()
        if self.isVisible():
            self._show_now()

    def _show_now(self) -> None:
        """Show what was added, in its place: layouts do so only by a call that they leave in the queue.

        Until then the focus would pass it over, and scroll to where it does not stand yet.
        """
        for part in self.findChildren(QWidget):
            if part.isHidden():
                QCoreApplication.sendPostedEvents(part, QEvent.Type.MetaCall.value)
        self.column.activate()

    def abandon(self) -> None:
        """Nobody looks at this any more."""
        self.whole = True
        self._parts = iter(())

    def _complete(self) -> None:
        self.whole = True
        if self._reserve is not None:
            self._reserve.hide()  # and not out of the page: its layout may be about to show it
            self._reserve.deleteLater()
            self._reserve = None
            QTimer.singleShot(
                SETTLED_MS, self, lambda: self.setMinimumHeight(0)
            )  # when the last part has its place
        self.column.addStretch(1)
        self.completed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._on_seen)

    def _on_seen(self) -> None:
        self.seen.emit()
        self._on_turn()

    def _on_unseen(self) -> None:
        if not self._painted:  # else it is going on already, in turns that are as short
            self._on_turn()

    def _on_turn(self) -> None:
        """Some parts each time that the event loop comes round: what a person does comes in between."""
        end = perf_counter() + TURN_S
        while not self.whole and perf_counter() < end:
            self.go_on()
        if not self.whole:
            QTimer.singleShot(0, self, self._on_turn)

    def rest(self) -> Iterator[None]:
        """Lays out what stands below; yields where it may be painted or a person be heard in between."""
        together = Together(self.view, self.told(), self.linked, self)
        if not together.is_empty:
            together.record_chosen.connect(self.record_chosen)
            self.column.addWidget(together)
            yield from together.lay_out()
        else:
            together.deleteLater()
        if self.desk is not None and not self.view.in_bin:
            yield
            self.questions = Questions(self.view, self.desk, self.now, self)
            self.questions.changed.connect(self.refresh_asked)
            self.questions.record_chosen.connect(self.record_chosen)
            self.column.addWidget(self.questions)
            yield from self.questions.lay_out()

    def reached(self, width: int) -> int:
        """How far down the page stands, where it is so wide: what is still to come begins there."""
        return self.heightForWidth(width)

    def expected(self) -> int:
        """How much higher it will be, about, when all has come."""
        high = 0
        for rows in ends(self.view, self.told(), self.linked):
            high += HEADING + LINE * min(len(rows), MOST) if rows else 0
        if self.desk is not None and not self.view.in_bin:
            said = sum(1 + len(one.answers) for one in self.view.remarks)
            high += ASKING + REMARK * said
        return theme.px(high)

    def inline_to_come(self) -> set[str]:
        """The names of pictures in the texts that are not laid out yet."""
        return set()

    # -- what a kind makes of it ------------------------------------------------------------------

    def fit(self, width: int) -> None:
        """Take the shape that belongs to this width, before anything is laid out for it."""

    def told(self) -> frozenset[str]:
        """The fields whose links the reading itself tells of, at either end."""
        return frozenset()

    def head_buttons(self) -> list[QPushButton]:
        """Buttons for the head, beside those that every record has; the last one may be filled."""
        return []

    def print_record(self) -> None:
        """Ctrl+P; records that are no leaflets have nothing to print."""

    def remark(self) -> str:
        """What stands at the end of the foot; empty for what the foot says itself."""
        return ""

    def escape(self) -> bool:
        """Esc: close what is open within the page; False when nothing is."""
        return self.questions is not None and self.questions.escape()

    @property
    def is_typing(self) -> bool:
        """Whether words stand here that are not part of any record yet."""
        return self.questions is not None and self.questions.is_typing

    def keep_typed(self) -> None:
        """Make words that are typed here durable; called before the reading goes."""
        if self.questions is not None:
            self.questions.keep_typed()

    def files_here(self) -> None:
        """Pictures and files stand here, below what was laid out so far."""
        self._files_at = self.column.count()

    def put_files(self, files: QWidget) -> None:
        """Show the pictures and files of the record, where `build` left the place for them."""
        self.column.insertWidget(self._files_at, files)

    def build(self) -> None:
        """Lay the record out."""
        self.column.addWidget(TextLabel(self.view.title or self.tr("(without a title)"), "record"))
        self.disputes(field.name for field in self.view.fields)
        for each in self.view.fields:
            if each.merge == "text":
                self.long_text(each)
        self.others(each.name for each in self.view.fields if each.merge == "text")

    def _revived(self) -> QWidget:
        """Says why something that was put into the bin is here."""
        bar = surface("notice")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(icon_label("undo", "ochre-text"))
        told = self.tr("Somebody put this into the bin while somebody else was writing in it, so it is back.")
        row.addWidget(label(told, wrap=True), 1)
        return bar

    def field(self, name: str) -> FieldView | None:
        """A field of the record, if it has it."""
        return next((field for field in self.view.fields if field.name == name), None)

    def value(self, name: str) -> str:
        """A scalar in words; empty while it is in dispute, for then the card shows it."""
        found = self.field(name)
        return "" if found is None or found.disputed else shown(found.value, found.type)

    def members(self, name: str) -> list[str]:
        """The members of a set field in words."""
        found = self.field(name)
        return [] if found is None or not found.value else [worded(found, each) for each in found.value]

    def others(self, shown: Iterable[str], icons: Mapping[str, str] | None = None) -> None:
        """A row for each field that is not among those shown already: also what a newer version added.

        Links are told by `Together`, and what an address book needs back is for other programs.
        """
        known = set(shown)
        for each in self.view.fields:
            if each.name in known or each.disputed or each.type in NOT_ROWS:
                continue
            words = worded(each, each.value)
            if words:
                self.row(called(each.label), words, (icons or {}).get(each.name, "note"))

    def disputes(self, names: Iterable[str]) -> None:
        """A card for each of these fields that holds two versions."""
        for name in names:
            found = self.field(name)
            if found is not None and found.disputed and found.merge != "text":
                card = ScalarDispute(found, self.now)
                card.version_kept.connect(self.version_kept)
                card.value_written.connect(self.value_written)
                self.column.addWidget(card)

    def long_text(self, found: FieldView | None) -> None:
        """A text to read, with its blocks in dispute where there are any."""
        if found is None:
            return
        if found.disputed and found.passages:
            dispute = TextDispute(found, you=self.you)
            dispute.text_settled.connect(self.value_written)
            self.column.addWidget(dispute)
        elif found.value:
            self.column.addWidget(self._reader(found))

    def _reader(self, found: FieldView) -> Reader:
        """A text with the record's pictures where it names them."""
        words, files = shown(found.value), self.field(FIELD)
        names = names_in(words) if files is not None and self.desk is not None else set()
        if not names or files is None or self.desk is None:
            reader = Reader(called(found.label))
            reader.set_markdown(words)
            return reader
        pictures = InlinePictures(self.desk, files.value or (), self)
        reader = Reader(called(found.label), pictures.picture_for)
        pictures.arrived.connect(reader.show_picture)
        reader.picture_chosen.connect(lambda name: pictures.open(name, self.window()))
        reader.set_markdown(words)
        self.inline |= names
        return reader

    def row(
        self, name: str, value: str, icon: str, *, copy: bool = False, act: QPushButton | None = None
    ) -> None:
        """One line of facts between hairlines, with what can be done with it."""
        if not copy and act is None:
            self._facts().addWidget(FactLine(icon, name, value))
            return
        acts = [act] if act is not None else []
        if copy:
            made = button(self.tr("Copy"), "quiet", "copy")
            made.setAccessibleName(self.tr("Copy {0}").format(value))
            made.clicked.connect(lambda: QGuiApplication.clipboard().setText(value))
            acts.insert(0, made)
        self._line(FactLine(icon, name, value, ruled=False), *acts)

    def row_of(self, name: str, shown: QWidget, icon: str, *acts: QPushButton) -> None:
        """The same of something else than words."""
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label(icon, "ink2"))
        caption = label(name, "second", wrap=True)
        caption.setFixedWidth(theme.px(116))
        row.addWidget(caption)
        if isinstance(shown, QPushButton):
            row.addWidget(shown)
            row.addStretch(1)
        else:
            row.addWidget(shown, 1)
        self._line(said, *acts)

    def _line(self, said: QWidget, *acts: QPushButton) -> None:
        line = Turning(said, *acts, gap=8)
        line.setMinimumHeight(47)
        line.setContentsMargins(0, 4, 0, 4)
        facts = self._facts()
        facts.addWidget(rule())
        facts.addWidget(line)

    def _facts(self) -> QVBoxLayout:
        """The block of lines at the end of the column; rows that follow each other share one."""
        holder = self._lines
        at = self.column.indexOf(holder) if holder is not None else -1
        if holder is None or at < 0 or at != self.column.count() - 1:
            holder = self._lines = QWidget()
            lines = QVBoxLayout(holder)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            self.column.addWidget(holder)
        found = holder.layout()
        assert isinstance(found, QVBoxLayout)
        return found
