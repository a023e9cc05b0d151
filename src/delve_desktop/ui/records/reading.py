"""The reading side of a record pane: each kind lays out its own head; disputes look alike everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.attachments import FIELD
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import FieldView, RecordView
from delve_desktop.ui import theme
from delve_desktop.ui.attachments.inline_pictures import InlinePictures, names_in
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, icon_label, label, rule, surface
from delve_desktop.ui.widgets.captioned import FactLine
from delve_desktop.ui.widgets.columns import Turning
from delve_desktop.ui.widgets.reader import Reader
from delve_desktop.ui.widgets.text_label import TextLabel

from .disputes import ScalarDispute, TextDispute
from .page_in_parts import PageInParts
from .pictures import PictureFor, no_picture
from .questions import MOST as SAID
from .questions import Questions
from .together import MOST, Together, ends
from .words import called, shown, worded

HEADING: Final = 28  # pixels: about as high as each is, with letters of the usual size
LINE: Final = 48
ASKING: Final = 91
REMARK: Final = 110
NOT_ROWS: Final = frozenset({"link", "version-link", "vcard", "attachment"})


class Reading(PageInParts):
    """Shows one record. A subclass fills `column` in `build`."""

    version_kept = Signal(str, object)
    """Field, and the id of the version that shall stand."""
    value_written = Signal(str, object)
    """Field, and a value that settles it."""
    record_chosen = Signal(object)
    """Open a record that belongs together with this one: its `RecordRow`."""
    begin_asked = Signal(str, object)
    """Begin a record of this kind that has to do with this one: the kind, and the fields it begins with."""
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
        super().__init__(parent)
        self.view = view
        self.you = you
        self.now = now
        self.desk = desk
        self.picture_for = picture_for
        self.questions: Questions | None = None
        self.since: dict[str, str] = {}  # how much of them: as `Questions.since`
        self.inline: set[str] = set()  # names of pictures that stand in a text
        self.linked: set[RecordId] = set()  # what this one links to, and the reading has shown
        self._lines: QWidget | None = None  # the block of lines that was begun last
        if view.revived:
            self.column.addWidget(self._revived())
        self._files_at = -1
        self.build()
        if self._files_at < 0:
            self.files_here()
        self.begin()

    # -- bit by bit -------------------------------------------------------------------------------

    def take_after(self, before: Reading) -> None:
        """Show as much of the questions as the page did which this one replaces."""
        if before.view.id == self.view.id:
            self.since = before.questions.since if before.questions is not None else before.since

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
            self.questions = Questions(self.view, self.desk, self.now, self, self.since)
            self.questions.changed.connect(self.refresh_asked)
            self.questions.record_chosen.connect(self.record_chosen)
            self.column.addWidget(self.questions)
            yield from self.questions.lay_out()

    def expected(self) -> int:
        """How much higher it will be, about, when all has come."""
        high = 0
        for rows in ends(self.view, self.told(), self.linked):
            high += HEADING + LINE * min(len(rows), MOST) if rows else 0
        if self.desk is not None and not self.view.in_bin:
            said = sum(1 + len(one.answers) for one in self.view.remarks)
            high += ASKING + REMARK * (said if self.since else min(said, SAID))
        return theme.px(high)

    def inline_to_come(self) -> set[str]:
        """The names of pictures in the texts that are not laid out yet."""
        return set()

    # -- what a kind makes of it ------------------------------------------------------------------

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
