"""Writing a contact: name and numbers first, what an address book adds last."""

from __future__ import annotations

from typing import Any

from delve_desktop.domain.fields import CONTACT, field_of
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.field_editors import editor
from delve_desktop.ui.records.form import Editor, Form
from delve_desktop.ui.records.link_editors import links
from delve_desktop.ui.records.words import called

from .ways_edit import WaysEdit


class ContactForm(Form):
    """A person or an organisation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(CONTACT)
        self.add(editor(self, "name", called("Name"), title=True))
        self.add(editor(self, "category"))
        self.add(self._ways("phones", self.tr("Another number")))
        self.add(self._ways("emails", self.tr("Another e-mail")))
        self.section(self.tr("Where they belong"))
        self.add(editor(self, "role"), editor(self, "organisation"))
        self.add(links(self, "association", desk, kind=CONTACT))
        self.add(editor(self, "country"))
        self.add(editor(self, "languages", self.tr("Add a language and press Enter")))
        self.add(self._ways("addresses", self.tr("Another address")))
        self.section(self.tr("What else"))
        self.add(editor(self, "note"))
        self.add(editor(self, "minerals"))
        self.add(editor(self, "tags"))
        self.add(editor(self, "nicknames"), editor(self, "birthday"))
        self.add(editor(self, "websites", "https://example.org"))
        self.add(links(self, "links", desk))
        self.section(self.tr("Who may know"))
        self.add(editor(self, "consent"))
        self.add(editor(self, "consent_date"))
        self.add(editor(self, "sensitivity"))
        self.end()

    def _ways(self, field: str, add: str) -> Editor:
        entry = field_of(CONTACT, field)
        if entry is None:
            raise ValueError(f"no field {field}")  # a mistake in this form
        name = called(entry.label)
        edit = WaysEdit(name, entry.type, add)
        edit.edited.connect(self.changed)

        def fill(value: Any) -> None:
            edit.set_values(value or ())

        return Editor(field, name, edit, edit.values, fill)
