"""How a contact reads: a disc, the name, what is in dispute, then lines to copy."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.widgets.basics import Disc, label, rule

from .words import categories, country

SHOWN = ("name", "category", "phones", "emails", "organisation", "country", "languages", "note")


class ContactReading(Reading):
    """A person or an organisation."""

    def build(self) -> None:
        self.column.addLayout(self._top())
        self.column.addSpacing(4)
        self.disputes(field.name for field in self.view.fields)
        for phone in self.members("phones"):
            self.row(self.tr("Phone"), phone, "phone", copy=True)
        for email in self.members("emails"):
            self.row(self.tr("E-mail"), email, "mail", copy=True)
        if self.value("organisation"):
            self.row(self.tr("Organisation"), self.value("organisation"), "org")
        if self.value("country"):
            self.row(self.tr("Country"), country(self.value("country")), "pin")
        languages = ", ".join(self.members("languages"))
        if languages:
            self.row(self.tr("Languages"), languages, "globe")
        self.others(SHOWN)
        self.column.addWidget(rule())
        self.long_text(self.field("note"))

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        name = self.view.title or self.tr("(without a name)")
        row.addWidget(Disc(name, 72))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(name, "record", wrap=True))
        category = self.value("category")
        facts = [
            categories().get(category, category) if category else "",
            self.value("organisation"),
            country(self.value("country")),
        ]
        line = "  ·  ".join(fact for fact in facts if fact)
        if line:
            words.addWidget(label(line, "second", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row
