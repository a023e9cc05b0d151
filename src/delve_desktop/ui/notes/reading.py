"""How a note reads: title, chips, text."""

from __future__ import annotations

from delve_desktop.ui.ages import day
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.chips import chip
from delve_desktop.ui.widgets.flow import Flow

from .words import sensitivities

SHOWN = ("title", "text", "themes", "place", "date", "sensitivity")


class NoteReading(Reading):
    """A note, as in the pictures: what it is about first, then the text."""

    def build(self) -> None:
        self.column.addWidget(label(self.view.title or self.tr("(without a title)"), "record", wrap=True))
        chips = []
        if self.value("place"):
            chips.append(chip(self.value("place"), "pin"))
        if self.value("date"):
            chips.append(chip(day(self.value("date")), "cal"))
        chips.extend(chip(theme) for theme in self.members("themes"))
        if self.value("sensitivity"):
            known = sensitivities()
            icon = "eye" if self.value("sensitivity") == "open" else "lock"
            chips.append(chip(known.get(self.value("sensitivity"), self.value("sensitivity")), icon))
        if chips:
            self.column.addWidget(Flow(*chips))
        self.disputes(field.name for field in self.view.fields)
        self.long_text(self.field("text"))
        self.files_here()
        self.others(SHOWN)
