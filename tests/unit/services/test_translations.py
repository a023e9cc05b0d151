"""A translation knows its source, and whether it has moved on."""

from __future__ import annotations

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import translations
from delve_desktop.services.records import add_record, delete_record, edit_record, open_record
from delve_desktop.services.session import Session
from delve_desktop.services.translations import changed_steps
from delve_desktop.services.views import ChangeMembers, EditText, SetValue, SourceView

from .test_interchange import SPACE, another_space

__all__ = ["another_space"]

STEPS = "1. **Wash.** Run the ore.\n2. **Pan.** Slowly."


def source(session: Session) -> RecordId:
    edits = [SetValue("title", "Gold"), SetValue("language", "en"), EditText("steps", STEPS)]
    return add_record(session, SPACE, "practice", edits)[0]


def translation(session: Session, of: RecordId, *, heads: list[str] | None = None, space=SPACE) -> RecordId:
    seen = [head.hex() for head in open_record(session, of).heads] if heads is None else heads
    edits = [SetValue("translation_of", {"record": of.hex(), "heads": seen}), SetValue("language", "fr")]
    return add_record(session, space, "practice", edits)[0]


def source_of(session: Session, record: RecordId) -> SourceView:
    found = translations.source_of(session, record)
    assert found is not None
    return found


def test_a_translation_of_the_version_that_stands_is_up_to_date(session):
    first = source(session)
    found = source_of(session, translation(session, first))
    assert (found.record, found.state, found.language, found.since) == (first, "here", "en", "same")


def test_a_source_that_says_something_else_has_moved_on(session):
    first = source(session)
    second = translation(session, first)
    edit_record(session, first, [EditText("steps", STEPS.replace("Slowly.", "Very slowly."))])
    found = source_of(session, second)
    assert (found.since, found.changed, found.steps) == ("moved", ("steps",), (2,))
    assert open_record(session, second).source == found
    edit_record(session, first, [EditText("steps", STEPS)])
    assert source_of(session, second).since == "same", "it came back to the same words"


def test_what_is_no_word_of_it_does_not_make_it_move(session):
    first = source(session)
    second = translation(session, first)
    edit_record(session, first, [ChangeMembers("minerals", ("gold",)), SetValue("state", "submitted")])
    assert source_of(session, second).since == "same"


def test_nothing_is_said_of_a_version_that_was_not_named_or_is_not_here(session):
    first = source(session)
    assert source_of(session, translation(session, first, heads=[])).since == "unknown"
    assert source_of(session, translation(session, first, heads=["cd" * 32])).since == "unknown"


def test_a_source_in_the_bin_in_another_space_or_not_here(session, another_space):
    first = source(session)
    second = translation(session, first)
    assert source_of(session, translation(session, first, space=another_space)).state == "missing"
    delete_record(session, first)
    assert source_of(session, second).state == "in_bin"
    lost, _ = add_record(session, SPACE, "practice", [SetValue("translation_of", {"record": "ab" * 32})])
    assert (source_of(session, lost).state, source_of(session, lost).row) == ("missing", None)
    assert translations.source_of(session, first) is None


def test_the_languages_of_a_practice_are_its_own_and_those_of_its_translations(session):
    first = source(session)
    second = translation(session, first)
    assert open_record(session, first).languages == ("en", "fr")
    assert open_record(session, second).languages == ("en", "fr")
    delete_record(session, second)
    assert open_record(session, first).languages == ("en",)


def test_an_adoption_knows_whether_the_practice_changed(session):
    first = source(session)
    heads = [head.hex() for head in open_record(session, first).heads]
    link = SetValue("practice", {"record": first.hex(), "heads": heads})
    one, _ = add_record(session, SPACE, "adoption", [link, SetValue("result", "works")])
    edit_record(session, first, [EditText("steps", STEPS + "\n3. **Melt.** With borax.")])
    found = source_of(session, one)
    assert (found.since, found.steps) == ("moved", (3,))


def test_changed_steps_are_told_by_their_numbers():
    assert changed_steps("1. a\n2. b", "1. a\n2. c\n3. d") == (2, 3)
    assert changed_steps("1. a\n2. b", "1. a") == ()
