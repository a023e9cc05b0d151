"""How each kind of record is read and written: the screens, handed to the pane, which knows none of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from delve_desktop.ui.contacts import ContactForm, ContactReading
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.notes import NoteForm, NoteReading
from delve_desktop.ui.practices import AdoptionForm, AdoptionReading, PracticeForm, PracticeReading
from delve_desktop.ui.records.comment import CommentForm, CommentReading
from delve_desktop.ui.records.kinds import KindScreen


def kind_screens(desk: Desk) -> dict[str, KindScreen]:
    """Every kind that this version knows."""
    screens = (
        KindScreen("note", "note", _tr("Note"), NoteReading, lambda: NoteForm(desk)),
        KindScreen("practice", "practice", _tr("Practice"), PracticeReading, lambda: PracticeForm(desk)),
        KindScreen("contact", "contact", _tr("Contact"), ContactReading, lambda: ContactForm(desk)),
        KindScreen("adoption", "check", _tr("We tried this"), AdoptionReading, lambda: AdoptionForm(desk)),
        KindScreen("comment", "chat", _tr("Question or answer"), CommentReading, CommentForm),
    )
    return {screen.kind: screen for screen in screens}


def _tr(text: str) -> str:
    return QCoreApplication.translate("shell", text)
