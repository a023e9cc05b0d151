"""What becomes of concurrent changes, rule by rule."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest

from delve_desktop.domain import ops, standing
from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.merge import begin, extend, merge, state_at
from delve_desktop.domain.standing import MAX_CHANGED
from delve_desktop.domain.state import encode_state

from .histories import ORIGIN, History, add, device, put, remove, splice, text, version


def test_inv07_concurrent_values_stay_visible(history: History) -> None:
    root = history.root(put("title", "Well"))
    history.op(put("title", "Deep well"), on=[root], by="ana")
    history.op(put("title", "New well"), on=[root], by="bo")
    assert sorted(history.values("title")) == ["Deep well", "New well"]
    assert history.disputed() == ["title"]


def test_versions_are_shown_by_depth_and_then_by_id(history: History) -> None:
    root = history.root(put("title", "Well"))
    early = history.op(put("title", "early"), on=[root])
    other = history.op(put("title", "other"), on=[root], by="bo")
    step = history.op(put("place", "Kisumu"), on=[root], by="chi")
    late = history.op(put("title", "late"), on=[step], by="chi")
    first, second = sorted([early, other], key=lambda known: known.id)
    field = history.state().fields["title"]
    assert [one.id for one in field.versions] == [version(first), version(second), version(late)]


def test_changes_of_different_fields_join(history: History) -> None:
    root = history.root(put("title", "Well"))
    history.op(put("title", "Deep well"), on=[root], by="ana")
    history.op(put("place", "Kisumu"), on=[root], by="bo")
    assert history.values("title") == ["Deep well"]
    assert history.values("place") == ["Kisumu"]
    assert history.disputed() == []


def test_inv07_an_edit_of_another_field_settles_nothing(history: History) -> None:
    root = history.root(put("title", "Well"))
    one = history.op(put("title", "Deep well"), on=[root])
    two = history.op(put("title", "New well"), on=[root], by="bo")
    history.op(put("place", "Kisumu"), on=[one, two], by="chi")
    assert len(history.values("title")) == 2


def test_a_write_that_saw_all_versions_settles(history: History) -> None:
    root = history.root(put("title", "Well"))
    one = history.op(put("title", "Deep well"), on=[root])
    two = history.op(put("title", "New well"), on=[root], by="bo")
    history.op(put("title", "Deep new well"), on=[one, two], by="chi")
    assert history.values("title") == ["Deep new well"]
    assert history.disputed() == []


def test_inv07_a_write_supersedes_only_what_its_author_had_seen(history: History) -> None:
    root = history.root(put("title", "Well"))
    one = history.op(put("title", "Deep well"), on=[root])
    two = history.op(put("title", "New well"), on=[root], by="bo")
    history.op(put("title", "Late well"), on=[root], by="dee")
    history.op(put("title", "Settled"), on=[one, two], by="chi")
    assert sorted(history.values("title")) == ["Late well", "Settled"]


def test_inv07_a_write_leaves_standing_what_it_keeps(history: History) -> None:
    root = history.root(put("title", "Well"))
    one = history.op(put("title", "Deep well"), on=[root])
    two = history.op(put("title", "New well"), on=[root], by="bo")
    history.op(put("title", "Deeper well", keeps=[version(two)]), on=[one, two])
    assert sorted(history.values("title")) == ["Deeper well", "New well"]


def test_keeping_does_not_bring_back_what_another_write_superseded(history: History) -> None:
    root = history.root(put("title", "Well"))
    one = history.op(put("title", "Deep well"), on=[root])
    history.op(put("title", "Third", keeps=[version(one)]), on=[one], by="bo")
    history.op(put("title", "Fourth"), on=[one], by="chi")
    assert sorted(history.values("title")) == ["Fourth", "Third"]


def test_equal_values_are_shown_once_and_are_no_dispute(history: History) -> None:
    root = history.root(put("title", "Well"))
    ops_ = [history.op(put("title", "Deep well"), on=[root], by=name) for name in ("ana", "bo")]
    assert history.values("title") == ["Deep well"]
    assert history.disputed() == []
    assert len(history.state().fields["title"].versions) == len(ops_)


def test_clearing_a_field_is_a_value_like_any_other(history: History) -> None:
    root = history.root(put("place", "Kisumu"))
    history.op(put("place", None), on=[root])
    assert history.values("place") == [None]
    history.op(put("place", "Migori"), on=[root], by="bo")
    assert set(history.values("place")) == {None, "Migori"}
    assert history.disputed() == ["place"]


def test_true_and_one_are_different_values(history: History) -> None:
    root = history.root()
    history.op(put("paid", True), on=[root])
    history.op(put("paid", 1), on=[root], by="bo")
    assert len(history.values("paid")) == 2


def test_two_imports_of_one_origin_are_one_record(history: History) -> None:
    one = history.root(put("title", "Well"), put("place", "Kisumu"), by="ana", origin=ORIGIN)
    two = history.root(put("title", "Well"), put("place", "Migori"), by="bo", origin=ORIGIN)
    state = history.state()
    assert set(state.heads) == {one.id, two.id}
    assert history.values("title") == ["Well"]
    assert history.disputed() == ["place"]


def test_the_first_root_in_display_order_gives_the_kind(history: History) -> None:
    one = history.root(kind="note", by="ana", origin=ORIGIN)
    two = history.root(kind="contact", by="bo", origin=ORIGIN)
    first = min(one, two, key=lambda known: known.id)
    state = history.state()
    assert (state.kind, state.created_by) == (first.op.kind, first.device)


def test_labels_come_from_the_first_root_and_the_last_head(history: History) -> None:
    root = history.root(by="ana")
    deep = history.op(put("title", "x"), on=[history.op(on=[root], by="bo")], by="chi")
    history.op(put("title", "y"), on=[root], by="dee")
    state = history.state()
    assert (state.created, state.created_by) == (root.op.time, device("ana"))
    assert (state.updated, state.updated_by) == (deep.op.time, device("chi"))


# ---- members of sets -----------------------------------------------------------------------------


def test_concurrent_additions_join(history: History) -> None:
    root = history.root(add("water"))
    history.op(add("gold"), on=[root])
    history.op(add("dust", "gold"), on=[root], by="bo")
    assert history.members("themes") == ["dust", "gold", "water"]


def test_a_removal_takes_only_the_additions_it_saw(history: History) -> None:
    root = history.root(add("water", "gold"))
    history.op(remove("water", "gold"), on=[root])
    history.op(add("gold"), on=[root], by="bo")
    assert history.members("themes") == ["gold"]


def test_a_member_is_of_who_added_it_first_among_those_that_count(history: History) -> None:
    root = history.root(add("gold"), by="ana")
    again = history.op(add("gold"), on=[root], by="bo")
    assert history.state().fields["themes"].members[0].device == device("ana")
    history.op(remove("gold"), on=[root], by="chi")
    member = history.state().fields["themes"].members[0]
    assert (member.op, member.device) == (again.id, device("bo"))


def test_the_first_who_added_a_member_is_found_on_any_branch(history: History) -> None:
    root = history.root()
    shallow = history.op(add("gold"), on=[root], by="ana")  # depth 2, on the branch that grew deeper
    tip = shallow
    for number in range(4):
        tip = history.op(put("title", number), on=[tip], by="ana")
    history.op(add("gold"), on=[history.op(on=[root], by="bo")], by="bo")
    assert history.state().fields["themes"].members[0].op == shallow.id


def test_what_one_op_both_adds_and_removes_stays(history: History) -> None:
    root = history.root(add("gold"))
    history.op(add("gold"), remove("gold"), on=[root])
    assert history.members("themes") == ["gold"]


def test_a_field_without_members_is_no_field(history: History) -> None:
    root = history.root(add("gold"))
    history.op(remove("gold"), on=[root])
    assert "themes" not in history.state().fields


def test_a_value_and_members_stand_in_one_field_side_by_side(history: History) -> None:
    root = history.root(add("gold"))
    history.op(put("themes", "water"), on=[root])
    assert history.members("themes") == ["gold"]
    assert history.values("themes") == ["water"]


# ---- texts, and what is unknown ------------------------------------------------------------------


def test_a_splice_remembers_what_it_was_preferred_to(history: History) -> None:
    root = history.root(text("a"))
    one = history.op(text("b"), on=[root])
    two = history.op(text("c"), on=[root], by="bo")
    history.op(splice([0, []]), on=[one, two])
    (chosen,) = history.state().fields["text"].versions
    assert set(chosen.bases) == {version(one), version(two)}


def test_an_unknown_action_counts_as_an_edit(history: History) -> None:
    root = history.root(put("title", "Well"))
    history.delete(on=[root])
    history.op(put("title", "Deep well"), on=[root], by="bo", action=77)
    state = history.state()
    assert history.values("title") == ["Deep well"]
    assert (state.in_bin, state.revived) == (False, True)


def test_an_unknown_kind_merges_like_any(history: History) -> None:
    root = history.root(put("depth", 7), text("a\nb", field="story"), kind="borehole")
    history.op(put("depth", 8), on=[root])
    history.op(text("a\nB", field="story"), on=[root], by="bo")
    assert history.state().kind == "borehole"
    assert history.values("depth") == [8]
    assert history.text("story").text == "a\nB"


# ---- the ways in ----------------------------------------------------------------------------------


def test_extend_declines_an_op_that_has_not_seen_everything(history: History) -> None:
    root = history.root()
    one = history.op(put("title", "x"), on=[root])
    two = history.op(put("title", "y"), on=[root], by="bo")
    seen = begin(history.record, root)
    assert extend(seen, one) is not None
    ahead = extend(seen, one)
    assert ahead is not None
    assert extend(ahead, two) is None


def test_extend_takes_parents_in_any_order(history: History) -> None:
    root = history.root()
    one = history.op(put("title", "x"), on=[root])
    two = history.op(put("title", "y"), on=[root], by="bo")
    before = history.state()
    for parents in ([one, two], [two, one]):
        assert extend(before, history.op(put("title", "z"), on=parents)) is not None


def test_a_record_without_a_root_is_not_found(history: History) -> None:
    root = history.root()
    known = history.op(put("title", "x"), on=[root])
    with pytest.raises(NotFound):
        merge(history.record, [known])


def test_a_version_that_is_not_there_is_not_found(history: History) -> None:
    root = history.root()
    with pytest.raises(NotFound):
        state_at(history.record, [root], [history.op(on=[root]).id])


def test_a_long_history_in_one_line_merges_like_a_short_one(history: History) -> None:
    known = history.root(put("title", 0))
    for number in range(1, 3000):
        known = history.op(put("title", number), on=[known])
    assert history.values("title") == [2999]
    assert history.state().depth == 3000


def test_a_wide_history_keeps_every_version(history: History) -> None:
    root = history.root()
    heads = [history.op(put("title", number), on=[root]) for number in range(60)]
    assert sorted(history.values("title")) == list(range(60))
    history.op(put("title", "all"), on=heads, by="bo", action=ops.EDIT)
    assert history.values("title") == ["all"]


def test_work_grows_hardly_faster_than_the_number_of_concurrent_versions(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One member can write a thousand ops beside each other; nobody's laptop may stand still for that."""
    root = history.root(put("title", "first"))
    count = 1024
    for number in range(count):
        history.op(put("title", number), on=[root])
    handled = 0
    joined_versions = standing._joined_versions

    def counted(mine: Any, my_past: Any, theirs: Any, their_past: Any, position: Any) -> Any:
        nonlocal handled
        handled += len(mine) + len(theirs)
        return joined_versions(mine, my_past, theirs, their_past, position)

    monkeypatch.setattr(standing, "_joined_versions", counted)
    assert sorted(history.values("title")) == list(range(count))
    assert handled <= count * 11  # each level of the tree handles each version once


