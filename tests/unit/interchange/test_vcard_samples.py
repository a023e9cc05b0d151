"""Files of real vendors: into contacts, out as another version, and nothing is missing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from delve_desktop.domain import fields
from delve_desktop.interchange import vcard

from .vcard_reference import Said, cards

FOLDER = Path(__file__).parents[2] / "data" / "vcards"
FILES = sorted(FOLDER.glob("*.vcf"))


def items(data: bytes):
    return [item for _, item in vcard.read(io.BytesIO(data), "cards.vcf")]


def written(data: bytes, version: str) -> bytes:
    pairs = [vcard.write(item, version) for item in items(data)]
    assert sum(left_out for _, left_out in pairs) == 0
    return b"".join(card for card, _ in pairs)


def test_the_samples_are_there():
    assert len(FILES) == 7


@pytest.mark.parametrize("version", ["4.0", "3.0"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_property_parameter_value_or_group_is_lost(file: Path, version: str):
    before = cards(file.read_bytes())
    after = cards(written(file.read_bytes(), version))
    assert len(before) == len(after) > 0
    for old, new in zip(before, after, strict=True):
        assert old - new == {}
        names = {said.name for said in old}
        assert {said.name for said in new - old} <= {name for name in ("FN", "N", "UID") if name not in names}


@pytest.mark.parametrize("version", ["4.0", "3.0"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_was_written_is_read_as_the_same_contact(file: Path, version: str):
    first = items(file.read_bytes())
    again = items(written(file.read_bytes(), version))
    assert [one.origin for one in first] == [one.origin for one in again]
    for one, other in zip(first, again, strict=True):
        for name in (one.fields.keys() | other.fields.keys()) - {"vcard"}:
            assert sorted_members(one.fields.get(name)) == sorted_members(other.fields.get(name)), name


def sorted_members(value):
    return sorted(value, key=str) if isinstance(value, list) else value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_value_fits_its_field(file: Path):
    for item in items(file.read_bytes()):
        for name, value in item.fields.items():
            for one in value if isinstance(value, list) else [value]:
                fields.check("contact", name, one)


def test_a_card_of_outlook_is_a_contact_as_a_person_reads_it():
    (item,) = items((FOLDER / "outlook-2007.vcf").read_bytes())
    shown = {name: value for name, value in item.fields.items() if name != "vcard"}
    note = shown.pop("note")
    assert note.startswith("This is the NOTE field\t\nI assume it encodes")
    assert shown == {
        "name": "Mr. Michael Angstadt Jr.",
        "name_parts": {"family": "Angstadt", "given": "Michael", "prefixes": "Mr.", "suffixes": "Jr."},
        "nicknames": ["Mike"],
        "organisation": "TheCompany",
        "role": "TheJobTitle",
        "phones": [
            {"value": "(111) 555-1111", "types": ["voice", "work"]},
            {"value": "(111) 555-2222", "types": ["home", "voice"]},
            {"value": "(111) 555-4444", "types": ["cell", "voice"]},
            {"value": "(111) 555-3333", "types": ["fax", "work"]},
        ],
        "emails": [{"value": "mike.angstadt@gmail.com", "types": ["pref"]}],
        "addresses": [
            {
                "extended": "TheOffice",
                "street": "222 Broadway",
                "locality": "New York",
                "region": "NY",
                "code": "99999",
                "country": "USA",
                "types": ["pref", "work"],
            }
        ],
        "websites": ["http://mikeangstadt.name"],
        "birthday": "1922-03-10",
    }


def test_a_letter_that_a_telephone_cut_in_two_does_not_cost_a_byte():
    *_, last = items((FOLDER / "John_Doe_ANDROID.vcf").read_bytes())
    (kept,) = [line for line in last.fields["vcard"] if "quoted-printable" in line]
    assert kept.startswith("ORG;CHARSET=utf-8;ENCODING=quoted-printable:=C3=91")
    assert kept.endswith("=C3=91=80")


def test_the_second_reader_sees_what_is_missing():
    card = (FOLDER / "rfc6350-example.vcf").read_bytes()
    (whole,) = cards(card)
    (less,) = cards(card.replace(b";PREF=2", b""))
    assert whole - less == {Said("", "LANG", frozenset({("PREF", "2")}), "en"): 1}
