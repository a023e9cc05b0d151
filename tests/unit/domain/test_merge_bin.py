"""What becomes of a record that some delete while others edit it."""

from __future__ import annotations

from .histories import History, put


def test_a_deleted_record_is_in_the_bin(history: History) -> None:
    root = history.root(put("title", "Well"))
    history.delete(on=[root])
    state = history.state()
    assert (state.in_bin, state.revived) == (True, False)
    assert history.values("title") == ["Well"]


def test_an_edit_that_the_delete_had_not_seen_brings_the_record_back(history: History) -> None:
    root = history.root(put("title", "Well"))
    history.delete(on=[root])
    history.op(put("title", "Deep well"), on=[root], by="bo")
    state = history.state()
    assert (state.in_bin, state.revived) == (False, True)


def test_editing_a_deleted_record_brings_it_back_unmarked(history: History) -> None:
    root = history.root()
    history.op(on=[history.delete(on=[root])])
    state = history.state()
    assert (state.in_bin, state.revived) == (False, False)


def test_the_mark_goes_when_somebody_edits_a_revived_record(history: History) -> None:
    root = history.root()
    gone = history.delete(on=[root])
    edit = history.op(put("title", "x"), on=[root], by="bo")
    history.op(put("title", "y"), on=[gone, edit], by="chi")
    state = history.state()
    assert (state.in_bin, state.revived) == (False, False)


def test_two_deletes_cover_what_each_saw(history: History) -> None:
    root = history.root()
    one = history.op(put("title", "x"), on=[root])
    two = history.op(put("title", "y"), on=[root], by="bo")
    history.delete(on=[one])
    assert not history.state().in_bin
    history.delete(on=[two], by="bo")
    assert history.state().in_bin


def test_a_second_delete_sends_a_revived_record_back_to_the_bin(history: History) -> None:
    root = history.root()
    gone = history.delete(on=[root])
    edit = history.op(put("title", "x"), on=[root], by="bo")
    history.delete(on=[gone, edit])
    assert history.state().in_bin
