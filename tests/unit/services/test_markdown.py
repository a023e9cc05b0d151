"""Markdown files through a real vault: out, into an empty one, and out again, byte for byte."""

from __future__ import annotations

import io
import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.exporting import export_files, export_lines
from delve_desktop.services.interchange import Source, import_items
from delve_desktop.services.records import (
    counts,
    delete_record,
    disputes,
    edit_record,
    list_records,
    open_record,
)
from delve_desktop.services.upkeep import state_hash
from delve_desktop.services.views import EditText
from tests.unit.interchange.vcard_cards import card

SPACE = SpaceId(b"s" * 16)  # as in the session fixture
OTHER = SpaceId(b"t" * 16)
SAMPLES = Path(__file__).parents[3] / "resources" / "sample"

RECORDS: list[dict[str, Any]] = [
    {"kind": "note", "title": "Pump", "text": "It leaks.\n\n---\n\nAsk Awa.\n", "themes": ["water", "no"]},
    {"kind": "note", "title": "pump?", "text": "# Steps\n\nAnother one."},
    {"kind": "note", "text": "Without a title"},
    {"kind": "note", "title": "CON", "place": "2024", "date": "2024-05", "language": "no"},
    {
        "kind": "practice",
        "title": "Алтан: шороо",
        "summary": "\n# Steps\n\\# Steps\n",
        "steps": "1. a\n2. b",
        "do_nots": "Never.",
        "cost_setup": {"amount": "60.50", "currency": "USD", "per": "week"},
        "place": {"lat": "-2.9", "lon": "32.2"},
        "countries": ["NO", "BF"],
        "origin": "sample/practice/x",
    },
    {"kind": "adoption", "report": "It works.", "adapted": "# What happened", "result": "works"},
    {"kind": "comment", "text": "Why?", "asks": True, "settled": False},
    {
        "kind": "contact",
        "name": "Awa",
        "phones": ["+226", {"value": "+226 2", "types": ["cell"]}],
        "note": "x",
    },
    {
        "kind": "visit",
        "count": 3,
        "share": 0.5,
        "word": "3",
        "seen": ["b", 1, True],
        "text": "a\nb",
        "m": {"n": "no"},
    },
    {
        "kind": "note",
        "title": "2",
        "text": "x",
        "versions": {"title": ["2", "1"], "text": ["a\n\nb", "a\n\nc"]},
    },
]


def take(session, space, files: dict[str, bytes]):
    sources = [
        Source(name, lambda data=data: nullcontext(io.BytesIO(data)), "markdown")
        for name, data in files.items()
    ]
    result = import_items(session, space, sources)
    return result.added, result.changed, result.unchanged


def take_lines(session, space, records):
    data = b"".join(json.dumps(record).encode() + b"\n" for record in records)
    import_items(session, space, [Source("records.jsonl", lambda: nullcontext(io.BytesIO(data)))])


def files(session, space, kind=None) -> dict[str, bytes]:
    pairs = list(export_files(session, space, kind))
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def lines(session, space):
    found = [json.loads(line) for line in export_lines(session, space)]
    for line in found:
        if "text" in line.get("versions", {}):
            line["text"] = ""  # without their common past the versions merge as a whole
        for value in line.values():
            if isinstance(value, list):
                value.sort(key=str)  # links stand in the order of their ids, which differ between spaces
    return sorted(json.dumps({**line, "id": "", "origin": ""}, sort_keys=True) for line in found)


@pytest.fixture
def other_space(session):
    with session.vault.write() as unit:
        unit.add_space(OTHER, "Other", "active", None)
    return OTHER


def test_export_import_into_an_empty_space_and_export_gives_the_same_bytes(session, other_space):
    take_lines(session, SPACE, RECORDS)
    first = files(session, SPACE)
    assert len(first) == len(RECORDS)
    assert take(session, other_space, first) == (len(RECORDS), 0, 0)
    assert files(session, other_space) == first
    assert lines(session, other_space) == lines(session, SPACE)
    hashes = state_hash(session, SPACE), state_hash(session, other_space)
    assert take(session, other_space, first) == take(session, SPACE, first) == (0, 0, len(RECORDS))
    assert (state_hash(session, SPACE), state_hash(session, other_space)) == hashes


