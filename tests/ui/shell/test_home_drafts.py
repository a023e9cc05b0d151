"""What was begun and not finished stands among what needs the person, and leads on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from delve_desktop.services import drafts, records
from delve_desktop.ui.records.comment_box import CommentBox
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


def told(shell: Shell) -> str:
    return "\n".join(one.text() for one in shell.home.needs.findChildren(QLabel) if one.isVisible())


def go_on(shell: Shell, what: str, settle: Wait) -> None:
    found = [one for one in shell.home.needs.findChildren(QPushButton) if what in one.accessibleName()]
    found[-1].click()
    settle()


def at_home(shell: Shell, settle: Wait) -> str:
    shell.go(Section.CONTACTS)
    shell.go(Section.HOME)
    settle()
    return told(shell)


def test_a_new_record_that_was_begun_is_listed_and_gone_on_with(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    assert "Nothing, for now." in at_home(shell, settle)
    drafts.save_draft(cases.session, SPACE, None, "note", {"title": "Rope of shaft 3"})
    said = at_home(shell, settle)
    assert "Nothing, for now." not in said
    assert "You had begun “Rope of shaft 3”" in said
    go_on(shell, "Rope of shaft 3", settle)
    assert shell.section is Section.NOTES
    assert shell.pane.form is not None
    assert shell.pane.form.content()["title"] == "Rope of shaft 3"


def test_words_in_a_record_and_a_question_lead_to_the_record(
    shell: Shell, cases: StandIn, settle: Wait
) -> None:
    contact = add(cases.session, SPACE, "contact", name="Neema")
    heads = records.open_record(cases.session, contact).heads
    drafts.save_draft(cases.session, SPACE, contact, "contact", {"name": "Neema L."}, None, heads)
    note = add(cases.session, SPACE, "note", title="Pump")
    asked = {"about": note.hex(), "text": "How deep?"}
    drafts.save_draft(cases.session, SPACE, None, "comment", asked)
    at_home(shell, settle)
    go_on(shell, "Neema L.", settle)
    assert (shell.section, shell.pane.record) == (Section.CONTACTS, contact)
    assert "Your words are kept" in shell.pane.bar.text
    at_home(shell, settle)
    go_on(shell, "not handed in", settle)
    assert (shell.section, shell.pane.record) == (Section.NOTES, note)
    (box,) = shell.pane.findChildren(CommentBox)
    assert box.findChildren(QPlainTextEdit)[0].toPlainText() == "How deep?"
