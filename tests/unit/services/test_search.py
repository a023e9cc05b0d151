from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.services.search import _beginning, _folded_words, find, mark, search, search_ranked
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers, EditText, SetValue
from delve_desktop.store import index

from .conftest import SPACE


def test_matches_are_marked_in_title_and_passage(session: Session) -> None:
    text = "First something else entirely. " * 20 + "Then the Élève came to the kinyozi."
    records.add_record(session, SPACE, "note", [SetValue("title", "Eleven"), EditText("text", text)])
    (hit,) = search(session, SPACE, "ele kin")
    assert hit.title == "\ue000Ele\ue001ven"
    assert "\ue000Élè\ue001ve came to the \ue000kin\ue001yozi" in hit.snippet
    assert hit.snippet.startswith("…")


def test_a_contact_is_found_by_its_number(session: Session) -> None:
    edits = [SetValue("name", "Baraka"), ChangeMembers("phones", ("+255 700 555 014",))]
    record, _ = records.add_record(session, SPACE, "contact", edits)
    for typed in ("700 555", "255700555", "014"):
        assert [hit.row.id for hit in search(session, SPACE, typed)] == [record]


def test_nothing_typed_finds_nothing(session: Session) -> None:
    records.add_record(session, SPACE, "note", [SetValue("title", "a")])
    assert search(session, SPACE, " *- ") == [] == search_ranked(session, SPACE, "")


def test_a_word_in_the_title_ranks_above_newer_words_in_the_text(session: Session) -> None:
    best, _ = records.add_record(session, SPACE, "note", [SetValue("title", "Retort")])
    for number in range(5):
        edits = [SetValue("title", f"Note {number}"), EditText("text", f"some retort and more {number}")]
        records.add_record(session, SPACE, "note", edits)
    assert search_ranked(session, SPACE, "retort")[0].row.id == best
    assert search(session, SPACE, "retort")[0].row.id != best


def test_search_keeps_to_kind_and_space(session: Session) -> None:
    records.add_record(session, SPACE, "note", [SetValue("title", "Retort")])
    contact, _ = records.add_record(session, SPACE, "contact", [SetValue("name", "Retort maker")])
    assert [hit.row.id for hit in search(session, SPACE, "retort", kind="contact")] == [contact]


LETTERS = "aAeé1_ -.ñß"


@given(st.text(LETTERS), st.lists(st.text("aAeé1", min_size=1, max_size=3), min_size=1, max_size=3))
def test_marks_stand_around_beginnings_of_words(text: str, typed: list[str]) -> None:
    words = [index.fold(word) for word in typed]
    folded = index.fold(text)
    wanted, at = "", 0
    while at < len(text):
        begins = at == 0 or not text[at - 1].isalnum()
        found = next((word for word in words if begins and folded.startswith(word, at)), "")
        wanted += f"\ue000{text[at : at + len(found)]}\ue001" if found else text[at]
        at += len(found) or 1
    assert mark(text, _beginning(words)) == wanted


def test_words_are_scored_in_one_order_however_they_were_typed() -> None:
    # sums of their scores differ in the last place otherwise, and equals would change places at each start
    for typed in ("gamma alpha delta pit", "pit delta gamma alpha"):
        assert _folded_words(typed) == ["alpha", "delta", "gamma", "pit"]


def test_whatever_is_typed_gives_hits_or_none(session: Session) -> None:
    for title in ("Kinyozi Élève ㉐ ª ⅷ ß ſ ﬁ", "x" * 100, "'\"*()", "हिन्दी 한국어 ١٢٣"):
        records.add_record(session, SPACE, "note", [SetValue("title", title), EditText("text", title)])

    @settings(max_examples=150)
    @given(st.text(st.characters(exclude_categories=())), st.sampled_from([None, "note", "\ud800"]))
    def try_out(typed: str, kind: str | None) -> None:
        search(session, SPACE, typed, kind=kind)
        search_ranked(session, None, typed, kind=kind)

    try_out()
    for typed in ("हिन्दी", "한국", "١٢", "eleve", "ELE"):
        assert len(search(session, SPACE, typed)) == 1


def test_a_field_that_answers_at_once_finds_titles_first(session: Session) -> None:
    def note(title: str, text: str = "x") -> RecordId:
        edits = [SetValue("title", title), EditText("text", text)]
        return records.add_record(session, SPACE, "note", edits)[0]

    begins = note("Mercury in the river")
    inside = note("Without mercury")
    only = note("Rope", "mercury")
    contact, _ = records.add_record(session, SPACE, "contact", [SetValue("name", "Mércia")])
    records.delete_record(session, note("Mercy"))
    found = [hit.row.id for hit in find(session, SPACE, "merc")]
    assert set(found[:2]) == {begins, contact}
    assert found[2:] == [inside, only]
    assert find(session, SPACE, " ") == []
    assert [hit.row.id for hit in find(session, SPACE, "merc riv")] == [begins]


def test_in_any_script_titles_that_begin_so_come_first(session: Session) -> None:
    def note(title: str, text: str) -> RecordId:
        edits = [SetValue("title", title), EditText("text", text)]
        return records.add_record(session, SPACE, "note", edits)[0]

    begins = note("Мөнгөн усгүй", "x")
    newer = note("Олс, мөнгөн ус", "x")
    assert [hit.row.id for hit in find(session, SPACE, "мө")] == [begins, newer]
