"""Editors by the table of fields: what a field is called, which terms it offers, what its values are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLineEdit

from delve_desktop.domain.fields import Field, field_of
from delve_desktop.services import vocabularies
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.field_frame import FieldFrame
from delve_desktop.ui.widgets.word_chips import Switches, WordChips, complete

from . import editors
from .form import Editor, Form
from .money_edit import MoneyEdit
from .words import called, offered

FEW: Final = 9  # terms that all stand there to be switched


def editor(form: Form, field: str, hint: str = "", *, title: bool = False, least: int = 120) -> Editor:
    """The editor that fits a field of the form's kind, called as the table calls it."""
    entry = field_of(form.kind, field)
    if entry is None:
        raise ValueError(f"no field {field} in {form.kind}")  # a mistake in a form
    name = called(entry.label)
    if entry.merge == "text":
        made = editors.text(form, field, name, hint, least=least)
        made.widget.setAccessibleName(name)
        return replace(made, widget=FieldFrame(made.widget))  # of many fields each shows where it ends
    if entry.type == "money":
        return _money(form, field, name)
    if entry.type == "flag":
        return editors.flag(form, field, name)
    if entry.type == "date":
        return editors.date(form, field, name)
    listed = vocabularies.list_of(entry)
    if listed:
        return _listed(form, entry, name, listed, hint)
    if entry.merge == "set":
        return editors.members(form, field, name, hint or _tr("Type and press Enter"), entry.type)
    if entry.type == "line":
        return editors.line(form, field, name, hint, title=title)
    return editors.typed(form, field, name, entry.type, hint)


def _listed(form: Form, entry: Field, name: str, listed: str, hint: str) -> Editor:
    """A field whose values have words in a list."""
    words = offered(listed)
    if entry.merge == "scalar" and len(words) <= FEW:
        return switches(form, entry, name, words, single=True)
    if entry.merge == "scalar":
        return one_of(form, entry.name, name, listed, hint)
    if len(words) <= FEW:
        own = _tr("Something else: type it and press Enter") if vocabularies.is_open(listed) else ""
        return switches(form, entry, name, words, own)
    is_free = entry.type == "spoken" or vocabularies.is_open(listed)
    edit = WordChips(
        name, hint or _tr("First letters, then Enter"), words, _meaning(listed), own_words=is_free
    )
    edit.edited.connect(form.changed)
    return Editor(
        entry.name, name, edit, edit.terms, lambda value: edit.set_terms(list(map(str, value or ())))
    )


def switches(
    form: Form, entry: Field, name: str, words: dict[str, str], own_hint: str = "", *, single: bool = False
) -> Editor:
    """The terms of a short list, to be switched on; one at a time where `single`."""
    edit = Switches(name, words, own_hint, single=single)
    edit.edited.connect(form.changed)
    if single:
        return Editor(
            entry.name,
            name,
            edit,
            lambda: next(iter(edit.terms()), None),
            lambda value: edit.set_terms([str(value)] if value else []),
        )
    return Editor(
        entry.name, name, edit, edit.terms, lambda value: edit.set_terms(list(map(str, value or ())))
    )


def one_of(form: Form, field: str, name: str, listed: str, hint: str = "") -> Editor:
    """One term of a long list, found by its letters and shown by its words."""
    edit = QLineEdit()
    set_hint(edit, hint or _tr("First letters, then choose"))
    complete(edit, list(offered(listed).values()))
    edit.textChanged.connect(form.changed)
    meaning = _meaning(listed)

    def read() -> str | None:
        typed = edit.text().strip()
        return (meaning(typed) or typed) if typed else None

    def fill(value: Any) -> None:
        edit.setText(vocabularies.word(listed, str(value), QLocale().name()) if value else "")

    return Editor(field, name, edit, read, fill)


def _money(form: Form, field: str, name: str) -> Editor:
    edit = MoneyEdit(name)
    edit.edited.connect(form.changed)
    return Editor(field, name, edit, edit.value, edit.set_value)


def _meaning(listed: str) -> Callable[[str], str | None]:
    return lambda typed: vocabularies.meant(listed, typed, QLocale().name())


def _tr(text: str) -> str:
    return QCoreApplication.translate("editors", text)
