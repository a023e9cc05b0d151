"""Values as people type and read them."""

from __future__ import annotations

from typing import Any

import pytest

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.valuetext import canonical, from_text, to_text

ID = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    "kind, typed, value",
    [
        ("money", "60 USD", {"amount": "60", "currency": "USD"}),
        (
            "money",
            "12.50 usd per week, 2024-05",
            {"amount": "12.50", "currency": "USD", "per": "week", "date": "2024-05"},
        ),
        ("money", "a lot", "a lot"),
        ("flag", "Yes", True),
        ("flag", "false", False),
        ("flag", "perhaps", "perhaps"),
        ("rough-place", "-2.9, 32.2", {"lat": "-2.9", "lon": "32.2"}),
        ("version-link", ID.upper(), {"record": ID}),
        ("link", f" {ID.upper()} ", ID),
        ("country", "ke", "KE"),
        ("country", "Kenya", "Kenya"),
        ("language", "PT-br", "pt-BR"),
        ("language", "zh-hant-tw", "zh-Hant-TW"),
        ("spoken", "SW", "sw"),
        ("spoken", "Kisukuma", "Kisukuma"),
        ("phone", " +254 712 ", "+254 712"),
        (
            "phone",
            '{"value": "+254 712", "types": ["Work", "cell"]}',
            {"value": "+254 712", "types": ["cell", "work"]},
        ),
        ("phone", '{"value": "+254 712", "types": []}', "+254 712"),
        ("address", '{"street": "Plot 4", "region": ""}', {"street": "Plot 4"}),
        ("line", "{not a map}", "{not a map}"),
    ],
)
def test_what_is_typed_becomes_the_one_stored_form(kind: Any, typed: str, value: Any):
    assert from_text(kind, typed) == value
    assert canonical(kind, value) == value  # the stored form stays as it is


def test_braces_that_hold_no_object_are_refused():
    with pytest.raises(InvalidContent, match="one JSON object"):
        from_text("address", "{street: Plot 4}")


@pytest.mark.parametrize(
    "kind, value, text",
    [
        ("phone", {"value": "+254 712", "types": ["cell", "work"]}, "+254 712 (cell, work)"),
        (
            "address",
            {"street": "Plot 4\nKisumu Road", "country": "Kenya", "types": ["work"]},
            "Plot 4 Kisumu Road, Kenya (work)",
        ),
        ("address", {"label": "By the old mill"}, "By the old mill"),
        ("name-parts", {"family": "Owino", "given": "Amina", "prefixes": "Mama"}, "Mama Amina Owino"),
        (
            "money",
            {"amount": "12.50", "currency": "USD", "per": "week", "date": "2024-05"},
            "12.50 USD per week, 2024-05",
        ),
        ("rough-place", {"lat": "-2.9", "lon": "32.2"}, "-2.9, 32.2"),
        ("version-link", {"record": ID, "heads": [ID]}, ID),
        ("vcard", "REV:1", "REV:1"),
        ("vcard", {"line": "a", "part": 0, "parts": 3, "text": "PHOTO;X=1:data"}, "PHOTO;X=1: part 1 of 3"),
        ("vcard", {"line": "a", "part": 2, "parts": 3, "text": "AAAA"}, "…: part 3 of 3"),
        ("flag", True, "yes"),
        ("flag", False, "no"),
        ("line", "as it is", "as it is"),
        ("line", None, ""),
        ("", 5, "5"),
        ("money", {"later": [1]}, '{"later":[1]}'),  # a shape of a later version
        ("phone", {"value": 5}, '{"value":5}'),
    ],
)
def test_a_value_reads_as_a_person_would_write_it(kind: Any, value: Any, text: str):
    assert to_text(kind, value) == text


@pytest.mark.parametrize("typed", ["12.50 USD per week, 2024-05", "0 TZS", "1000000 COP, 2024"])
def test_money_is_read_back_from_how_it_is_shown(typed: str):
    assert to_text("money", from_text("money", typed)) == typed
