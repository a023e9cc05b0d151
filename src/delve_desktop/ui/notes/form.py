"""Writing a note: plain Markdown for now, the fields below it."""

from __future__ import annotations

from delve_desktop.ui.records import editors
from delve_desktop.ui.records.form import Form

from .words import sensitivities


class NoteForm(Form):
    """Title and text first: the rest can wait."""

    def __init__(self) -> None:
        super().__init__()
        self.add(editors.line(self, "title", self.tr("Title"), self.tr("Title"), title=True))
        self.add(
            editors.text(
                self, "text", self.tr("Text"), self.tr("What happened, what was said, what is needed …")
            )
        )
        self.add(editors.members(self, "themes", self.tr("Themes"), self.tr("Add a theme and press Enter")))
        self.add(editors.line(self, "place", self.tr("Place"), self.tr("Village, mine, district")))
        self.add(editors.date(self, "date", self.tr("Date of the event")))
        self.add(editors.choice(self, "sensitivity", self.tr("Who may see it"), sensitivities()))
        self.end()
