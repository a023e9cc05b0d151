"""What was asked and said about a record, under it, and the places to ask and to answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.services.views import Comment, DraftView, RecordView, Remark
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, label, rule
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.frames import bring_into_view
from delve_desktop.ui.widgets.in_place import InPlaceBar
from delve_desktop.ui.widgets.latest import Latest, Made

from .comment_box import ACTOR, CommentBox
from .remark_card import ANSWERS, RemarkCard, earlier

MOST: Final = 12  # comments of a thread that are laid out at a time, the latest


class Questions(Stack):
    """The thread of one record. One place to write is open at a time."""

    changed = Signal()
    """Something was handed in or settled: read the record again."""
    record_chosen = Signal(object)
    """Open a comment as a record of its own: its `RecordRow`."""

    def __init__(
        self,
        view: RecordView,
        desk: Desk,
        now: float,
        parent: QWidget | None = None,
        since: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent, gap=12, edges=(0, 12, 0, 0))
        self._view = view
        self._desk = desk
        self._now = now
        self._box: CommentBox | None = None
        self._since = since or {}  # what was asked for before this was read again: see `since`
        self._thread: Latest | None = None
        self._cards: dict[str, RemarkCard] = {}  # by the comment, in hex
        self._place = QVBoxLayout()  # where the box opens that answers none of them
        self._bar = InPlaceBar()
        self._ask = button(self.tr("Ask a question"), "quiet", "ask")
        self._ask.clicked.connect(self.ask)

    @property
    def since(self) -> dict[str, str]:
        """How far back somebody wanted to see: the first remark under "", and the first answer by remark."""
        parts = {"": self._thread, **{name: card.answers for name, card in self._cards.items()}}
        return {name: part.since for name, part in parts.items() if part is not None and part.since}

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
        card = self._cards.get(answers)
        (card.place if card is not None else self._place).addWidget(box)
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
        row = QHBoxLayout()
        row.addWidget(self._ask)
        row.addStretch(1)
        below.setSpacing(12)
        below.addLayout(row)
        below.addLayout(self._place)
        at = self.column.count()
        self.column.addLayout(below)
        if remarks:
            self._thread = Latest(
                [one.comment.row.id.hex() for one in remarks],
                lambda at: self._card(remarks[at]),
                earlier,
                most=MOST,
                gap=12,
                since=self._since.get("", ""),
                weight=lambda at: 1 + min(len(remarks[at].answers), ANSWERS),
            )
            self.column.insertWidget(at, self._thread)
            self.grew()
            yield
            yield from self._thread.lay_out()
        space = self._view.space
        self._desk.ask(lambda use: use.list_drafts(space), self._on_drafts, owner=self)

    def _card(self, remark: Remark) -> Made:
        name = remark.comment.row.id.hex()
        card = RemarkCard(remark, self._view.kind, self._now, self._since.get(name, ""))
        card.answer_asked.connect(lambda: self.open_box(name))
        card.settle_asked.connect(lambda: self._settle(remark.comment))
        card.record_chosen.connect(self.record_chosen)
        self._cards[name] = card
        return card, card.lay_out()

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
                self._reopen(str(content.get("answers") or ""), draft)
                return

    def _reopen(self, answers: str, draft: DraftView) -> None:
        """Where the comment that is answered comes earlier in the thread, that is laid out first."""

        def reopen() -> None:
            if self._box is None:
                self.open_box(answers, focus=False).go_on(draft)

        known = {one.comment.row.id.hex() for one in self._view.remarks}
        if self._thread is not None and answers in known - self._cards.keys():
            self._thread.show_part(answers, reopen)
        else:
            reopen()
