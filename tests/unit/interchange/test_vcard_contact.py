"""Cards as contacts and contacts as cards: what fills which field, and what is kept beside the fields."""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import fields
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.interchange import vcard
from delve_desktop.interchange.items import Item
from delve_desktop.interchange.vcard_contact import MAX_DATA
from delve_desktop.interchange.vcard_kept import PART, lines_of, outdated
from delve_desktop.interchange.vcard_property import Property

from .test_vcard_parsing import raw_lines, same, versions
from .vcard_cards import card, exported, item, items, lines, properties

UID = "UID:urn:uuid:1"


def kept(*given_lines: str, version: str = "4.0") -> list[str]:
    return item(*given_lines, version=version).fields.get("vcard", [])


@pytest.mark.parametrize(
    "line, field, value",
    [
        ("FN:Awa Diallo", "name", "Awa Diallo"),
        ("N:Diallo;Awa;;Mme;", "name_parts", {"family": "Diallo", "given": "Awa", "prefixes": "Mme"}),
        ("NICKNAME:Maman,Awa D.", "nicknames", ["Maman", "Awa D."]),
        ("TEL:+226 70 00", "phones", ["+226 70 00"]),
        (
            "TEL;PREF=1;TYPE=cell,work:+226 70",
            "phones",
            [{"value": "+226 70", "types": ["cell", "pref", "work"]}],
        ),
        ("EMAIL;TYPE=home:a@b.org", "emails", [{"value": "a@b.org", "types": ["home"]}]),
        (
            'ADR;LABEL="Rue 1, Kaya";TYPE=work:;;Rue 1;Kaya;;;Burkina Faso',
            "addresses",
            [
                {
                    "street": "Rue 1",
                    "locality": "Kaya",
                    "country": "Burkina Faso",
                    "label": "Rue 1, Kaya",
                    "types": ["work"],
                }
            ],
        ),
        ("ORG:Wend-Panga", "organisation", "Wend-Panga"),
        ("TITLE:Treasurer", "role", "Treasurer"),
        ("URL:https://example.org", "websites", ["https://example.org"]),
        ("BDAY:19800322", "birthday", "1980-03-22"),
        ("BDAY:1980", "birthday", "1980"),
        (r"NOTE:One\nTwo\, three", "note", "One\nTwo, three"),
        ("CATEGORIES:gold,co-op", "tags", ["gold", "co-op"]),
        ("LANG:fr", "languages", ["fr"]),
        ("KIND:individual", "category", "person"),
        ("X-DELVE-COUNTRY:BF", "country", "BF"),
        ("X-DELVE-LANGUAGES:Dagaare (north)", "languages", ["Dagaare (north)"]),
    ],
)
def test_a_property_fills_its_field_and_comes_back_from_it(line, field, value):
    one = item(UID, line)
    assert one.fields[field] == value
    assert "vcard" not in one.fields
    assert line in exported(one)


@pytest.mark.parametrize(
    "line, field, value",
    [
        (
            "N:Per;Simon;;;jr,M.Sc.",
            "name_parts",
            {"family": "Per", "given": "Simon", "suffixes": "jr, M.Sc."},
        ),
        ("TEL;VALUE=uri:tel:+1-418-656;ext=102", "phones", ["+1-418-656 ext. 102"]),
        ("item1.TEL:12345", "phones", ["12345"]),
        ("TEL;PREF=7:12345", "phones", ["12345"]),
        ("ORG:IBM;Accounting", "organisation", "IBM"),
        ("ROLE:Treasurer", "role", "Treasurer"),
        ("URL:www.example.org", "websites", ["http://www.example.org"]),
        ("URL;TYPE=work:http://example.org", "websites", ["http://example.org"]),
        ("LANG;PREF=2:fr", "languages", ["fr"]),
        ("LANG:english!", "languages", ["english!"]),
        ("NOTE;LANGUAGE=fr:Bon", "note", "Bon"),
        ("CATEGORIES;X-P=1:gold", "tags", ["gold"]),
        ("FN;LANGUAGE=fr:Awa", "name", "Awa"),
    ],
)
def test_what_a_field_does_not_hold_exactly_is_kept_beside_it_and_goes_with_it(line, field, value):
    one = item(UID, line)
    assert one.fields[field] == value
    assert one.fields["vcard"] == [f"={lines(line)[0]}"]
    (written,) = lines(line)
    assert [found for found in exported(one) if lines(found) == [written]]
    for changed in ({field: [] if isinstance(value, list) else None}, {field: other(value)}):
        gone = exported(replace(one, fields={**one.fields, **changed}))
        assert not [found for found in gone if lines(found) == [written]], gone


