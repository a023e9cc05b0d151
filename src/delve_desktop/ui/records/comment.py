"""A question, an answer or a remark as a record of its own: to read, to change, to put into the bin."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from delve_desktop.ui.widgets.basics import Disc, icon_label, label

from .editors import flag, text
from .form import Form
from .reading import Reading
from .words import called


class CommentReading(Reading):
    """What somebody said, and, below, what it is about."""

    def build(self) -> None:
        asks = self._says("asks")
        head = self.tr("Answer") if self._linked() else self.tr("Question") if asks else self.tr("Remark")
        self.column.addWidget(label(head, "record"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Disc(self.view.created_by, 32))
        row.addWidget(label(self.view.created_by, "strong"))
        if asks:
            settled = self._says("settled")
            row.addWidget(icon_label("check" if settled else "ask", "teal" if settled else "ochre-text", 16))
            said = self.tr("Answered") if settled else self.tr("Asks for an answer")
            row.addWidget(label(said, "second" if settled else "needs-you"))
        row.addStretch(1)
        self.column.addLayout(row)
        self.disputes(field.name for field in self.view.fields)
        self.long_text(self.field("text"))
        self.others({"text", "asks", "settled", "field"})

    def _linked(self) -> bool:
        return any(link.field == "answers" for link in self.view.links)

    def _says(self, name: str) -> bool:
        found = self.field(name)
        return found is not None and found.value is True


class CommentForm(Form):
    """The words, and whether they ask for an answer and have it."""

    def __init__(self) -> None:
        super().__init__("comment")
        self.add(text(self, "text", called("Text"), least=120))
        self.add(flag(self, "asks", called("Asks for an answer")))
        self.add(flag(self, "settled", called("Answered")))
        self.end()
