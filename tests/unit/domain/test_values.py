"""What fits a type of value, and what is refused with a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import ADOPTION, COMMENT, CONTACT, FIELDS, NOTE, PRACTICE, check
from delve_desktop.domain.values import CHECKS
from delve_desktop.domain.vocabularies import VOCABULARIES

ID = "0123456789abcdef" * 4
OTHER = "fedcba9876543210" * 4


def test_every_type_in_the_table_has_its_check():
    assert {field.type for fields in FIELDS.values() for field in fields} == set(CHECKS)


def test_every_vocabulary_is_used_and_names_each_term_once():
    used = {field.vocabulary.name for fields in FIELDS.values() for field in fields if field.vocabulary}
    assert used == {vocabulary.name for vocabulary in VOCABULARIES}
    assert all(len(set(one.terms)) == len(one.terms) for one in VOCABULARIES)


@pytest.mark.parametrize(
    "kind, name, value",
    [
        (CONTACT, "phones", {"value": "+254 712 345678", "types": ["cell", "work"]}),
        (CONTACT, "emails", {"value": "a@example.org", "types": ["x-own"]}),
        (CONTACT, "addresses", {"street": "Plot 4\nKisumu Road", "country": "Kenya", "types": ["work"]}),
        (CONTACT, "name_parts", {"family": "Owino", "given": "Amina"}),
        (CONTACT, "websites", "https://example.org/a?b=c"),
        (CONTACT, "association", ID),
        (CONTACT, "vcard", "X-ABUID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE"),
        (CONTACT, "vcard", {"line": "PHOTO", "part": 0, "parts": 2, "text": "PHOTO:AAAA"}),
        (NOTE, "themes", "mercury"),
        (NOTE, "themes", "our own word"),
        (NOTE, "language", "pt-BR"),
        (PRACTICE, "language", "zh-Hant-TW"),
        (PRACTICE, "countries", "PE"),
        (PRACTICE, "stages", "process"),
        (PRACTICE, "minerals", "moonstone"),
        (PRACTICE, "cost_setup", {"amount": "60.50", "currency": "USD", "date": "2024-05"}),
        (PRACTICE, "cost_running", {"amount": "0", "currency": "TZS", "per": "week"}),
        (PRACTICE, "place", {"lat": "-2.9", "lon": "180"}),
        (PRACTICE, "translation_of", {"record": ID, "heads": [ID, OTHER]}),
        (PRACTICE, "translation_of", {"record": ID}),
        (PRACTICE, "maturity", None),
        (ADOPTION, "result", "works-with-changes"),
        (COMMENT, "asks", True),
        (COMMENT, "asks", False),
    ],
)
def test_what_fits_is_taken(kind: str, name: str, value: Any):
    check(kind, name, value)


@pytest.mark.parametrize(
    "kind, name, value, words",
    [
        (CONTACT, "phones", {"value": "+254 712 345678"}, "lacks the part 'types'"),
        (CONTACT, "phones", {"value": "+254 712 345678", "types": []}, "1 to 8 types"),
        (CONTACT, "phones", {"value": "+254 712 345678", "types": ["work", "cell"]}, "in order"),
        (CONTACT, "phones", {"value": "+254 712 345678", "types": ["cell", "cell"]}, "each once"),
        (CONTACT, "phones", {"value": "+254 712 345678", "types": ["Cell"]}, "small letters"),
        (CONTACT, "phones", {"value": 5, "types": ["cell"]}, "text on one line"),
        (CONTACT, "phones", {"value": "no", "types": ["cell"]}, "not a phone number"),
        (CONTACT, "phones", {"value": "+254 712", "types": ["cell"], "x": "y"}, "no part 'x'"),
        (CONTACT, "phones", {1: 2}, "map of texts"),
        (CONTACT, "emails", {"value": "a b@c", "types": ["work"]}, "not an e-mail"),
        (CONTACT, "addresses", {}, "empty entry"),
        (CONTACT, "addresses", {"types": ["work"]}, "empty entry"),
        (CONTACT, "addresses", {"street": ""}, "not empty"),
        (CONTACT, "addresses", {"street": 5}, "not empty"),
        (CONTACT, "addresses", "Kisumu", "map of texts"),
        (CONTACT, "addresses", {"street": "x" * 1200}, "is the most"),
        (CONTACT, "name_parts", {}, "empty entry"),
        (CONTACT, "websites", "example.org", "https://example.org"),
        (CONTACT, "association", "abc", "64 hexadecimal"),
        (CONTACT, "association", ID.upper(), "64 hexadecimal"),
        (CONTACT, "country", "Kenya", "two capital letters"),
        (CONTACT, "vcard", {"line": "PHOTO", "part": 2, "parts": 2, "text": ""}, "fit together"),
        (CONTACT, "vcard", {"line": "PHOTO", "part": True, "parts": 2, "text": ""}, "fit together"),
        (NOTE, "language", "English", "language tag"),
        (PRACTICE, "stages", "digging", "one of prospect"),
        (PRACTICE, "cost_setup", {"amount": "60,50", "currency": "USD"}, "60 or 12.50"),
        (PRACTICE, "cost_setup", {"amount": "-1", "currency": "USD"}, "60 or 12.50"),
        (PRACTICE, "cost_setup", {"amount": "1", "currency": "dollar"}, "three capital letters"),
        (PRACTICE, "cost_setup", {"amount": "1", "currency": "USD", "date": "May"}, "2024-05-31"),
        (PRACTICE, "cost_setup", {"amount": "1"}, "lacks the part 'currency'"),
        (PRACTICE, "cost_setup", "60 USD", "map of texts"),
        (PRACTICE, "place", {"lat": "-2.91", "lon": "32.2"}, "one decimal"),
        (PRACTICE, "place", {"lat": "91", "lon": "32.2"}, "within 90"),
        (PRACTICE, "place", {"lat": -2.9, "lon": "32.2"}, "one decimal"),
        (PRACTICE, "translation_of", {"record": ID, "heads": [OTHER, ID]}, "in order"),
        (PRACTICE, "translation_of", {"record": ID, "heads": [5]}, "64 hexadecimal"),
        (PRACTICE, "translation_of", {"heads": []}, "lacks the part 'record'"),
        (COMMENT, "asks", "yes", "true or false"),
        (COMMENT, "asks", 1, "true or false"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(kind: str, name: str, value: Any, words: str):
    with pytest.raises(InvalidContent, match=words) as refused:
        check(kind, name, value)
    assert str(refused.value).endswith(".")
