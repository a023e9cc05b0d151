from __future__ import annotations

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.errors import InvalidContent, Mistaken, NotFound
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, op_id
from delve_desktop.domain.ops import Op, Write
from delve_desktop.services import records
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers, EditText, FieldView, RecordView, SetValue
from delve_desktop.store.rows import IncomingOp

from .conftest import SPACE

NEEMA = DeviceId(b"n" * 32)
TEXT = "Wash your hands.\n\nBring a rope.\n\nLeave before the rains."


def arrive(session: Session, *writes: Write, parents: tuple[OpId, ...], action: int = ops.EDIT) -> OpId:
    """An op of Neema's laptop comes in."""
    op = Op(1, 1, 1000, parents, "", b"", action, writes)
    body = ops.encode(op)
    own = op_id(SPACE, NEEMA, body)
    with session.vault.write() as unit:
        unit.apply_ops(SPACE, [IncomingOp(own, NEEMA, body, op, 1)])
    return own


def field(view: RecordView, name: str) -> FieldView:
    return next(one for one in view.fields if one.name == name)


@pytest.fixture
def note(session: Session) -> RecordId:
    edits = [SetValue("title", "Visit"), EditText("text", TEXT), ChangeMembers("themes", ("safety",))]
    return records.add_record(session, SPACE, "note", edits)[0]


def test_a_record_shows_what_was_written(session: Session, note: RecordId) -> None:
    view = records.open_record(session, note)
    assert view.title == "Visit"
    assert field(view, "text").value == TEXT
    assert field(view, "themes").value == ["safety"]
    assert field(view, "place").value is None
    assert view.unsent


def test_a_change_is_told_once_it_has_committed(session: Session, note: RecordId) -> None:
    heard: list[tuple[ChangeSummary, str]] = []

    def listen(summary: ChangeSummary) -> None:
        heard.append((summary, records.open_record(session, note).title))

    session.notices.subscribe(listen)
    returned = records.edit_record(session, note, [SetValue("title", "Visit 2")], actor="pane")
    assert heard == [(returned, "Visit 2")]
    assert (returned.origin, returned.actor, returned.records) == ("local", "pane", {note})


def test_saving_what_is_there_already_writes_no_op(session: Session, note: RecordId) -> None:
    heads = records.open_record(session, note).heads
    same = [SetValue("title", "Visit"), EditText("text", TEXT), ChangeMembers("themes", ("safety",))]
    assert not records.edit_record(session, note, same).records
    assert records.open_record(session, note).heads == heads


def test_inv07_two_values_stay_until_a_write_of_the_same_field(session: Session, note: RecordId) -> None:
    heads = records.open_record(session, note).heads
    records.edit_record(session, note, [SetValue("title", "Mine")])
    arrive(session, Write("title", ops.PUT, "Theirs"), parents=heads)
    title = field(records.open_record(session, note), "title")
    assert title.disputed
    assert {version.value for version in title.versions} == {"Mine", "Theirs"}

    records.edit_record(session, note, [SetValue("place", "Geita")])  # another field settles nothing
    assert field(records.open_record(session, note), "title").disputed
    assert [dispute.field for dispute in records.disputes(session, SPACE)] == ["title"]

    theirs = next(version for version in title.versions if version.value == "Theirs")
    records.settle(session, note, "title", keep=theirs.id)
    title = field(records.open_record(session, note), "title")
    assert (title.value, title.disputed) == ("Theirs", False)
    assert records.disputes(session, SPACE) == []


def test_editing_a_disputed_field_keeps_what_the_person_did_not_start_from(
    session: Session, note: RecordId
) -> None:
    heads = records.open_record(session, note).heads
    records.edit_record(session, note, [SetValue("title", "Mine")])
    arrive(session, Write("title", ops.PUT, "Theirs"), parents=heads)
    mine = next(v for v in field(records.open_record(session, note), "title").versions if v.mine)
    records.edit_record(session, note, [SetValue("title", "Mine, better", mine.id)])
    values = {v.value for v in field(records.open_record(session, note), "title").versions}
    assert values == {"Mine, better", "Theirs"}


