"""How a note reads: title, chips, text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from delve_desktop.services.views import RecordRow
from delve_desktop.ui.ages import day
from delve_desktop.ui.records.link_picker import title_of
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.chips import chip
from delve_desktop.ui.widgets.elided import ElidedButton
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.icon import icon

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
            sign = "eye" if self.value("sensitivity") == "open" else "lock"
            chips.append(chip(known.get(self.value("sensitivity"), self.value("sensitivity")), sign))
        chips.extend(self._link(link.row) for link in self.view.links if link.row and link.state == "here")
        if chips:
            self.column.addWidget(Flow(*chips))
        self.disputes(field.name for field in self.view.fields)
        self.long_text(self.field("text"))
        self.files_here()
        self.others(SHOWN)

    def _link(self, row: RecordRow) -> QWidget:
        """What it belongs together with, as one of the chips: it leads there."""
        self.linked.add(row.id)
        title = title_of(row) or self.tr("(without a title)")
        made = ElidedButton(title, "chip")
        made.setIcon(icon("link", "ink"))
        made.setIconSize(QSize(20, 16))
        made.setAccessibleName(self.tr("Read {0}").format(title))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(lambda: self.record_chosen.emit(row))
        return made
