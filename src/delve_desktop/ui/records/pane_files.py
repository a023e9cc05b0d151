"""Pictures and files in the record pane: shown where a record is read, added where it is written."""

from __future__ import annotations

from delve_desktop.domain.attachments import FIELD
from delve_desktop.domain.fields import field_of
from delve_desktop.ui.attachments.edit import AttachmentEdit
from delve_desktop.ui.attachments.strip import AttachmentStrip
from delve_desktop.ui.desk import Desk

from .form import Editor, Form
from .reading import Reading
from .words import called


def show_files(desk: Desk, reading: Reading) -> None:
    """Put what is attached to a record below what it says."""
    found = reading.field(FIELD)
    if found is not None and found.value:
        reading.put_files(AttachmentStrip(desk, found.value))


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


def left(form: Form | None) -> Form | None:
    """Tell a form that the person goes on to something else; there is no form then."""
    if form is not None:
        form.left.emit()
    return None
