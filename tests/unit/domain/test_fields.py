"""The table of fields, and what may be written."""

from __future__ import annotations

import pytest

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import CONTACT, FIELDS, MAX_TEXT, NOTE, check, field_of, merge_of
from delve_desktop.domain.ops import MAX_BODY


def test_each_kind_names_each_field_once_and_labels_it() -> None:
    for fields in FIELDS.values():
        assert len({field.name for field in fields}) == len(fields)
        assert all(field.label and field.limit for field in fields)
        assert all(field.vocabulary is not None for field in fields if field.type == "term")
        assert all((field.merge == "text") == (field.type == "text") for field in fields)


def test_the_longest_text_fits_into_one_op() -> None:
    assert MAX_TEXT < MAX_BODY - 4096


def test_fields_of_notes_and_contacts_merge_as_the_table_says() -> None:
    assert merge_of(NOTE, "text") == "text"
    assert merge_of(NOTE, "themes") == "set"
    assert merge_of(CONTACT, "name") == "scalar"
    assert merge_of(CONTACT, "note") == "text"


@pytest.mark.parametrize(
    "kind, name, value, merge",
    [
        ("visit", "phones", ["1"], "set"),
        ("visit", "phone", "1", "scalar"),
        ("visit", "text", "a", "text"),
        ("visit", "text", None, "text"),
        ("visit", "text", 5, "scalar"),
        (CONTACT, "text", "a", "scalar"),  # contacts have a note instead
        (NOTE, "mood", "good", "scalar"),
        (NOTE, "title", ["a"], "scalar"),  # the table decides before the value
    ],
)
def test_unknown_fields_merge_by_their_value(kind: str, name: str, value: object, merge: str) -> None:
    assert merge_of(kind, name, value) == merge
    if merge_of(kind, name) != merge:
        assert field_of(kind, name) is None


@pytest.mark.parametrize(
    "kind, name, value",
    [
        (NOTE, "title", "Ngā kōrero – 水"),
        (NOTE, "title", None),
        (NOTE, "title", ""),
        (NOTE, "text", "a\n\nb"),
        (NOTE, "text", "x" * MAX_TEXT),
        (NOTE, "date", "2024"),
        (NOTE, "date", "2024-02"),
        (NOTE, "date", "2024-02-29"),
        (NOTE, "sensitivity", "members"),
        (CONTACT, "phones", "+254 (0) 712-345.678 ext 12"),
        (CONTACT, "emails", "amina@exämple.org"),
        (CONTACT, "country", "KE"),
        (CONTACT, "languages", "sw"),
        (CONTACT, "languages", "Kisukuma"),
        ("visit", "anything", {"a": [1, 2.5, None, True]}),
        (NOTE, "later", ["a"]),
    ],
)
def test_what_fits_is_taken(kind: str, name: str, value: object) -> None:
    check(kind, name, value)


@pytest.mark.parametrize(
    "kind, name, value, words",
    [
        (NOTE, "title", "a\nb", "one line"),
        (NOTE, "title", 5, "must be text"),
        (NOTE, "title", ["a"], "must be text"),
        (NOTE, "title", "x" * 301, "301 bytes"),
        (NOTE, "title", "é" * 151, "302 bytes"),
        (NOTE, "title", "\ud800", "not valid"),
        (NOTE, "text", None, "must be text"),
        (NOTE, "text", "a\r\nb", "line ends"),
        (NOTE, "text", "x" * (MAX_TEXT + 1), "is the most"),
        (NOTE, "themes", " ", "empty entry"),
        (NOTE, "themes", None, "must be text"),
        (NOTE, "date", "2023-02-29", "2024-05-31"),
        (NOTE, "date", "2024-13", "2024-05-31"),
        (NOTE, "date", "0000", "2024-05-31"),
        (NOTE, "date", "5 May", "2024-05-31"),
        (NOTE, "sensitivity", "secret", "open, members, personal"),
        (CONTACT, "category", "friend", "one of person"),
        (CONTACT, "phones", "none", "not a phone number"),
        (CONTACT, "phones", "12", "not a phone number"),
        (CONTACT, "emails", "amina", "not an e-mail"),
        (CONTACT, "emails", "a b@c", "not an e-mail"),
        ("visit", "", 1, "1 to 64"),
        ("visit", "x" * 65, 1, "1 to 64"),
        ("visit", "big", "x" * 50_000, "is the most"),
        ("visit", "odd", {1: 2}, "unknown type"),
        ("visit", "odd", object(), "unknown type"),
        ("visit", "odd", 2**64, "unknown type"),
        ("visit", "odd", "\ud800", "unknown type"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(
    kind: str, name: str, value: object, words: str
) -> None:
    with pytest.raises(InvalidContent, match=words) as refused:
        check(kind, name, value)
    assert str(refused.value).endswith(".")
