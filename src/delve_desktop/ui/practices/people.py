"""Whom to ask about a practice, each to be opened."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from delve_desktop.services.views import LinkView
from delve_desktop.ui import theme
from delve_desktop.ui.records.words import called
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.columns import Row, Stack
from delve_desktop.ui.widgets.elided import ElidedButton
from delve_desktop.ui.widgets.icon import icon
from delve_desktop.ui.widgets.text_label import TextLabel


class People(Stack):
    """A heading, and a line for each person."""

    record_chosen = Signal(object)
    """Open a contact: its `RecordRow`."""

    def __init__(self, links: Iterable[LinkView]) -> None:
        super().__init__(gap=12)
        people = list(links)
        self.is_empty = not people
        if people:
            self.column.addWidget(label(called("People to ask"), "section"))
        for link in people:
            self.column.addWidget(self._person(link))

    def _person(self, link: LinkView) -> QWidget:
        row = link.row
        if row is None:
            return TextLabel(self.tr("Somebody whose contact has not arrived yet"), "second")
        name = row.title or self.tr("(without a name)")
        words = " · ".join(one for one in (name, row.place) if one)
        made = ElidedButton(self.tr("{0} (in the bin)").format(words) if row.in_bin else words, "link")
        made.setIcon(icon("contact", "teal"))
        made.setIconSize(QSize(theme.px(20) + 6, theme.px(20)))
        made.clicked.connect(lambda: self.record_chosen.emit(row))
        holder = Row()
        holder.row.addWidget(made)
        holder.row.addStretch(1)
        return holder
