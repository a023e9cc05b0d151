from __future__ import annotations

import io
import json
from contextlib import nullcontext

import pytest

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services.exporting import export_lines
from delve_desktop.services.interchange import BATCH, Source, import_items
from delve_desktop.services.records import (
    counts,
    delete_record,
    disputes,
    edit_record,
    history,
    list_records,
    open_record,
    settle,
)
from delve_desktop.services.views import ChangeMembers, SetValue

SPACE = SpaceId(b"s" * 16)  # as in the session fixture
NOTE = {
    "kind": "note",
    "title": "Pump",
    "text": "It leaks.\nAsk Awa.",
    "themes": ["water", "gold"],
    "place": "Geita",
    "origin": "case/1",
}


@pytest.fixture
def space():
    return SPACE


@pytest.fixture
def another_space(session):
    other = SpaceId(b"t" * 16)
    with session.vault.write() as unit:
        unit.add_space(other, "Other", "active", None)
    return other


def source(*items, name="records.jsonl"):
    data = b"".join(json.dumps(item).encode() + b"\n" for item in items)
    return Source(name, lambda: nullcontext(io.BytesIO(data)))


def take(session, space, *items):
    result = import_items(session, space, [source(*items)])
    return result.added, result.changed, result.unchanged


def exported(session, space):
    return [json.loads(line) for line in export_lines(session, space)]


def only(session, space):
    (row,) = list_records(session, space).rows
    return row.id


def values(session, record):
    return {field.name: field.value for field in open_record(session, record).fields if field.value}


def test_fields_arrive_as_the_table_of_the_kind_says(session, space):
    assert take(session, space, NOTE) == (1, 0, 0)
    shown = values(session, only(session, space))
    assert shown == {
        "title": "Pump",
        "text": "It leaks.\nAsk Awa.",
        "themes": ["gold", "water"],
        "place": "Geita",
    }


def test_an_unknown_kind_keeps_scalars_sets_and_a_long_text(session, space):
    item = {"kind": "visit", "phone": "+255 1", "count": 3, "seen": ["b", "a"], "text": "Long\nlines"}
    take(session, space, item)
    view = open_record(session, only(session, space))
    assert {field.name: field.merge for field in view.fields} == {
        "phone": "scalar",
        "count": "scalar",
        "seen": "set",
        "text": "text",
    }
    (back,) = exported(session, space)
    assert {**item, "seen": ["a", "b"], "id": back["id"]} == back


def test_export_gives_the_same_back_and_import_of_it_changes_nothing(session, space):
    items = [NOTE, {"kind": "contact", "name": "Awa", "phones": ["+226 00 555"], "category": "person"}]
    take(session, space, *items)
    lines = exported(session, space)
    bare = [{name: value for name, value in line.items() if name != "id"} for line in lines]
    assert sorted(bare, key=str) == sorted([{**NOTE, "themes": ["gold", "water"]}, items[1]], key=str)
    assert take(session, space, *lines) == (0, 0, 2)


def test_an_export_goes_into_another_space_once(session, space, another_space):
    take(session, space, NOTE, {"kind": "note", "title": "Without origin"})
    lines = exported(session, space)
    assert take(session, another_space, *lines) == (2, 0, 0)
    assert take(session, another_space, *lines) == (0, 0, 2)


def test_importing_twice_writes_no_op(session, space):
    take(session, space, NOTE)
    assert take(session, space, NOTE) == (0, 0, 1)
    assert len(history(session, only(session, space))) == 1


def test_one_origin_twice_in_a_file_is_one_record(session, space):
    assert take(session, space, NOTE, {**NOTE, "place": "Mgusu"}) == (1, 1, 0)
    assert values(session, only(session, space))["place"] == "Mgusu"


@pytest.mark.parametrize("origin", ["6f1c", "6F1C", "6f1", "0", "\x6f\x1c", "é"])
def test_an_origin_comes_back_as_it_was(session, space, origin):
    take(session, space, {**NOTE, "origin": origin}, {**NOTE, "origin": origin + "00"})
    assert {line["origin"] for line in exported(session, space)} == {origin, origin + "00"}


def test_without_origin_each_line_is_a_record(session, space):
    bare = {"kind": "note", "title": "Same"}
    assert take(session, space, bare, bare) == (2, 0, 0)


