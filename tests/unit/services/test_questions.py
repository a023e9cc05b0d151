"""Questions and answers: threads under a record, and what still waits for an answer."""

from __future__ import annotations

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.questions import open_questions, thread, waiting
from delve_desktop.services.records import add_record, delete_record, edit_record, open_record, put_back
from delve_desktop.services.session import Session
from delve_desktop.services.views import EditText, SetValue

from .test_interchange import SPACE, another_space

__all__ = ["another_space"]


def note(session: Session, space=SPACE) -> RecordId:
    return add_record(session, space, "note", [SetValue("title", "Pump")])[0]


def said(session: Session, text: str, space=SPACE, **fields: object) -> RecordId:
    edits = [SetValue(name, value) for name, value in fields.items()]
    return add_record(session, space, "comment", [EditText("text", text), *edits])[0]


def told(session: Session, record: RecordId) -> list[tuple[str, list[str]]]:
    return [(one.comment.text, [each.text for each in one.answers]) for one in thread(session, record)]


def test_a_question_and_its_answers_are_one_thread(session):
    pump = note(session)
    asked = said(session, "How deep?", about=pump.hex(), asks=True, field="text")
    answer = said(session, "Ten metres.", about=pump.hex(), answers=asked.hex())
    said(session, "Nine with us.", answers=answer.hex())  # names only what it answers
    said(session, "Well told.", about=pump.hex())
    found = {first: sorted(rest) for first, rest in told(session, pump)}
    assert found == {"How deep?": ["Nine with us.", "Ten metres."], "Well told.": []}
    assert open_record(session, pump).remarks == thread(session, pump)


def test_a_question_waits_until_it_is_answered(session):
    pump = note(session)
    asked = said(session, "How deep?", about=pump.hex(), asks=True)
    said(session, "Well told.", about=pump.hex())
    (waits,) = open_questions(session, SPACE)
    assert waits.about is not None
    assert (waits.comment.row.id, waits.about.id) == (asked, pump)
    assert [one.row.id for one in waiting(thread(session, pump))] == [asked]
    answer = said(session, "Ten.", about=pump.hex(), answers=asked.hex())
    assert open_questions(session, SPACE) == []
    assert waiting(thread(session, pump)) == []
    delete_record(session, answer)
    assert len(open_questions(session, SPACE)) == 1
    put_back(session, answer)
    assert open_questions(session, SPACE) == []


def test_a_question_that_is_called_answered_waits_no_more(session):
    pump = note(session)
    asked = said(session, "How deep?", about=pump.hex(), asks=True)
    edit_record(session, asked, [SetValue("settled", True)])
    assert open_questions(session, SPACE) == []
    assert waiting(thread(session, pump)) == []


def test_a_question_about_what_is_not_here_waits_and_one_about_the_bin_does_not(session):
    pump = note(session)
    said(session, "About what comes later?", about="ab" * 32, asks=True)
    said(session, "About the pump?", about=pump.hex(), asks=True)
    delete_record(session, pump)
    (waits,) = open_questions(session, SPACE)
    assert (waits.comment.text, waits.about) == ("About what comes later?", None)


def test_questions_of_another_space_are_its_own(session, another_space):
    pump = note(session, another_space)
    said(session, "How deep?", another_space, about=pump.hex(), asks=True)
    assert open_questions(session, SPACE) == []
    assert len(open_questions(session, another_space)) == 1


def test_a_question_about_a_record_of_another_space_names_none(session, another_space):
    """Nobody can ask so in the window; whoever makes it by hand learns nothing of the other space."""
    said(session, "How deep?", about=note(session, another_space).hex(), asks=True)
    (waits,) = open_questions(session, SPACE)
    assert waits.about is None


def test_the_newest_come_first_and_no_more_than_asked_for(session):
    pump = note(session)
    for number in range(60):
        said(session, f"Remark {number}", about=pump.hex())
        said(session, f"Question {number}", about=pump.hex(), asks=True)
    found = open_questions(session, SPACE, limit=55)
    assert [one.comment.text for one in found] == [f"Question {number}" for number in range(59, 4, -1)]


def test_answers_in_a_circle_are_all_shown(session):
    pump = note(session)
    one = said(session, "One", about=pump.hex())
    two = said(session, "Two", about=pump.hex(), answers=one.hex())
    edit_record(session, one, [SetValue("answers", two.hex())])
    texts = [text for first, rest in told(session, pump) for text in (first, *rest)]
    assert sorted(texts) == ["One", "Two"]
