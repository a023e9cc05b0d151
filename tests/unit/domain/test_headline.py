"""What a list shows of a record."""

from __future__ import annotations

from delve_desktop.domain.headline import MAX_SNIPPET, MAX_TITLE, snippet_of, title_of
from delve_desktop.domain.ops import Write

from .histories import History, add, put, text


def made(*writes: Write, kind: str = "note") -> History:
    history = History(kind)
    history.root(*writes)
    return history


def test_a_note_is_called_by_its_title_and_shows_its_text() -> None:
    state = made(put("title", " The  new\twell "), text("# Report\n\n- deep\n- dry")).state()
    assert title_of(state) == "The new well"
    assert snippet_of(state) == "Report - deep - dry"


def test_a_note_without_title_is_called_by_its_first_line_that_says_something() -> None:
    assert title_of(made(put("title", ""), text("\n \n## Deep well\nmore")).state()) == "Deep well"
    assert title_of(made().state()) == ""


def test_a_contact_is_called_by_its_name_and_shows_its_fields_in_order() -> None:
    history = made(
        add("+254 700", "+254 711", field="phones"),
        put("name", "Amina Juma"),
        put("organisation", "Kisumu miners"),
        put("shoe size", "42"),
        put("paid", True),
        kind="contact",
    )
    assert title_of(history.state()) == "Amina Juma"
    assert snippet_of(history.state()) == "+254 700, +254 711 · Kisumu miners · 42"


def test_what_nobody_reads_is_not_shown_in_a_list() -> None:
    kept = add("=ORG:IBM;Accounting", "REV:1", field="vcard")
    history = made(kept, put("association", "ab" * 32), put("country", "KE"), kind="contact")
    assert snippet_of(history.state()) == ""


def test_of_a_contact_a_list_shows_the_role_and_where_it_is_held_before_a_note() -> None:
    note = put("note", "Best reached after five.")
    assert snippet_of(made(note, put("role", "Chair"), kind="contact").state()) == "Chair"
    held = made(note, put("role", "Chair"), put("organisation", "Nyota ya Dhahabu"), kind="contact")
    assert snippet_of(held.state()) == "Chair · Nyota ya Dhahabu"
    assert snippet_of(made(note, put("role", "Chair")).state()) == "Best reached after five."


def test_codes_are_not_shown_where_nothing_translates_them() -> None:
    history = made(put("category", "person"), put("country", "KE"), put("role", " "), kind="contact")
    assert snippet_of(history.state()) == ""


def test_a_record_of_an_unknown_kind_shows_what_it_has() -> None:
    state = made(put("depth", "30 m"), put("name", "Borehole"), kind="borehole").state()
    assert (title_of(state), snippet_of(state)) == ("Borehole", "30 m")


def test_of_a_disputed_title_the_first_version_is_shown() -> None:
    history = made()
    for number in range(2):
        history.op(put("title", f"title {number}"), on=history.ops[:1])
    assert title_of(history.state()) == history.values("title")[0]


def test_long_texts_are_cut() -> None:
    state = made(put("title", "word " * 400), text("word " * 9000)).state()
    assert len(title_of(state)) == MAX_TITLE
    assert 0 < len(snippet_of(state)) <= MAX_SNIPPET
