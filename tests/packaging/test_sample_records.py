"""The sample library is whole, valid and told apart, its links lead somewhere, and it can harm nobody who
dials or writes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain import fields
from delve_desktop.domain.ids import RecordId, SpaceId, record_of_origin
from delve_desktop.domain.valuetext import canonical
from delve_desktop.interchange.items import Item
from delve_desktop.services.file_links import BY_ORIGIN, linked
from delve_desktop.services.interchange import Imported, Source, import_items
from delve_desktop.services.links import links_from
from delve_desktop.services.session import Session, create_vault
from delve_desktop.services.vocabularies import COUNTRIES, LANGUAGES, offered, word

FOLDER = Path(__file__).parents[2] / "resources" / "sample"
FILES = sorted(FOLDER.glob("*.jsonl"))
REGIONS = {
    "East and Central Africa": "TZ KE UG RW CD ET",
    "West Africa": "BF GH ML SL GN NG",
    "Southern Africa": "MZ ZW ZM MG",
    "Andes and Amazon": "PE CO BO EC BR GY",
    "Central America and Caribbean": "NI DO",
    "Asia-Pacific": "MN PH ID LK PG",
}
SPACE = SpaceId(b"s" * 16)
SHORT = 40  # characters: a sentence no longer than that may come twice


def records(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


RECORDS = [record for file in FILES for record in records(file.name)]
ORIGINS = {record["origin"] for record in RECORDS}
EVERY = [pytest.param(record, id=record["origin"]) for record in RECORDS]
ASSOCIATIONS, PEOPLE, NOTES = map(records, ("associations.jsonl", "people.jsonl", "notes.jsonl"))


def values(record: dict[str, Any]) -> list[tuple[fields.Field, Any]]:
    """Each scalar, text and member with its field."""
    known = {field.name: field for field in fields.FIELDS[record["kind"]]}
    return [
        (known[name], one)
        for name, value in record.items()
        if name in known
        for one in (value if known[name].merge == "set" else [value])
    ]


def item(record: dict[str, Any]) -> Item:
    """The record as the import reads it."""
    told = {name: value for name, value in record.items() if name not in ("kind", "origin")}
    return Item(record["kind"], told, record["origin"])


def targets(record: dict[str, Any]) -> list[str]:
    """What its links lead to, by origin."""
    found: list[str] = []

    def note_down(name: str) -> RecordId:
        found.append(name)
        return RecordId(bytes(32))

    linked(item(record), note_down)
    return found


def plain(value: Any) -> str:
    """The number or the address of a value that may have ways."""
    return str(value["value"] if isinstance(value, dict) else value)


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?])\s+|\n+", text) if len(one) > SHORT]


def by_slug(contacts: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {contact["origin"].rsplit("/", 1)[1]: contact for contact in contacts}


@pytest.mark.parametrize("record", EVERY)
def test_every_value_fits_its_field_in_its_one_stored_form(record: dict[str, Any]):
    read = {"kind": record["kind"], **linked(item(record), lambda _name: RecordId(bytes(32))).fields}
    assert read.keys() <= {"kind"} | {field.name for field in fields.FIELDS[record["kind"]]}
    for field, value in values(read):
        fields.check(record["kind"], field.name, value)
        assert field.type == "version-link" or canonical(field.type, value) == value


def test_every_record_has_an_origin_of_its_own():
    assert len(ORIGINS) == len(RECORDS)
    places = {"contact": "assoc|person", "note": "note", "practice": "practice", "adoption": "adoption"}
    for record in RECORDS:
        kind = places.get(record["kind"], record["kind"])
        assert re.fullmatch(rf"sample/({kind})/[a-z0-9]+(?:[-/][a-z0-9]+)*", record["origin"])


@pytest.mark.parametrize("record", EVERY)
def test_links_lead_to_records_of_the_library(record: dict[str, Any]):
    assert set(targets(record)) <= ORIGINS - {record["origin"]}


def test_there_are_forty_associations_of_six_regions_each_with_two_people():
    assert len(ASSOCIATIONS) == 40
    assert {one["country"] for one in ASSOCIATIONS} == set(" ".join(REGIONS.values()).split())
    assert {one["category"] for one in ASSOCIATIONS} == {"association", "cooperative"}
    people = by_slug(PEOPLE)
    for slug, association in by_slug(ASSOCIATIONS).items():
        for number in (1, 2):
            person = people[f"{slug}-{number}"]
            assert person["association"] == f"{BY_ORIGIN}sample/assoc/{slug}"
            assert person["country"] == association["country"]
            assert person["role"]


def test_contacts_are_many_and_told_apart():
    contacts = ASSOCIATIONS + PEOPLE
    assert len(contacts) >= 120
    assert {one["category"] for one in PEOPLE} == {"person", "agency", "supplier"}
    for name in ("name", "note"):
        assert len({one[name] for one in contacts}) == len(contacts)
    numbers = [plain(phone) for one in contacts for phone in one["phones"]]
    assert len(set(numbers)) == len(numbers)


def test_who_agreed_to_be_listed_has_said_when():
    for contact in ASSOCIATIONS + PEOPLE:
        assert ("consent_date" in contact) == (contact["consent"] in ("spoken", "written"))
        if contact["consent"] == "not-asked":
            assert contact["sensitivity"] == "personal"


def test_there_are_150_notes_from_everywhere_in_seven_languages():
    assert len(NOTES) == 150
    spoken = Counter(note["language"] for note in NOTES)
    assert set(spoken) == {"en", "fr", "es", "pt", "sw", "id", "mn"}
    assert min(spoken[each] for each in ("en", "fr", "es", "pt")) >= 15
    countries = {one["origin"]: one["country"] for one in ASSOCIATIONS}
    there = Counter(countries[target] for note in NOTES for target in targets(note) if target in countries)
    for region in REGIONS.values():
        assert sum(there[country] for country in region.split()) >= 5
    linked_to = {target for note in NOTES for target in targets(note)}
    assert linked_to >= {one["origin"] for one in ASSOCIATIONS}, "every association has a note"
    assert len({note["title"] for note in NOTES}) == len(NOTES)


@pytest.mark.parametrize("note", [pytest.param(note, id=note["origin"]) for note in NOTES])
def test_a_note_has_80_to_250_words_and_says_where_when_and_for_whom(note: dict[str, Any]):
    assert 80 <= len(note["text"].split()) <= 250
    assert all(note[name] for name in ("title", "place", "date", "sensitivity", "language", "themes"))
    assert {theme for theme in note["themes"] if theme in offered("themes")}, "one of the trade's own themes"


@pytest.mark.parametrize("record", EVERY)
def test_a_text_is_paragraphs_of_one_line(record: dict[str, Any]):
    for field, text in values(record):
        if field.merge == "text":
            assert not re.search(r"\n{3}|[ \t]\n|^\s|\s$", text)


@pytest.mark.parametrize("record", [*ASSOCIATIONS, *NOTES], ids=lambda record: record["origin"])
def test_associations_and_notes_have_several_paragraphs(record: dict[str, Any]):
    assert len((record.get("text") or record["note"]).split("\n\n")) >= 2


@pytest.mark.parametrize("record", EVERY)
def test_nobody_is_dialled_or_written_to(record: dict[str, Any]):
    for field, value in values(record):
        if field.type == "email":
            assert plain(value).endswith("@example.org")
        if field.type == "phone":
            # no country has numbers that begin with two zeros after its own code
            assert re.match(r"\+[0-9]+ 00", plain(value))
            assert "555" in plain(value)
        if field.type == "url":
            assert re.fullmatch(r"https://([a-z]+\.)?example\.org(/.*)?", value)


def test_every_country_and_language_has_a_name():
    for record in RECORDS:
        for field, value in values(record):
            if field.type == "country":
                assert value in offered(COUNTRIES)
            if field.type == "language":
                assert word(LANGUAGES, value) != value


def test_no_sentence_is_told_twice():
    told = Counter(
        sentence
        for record in RECORDS
        for field, text in values(record)
        if field.merge == "text"
        for sentence in sentences(text)
    )
    assert [sentence for sentence, times in told.items() if times > 1] == []


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = create_vault(tmp_path / "vault", "maji tembo kijani jua kisima moto", "Zawadi", params=FLOOR)
    with made.vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    yield made
    made.close()


def test_the_whole_library_comes_in_once_and_its_links_lead_to_what_came(session: Session):
    sources = [Source(file.name, partial(file.open, "rb")) for file in FILES]
    assert import_items(session, SPACE, sources) == Imported(added=len(RECORDS))
    assert import_items(session, SPACE, sources) == Imported(unchanged=len(RECORDS))
    for record in RECORDS:
        name = msgspec.msgpack.encode(["import", record["origin"]])
        links = links_from(session, record_of_origin(SPACE, name))
        here = {link.record for link in links if link.state == "here"}
        wanted = {msgspec.msgpack.encode(["import", one]) for one in targets(record)}
        assert here == {record_of_origin(SPACE, one) for one in wanted}
