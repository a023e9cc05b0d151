"""What was asked and said about a record, under it, and the places to ask and to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.domain.fields import field_of
from delve_desktop.services.views import Comment, DraftView, RecordView, Remark
from delve_desktop.ui.ages import age
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import Disc, button, icon_label, label, rule
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import bring_into_view
from delve_desktop.ui.widgets.in_place import InPlaceBar
from delve_desktop.ui.widgets.prose import prose

from .comment_box import ACTOR, CommentBox
from .words import called


class Questions(Stack):
    """The thread of one record. One place to write is open at a time."""

    changed = Signal()
    """Something was handed in or settled: read the record again."""
    record_chosen = Signal(object)
    """Open a comment as a record of its own: its `RecordRow`."""

    def __init__(self, view: RecordView, desk: Desk, now: float, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=12, edges=(0, 12, 0, 0))
        self._view = view
        self._desk = desk
        self._now = now
        self._box: CommentBox | None = None
        self._places: dict[str, QVBoxLayout] = {}  # comment that is answered, in hex, to where its box opens
        self._bar = InPlaceBar()
        self._ask = button(self.tr("Ask a question"), "quiet", "ask")
        self._ask.clicked.connect(self.ask)

    @property
    def is_typing(self) -> bool:
        """Whether words stand in the open place."""
        return self._box is not None and self._box.is_typing

    def keep_typed(self) -> None:
        """Make what is typed durable."""
        if self._box is not None:
            self._box.keep_typed()

    def escape(self) -> bool:
        """Close the place to write, unless words stand there; False when none is open."""
        if self._box is None or self._box.is_typing:
            return False
        self._close_box()
        return True

    def ask(self) -> None:
        """Open a place to ask."""
        self.open_box("")

    def open_box(self, answers: str, *, focus: bool = True) -> CommentBox:
        """Open the place to answer a comment, or to ask where none is named; what stands there stays."""
        if self._box is not None and self._box.property("answers") == answers:
            self._box.setFocus()
            return self._box
        if self._box is not None:
            self._box.keep_typed()
            self._close_box()
        box = CommentBox(self._view, self._desk, answers)
        box.setProperty("answers", answers)
        box.handed_in.connect(self.changed)  # it goes with the page, which is read again and keeps its place
        box.given_up.connect(self._close_box)
        self._box = box
        self._places[answers if answers in self._places else ""].addWidget(box)
        self._ask.setVisible(bool(answers))
        if focus:
            box.setFocus()
            bring_into_view(box)
        return box

    # -- building -----------------------------------------------------------------------------

    def lay_out(self) -> Iterator[None]:
        """Lays out the thread; yields after some of it."""
        remarks = self._view.remarks
        self.column.addWidget(rule())
        if remarks:
            self.column.addWidget(label(self.tr("Questions and answers"), "section"))
        self.column.addWidget(self._bar)
        below = QVBoxLayout()  # where to ask stands from the first
        self._places[""] = QVBoxLayout()
        row = QHBoxLayout()
        row.addWidget(self._ask)
        row.addStretch(1)
        below.setSpacing(12)
        below.addLayout(row)
        below.addLayout(self._places[""])
        at = self.column.count()
        self.column.addLayout(below)
        for number, one in enumerate(remarks):
            self.column.insertWidget(at + number, self._remark(one))
            yield
        space = self._view.space
        self._desk.ask(lambda use: use.list_drafts(space), self._on_drafts, owner=self)

    def _remark(self, remark: Remark) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._comment(remark.comment, waits=remark.waits))
        indented = QVBoxLayout()
        indented.setContentsMargins(44, 0, 0, 0)
        indented.setSpacing(8)
        for one in remark.answers:
            indented.addWidget(self._comment(one, waits=False))
        indented.addWidget(self._acts(remark))
        place = QVBoxLayout()
        indented.addLayout(place)
        self._places[remark.comment.row.id.hex()] = place
        column.addLayout(indented)
        return holder

    def _comment(self, comment: Comment, *, waits: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Disc(comment.by, 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = Flow(label(self.tr("you") if comment.mine else comment.by, "strong"))
        entry = field_of(self._view.kind, comment.field)
        said = age(comment.at, self._now)
        if comment.field:
            on = called(entry.label) if entry else comment.field
            said = self.tr("{0} · about: {1}").format(said, on)
        head.line.addWidget(label(said, "second"))
        if waits:
            head.line.addWidget(_sign("ask", "ochre-text", self.tr("Waits for an answer"), "needs-you"))
        elif comment.asks and comment.settled:
            head.line.addWidget(_sign("check", "teal", self.tr("Answered"), "second"))
        words.addWidget(head)
        words.addWidget(prose(comment.text, self.tr("{0} says").format(comment.by)))
        row.addLayout(words, 1)
        return holder

    def _acts(self, remark: Remark) -> QWidget:
        comment = remark.comment
        answer = button(self.tr("Answer"), "quiet", "chat")
        answer.setAccessibleName(self.tr("Answer {0}: {1}").format(comment.by, comment.row.title))
        answer.clicked.connect(lambda: self.open_box(comment.row.id.hex()))
        acts = Flow(answer)
        if comment.asks and not comment.settled:
            settle = button(self.tr("It is answered"), "quiet", "check")
            settle.setAccessibleName(self.tr("This question is answered: {0}").format(comment.row.title))
            settle.clicked.connect(lambda: self._settle(comment))
            acts.line.addWidget(settle)
        more = button(self.tr("Open"), "quiet")
        more.setAccessibleName(self.tr("Open as a record, to change it: {0}").format(comment.row.title))
        more.clicked.connect(lambda: self.record_chosen.emit(comment.row))
        acts.line.addWidget(more)
        return acts

    # -- slots --------------------------------------------------------------------------------

    def _settle(self, comment: Comment) -> None:
        self._desk.ask(
            lambda use: use.settle(
                comment.row.id, "settled", value=True, seen_heads=comment.heads, actor=ACTOR
            ),
            lambda _summary: self.changed.emit(),
            failed=self._bar.fail,
            owner=self,
        )

    def _close_box(self) -> None:
        self._ask.show()
        if self._box is not None:
            typed_in = QApplication.focusWidget()
            if typed_in is not None and self._box.isAncestorOf(typed_in):
                self._ask.setFocus()  # and not whatever comes next in the window
            self._box.setParent(None)
            self._box.deleteLater()
            self._box = None

    def _on_drafts(self, drafts: Sequence[DraftView]) -> None:
        """Words that were typed here before and not handed in come back."""
        about = self._view.id.hex()
        for draft in drafts:
            content = draft.content
            if draft.kind == "comment" and draft.record is None and content.get("about") == about:
                if self._box is None:
                    self.open_box(str(content.get("answers") or ""), focus=False).go_on(draft)
                return


def _sign(icon: str, tint: str, words: str, role: str) -> QWidget:
    """How a question stands: an icon and its words, which stay together."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(icon_label(icon, tint, 16))
    row.addWidget(label(words, role))
    return holder
