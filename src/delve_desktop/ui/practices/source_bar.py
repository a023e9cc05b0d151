"""What a translation was made from, or a report is about, and whether that has changed since."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from delve_desktop.domain.fields import field_of
from delve_desktop.services.views import SourceView
from delve_desktop.ui.records.words import called, language
from delve_desktop.ui.widgets.basics import button, icon_label, label
from delve_desktop.ui.widgets.frames import framed


class SourceBar(QWidget):
    """One line with the way to the source. Ochre where the source has moved on."""

    source_chosen = Signal(object)
    """Open the source: its `RecordRow`."""

    def __init__(self, source: SourceView, *, report: bool = False) -> None:
        super().__init__()
        self._source = source
        moved = source.since == "moved"
        row = QHBoxLayout(framed(self, "notice" if moved else "soft-card"))
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(icon_label("practice" if report else "globe", "ochre-text" if moved else "teal"))
        said = self._report() if report else self._translation()
        row.addWidget(label(said, "strong" if moved else "", wrap=True), 1)
        if source.row is not None:
            look = button(self.tr("See"), "quiet")
            look.setAccessibleName(self.tr("See {0}").format(source.row.title))
            look.clicked.connect(lambda: self.source_chosen.emit(source.row))
            row.addWidget(look)

    def _translation(self) -> str:
        source = self._source
        if source.row is None:
            return self.tr("A translation of something that has not arrived yet.")
        origin = (
            self.tr("Translated from {0}.").format(language(source.language))
            if source.language
            else self.tr("Translated from: {0}").format(source.row.title)
        )
        return " ".join(one for one in (origin, self._since()) if one)

    def _report(self) -> str:
        source = self._source
        if source.row is None:
            return self.tr("A report on a practice that has not arrived yet.")
        return " ".join(
            one for one in (source.row.title or self.tr("(without a title)"), self._since()) if one
        )

    def _since(self) -> str:
        source = self._source
        if source.state == "in_bin":
            return self.tr("The original lies in the bin.")
        if source.since != "moved":
            return ""
        if source.steps and source.changed == ("steps",):
            numbers = ", ".join(map(str, source.steps))
            return self.tr("The original has changed since (step {0}).").format(numbers)
        entries = (field_of("practice", name) for name in source.changed)
        names = ", ".join(called(entry.label).lower() for entry in entries if entry is not None)
        return self.tr("The original has changed since ({0}).").format(names)