def test_paragraphs_apart_join_and_touching_ones_become_a_block(session: Session, note: RecordId) -> None:
    heads = records.open_record(session, note).heads
    records.edit_record(session, note, [EditText("text", TEXT.replace("a rope", "two ropes"))])
    theirs = TEXT.replace("your hands", "your hands with soap")
    arrive(session, Write("text", ops.TEXT, theirs), parents=heads)
    text = field(records.open_record(session, note), "text")
    assert not text.disputed
    assert text.value == theirs.replace("a rope", "two ropes")
    assert records.record_row(session, note).disputes == 0

    arrive(session, Write("text", ops.TEXT, TEXT.replace("a rope", "no rope")), parents=heads)
    text = field(records.open_record(session, note), "text")
    assert text.disputed
    blocks = [passage for passage in text.passages if len(passage.alternatives) > 1]
    assert [set(block.alternatives) for block in blocks] == [{("Bring two ropes.",), ("Bring no rope.",)}]
    assert records.record_row(session, note).disputes == 1


def test_an_edit_outside_a_block_leaves_the_block_and_one_inside_settles_it(
    session: Session, note: RecordId
) -> None:
    heads = records.open_record(session, note).heads
    records.edit_record(session, note, [EditText("text", TEXT.replace("a rope", "two ropes"))])
    arrive(session, Write("text", ops.TEXT, TEXT.replace("a rope", "no rope")), parents=heads)

    seen = field(records.open_record(session, note), "text")
    records.edit_record(session, note, [EditText("text", seen.value.replace("rains", "long rains"))])
    outside = field(records.open_record(session, note), "text")
    assert outside.disputed
    # who wrote the words in the block is named, not who saved beside it
    assert {(version.mine, "no rope" in version.value) for version in outside.versions} == {
        (True, False),
        (False, True),
    }
    (block,) = [passage for passage in outside.passages if passage.authors]
    theirs = block.alternatives.index(("Bring no rope.",))
    assert block.authors[theirs] == NEEMA.hex()[:8]
    assert "long rains" in outside.value

    keep = next(version for version in outside.versions if "no rope" in version.value)
    records.settle(session, note, "text", keep=keep.id)
    settled = field(records.open_record(session, note), "text")
    assert settled.value == TEXT.replace("a rope", "no rope").replace("rains", "long rains")
    assert not settled.disputed


def test_a_deleted_record_is_in_the_bin_and_can_be_put_back(session: Session, note: RecordId) -> None:
    records.delete_record(session, note)
    assert records.list_records(session, SPACE).rows == ()
    assert [row.id for row in records.list_records(session, SPACE, in_bin=True).rows] == [note]
    records.put_back(session, note)
    assert [row.id for row in records.list_records(session, SPACE).rows] == [note]


def test_history_names_every_change_and_restore_is_a_new_one(session: Session, note: RecordId) -> None:
    records.edit_record(session, note, [SetValue("title", "Visit 2"), EditText("text", "Gone")])
    records.delete_record(session, note)
    entries = records.history(session, note)
    assert [entry.action for entry in entries] == ["delete", "edit", "create"]
    assert entries[1].fields == ("title", "text")
    records.restore(session, note, entries[2].op)
    view = records.open_record(session, note)
    assert (view.title, field(view, "text").value, view.in_bin) == ("Visit", TEXT, False)
    assert len(records.history(session, note)) == 4
    assert records.version_fields(session, note, entries[1].op).fields[0].value == "Visit 2"


def test_inv07_a_restore_does_not_overwrite_what_came_in_after_it_was_seen(
    session: Session, note: RecordId
) -> None:
    first = records.history(session, note)[0].op
    records.edit_record(session, note, [SetValue("title", "Visit 2")])
    seen = records.open_record(session, note).heads
    arrive(session, Write("title", ops.PUT, "Theirs"), parents=seen)
    records.restore(session, note, first, seen_heads=seen)
    title = field(records.open_record(session, note), "title")
    assert {version.value for version in title.versions} == {"Visit", "Theirs"}


def test_a_value_that_does_not_fit_changes_nothing(session: Session, note: RecordId) -> None:
    with pytest.raises(InvalidContent):
        records.edit_record(session, note, [SetValue("place", "Geita"), SetValue("date", "soon")])
    assert field(records.open_record(session, note), "place").value is None


def test_a_field_given_twice_is_refused(session: Session) -> None:
    with pytest.raises(Mistaken):
        records.add_record(session, SPACE, "note", [SetValue("title", "a"), SetValue("title", "b")])


