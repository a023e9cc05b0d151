"""Writing a note: its title, what it is about, its text; the rest can wait behind a fold."""

from __future__ import annotations

from dataclasses import replace

from delve_desktop.domain.fields import FIELDS, NOTE
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records import editors
from delve_desktop.ui.records.form import Editor, Form
from delve_desktop.ui.records.link_editors import links
from delve_desktop.ui.records.words import called

from .about_row import AboutRow
from .words import sensitivities


class NoteForm(Form):
    """As a note reads, but to be written in. Without a desk no other record can be looked for."""

    def __init__(self, desk: Desk | None = None) -> None:
        super().__init__(NOTE)
        names = {one.name: called(one.label) for one in FIELDS[NOTE]}
        self.add(editors.line(self, "title", names["title"], names["title"], title=True))
        self._about = AboutRow()
        self._about.edited.connect(self.changed)
        self.show_between(self._about)
        about = self._about
        self.know(Editor("place", names["place"], about.place_part, about.place, about.set_place))
        self.know(Editor("themes", names["themes"], about, about.themes, about.set_themes))
        text = editors.text(
            self, "text", names["text"], self.tr("What happened, what was said, what is needed …")
        )
        self.add(replace(text, caption=False))
        self.fold(self.tr("More: date, links, who may see it"))
        self.add(editors.date(self, "date", names["date"]))
        if desk is not None:
            self.add(links(self, "links", desk))
        self.add(editors.choice(self, "sensitivity", names["sensitivity"], sensitivities()))
        self.end()
