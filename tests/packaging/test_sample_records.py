"""The sample records are forty, valid, told apart, and can harm nobody who dials or writes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.domain import fields

FOLDER = Path(__file__).parents[2] / "resources" / "sample"
LANGUAGES = ("en", "fr", "es", "pt")


def records(language: str) -> list[dict[str, Any]]:
    text = (FOLDER / f"records-{language}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


RECORDS = [record for language in LANGUAGES for record in records(language)]
EVERY = [pytest.param(record, id=record["origin"]) for record in RECORDS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_ten_records(language: str):
    assert [record["origin"] for record in records(language)] == [
        f"sample/{language}/{n:02}" for n in range(1, 11)
    ]


@pytest.mark.parametrize("record", EVERY)
def test_every_value_fits_its_field(record: dict[str, Any]):
    known = {field.name: field for field in fields.FIELDS[record["kind"]]}
    assert set(record) - {"kind", "origin"} <= set(known)
    for name, value in record.items():
        if name in known:
            for one in value if known[name].merge == "set" else [value]:
                fields.check(record["kind"], name, one)


@pytest.mark.parametrize("record", EVERY)
def test_a_text_has_several_paragraphs_of_one_line(record: dict[str, Any]):
    text = record.get("text") or record["note"]
    assert len(text.split("\n\n")) >= 2
    assert not re.search(r"\n{3}|[ \t]\n|\n$", text)


@pytest.mark.parametrize("record", EVERY)
def test_nobody_is_dialled_or_written_to(record: dict[str, Any]):
    assert all(address.endswith("@example.org") for address in record.get("emails", []))
    # none of these countries has numbers that begin with a zero after its own code
    assert all(re.match(r"\+[0-9]+ 0", phone) and "555" in phone for phone in record.get("phones", []))


def test_no_sentence_is_told_twice():
    texts = [str(record.get("text") or record["note"]) for record in RECORDS]
    sentences = [
        sentence for text in texts for sentence in re.split(r"(?<=[.!?])\s+", text) if len(sentence) > 30
    ]
    assert len(sentences) == len(set(sentences))
