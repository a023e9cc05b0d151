"""Records as Markdown files, and notes of one's own as records."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import FIELDS
from delve_desktop.interchange import markdown
from delve_desktop.interchange.items import Item
from delve_desktop.interchange.markdown import HEADINGS, parse, read, title_of, write

lines = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12
) | st.sampled_from(
    [
        "",
        "---",
        "# Steps",
        "\\# Steps",
        "\\\\# Summary  ",
        "# Summary ",
        "## Steps",
        "# What happened",
        "kind: note",
    ]
)
texts = st.lists(lines, max_size=6).map("\n".join)
practice = [field.name for field in FIELDS["practice"] if field.type == "text"]


def item_of(text: str, name: str = "notes/My note.md") -> Item:
    ((_, one),) = read(io.BytesIO(text.encode()), name)
    return one


@given(st.dictionaries(st.sampled_from(practice), texts.filter(bool), max_size=6), texts)
def test_long_texts_come_back_word_for_word(fields, title):
    one = Item("practice", {**fields, "title": title}, "x/1")
    assert parse(write(one).decode(), "a.md") == one


@pytest.mark.parametrize(
    "kind, name", [("note", "text"), ("contact", "note"), ("comment", "text"), ("visit", "text")]
)
@given(text=texts.filter(bool))
def test_the_text_of_a_kind_with_one_is_the_body(kind, name, text):
    one = Item(kind, {name: text, "unknown": [1, "b", None]}, "x/1")
    data = write(one)
    assert parse(data.decode(), "a.md") == one
    assert data.decode().partition("\n---\n")[2] == f"\n{text}\n"


def test_a_file_looks_as_a_person_would_write_it():
    one = Item(
        "practice",
        {
            "steps": "1. Close it.\n2. Heat it.",
            "summary": "Burn nothing in the open.",
            "themes": ["health", "mercury"],
            "title": "A closed retort",
            "cost_setup": {"amount": "60.50", "currency": "USD"},
        },
        "sample/retort",
    )
    assert write(one).decode() == (
        "---\nkind: practice\norigin: sample/retort\ntitle: A closed retort\nthemes:\n- health\n- mercury\n"
        "cost_setup:\n  amount: '60.50'\n  currency: USD\n---\n\n# Summary\n\nBurn nothing in the open.\n\n"
        "# Steps\n\n1. Close it.\n2. Heat it.\n"
    )


def test_every_long_text_of_a_kind_with_several_has_a_heading_of_its_own():
    for kind, fields in FIELDS.items():
        names = [field.name for field in fields if field.type == "text"]
        if len(names) > 1:
            assert set(names) <= HEADINGS.keys(), kind


def test_versions_in_dispute_are_carried_and_the_first_one_is_shown():
    one = Item(
        "note", {"title": "A", "text": "⟦1⟧ merged"}, "x", "", {"title": ["A", "B"], "text": ["1", "2"]}
    )
    assert "\n\n1\n" in write(one).decode()
    assert parse(write(one).decode(), "a.md") == Item(
        "note", {"title": "A", "text": "1"}, "x", "", one.versions
    )


def test_what_a_person_wrote_beside_versions_is_one_more():
    one = Item("note", {"title": "A", "text": "1"}, "x", "", {"text": ["1", "2"]})
    edited = write(one).decode().replace("\n1\n", "\n1, mended\n")
    assert parse(edited, "a.md").versions == {"text": ["1", "2", "1, mended"]}


def test_a_record_without_origin_goes_by_its_id():
    one = Item("note", {"title": "A"}, "", "ab" * 32)
    assert parse(write(one).decode(), "a.md") == one


@pytest.mark.parametrize(
    "text, title",
    [
        ("# Pump\n\nIt leaks.", "Pump"),
        ("Some words\n\n## The pump ##\n", "The pump"),
        ("The pump\n========\nIt leaks.", "The pump"),
        ("```\n# no heading\n```\nIt leaks.", "My note"),
        ("It leaks.", "My note"),
        ("", "My note"),
        ("#hashtag\n", "My note"),
        ("# " + "é" * 400, "é" * 150),
    ],
)
def test_a_file_without_a_block_is_a_note(text, title):
    one = item_of(text)
    assert (one.kind, one.fields["title"]) == ("note", title)
    assert one.fields.get("text", "") == text.removesuffix("\n")
    assert one.origin.startswith("markdown-")


def test_a_note_of_another_program_keeps_what_it_says():
    one = item_of("---\ntags: [a, 1]\ndate: 2024-05-31\ndraft: true\n---\n# Pump\n\nIt leaks.\n")
    assert one.fields == {
        "tags": ["a", 1],
        "date": "2024-05-31",
        "draft": True,
        "text": "# Pump\n\nIt leaks.",
        "title": "Pump",
    }


def test_the_same_file_twice_is_the_same_record_and_another_one_is_not():
    assert item_of("It leaks.").origin == item_of("It leaks.", "b.md").origin
    assert item_of("It leaks.").origin != item_of("It leaks!").origin


def test_a_title_needs_no_quotes():
    assert item_of("---\nkind: note\ntitle: 2024\nthemes: [1, no]\n---\n").fields == {
        "title": "2024",
        "themes": ["1", "no"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "---\nkind: note\n---\nIt leaks.",
        "---\nkind: note\n---",
        "---\r\nkind: note\r\n---\r\n\r\nIt leaks.\r\n",
    ],
)
def test_line_ends_and_blank_lines_may_differ(text):
    assert item_of(text).fields == ({"text": "It leaks."} if "leaks" in text else {})


def test_text_above_the_headings_is_the_summary():
    assert item_of("---\nkind: practice\n---\nShort.\n# Steps\nOne").fields == {
        "summary": "Short.",
        "steps": "One",
    }


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("---\nkind: note\n", "line 1: the block of YAML that begins here has no end"),
        ("---\nkind: [note]\n---\n", "line 1: the kind must be text"),
        (f"---\norigin: {'x' * 401}\n---\n", "line 1: the origin must be text"),
        ("---\na: 1\nb: [\n---\n", "line 4: "),
        ("---\na: 99999999999999999999999\n---\n", "line 1: a: A number is too large"),
        ("---\nversions: 1\n---\n", "line 2: this is not a map"),
        ("---\nversions: {a: 1}\n---\n", "line 1: the versions of 'a' are a list"),
        ("---\nkind: practice\n---\nA\n# Summary\nB\n", "line 1: text stands before the first heading"),
        (
            "---\nkind: practice\n---\n# Steps\nA\n# Steps\nB\n",
            "line 1: the heading '# Steps' stands here twice",
        ),
        (
            "---\n" + "".join(f"a{n}: 1\n" for n in range(201)) + "---\n",
            "line 1: it has more than 200 fields",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_line(text, sentence):
    with pytest.raises(InvalidContent) as caught:
        item_of(text)
    assert str(caught.value).startswith(f"notes/My note.md {sentence}")


def test_what_is_no_text_is_refused():
    with pytest.raises(InvalidContent, match=r"^a\.md line 2: this is not UTF-8"):
        list(read(io.BytesIO(b"a\n\xff"), "a.md"))


def test_a_long_file_is_not_read_into_memory():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert 0 < size <= markdown.MAX_FILE + 1
            return b"x" * size

    with pytest.raises(InvalidContent, match=r"^a\.md is longer than"):
        list(read(Endless(), "a.md"))


@given(st.binary(max_size=200) | texts.map(str.encode))
def test_any_bytes_give_a_record_or_one_error(data):
    try:
        ((_, one),) = read(io.BytesIO(data), "a.md")
    except InvalidContent as error:
        assert str(error).startswith("a.md line ")  # noqa: PT017
    else:
        assert title_of(one)
        write(one)
