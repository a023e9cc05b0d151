"""Pictures and files in the record pane: shown where a record is read, added where it is written."""

from __future__ import annotations

from typing import Any

from delve_desktop.domain.attachments import FIELD
from delve_desktop.domain.fields import field_of
from delve_desktop.services.views import DraftView, RecordView
from delve_desktop.ui.attachments.edit import AttachmentEdit
from delve_desktop.ui.attachments.inline_pictures import is_named, picture_of
from delve_desktop.ui.attachments.strip import AttachmentStrip
from delve_desktop.ui.desk import Desk

from .form import Editor, Form
from .reading import Reading
from .words import called


def show_files(desk: Desk, reading: Reading) -> None:
    """Put what is attached to a record below what it says, but for the pictures that stand in its text."""
    found = reading.field(FIELD)
    names = reading.inline | reading.inline_to_come()
    values = [value for value in found.value or () if not is_shown(value, names)] if found else []
    if values:
        reading.put_files(AttachmentStrip(desk, values))


def is_shown(value: Any, names: set[str]) -> bool:
    """Whether it stands in a text that is read, which has pictures of these names."""
    return isinstance(value, dict) and picture_of(value) is not None and is_named(value, names)


def form_for(
    desk: Desk,
    form: Form,
    kind: str,
    view: RecordView | None,
    draft: DraftView | None,
    given: dict[str, Any] | None,
) -> Form:
    """A form filled with what was typed before, or with what the record or the program brings."""
    give_files(desk, form, kind)
    form.given.update(given or {})
    form.load(view, draft.content if draft is not None else given)
    return form


def give_files(desk: Desk, form: Form, kind: str) -> None:
    """Let pictures and files be added in a form, where records of the kind take some."""
    field = field_of(kind, FIELD)
    if field is None:
        return
    edit = AttachmentEdit(desk)
    edit.edited.connect(form.changed)
    form.left.connect(edit.look_away)
    form.set_door(edit)
    made = Editor(FIELD, called(field.label), edit, edit.values, edit.set_values, coming=edit.coming)
    form.add_after_text(made)


def left(form: Form | None, *, held: bool = False) -> Form | None:
    """Tell a form that the person goes on to something else; there is no form then. Or hold it as well."""
    if form is not None:
        form.left.emit()
        if held:
            form.hold(held=True)
    return None