def test_unknown_kinds_and_fields_are_kept(session: Session) -> None:
    edits = [SetValue("title", "Kofi"), SetValue("phone", "+33 1"), ChangeMembers("tools", ("pan", "pan"))]
    record, _ = records.add_record(session, SPACE, "visit", edits)
    view = records.open_record(session, record)
    assert {one.name: one.value for one in view.fields} == {
        "title": "Kofi",
        "phone": "+33 1",
        "tools": ["pan"],
    }


def test_the_same_origin_is_the_same_record(session: Session) -> None:
    one, _ = records.add_record(session, SPACE, "note", [SetValue("title", "a")], origin=b"card-1")
    two, _ = records.add_record(session, SPACE, "note", [SetValue("title", "b")], origin=b"card-1")
    assert one == two
    assert field(records.open_record(session, one), "title").disputed


def test_lists_filter_by_value_and_go_on_where_they_stopped(session: Session) -> None:
    for number in range(7):
        place = "Geita" if number % 2 else "Mwanza"
        records.add_record(session, SPACE, "note", [SetValue("title", str(number)), SetValue("place", place)])
    first = records.list_records(session, SPACE, "note", where={"place": "Mwanza"}, limit=3)
    rest = records.list_records(session, SPACE, "note", where={"place": "Mwanza"}, limit=3, after=first.after)
    assert [row.title for row in first.rows + rest.rows] == ["6", "4", "2", "0"]
    assert rest.after is None


def test_a_record_that_is_not_there_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        records.open_record(session, RecordId(bytes(32)))


def test_a_change_that_others_could_not_read_is_not_written(session: Session, note: RecordId) -> None:
    """Over a limit of the format, an op would make its record unreadable on every laptop, its own too."""
    too_many = [SetValue(f"column {number}", "x") for number in range(ops.MAX_WRITES + 1)]
    with pytest.raises(InvalidContent):
        records.edit_record(session, note, too_many)
    with pytest.raises(InvalidContent):
        records.add_record(session, SPACE, "note", too_many)
    with pytest.raises(InvalidContent):
        records.add_record(session, SPACE, "note", [SetValue("title", "x")], origin=b"x" * 513)
    assert len(records.history(session, note)) == 1
    arrive(session, Write("place", ops.PUT, "Geita"), parents=(OpId(note),))
    assert records.open_record(session, note).title == "Visit"


def test_more_versions_than_an_op_can_have_parents_are_settled_all_the_same(
    session: Session, note: RecordId
) -> None:
    for number in range(ops.MAX_PARENTS * 2 + 5):
        arrive(session, Write("place", ops.PUT, f"shaft {number}"), parents=(OpId(note),))
    records.settle(session, note, "place", value="Geita")
    view = records.open_record(session, note)
    assert field(view, "place").value == "Geita"
    assert not field(view, "place").disputed
    assert len(view.heads) == 1
    arrive(session, Write("title", ops.PUT, "later"), parents=(OpId(note),))  # merged anew from every op
    assert field(records.open_record(session, note), "place").value == "Geita"


@pytest.mark.parametrize("keeping", [True, False])
def test_inv07_a_decision_leaves_what_came_in_after_it_was_seen(session: Session, keeping: bool) -> None:
    note, _ = records.add_record(session, SPACE, "note", [SetValue("title", "A")])
    first = records.open_record(session, note).heads
    for words in ("B", "C"):
        records.edit_record(session, note, [SetValue("title", words)], seen_heads=first)
    seen = records.open_record(session, note)
    records.edit_record(session, note, [SetValue("title", "late")], seen_heads=first)
    title = next(field for field in seen.fields if field.name == "title")
    kept = next(version for version in title.versions if version.value == "B")
    if keeping:
        records.settle(session, note, "title", keep=kept.id, seen_heads=seen.heads)
    else:
        records.settle(session, note, "title", value="B", seen_heads=seen.heads)
    title = next(field for field in records.open_record(session, note).fields if field.name == "title")
    assert {version.value for version in title.versions} == {"B", "late"}


def test_every_dispute_is_found_however_many_there_are(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "SCAN", 2)
    made = []
    for number in range(5):
        note, _ = records.add_record(session, SPACE, "note", [SetValue("title", f"{number}")])
        seen = records.open_record(session, note).heads
        for words in ("mine", "yours"):
            records.edit_record(session, note, [SetValue("title", words)], seen_heads=seen)
        made.append(note)
    assert [one.record for one in records.disputes(session, SPACE)] == made[::-1]
