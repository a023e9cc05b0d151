"""Writing a contact."""

from __future__ import annotations

from typing import Any

from delve_desktop.ui.records import editors
from delve_desktop.ui.records.form import Editor, Form
from delve_desktop.ui.widgets.chips import ChipsEdit

from .words import categories, countries, language, language_code


def _languages(form: Form, name: str, hint: str) -> Editor:
    """Shown by name, kept by code."""
    edit = ChipsEdit(name, hint)
    edit.edited.connect(form.changed)

    def fill(value: Any) -> None:
        edit.set_members([language(str(code)) for code in value or ()])

    return Editor("languages", name, edit, lambda: [language_code(each) for each in edit.members], fill)


class ContactForm(Form):
    """Name and numbers first."""

    def __init__(self) -> None:
        super().__init__()
        self.add(editors.line(self, "name", self.tr("Name"), self.tr("Name"), title=True))
        self.add(editors.choice(self, "category", self.tr("Kind"), categories()))
        hint = self.tr("+255 … and press Enter")
        self.add(editors.members(self, "phones", self.tr("Phones"), hint, "phone"))
        hint = self.tr("name@example.org and press Enter")
        self.add(editors.members(self, "emails", self.tr("E-mails"), hint, "email"))
        self.add(editors.line(self, "organisation", self.tr("Organisation")))
        nowhere = {"": self.tr("Not said"), **countries()}
        self.add(editors.choice(self, "country", self.tr("Country"), nowhere))
        self.add(_languages(self, self.tr("Languages"), self.tr("Add a language and press Enter")))
        self.add(editors.text(self, "note", self.tr("Note"), least=120))
        self.end()