def test_a_splice_that_would_make_a_huge_text_is_void(history: History) -> None:
    """Small ops in a row, and then many beside each other, must not fill the memory of every laptop."""
    known = history.root(text("a" * 40_000))
    grown = history.op(splice([0, [[0, 0, "b" * 20_000]]]), on=[known])
    too_far = history.op(splice([0, [[0, 0, "c" * 20_000]]]), on=[grown])
    assert history.values("text") == ["b" * 20_000 + "a" * 40_000]
    before = history.state(grown)
    extended = extend(before, too_far)
    assert extended is not None
    assert encode_state(extended) == encode_state(history.state())


def test_an_op_may_name_an_ancestor_beside_its_descendant_and_a_parent_twice(history: History) -> None:
    root = history.root(put("title", "first"))
    child = history.op(put("title", "second"), on=[root])
    history.op(put("title", "third"), on=[root, child, child, root])
    assert history.values("title") == ["third"]
    assert history.state().depth == 3


@pytest.mark.parametrize("values", [[1, 1.0, True], [0.0, -0.0, False], ["", None, []]])
def test_values_that_python_takes_for_equal_are_told_apart(history: History, values: list[Any]) -> None:
    root = history.root()
    for value in values:
        history.op(put("title", value), on=[root])
    assert len(history.values("title")) == 3
    assert history.disputed() == ["title"]
    joined = history.op(add(*values), add(*values), on=[root])
    assert len(history.state(joined).fields["themes"].members) == 3