def other(value):
    """Another value of the same shape."""
    if isinstance(value, list):
        return [other(value[0])]
    return {**value, "given": "Other"} if isinstance(value, dict) else f"{value}1"


@pytest.mark.parametrize(
    "line", ["BDAY:--0203", "BDAY;VALUE=text:circa 1800", "KIND:org", "NOTE:" + "x" * 40_001]
)
def test_a_single_value_that_does_not_fit_stands_until_the_field_says_something(line):
    one = item(UID, line)
    (member, *_) = one.fields["vcard"]
    assert isinstance(member, dict) or member == f"={lines(line)[0]}"
    assert line in exported(one)
    filled = {"BDAY": ("birthday", "1990"), "KIND": ("category", "agency"), "NOTE": ("note", "x")}
    field, value = filled[line[:4]]
    after = exported(replace(one, fields={**one.fields, field: value}))
    assert sum(found.startswith(line[:4]) for found in after) == 1
    assert line == "KIND:org" or line not in after


@pytest.mark.parametrize(
    "line",
    [
        "TEL:call me",
        "EMAIL:nobody",
        "URL:a b",
        "GENDER:F",
        "KEY:http://a/b",
        "X-A:1",
        "REV:1",
    ],
)
def test_what_belongs_to_no_field_stands_for_itself(line):
    one = item(UID, line)
    assert one.fields["vcard"] == [line]
    assert line in exported(one)


def test_of_several_single_values_the_field_holds_one():
    given_lines = [
        UID,
        "FN:Awa",
        "FN:Awa D.",
        "TITLE:Head",
        "TITLE:Cook",
        "ROLE:Heads",
        "NOTE:1",
        "NOTE:2",
        "NOTE:2",
    ]
    one = item(*given_lines)
    assert (one.fields["name"], one.fields["role"], one.fields["note"]) == ("Awa", "Head", "1")
    assert "=" not in "".join(member[0] for member in one.fields["vcard"] if isinstance(member, str))
    assert Counter(exported(one)) >= Counter(given_lines)


def test_one_number_with_several_lines_keeps_them_all():
    given_lines = [
        UID,
        "item1.TEL:123",
        "item1.X-ABLabel:Shop",
        "TEL;X-P=1:123",
        "TEL:123",
        "TEL:123",
        "TEL:123",
    ]
    one = item(*given_lines)
    assert one.fields["phones"] == ["123"]
    assert Counter(exported(one)) >= Counter(given_lines)


def test_a_label_goes_with_the_last_line_of_its_group():
    one = item(UID, "item1.TEL:123", "item1.X-ABLabel:Shop", "item2.X-ABDATE:1", "item2.X-ABLabel:Day")
    assert "item1.X-ABLabel:Shop" in exported(one)
    after = exported(replace(one, fields={**one.fields, "phones": ["456"]}))
    assert "item1.X-ABLabel:Shop" not in after
    assert {"TEL:456", "item2.X-ABDATE:1", "item2.X-ABLabel:Day"} <= set(after)


def test_a_list_with_parameters_stands_while_all_of_it_is_said():
    one = item(UID, "CATEGORIES;X-P=1:gold,tin", "CATEGORIES:salt")
    assert {"CATEGORIES;X-P=1:gold,tin", "CATEGORIES:salt"} <= set(exported(one))
    less = exported(replace(one, fields={**one.fields, "tags": ["gold", "salt"]}))
    assert [line for line in less if line.startswith("CATEGORIES")] == ["CATEGORIES:gold,salt"]


