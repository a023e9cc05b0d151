"""Texts that splices make, put together only when asked for; and which of them a state keeps."""

from __future__ import annotations

import tracemalloc
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import splicedtext, state
from delve_desktop.domain.errors import InvalidContent, Malformed
from delve_desktop.domain.merge import extend, versions_of
from delve_desktop.domain.planning import plan_put, plan_text
from delve_desktop.domain.reading import merged_text, value_of
from delve_desktop.domain.splicedtext import SplicedText, plain
from delve_desktop.domain.standing import MAX_BASES
from delve_desktop.domain.state import HOW_HELD, encode_state, has_held
from delve_desktop.domain.textdiff import MAX_SPLICED_TEXT, apply_splices

from .histories import History, put, splice, text

_edits = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 3), st.text("ab\n", max_size=3)), max_size=3
).map(lambda edits: [list(edit) for edit in sorted(edits)])


@given(st.text("xyz", max_size=8), st.lists(_edits, max_size=6))
def test_a_spliced_text_is_what_applying_its_splices_gives(
    base: str, chain: list[list[list[object]]]
) -> None:
    eager: str = base
    lazy: str | SplicedText = base
    for edits in chain:
        try:
            expected = apply_splices(eager, edits)
        except Malformed:
            with pytest.raises(Malformed):
                SplicedText(lazy, edits)
            continue
        eager, lazy = expected, SplicedText(lazy, edits)
        assert lazy.length == len(eager)
    assert plain(lazy) == eager


def test_a_long_chain_of_splices_needs_no_deep_recursion() -> None:
    at: str | SplicedText = ""
    for number in range(20_000):
        at = SplicedText(at, [[number, 0, "x"]])
    assert plain(at) == "x" * 20_000


def test_a_text_that_was_put_together_is_where_the_next_one_begins() -> None:
    first = SplicedText("a", [[1, 0, "b"]])
    first.text()
    with mock.patch.object(splicedtext, "apply_splices", wraps=apply_splices) as applied:
        assert SplicedText(first, [[2, 0, "c"]]).text() == "abc"
    assert applied.call_count == 1


def flood(count: int, *, by: str = "eve") -> History:
    """Many small splices side by side, each of which makes a text of the greatest length."""
    history = History()
    root = history.root(text("a" * 30_000))
    big = history.op(splice([0, [[30_000, 0, "b" * 30_000]]]), on=[root])
    for number in range(count):
        history.op(splice([0, [[number, 1, str(number)]]]), on=[big], by=by)
    return history


def test_inv07_small_splices_side_by_side_make_no_huge_state_and_all_stand() -> None:
    history = flood(1_500)
    tracemalloc.start()
    try:
        found = history.state()
        size = len(encode_state(found))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert size < 2 * state.KEPT_TEXT
    assert peak < 20_000_000  # whole texts would be 90 MB, and as much again when they are encoded
    versions = found.fields["text"].versions
    assert len(versions) == 1_500
    held = next(one for one in versions if one.how == HOW_HELD)
    assert len(value_of("text", held, lambda: versions_of(history.ops))) <= MAX_SPLICED_TEXT


def test_inv07_nobody_crowds_out_what_another_wrote() -> None:
    history = flood(60)
    later = history.op(put("title", "T"), on=[history.ops[1]], by="ana")
    for name in ("ana", "bo"):
        history.op(splice([0, [[0, 0, f"By {name}. "]]]), on=[later], by=name)
    kept = [one for one in history.state().fields["text"].versions if one.how != HOW_HELD]
    assert {one.value[:6] for one in kept} >= {"By ana", "By bo."}
    assert has_held(history.state().fields["text"])


def test_versions_that_replace_very_many_do_not_each_name_them_all() -> None:
    history = History()
    root = history.root(text("one"))
    many = [history.op(text(f"text {number}"), on=[root]) for number in range(MAX_BASES + 1)]
    seen = [history.op(on=many[:60]), *many[60:]]
    for number in range(3):
        history.op(text(f"instead {number}"), on=seen)
    assert [one.bases for one in history.state().fields["text"].versions] == [()] * 3
    fewer = history.op(text("of some"), on=many[:MAX_BASES])
    (made,) = [one for one in history.state(fewer).fields["text"].versions if one.value == "of some"]
    assert len(made.bases) == MAX_BASES


def test_a_text_of_which_some_versions_are_not_kept_is_merged_from_the_history() -> None:
    history = History()
    root = history.root(text("one\n\ntwo\n\nthree"))
    for at, name in ((0, "ana"), (5, "bo"), (10, "chi")):
        history.op(splice([0, [[at, 0, "very "]]]), on=[root], by=name)
    with mock.patch.object(state, "KEPT_TEXT", 30):
        assert has_held(history.state().fields["text"])
        assert history.text().text == "very one\n\nvery two\n\nvery three"
        assert history.disputed() == []


def test_an_edit_of_a_text_that_is_not_kept_goes_by_the_whole_record() -> None:
    history = History()
    root = history.root(text("one"), put("title", "T"))
    first = history.op(text("two"), on=[root], by="ana")
    second = history.op(text("three"), on=[root], by="bo")
    with mock.patch.object(state, "KEPT_TEXT", 4):
        before = history.state()
        both = [first, second]
        assert extend(before, history.op(text("four"), on=both)) is None
        assert history.values("text") == ["four"]
        assert extend(history.state(), history.op(put("title", "U"), on=history.ops[-1:])) is not None


def test_a_text_with_versions_that_are_not_kept_is_not_edited_beside_its_blocks() -> None:
    history = History()
    root = history.root(text("one"))
    for name in ("ana", "bo"):
        history.op(text(f"by {name}"), on=[root], by=name)
    with mock.patch.object(state, "KEPT_TEXT", 6):
        found = history.state()
        seen = merged_text("text", found.fields["text"], lambda: versions_of(history.ops))
        assert seen.has_blocks
        with pytest.raises(InvalidContent, match="too many versions"):
            plan_text(found, "text", seen, seen.text + "\nmore")
        settled = plan_text(found, "text", seen, "settled")
        assert settled is not None
        kept = plan_put(found, "text", "by ana, again")
        assert kept is not None
        assert len(kept.keeps) == 1
