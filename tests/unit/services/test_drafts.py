from __future__ import annotations

from pathlib import Path

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.errors import InvalidContent, NotFound
from delve_desktop.domain.ids import OpId, RecordId, SpaceId
from delve_desktop.domain.ops import Write
from delve_desktop.services import drafts, records
from delve_desktop.services.session import Session, open_vault
from delve_desktop.services.views import EditText, SetValue

from .conftest import PASSPHRASE, SPACE
from .test_records import TEXT, arrive, field


def test_inv01_a_draft_survives_closing_without_any_goodbye(session: Session, tmp_path: Path) -> None:
    drafts.save_draft(session, SPACE, None, "note", {"title": "Half a th"})
    session.close()
    again = open_vault(tmp_path / "vault", PASSPHRASE)
    assert [draft.content for draft in drafts.list_drafts(again, SPACE)] == [{"title": "Half a th"}]
    again.close()


def test_a_committed_draft_becomes_one_op_and_is_gone(session: Session) -> None:
    content = {"title": "Visit", "text": TEXT, "themes": ["safety"], "place": ""}
    number = drafts.save_draft(session, SPACE, None, "note", content)
    done = drafts.commit_draft(session, number)
    assert done is not None
    assert drafts.list_drafts(session, SPACE) == []
    assert len(records.history(session, done[0])) == 1
    assert field(records.open_record(session, done[0]), "text").value == TEXT


def test_a_draft_that_says_nothing_new_writes_no_op(session: Session) -> None:
    edits = [SetValue("title", "Visit"), EditText("text", TEXT)]
    record, _ = records.add_record(session, SPACE, "note", edits)
    view = records.open_record(session, record)
    content = {"title": "Visit", "text": TEXT, "themes": [], "place": "", "date": None}
    number = drafts.save_draft(session, SPACE, record, "note", content, seen_heads=view.heads)
    assert drafts.commit_draft(session, number) is None
    assert len(records.history(session, record)) == 1
    empty = drafts.save_draft(session, SPACE, None, "note", {"title": "", "text": ""})
    assert drafts.commit_draft(session, empty) is None


def test_what_arrived_while_typing_is_merged_not_overwritten(session: Session) -> None:
    record, _ = records.add_record(session, SPACE, "note", [SetValue("title", "A"), EditText("text", TEXT)])
    heads = records.open_record(session, record).heads
    content = {"title": "A typed", "text": TEXT.replace("a rope", "two ropes")}
    number = drafts.save_draft(session, SPACE, record, "note", content, seen_heads=heads)
    theirs = (Write("title", ops.PUT, "B"), Write("text", ops.TEXT, TEXT.replace("hands", "face")))
    arrive(session, *theirs, parents=heads)
    drafts.commit_draft(session, number)
    view = records.open_record(session, record)
    assert {version.value for version in field(view, "title").versions} == {"A typed", "B"}
    assert field(view, "text").value == TEXT.replace("a rope", "two ropes").replace("hands", "face")


def test_a_draft_that_does_not_fit_stays(session: Session) -> None:
    number = drafts.save_draft(session, SPACE, None, "note", {"title": "Visit", "date": "soon"})
    with pytest.raises(InvalidContent):
        drafts.commit_draft(session, number)
    assert [draft.id for draft in drafts.list_drafts(session, SPACE)] == [number]


def test_a_late_save_of_a_finished_draft_lands_nowhere_else(session: Session) -> None:
    first = drafts.save_draft(session, SPACE, None, "note", {"title": "one"})
    drafts.commit_draft(session, first)
    second = drafts.save_draft(session, SPACE, None, "note", {"title": "two"})
    with pytest.raises(NotFound):
        drafts.save_draft(session, SPACE, None, "note", {"title": "late"}, first)
    assert [draft.id for draft in drafts.list_drafts(session, SPACE)] == [second]


def test_the_draft_of_a_record_is_found_by_the_record(session: Session) -> None:
    record, _ = records.add_record(session, SPACE, "note", [SetValue("title", "A")])
    drafts.save_draft(session, SPACE, record, "note", {"title": "B"})
    found = drafts.open_draft(session, record)
    assert found is not None
    assert found.content == {"title": "B"}


def test_inv05_the_draft_begun_last_comes_first_whatever_the_clock_says(session: Session) -> None:
    record, _ = records.add_record(session, SPACE, "note", [SetValue("title", "A")])
    for hours, title in ((9, "first"), (3, "second")):  # the clock was put back in between
        session.clock = lambda hours=hours: hours * 3600.0
        drafts.save_draft(session, SPACE, record, "note", {"title": title})
    found = drafts.open_draft(session, record)
    assert found is not None
    assert found.content == {"title": "second"}
    assert [one.content["title"] for one in drafts.list_drafts(session, SPACE)] == ["second", "first"]


def test_a_draft_written_again_keeps_the_heads_it_began_with(session: Session) -> None:
    record, _ = records.add_record(session, SPACE, "note", [SetValue("place", "Geita")])
    heads = records.open_record(session, record).heads
    draft = drafts.save_draft(session, SPACE, record, "note", {"place": "Kahama"}, None, heads)
    records.edit_record(session, record, [SetValue("place", "Mwanza")])
    assert drafts.save_draft(session, SPACE, record, "note", {"place": "Kahama!"}, draft) == draft
    drafts.commit_draft(session, draft)
    (dispute,) = records.disputes(session, SPACE)
    assert {version.value for version in dispute.versions} == {"Kahama!", "Mwanza"}


def test_half_a_surrogate_pair_is_no_text_and_leaves_the_draft_as_it_was(session: Session) -> None:
    number = drafts.save_draft(session, SPACE, None, "note", {"title": "Half"})
    with pytest.raises(InvalidContent):
        drafts.save_draft(session, SPACE, None, "note", {"title": "Half \ud83d"}, number)
    assert [draft.content for draft in drafts.list_drafts(session, SPACE)] == [{"title": "Half"}]


def test_inv13_a_record_that_cannot_be_read_yet_cannot_be_written(session: Session) -> None:
    """Its first op is not here, or not decrypted: an edit would overwrite what nobody here has seen."""
    hidden = OpId(b"h" * 32)
    arrive(session, Write("title", ops.PUT, "theirs"), parents=(hidden,))
    record = RecordId(hidden)
    content = {"title": "mine"}
    number = drafts.save_draft(session, SPACE, record, "note", content, seen_heads=[hidden])
    with pytest.raises(NotFound):
        drafts.commit_draft(session, number)
    with pytest.raises(NotFound):
        records.edit_record(session, record, [SetValue("title", "mine")])
    with session.vault.read() as unit:
        assert unit.outgoing_count(SPACE) == 0
        assert unit.parked_count(SPACE) == 1
    assert [draft.content for draft in drafts.list_drafts(session, SPACE)] == [content]


def test_a_draft_for_a_space_that_is_not_here_stays_a_draft(session: Session) -> None:
    elsewhere = SpaceId(b"e" * 16)
    number = drafts.save_draft(session, elsewhere, None, "note", {"title": "lost?"})
    with pytest.raises(NotFound):
        drafts.commit_draft(session, number)
    assert [draft.id for draft in drafts.list_drafts(session, elsewhere)] == [number]