def test_a_thousand_ops_meet_in_a_record_of_thousands_of_fields() -> None:
    """Only the fields that they wrote are compared; all of them, a thousand times, took half a minute."""
    history = History()
    last = history.root(put("title", "T"))
    for start in range(0, 10_000, 250):
        last = history.op(*(put(f"field{start + number}", 1) for number in range(250)), on=[last])
    for number in range(1_000):
        history.op(put("title", number), on=[last])
    looks = 0

    class Counting(standing.Layered):
        def get(self, *arguments: Any) -> Any:
            nonlocal looks
            looks += 1
            return super().get(*arguments)

    with mock.patch.object(standing, "Layered", Counting):
        state = history.state()
    assert looks < 50_000
    assert len(state.fields) == 10_001
    assert len(state.fields["title"].versions) == 1_000


def test_fields_that_were_written_on_both_sides_of_a_long_history_are_joined() -> None:
    """So many that either side has become an origin of its own."""
    history = History()
    root = history.root(put("title", "T"))
    ends = []
    for by in ("ana", "bo"):
        last = root
        for number in range(3 * MAX_CHANGED):
            last = history.op(put(f"{by}{number}", number), put("both", by), on=[last], by=by)
        ends.append(last)
    state = history.state()
    assert len(state.fields) == 1 + 6 * MAX_CHANGED + 1
    assert sorted(history.values("both")) == ["ana", "bo"]
    joined = history.op(put("both", "settled"), on=ends)
    assert len(history.state(joined).fields) == len(state.fields)
    assert history.values("both") == ["settled"]