def test_the_sample_records_make_the_round_too(session, other_space):
    records = [
        json.loads(line)
        for path in sorted(SAMPLES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    take_lines(session, SPACE, records)
    first = files(session, SPACE)
    assert take(session, other_space, first) == (len(records), 0, 0)
    assert files(session, other_space) == first
    assert lines(session, other_space) == lines(session, SPACE)


def test_a_contact_with_a_picture_makes_the_round_too(session, other_space):
    data = card("UID:urn:x", "FN:Awa", "PHOTO:data:image/jpeg;base64," + "A" * 200_000, "X-A;X-P=1:Ñ\\n")
    import_items(session, SPACE, [Source("a.vcf", lambda: nullcontext(io.BytesIO(data)), "vcard")])
    first = files(session, SPACE)
    assert take(session, other_space, first) == (1, 0, 0)
    assert files(session, other_space) == first
    assert lines(session, other_space) == lines(session, SPACE)


def test_a_dispute_stays_one(session, other_space):
    take_lines(session, SPACE, RECORDS[-1:])
    take(session, other_space, files(session, SPACE))
    found = {one.field: {version.value for version in one.versions} for one in disputes(session, other_space)}
    assert found == {"title": {"1", "2"}, "text": {"a\n\nb", "a\n\nc"}}


def test_names_come_from_titles_and_the_bin_stays_behind(session):
    take_lines(session, SPACE, RECORDS[:4])
    names = sorted(files(session, SPACE))
    assert names[0] == "CON_.md"
    assert [name.split(" ")[0] for name in names] == ["CON_.md", "Pump", "Without", "pump"]
    (record,) = [row.id for row in list_records(session, SPACE).rows if row.title == "pump?"]
    delete_record(session, record)
    assert sorted(files(session, SPACE)) == ["CON_.md", "Pump.md", "Without a title.md"]
    assert files(session, SPACE, "contact") == {}


def test_an_edited_file_brings_its_news_and_an_old_one_undoes_nothing(session):
    take_lines(session, SPACE, [{**RECORDS[0], "origin": "case/1"}])
    ((name, data),) = files(session, SPACE).items()
    (row,) = list_records(session, SPACE).rows
    edit_record(session, row.id, [EditText("text", "It leaks.\n\n---\n\nAsk Hawa.\n")])
    assert take(session, SPACE, {name: data}) == (0, 0, 1)
    newer = data.replace(b"Ask Awa.", b"Ask Bo.").replace(b"title: Pump", b"title: The pump")
    assert take(session, SPACE, {name: newer}) == (0, 1, 0)
    (view,) = [open_record(session, row.id)]
    assert view.title == "The pump"


def test_notes_of_another_program_arrive_once(session):
    folder = {
        "a/Pump.md": b"It leaks.",
        "a/Well.md": b"# Deep\n\nVery.",
        "a/more.md": b"---\ntags: [x]\n---\nWords\n",
    }
    assert take(session, SPACE, folder) == (3, 0, 0)
    assert {row.title for row in list_records(session, SPACE).rows} == {"Pump", "Deep", "more"}
    assert take(session, SPACE, folder) == (0, 0, 3)


@pytest.mark.parametrize(
    "bad, sentence",
    [
        (b"\xff", "z.md line 1: this is not UTF-8"),
        (b"---\na: *x\n---\n", "z.md line 2: anchors"),
        (b"---\nkind: note\ndate: yesterday\n---\n", "z.md line 1: Date must be written as 2024"),
        (b"x" * 40_001, "z.md line 1: Text is 40001 bytes long"),
    ],
)
def test_inv21_a_mistake_in_the_last_file_leaves_everything_as_it_was(session, bad, sentence):
    good = {f"{number}.md": f"Note {number}".encode() for number in range(5)}
    with pytest.raises(InvalidContent) as caught:
        take(session, SPACE, {**good, "z.md": bad})
    assert str(caught.value).startswith(sentence)
    assert counts(session, SPACE).by_kind == {}