def test_news_of_a_source_are_written_and_old_news_undo_nothing(session, space):
    take(session, space, NOTE)
    record = only(session, space)
    edit_record(session, record, [SetValue("place", "Mgusu"), ChangeMembers("themes", (), ("gold",))])
    assert take(session, space, NOTE) == (0, 0, 1)
    assert values(session, record)["place"] == "Mgusu"
    assert values(session, record)["themes"] == ["water"]
    newer = {**NOTE, "title": "Pump 2", "text": "It leaks.\nAsk Hawa.", "themes": ["rope", "gold"]}
    assert take(session, space, newer) == (0, 1, 0)
    shown = values(session, record)
    assert (shown["title"], shown["text"], shown["place"]) == ("Pump 2", "It leaks.\nAsk Hawa.", "Mgusu")
    assert shown["themes"] == ["rope", "water"]


def test_a_record_in_the_bin_stays_there(session, space):
    take(session, space, NOTE)
    delete_record(session, only(session, space))
    assert take(session, space, NOTE) == (0, 0, 1)
    assert counts(session, space).in_bin == 1
    assert exported(session, space) == []


def test_inv07_versions_in_dispute_are_carried_over(session, space, another_space):
    item = {**NOTE, "versions": {"place": ["Geita", "Mgusu", "Kahama"], "text": ["One", "Two"]}}
    assert take(session, space, item) == (1, 0, 0)
    (line,) = exported(session, space)
    assert sorted(line["versions"]) == ["place", "text"]
    assert sorted(line["versions"]["place"]) == ["Geita", "Kahama", "Mgusu"]
    assert sorted(line["versions"]["text"]) == ["One", "Two"]
    assert take(session, another_space, line) == (1, 0, 0)
    assert {one.field for one in disputes(session, another_space)} == {"place", "text"}
    assert take(session, space, line, item) == (0, 0, 2)


def test_inv07_an_import_settles_nothing(session, space):
    take(session, space, {**NOTE, "versions": {"place": ["Geita", "Mgusu"]}})
    assert take(session, space, {**NOTE, "place": "Kahama"}) == (0, 1, 0)
    (dispute,) = disputes(session, space)
    assert {version.value for version in dispute.versions} == {"Geita", "Mgusu", "Kahama"}
    settle(session, dispute.record, "place", value="Geita")
    assert take(session, space, {**NOTE, "place": "Kahama"}) == (0, 0, 1)
    assert disputes(session, space) == []


@pytest.mark.parametrize(
    "bad",
    [
        {"title": "no kind"},
        {"kind": "note", "date": "yesterday"},
        {"kind": "note", "text": "x" * 50_000},
        {"kind": "contact", "phones": ["+255 1", 7]},
        {"kind": "visit", "a": "x" * 50_000},
        {"kind": "visit", **{f"column {number}": "x" for number in range(257)}},
        {"kind": "note", "title": "x", "origin": "o" * 600},
    ],
)
def test_inv21_a_mistake_in_the_last_line_leaves_everything_as_it_was(session, space, bad):
    items = [{"kind": "note", "title": str(number)} for number in range(BATCH + 1)]
    with pytest.raises(InvalidContent, match=rf"records\.jsonl line {len(items) + 1}: "):
        take(session, space, *items, bad)
    assert counts(session, space).by_kind == {}


def test_what_is_too_much_for_one_change_takes_several(session, space):
    words = [f"{number:04}" * 10 for number in range(1_500)]  # 60 KB in one set
    item = {"kind": "visit", "a": "x" * 30_000, "b": "y" * 30_000, "text": "z" * 30_000, "words": words}
    assert take(session, space, item, {**item, "origin": "visit/1"}) == (2, 0, 0)
    for line in exported(session, space):
        assert {name: line[name] for name in item} == item
        assert len(history(session, RecordId(bytes.fromhex(line["id"])))) > 3
    longer = {**item, "origin": "visit/1", "a": "X" * 30_000, "b": "Y" * 30_000, "text": "Z" * 30_000}
    assert take(session, space, longer) == (0, 1, 0)
    assert take(session, space, longer, item | {"origin": "visit/1"}) == (0, 0, 2)


def test_more_than_one_batch_arrives_whole(session, space):
    items = [{"kind": "note", "title": f"Note {number}"} for number in range(2 * BATCH + 3)]
    told = []
    session.notices.subscribe(told.append)
    assert take(session, space, *items) == (len(items), 0, 0)
    assert sum(len(summary.records) for summary in told) == len(items)
    assert counts(session, space).by_kind == {"note": len(items)}