@pytest.mark.parametrize(
    "given_lines, name",
    [
        (["N:Diallo;Awa;;;"], "Awa Diallo"),
        (["ORG:Wend-Panga;Office"], "Wend-Panga Office"),
        (["N:;;;;", "EMAIL:a@b.org"], "a@b.org"),
        (["TEL:123"], "123"),
        (["FN:Awa\\nDiallo"], "Awa Diallo"),
        (["FN:" + "é" * 400], "é" * 150),
    ],
)
def test_every_contact_has_a_name_that_fits(given_lines, name):
    one = item(UID, *given_lines)
    assert one.fields["name"] == name
    fields.check("contact", "name", name)
    assert set(given_lines) <= set(exported(one))


# identity ----------------------------------------------------------------------------------------------


def test_the_uid_is_the_origin():
    assert item("UID:urn:uuid:4fbe", "FN:x").origin == "urn:uuid:4fbe"
    assert item(r"UID:a\,b", version="3.0").origin == "a,b"
    assert exported(item("UID:a b"))[0] == "UID;VALUE=text:a b"
    assert item("UID;VALUE=text:a b").origin == "a b"


def test_a_uid_that_is_too_long_for_an_origin_is_kept_and_still_tells_the_card():
    long = "UID:urn:x:" + "y" * 500
    one = item(long)
    assert one.origin == item(long, "FN:Other").origin != item(long + "z").origin
    assert one.origin.startswith("vcard-")
    assert exported(one)[0] == long
    assert item(*exported(one)).origin == one.origin


def test_a_card_without_uid_is_told_by_name_and_numbers():
    one = item("FN:Awa", "TEL:+226 70-00", "EMAIL:A@b.org", "NOTE:1")
    assert one.origin.startswith("vcard-")
    assert item("EMAIL:a@B.org", "FN:Awa", "TEL;TYPE=cell:+2267000", "NOTE:2").origin == one.origin
    assert item("FN:Awa", "TEL:+226 71 00", "EMAIL:a@b.org").origin != one.origin
    assert item("FN:Awa", "NOTE:1").origin != item("FN:Awa", "NOTE:2").origin
    assert item(*exported(one)).origin == one.origin


def test_a_record_that_was_never_a_card_is_known_by_its_own_id():
    record = "ab" * 32
    one = Item("contact", {"name": "Awa"}, id=record)
    assert exported(one) == [f"UID;VALUE=text:delve-{record}", "FN:Awa", "N:;Awa;;;"]
    assert item(*exported(one)) == one
    assert [back.id for back in items(vcard.write(one, "3.0")[0])] == [record]


# what is written --------------------------------------------------------------------------------------


# kept lines -------------------------------------------------------------------------------------------


def test_a_long_line_is_held_in_parts_that_fit():
    photo = "PHOTO:data:image/jpeg;base64," + "A" * 100_000
    text = "X-LONG:" + "🪨é" * 10_000
    one = item(UID, photo, text, photo)
    assert sum(isinstance(member, dict) for member in one.fields["vcard"]) == 8
    for member in one.fields["vcard"]:
        fields.check("contact", "vcard", member)
    assert Counter(exported(one)) == Counter([UID, "FN:", "N:;;;;", photo, photo, text])


def test_parts_that_do_not_make_up_a_line_are_counted_and_given_to_nobody():
    members = item(UID, "PHOTO:data:image/jpeg;base64," + "A" * 100_000).fields["vcard"]
    assert lines_of(members[1:]) == ([], 2)
    assert lines_of([*members[:2], {**members[2], "text": "x"}]) == ([], 3)
    assert lines_of(reversed(members))[1] == 0


