"""docs/records.md says what the tables say."""

from __future__ import annotations

from pathlib import Path

from delve_desktop.domain.fields import FIELDS, Field
from delve_desktop.domain.values import CHECKS
from delve_desktop.domain.vocabularies import VOCABULARIES

TOLD = (Path(__file__).parents[3] / "docs" / "records.md").read_text(encoding="utf-8")


def row_of(field: Field) -> str:
    kind = f"{field.type} of *{field.vocabulary.name}*" if field.vocabulary else field.type
    return f"| `{field.name}` | {field.merge} | {kind} | {field.limit} | {field.label} |"


def test_every_field_of_every_kind_is_told_in_the_order_of_the_table():
    for kind, fields in FIELDS.items():
        section = TOLD.split(f"### {kind}\n")[1].split("\n## ")[0].split("\n### ")[0]
        told = [line for line in section.splitlines() if line.startswith("| `")]
        assert told == [row_of(field) for field in fields]


def test_every_type_of_value_is_told():
    types = TOLD.split("## Values")[1].split("## Fields")[0]
    names = {name for line in types.splitlines() for name in line.split("|")[1:2] for name in name.split(",")}
    assert {name.strip() for name in names} >= set(CHECKS)


def test_every_term_is_told():
    for vocabulary in VOCABULARIES:
        (row,) = (line for line in TOLD.splitlines() if line.startswith(f"| *{vocabulary.name}*"))
        assert [term for term in row.split("`") if not set(term) & set("| ,")] == list(vocabulary.terms)
        assert (" (open) " in row) == vocabulary.open
