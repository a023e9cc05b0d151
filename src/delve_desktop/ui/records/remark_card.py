"""One remark or question about a record, its answers, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.domain.fields import field_of
from delve_desktop.services.views import Comment, Remark
from delve_desktop.ui.ages import age
from delve_desktop.ui.widgets.basics import Disc, button, icon_label, label
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.latest import Bits, Latest
from delve_desktop.ui.widgets.prose import prose

from .words import called

ANSWERS: Final = 8  # of one remark that are laid out at a time
LONG: Final = 1_000  # letters of a comment that stand from the start, where it is longer
LINES: Final = 10  # and so many paragraphs


class RemarkCard(QWidget):
    """Says the remark at once; its answers are laid out by `lay_out`. `kind` is that of the record."""

    answer_asked = Signal()
    """Open a place to answer: in `place`."""
    settle_asked = Signal()
    """The question is answered."""
    record_chosen = Signal(object)
    """Open the remark as a record of its own: its `RecordRow`."""

    def __init__(self, remark: Remark, kind: str, now: float, since: str = "") -> None:
        super().__init__()
        self._kind, self._now = kind, now
        self.answers = Latest(
            [one.row.id.hex() for one in remark.answers],
            lambda at: (self._comment(remark.answers[at], waits=False), iter(())),
            earlier,
            most=ANSWERS,
            gap=8,
            since=since,
            about=remark.comment.row.title,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._comment(remark.comment, waits=remark.waits))
        indented = QVBoxLayout()
        indented.setContentsMargins(44, 0, 0, 0)
        indented.setSpacing(8)
        if remark.answers:
            indented.addWidget(self.answers)
        else:
            self.answers.setParent(self)
            self.answers.hide()
        indented.addWidget(self._acts(remark.comment))
        self.place = QVBoxLayout()
        indented.addLayout(self.place)
        column.addLayout(indented)

    def lay_out(self) -> Bits:
        """Lays out the latest answers; yields after each."""
        return self.answers.lay_out()

    def _comment(self, comment: Comment, *, waits: bool) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Disc(comment.by, 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = Flow(label(self.tr("you") if comment.mine else comment.by, "strong"))
        head.line.addWidget(label(self._when(comment), "second"))
        if waits:
            head.line.addWidget(_sign("ask", "ochre-text", self.tr("Waits for an answer"), "needs-you"))
        elif comment.asks and comment.settled:
            head.line.addWidget(_sign("check", "teal", self.tr("Answered"), "second"))
        words.addWidget(head)
        self._say(words, comment)
        row.addLayout(words, 1)
        return holder

    def _when(self, comment: Comment) -> str:
        said = age(comment.at, self._now)
        if not comment.field:
            return said
        entry = field_of(self._kind, comment.field)
        return self.tr("{0} · about: {1}").format(said, called(entry.label) if entry else comment.field)

    def _say(self, column: QVBoxLayout, comment: Comment) -> None:
        """The words; of very many the beginning, and a way to all of them."""
        name = self.tr("{0} says").format(comment.by)
        begin = beginning(comment.text)
        made = prose(begin, name)
        column.addWidget(made)
        if begin == comment.text:
            return
        more = button(self.tr("Read all of it"), "quiet", "note")
        more.setAccessibleName(self.tr("Read all that {0} says").format(comment.by))

        def unfold() -> None:
            whole = prose(comment.text, name)
            whole.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            column.replaceWidget(made, whole)
            whole.show()
            if more.hasFocus():
                whole.setFocus()  # and not whatever comes next in the window
            for gone in (made, more):
                gone.hide()
                gone.deleteLater()

        more.clicked.connect(unfold)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        column.addLayout(row)

    def _acts(self, comment: Comment) -> QWidget:
        answer = button(self.tr("Answer"), "quiet", "chat")
        answer.setAccessibleName(self.tr("Answer {0}: {1}").format(comment.by, comment.row.title))
        answer.clicked.connect(self.answer_asked)
        acts = Flow(answer)
        if comment.asks and not comment.settled:
            settle = button(self.tr("It is answered"), "quiet", "check")
            settle.setAccessibleName(self.tr("This question is answered: {0}").format(comment.row.title))
            settle.clicked.connect(self.settle_asked)
            acts.line.addWidget(settle)
        more = button(self.tr("Open"), "quiet")
        more.setAccessibleName(self.tr("Open as a record, to change it: {0}").format(comment.row.title))
        more.clicked.connect(lambda: self.record_chosen.emit(comment.row))
        acts.line.addWidget(more)
        return acts


def beginning(text: str) -> str:
    """As much of a text as stands from the start: all of it, unless it is very long."""
    lines = text.split("\n")
    if len(text) <= LONG and len(lines) <= LINES:
        return text
    begin = "\n".join(lines[:LINES])
    if len(begin) > LONG:
        begin = begin[:LONG].rsplit(" ", 1)[0]
    return f"{begin} …"


def earlier(count: int) -> str:
    """What a button says that shows more of a thread."""
    return QCoreApplication.translate("RemarkCard", "Show %n earlier", "", count)


def _sign(icon: str, tint: str, words: str, role: str) -> QWidget:
    """How a question stands: an icon and its words, which stay together."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(icon_label(icon, tint, 16))
    row.addWidget(label(words, role))
    return holder