def test_pictures_of_a_mebibyte_are_taken_and_more_are_refused_by_name():
    fits = "A" * (MAX_DATA // 3 * 4)
    assert item(UID, "FN:Awa", f"PHOTO:data:image/jpeg;base64,{fits}").fields["name"] == "Awa"
    with pytest.raises(InvalidContent, match=r"line 1: the pictures and sounds of the card 'Awa' hold 10485"):
        items(card(UID, "FN:Awa", f"PHOTO:data:image/jpeg;base64,{fits}", "LOGO:data:image/jpeg;base64,AAAA"))


@pytest.mark.parametrize(
    "before, after, gone",
    [
        (["REV:1", "X-A:1"], ["REV:2", "X-A:2"], ["REV:1"]),
        (["ORG:A;1"], ["ORG:A;2"], ["=ORG:A;1"]),
        (["ROLE:a"], ["TITLE;X-P=1:a"], ["=ROLE:a"]),
        (["TEL;X-P=1:123", "TEL;X-P=1:456"], ["TEL;X-P=2:123"], ["=TEL;X-P=1:123"]),
        (
            ["item1.TEL:123", "item1.X-ABLabel:a"],
            ["item1.TEL:123", "item1.X-ABLabel:b"],
            ["item1.X-ABLabel:a"],
        ),
        (["PHOTO:http://a/1"], ["PHOTO:http://a/2"], []),
        (["REV:1"], ["REV:1"], []),
        (["GENDER;ALTID=1:M"], ["GENDER;ALTID=1:F"], []),
    ],
)
def test_a_newer_line_takes_the_place_of_one_that_a_card_has_once(before, after, gone):
    standing, incoming = kept(UID, *before), kept(UID, *after)
    new = [member for member in incoming if member not in standing]
    assert outdated(standing, incoming, new) == gone


def test_all_parts_of_an_outdated_line_go():
    standing = kept(UID, "NOTE:" + "x" * 2 * PART)
    incoming = kept(UID, "NOTE:" + "y" * 2 * PART)
    assert outdated(standing, incoming, incoming) == standing


# anything ---------------------------------------------------------------------------------------------


def said(found: list[Property]) -> Counter[Property]:
    """Lists count by their values, each once: the fields that hold them are sets."""
    counted: Counter[Property] = Counter()
    for one in found:
        if one.key in ("CATEGORIES", "NICKNAME") and not one.params and not one.group:
            for value in one.value.replace("\\,", "\0").split(","):
                counted[Property(one.key, value)] = 1
        else:
            counted[same(one)] += 1
    return counted


@given(st.lists(raw_lines, max_size=8), versions, st.sampled_from(["4.0", "3.0"]))
def test_no_card_loses_anything(given_lines, version, written):
    data = card(*(line for line in given_lines), version=version)
    try:
        (before,) = properties(data)
        (one,) = items(data)
    except InvalidContent:
        return
    (after,) = properties(vcard.write(one, written)[0])
    empty = {Property(name, "") for name in ("CATEGORIES", "NICKNAME")}
    assert said(before) - said(after) - Counter(dict.fromkeys(empty, 99)) == {}
    for name, value in one.fields.items():
        for member in value if isinstance(value, list) else [value]:
            fields.check("contact", name, member)


@given(
    st.binary(max_size=300)
    | st.lists(raw_lines | st.text(max_size=20), max_size=6).map(lambda many: card(*many))
)
def test_any_bytes_give_contacts_or_one_error_that_names_the_line(data):
    with contextlib.suppress(InvalidContent):
        for one in items(data):
            vcard.write(one, "3.0")


@given(st.lists(raw_lines, max_size=6), st.integers(0, 10_000), st.binary(min_size=1, max_size=3))
def test_a_damaged_file_is_read_or_refused_in_one_sentence(given_lines, place, piece):
    data = card(*given_lines, version="3.0") + card(
        "FN:Awa", "AGENT:", "BEGIN:VCARD", "END:VCARD", version="2.1"
    )
    cut = place % len(data)
    for damaged in (data[:cut], data[:cut] + piece + data[cut + len(piece) :], data[:cut] + data[cut + 1 :]):
        try:
            items(damaged)
        except InvalidContent as error:
            assert str(error).startswith(("cards.vcf line ", "cards.vcf is "))  # noqa: PT017
