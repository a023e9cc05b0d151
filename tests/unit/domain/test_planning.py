"""From what a person did to what is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import ops
from delve_desktop.domain.errors import InvalidContent, Mistaken
from delve_desktop.domain.merge import versions_of
from delve_desktop.domain.mergedtext import Alternative, Block, MergedText, Plain, whole_text
from delve_desktop.domain.ops import Write, encode_value
from delve_desktop.domain.planning import (
    plan_members,
    plan_put,
    plan_restore,
    plan_settle,
    plan_text,
    plan_text_write,
)
from delve_desktop.domain.state import EMPTY, distinct

from .histories import History, add, histories, put, text, version

LONG = "\n".join(f"step {number} of a practice that is told at some length" for number in range(20))


@pytest.fixture
def history() -> History:
    return History()


@pytest.fixture
def disputed() -> History:
    """A title in three versions, two of which are equal, and a text with a block between agreed lines."""
    history = History()
    root = history.root(put("title", "Well"), text("a\nb\nc\nd\ne"))
    history.op(put("title", "Deep well"), text("a\nx\nc\nd\ne"), on=[root], by="ana")
    history.op(put("title", "New well"), text("a\ny\nc\nd\nE"), on=[root], by="bo")
    history.op(put("title", "Deep well"), on=[root], by="chi")
    return history


def write(history: History, *writes: Write | None, by: str = "dee") -> None:
    by_id = {known.id: known for known in history.ops}
    heads = [by_id[head] for head in history.state().heads]
    history.op(*[one for one in writes if one], on=heads, by=by)


def test_the_first_value_of_a_field_is_put(history: History) -> None:
    history.root()
    assert plan_put(history.state(), "title", "Well") == put("title", "Well")
    assert plan_put(history.state(), "title", None) == put("title", None)


def test_saving_the_same_value_writes_nothing(history: History) -> None:
    history.root(put("title", "Well"), text("a"), add("gold"))
    state = history.state()
    assert plan_put(state, "title", "Well") is None
    assert plan_settle(state, "title", "Well") is None
    assert plan_put(state, "text", "a") is None
    assert plan_text(state, "text", whole_text("a"), "a") is None
    assert plan_members(state, "themes", add=["gold"], remove=["dust"]) == []


def test_inv07_editing_one_version_of_a_dispute_keeps_the_others(disputed: History) -> None:
    standing = disputed.state().fields["title"].versions
    for origin in standing:
        history = History()
        history.ops, history.record = disputed.ops[:], disputed.record
        write(history, plan_put(history.state(), "title", "Edited", origin.id))
        others = {one.value for one in standing} - {origin.value}
        assert set(history.values("title")) == {"Edited"} | others


def test_an_edit_without_origin_starts_from_the_version_that_is_shown_first(disputed: History) -> None:
    first, second = disputed.values("title")
    write(disputed, plan_put(disputed.state(), "title", "Edited"))
    assert set(disputed.values("title")) == {"Edited", second}
    assert first != second


def test_saving_one_version_of_a_dispute_unchanged_decides_nothing(disputed: History) -> None:
    for one in disputed.state().fields["title"].versions:
        assert plan_put(disputed.state(), "title", one.value, one.id) is None


def test_making_one_version_equal_to_the_other_ends_the_dispute(disputed: History) -> None:
    one, two = distinct(disputed.state().fields["title"])
    write(disputed, plan_put(disputed.state(), "title", two.value, one.id))
    assert disputed.values("title") == [two.value]
    assert disputed.disputed() == ["text"]


def test_a_version_that_stands_no_more_cannot_be_edited(disputed: History) -> None:
    with pytest.raises(Mistaken):
        plan_put(disputed.state(), "title", "x", version(disputed.ops[0]))


def test_too_many_versions_have_to_be_decided_first(history: History) -> None:
    root = history.root()
    for number in range(258):
        history.op(put("title", number), on=[root])
    with pytest.raises(InvalidContent):
        plan_put(history.state(), "title", "x")


def test_settling_leaves_one_value(disputed: History) -> None:
    write(
        disputed,
        plan_settle(disputed.state(), "title", "New well"),
        plan_settle(disputed.state(), "text", "z"),
    )
    assert disputed.values("title") == ["New well"]
    assert disputed.values("text") == ["z"]
    assert len(disputed.state().fields["title"].versions) == 1
    assert disputed.disputed() == []


def test_members_are_changed_by_what_is_new_and_what_is_gone(history: History) -> None:
    history.root(add("gold", "water"))
    writes = plan_members(
        history.state(), "themes", add=["dust", "gold", "fire"], remove=["water", "fire", "air"]
    )
    assert writes == [Write("themes", ops.REMOVE, ["water"]), Write("themes", ops.ADD, ["dust", "fire"])]


def test_a_small_edit_of_a_long_text_is_written_as_a_splice(history: History) -> None:
    history.root(text(LONG))
    planned = plan_text(history.state(), "text", whole_text(LONG), LONG.replace("step 7", "step seven"))
    assert planned is not None
    assert planned.how == ops.SPLICE
    assert len(encode_value(planned)) < 40
    write(history, planned)
    assert history.values("text") == [LONG.replace("step 7", "step seven")]


def test_a_text_that_is_all_new_is_written_whole(history: History) -> None:
    history.root(text(LONG))
    planned = plan_text(history.state(), "text", whole_text(LONG), "quite another text")
    assert planned == text("quite another text")


def test_the_first_text_of_a_field_is_written_whole(history: History) -> None:
    history.root()
    assert plan_text(history.state(), "text", whole_text(""), "a") == text("a")
    assert plan_put(history.state(), "text", "a") == text("a")
    assert plan_settle(history.state(), "text", "a") == text("a")


def test_clearing_a_long_text_empties_it(history: History) -> None:
    history.root(text("a"))
    assert plan_put(history.state(), "text", None) == text("")


def test_a_save_outside_of_a_block_leaves_the_block(disputed: History) -> None:
    seen = disputed.text()
    write(disputed, plan_text(disputed.state(), "text", seen, seen.text.replace("a\n", "A\n")))
    made = disputed.text()
    assert made.text == seen.text.replace("a\n", "A\n")
    assert disputed.disputed() == ["text", "title"]
    # what had joined is now in every version
    assert all(one.value.endswith("\nE") for one in disputed.state().fields["text"].versions)


def test_a_save_inside_of_a_block_settles_it(disputed: History) -> None:
    seen = disputed.text()
    chosen = MergedText(
        tuple(
            Plain(chunk.alternatives[0].lines) if isinstance(chunk, Block) else chunk for chunk in seen.chunks
        )
    )
    write(disputed, plan_text_write(disputed.state(), "text", seen, chosen))
    assert not disputed.text().has_blocks
    assert len(disputed.state().fields["text"].versions) == 1
    assert disputed.text().text == chosen.text


def test_one_of_two_blocks_can_be_settled(history: History) -> None:
    root = history.root(text("a\nb\nc\nd\ne"))
    history.op(text("a\nx\nc\nv\ne"), on=[root])
    history.op(text("a\ny\nc\nw\ne"), on=[root], by="bo")
    seen = history.text()
    chunks = tuple(Plain(("x and y",)) if chunk is seen.blocks[0] else chunk for chunk in seen.chunks)
    write(history, plan_text_write(history.state(), "text", seen, MergedText(chunks)))
    after = history.text()
    assert "x and y" in after.text.split("\n")
    assert [block.alternatives for block in after.blocks] == [
        tuple(
            Alternative(one.versions, lines.lines)
            for one, lines in zip(block.alternatives, seen.blocks[1].alternatives, strict=True)
        )
        for block in after.blocks
    ]
    assert len(after.blocks) == 1


def test_only_blocks_that_were_seen_can_be_kept(disputed: History) -> None:
    foreign = Block((), whole=True)
    with pytest.raises(Mistaken):
        plan_text_write(disputed.state(), "text", disputed.text(), MergedText((foreign,)))


def test_an_edit_of_a_text_that_joined_leaves_one_version(history: History) -> None:
    root = history.root(text(LONG))
    history.op(text(LONG.replace("step 3", "step three")), on=[root])
    history.op(text(LONG.replace("step 9", "step nine")), on=[root], by="bo")
    seen = history.text()
    planned = plan_text(history.state(), "text", seen, seen.text + "\nend")
    assert planned is not None
    assert planned.how == ops.SPLICE
    write(history, planned)
    (only,) = history.state().fields["text"].versions
    assert only.value == LONG.replace("step 3", "step three").replace("step 9", "step nine") + "\nend"
    assert len(only.bases) == 2


def test_inv02_a_restore_is_a_further_op_that_gives_the_old_content(history: History) -> None:
    root = history.root(put("title", "Well"), text(LONG), add("gold", "water"))
    history.op(
        put("title", "x"),
        put("place", "y"),
        text("z"),
        add("dust"),
        Write("themes", "remove", ["gold"]),
        on=[root],
    )
    writes = plan_restore(history.state(), history.state(root), dict)
    write(history, *writes)
    assert history.values("title") == ["Well"]
    assert history.values("text") == [LONG]
    assert history.values("place") == [None]
    assert history.members("themes") == ["gold", "water"]
    assert len(history.ops) == 3


def test_a_restore_of_named_fields_leaves_the_others(history: History) -> None:
    root = history.root(put("title", "Well"), text("a"))
    history.op(put("title", "x"), text("b"), on=[root])
    writes = plan_restore(history.state(), history.state(root), dict, ["title"])
    assert writes == [put("title", "Well")]


def test_a_restore_of_what_is_there_writes_nothing(disputed: History) -> None:
    root = disputed.ops[0]
    history = History()
    history.ops, history.record = [root], disputed.record
    assert plan_restore(history.state(), disputed.state(root), dict) == []


def test_a_text_is_restored_as_it_was_merged(history: History) -> None:
    root = history.root(text("a\nb\nc\nd"))
    one = history.op(text("A\nb\nc\nd"), on=[root])
    two = history.op(text("a\nb\nc\nD"), on=[root], by="bo")
    joined = history.state()
    history.op(text("lost"), on=[one, two])
    write(history, *plan_restore(history.state(), joined, lambda: versions_of(history.ops)))
    assert history.values("text") == ["A\nb\nc\nD"]


def test_a_restored_dispute_loses_no_words_of_a_text(disputed: History) -> None:
    then = disputed.state()
    by_id = {known.id: known for known in disputed.ops}
    disputed.op(text("lost"), put("title", "lost"), on=[by_id[head] for head in then.heads])
    write(disputed, *plan_restore(disputed.state(), then, lambda: versions_of(disputed.ops)))
    assert disputed.disputed() == []
    assert {"x", "y", "E"} <= set(disputed.values("text")[0].split("\n"))
    assert disputed.values("title") == [then.fields["title"].versions[0].value]


@given(histories(), st.data())
def test_a_restore_gives_any_earlier_content(history: History, data: st.DataObject) -> None:
    then = history.state(data.draw(st.sampled_from(history.ops)))
    write(history, *plan_restore(history.state(), then, lambda: versions_of(history.ops)))
    now = history.state()
    for name in now.fields.keys() | then.fields.keys():
        before, field = then.fields.get(name, EMPTY), now.fields.get(name, EMPTY)
        assert [one.value for one in field.members] == [one.value for one in before.members]
        if len({encode_value(one.value) for one in before.versions}) == 1:
            assert {encode_value(one.value) for one in field.versions} == {
                encode_value(before.versions[0].value)
            }


@given(histories(), st.text("ab\n", max_size=9))
def test_inv07_an_edited_text_is_what_the_person_left(history: History, text_: str) -> None:
    """Whatever stood in the field, if it can be read as text at all."""
    field = history.state().fields.get("text", EMPTY)
    if not field.versions or not all(isinstance(one.value, str) for one in field.versions):
        return
    if not any(one.how == "text" for one in field.versions):
        return
    write(history, plan_text(history.state(), "text", history.text(), text_))
    assert history.text().text == text_
