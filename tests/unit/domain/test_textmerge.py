"""What a person sees of a text that several people changed."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from delve_desktop.domain import textmerge
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.merge import versions_of
from delve_desktop.domain.mergedtext import Block, MergedText, Plain
from delve_desktop.domain.textdiff import Hunk, diff_lines
from delve_desktop.domain.textmerge import carried_from, merge_texts

from .histories import ORIGIN, History, device, put, splice, text, version

STEPS = "wash\n\nrinse\n\ndry\n\nstore"


@pytest.fixture
def history() -> History:
    return History()


def people(history: History, root: KnownOp, *texts: str) -> list[KnownOp]:
    """Each text written by somebody who had seen this op only."""
    return [history.op(text(one), on=[root], by=f"person {number}") for number, one in enumerate(texts)]


def shown(merged: MergedText) -> list[str | list[str]]:
    """Agreed passages as texts, blocks as sorted lists of them."""
    return [
        "\n".join(chunk.lines)
        if isinstance(chunk, Plain)
        else sorted("\n".join(one.lines) for one in chunk.alternatives)
        for chunk in merged.chunks
    ]


def test_separate_paragraphs_join(history: History) -> None:
    root = history.root(text(STEPS))
    people(history, root, STEPS.replace("wash", "wash well"), STEPS.replace("dry", "dry in the sun"))
    assert history.text().text == "wash well\n\nrinse\n\ndry in the sun\n\nstore"
    assert history.disputed() == []


def test_neighbouring_paragraphs_with_a_blank_line_between_join(history: History) -> None:
    root = history.root(text(STEPS))
    people(history, root, STEPS.replace("wash", "wash well"), STEPS.replace("rinse", "rinse twice"))
    assert history.text().text == "wash well\n\nrinse twice\n\ndry\n\nstore"


def test_inv07_overlapping_paragraphs_become_a_block(history: History) -> None:
    root = history.root(text(STEPS))
    people(history, root, STEPS.replace("rinse", "rinse twice"), STEPS.replace("rinse", "do not rinse"))
    assert shown(history.text()) == ["wash\n", ["do not rinse", "rinse twice"], "\ndry\n\nstore"]
    assert history.disputed() == ["text"]


def test_words_of_two_people_are_never_mixed_in_a_line(history: History) -> None:
    """By letters, both changes would fit together, and the sum would be what nobody wrote."""
    root = history.root(text("heat to 60 degrees for 10 minutes"))
    people(history, root, "heat to 90 degrees for 10 minutes", "heat to 60 degrees for 5 minutes")
    assert shown(history.text()) == [
        ["heat to 60 degrees for 5 minutes", "heat to 90 degrees for 10 minutes"]
    ]


def test_changes_of_lines_that_meet_become_a_block(history: History) -> None:
    root = history.root(text("a\nb\nc\nd"))
    people(history, root, "a\nB\nc\nd", "a\nb\nC\nd")
    assert shown(history.text()) == ["a", ["B\nc", "b\nC"], "d"]


def test_two_insertions_at_one_place_become_a_block(history: History) -> None:
    root = history.root(text("a\nb"))
    people(history, root, "a\nx\nb", "a\ny\nb")
    assert shown(history.text()) == ["a", ["x", "y"], "b"]


def test_an_insertion_beside_a_deletion_becomes_a_block(history: History) -> None:
    root = history.root(text("a\nb\nc"))
    people(history, root, "a\nc", "a\nb\nx\nc")
    assert shown(history.text()) == ["a", ["", "b\nx"], "c"]


def test_the_same_change_by_two_people_counts_once(history: History) -> None:
    root = history.root(text("a\nb\nc\nd\ne"))
    people(history, root, "a\nx\nb\nc\nd\ne", "a\nx\nb\nc\nd\nE")
    assert history.text().text == "a\nx\nb\nc\nd\nE"


def test_lines_that_all_alternatives_share_stand_outside_of_the_block(history: History) -> None:
    root = history.root(text("a\nz"))
    people(history, root, "a\nmask\ngloves\nboots\nz", "a\nmask\nhat\nboots\nz")
    assert shown(history.text()) == ["a\nmask", ["gloves", "hat"], "boots\nz"]


def test_two_deletions_of_the_same_line_agree(history: History) -> None:
    root = history.root(text("a\nb\nc\nd"))
    people(history, root, "a\nc\nd", "a\nc\nd\ne")
    assert history.text().text == "a\nc\nd\ne"


def test_alternatives_are_in_display_order_with_the_versions_they_stand_for(history: History) -> None:
    root = history.root(text("a"))
    written = people(history, root, "x", "y", "x")
    (block,) = history.text().blocks
    by_text = {"x": [version(written[0]), version(written[2])], "y": [version(written[1])]}
    order = [one.id for one in history.state().fields["text"].versions]
    assert [list(one.versions) for one in block.alternatives] == sorted(
        ([made for made in order if made in by_text[line]] for line in by_text),
        key=lambda ids: order.index(ids[0]),
    )
    assert block.before == ("a",)


def test_many_versions_join_where_they_are_apart(history: History) -> None:
    base = [f"step {number}" for number in range(30)]
    root = history.root(text("\n".join(base)))
    expected = base[:]
    for number in range(0, 30, 2):
        changed = base[:]
        changed[number] = expected[number] = f"step {number} mended"
        history.op(text("\n".join(changed)), on=[root], by=f"person {number}")
    assert history.text().text == "\n".join(expected)
    assert len(history.state().heads) == 15


def test_of_many_versions_only_those_with_a_say_are_in_a_block(history: History) -> None:
    root = history.root(text("a\nb\nc\nd\ne"))
    people(history, root, "A\nb\nc\nd\ne", "a\nb\nC1\nd\ne", "a\nb\nC2\nd\ne")
    assert shown(history.text()) == ["A\nb", ["C1", "C2"], "d\ne"]


def test_versions_without_a_common_ancestor_are_shown_whole(history: History) -> None:
    history.root(text("a\nb"), by="ana", origin=ORIGIN)
    history.root(text("a\nc"), by="bo", origin=ORIGIN)
    merged = history.text()
    assert shown(merged) == [["a\nb", "a\nc"]]
    assert merged.blocks[0].whole
    assert history.disputed() == ["text"]


def test_versions_without_a_common_ancestor_that_are_equal_are_one(history: History) -> None:
    history.root(text("a\nb"), by="ana", origin=ORIGIN)
    history.root(text("a\nb"), by="bo", origin=ORIGIN)
    assert history.text().text == "a\nb"
    assert history.disputed() == []


def test_texts_that_were_scalars_have_no_base(history: History) -> None:
    root = history.root(put("text", 5))
    people(history, root, "a\nb", "a\nc")
    assert history.text().blocks[0].whole


def test_a_text_and_another_value_are_versions_like_scalars(history: History) -> None:
    root = history.root(text("a"))
    history.op(text("b"), on=[root])
    history.op(put("text", None), on=[root], by="bo")
    assert history.disputed() == ["text"]


def test_the_base_is_the_nearest_common_ancestor(history: History) -> None:
    root = history.root(text("a\nb\nc"))
    changed = history.op(text("a\nB\nc"), on=[root])
    people(history, changed, "A\nB\nc", "a\nB\nC")
    # from the root, each would seem to have changed lines that meet the other's
    assert history.text().text == "A\nB\nC"


def test_a_criss_cross_is_merged_on_the_merge_of_its_ancestors(history: History) -> None:
    root = history.root(text("a\nb\nc\nd\ne\nf\ng"))
    one, two = people(history, root, "A\nb\nc\nd\ne\nf\ng", "a\nb\nc\nd\ne\nf\nG")
    history.op(text("A\nb\nC\nd\ne\nf\nG"), on=[one, two], by="chi")
    history.op(text("A\nb\nc\nd\nE\nf\nG"), on=[one, two], by="dee")
    assert history.text().text == "A\nb\nC\nd\nE\nf\nG"


def test_two_decisions_of_one_dispute_differ_only_there(history: History) -> None:
    root = history.root(text("a\nb\nc\nd\ne"))
    one, two = people(history, root, "a\nx\nc\nd\ne", "a\ny\nc\nd\ne")
    history.op(text("a\nx\nc\nd\ne"), on=[one, two], by="chi")
    history.op(text("a\nz\nc\nd\nE"), on=[one, two], by="dee")
    merged = history.text()
    assert shown(merged) == ["a", ["x", "z"], "c\nd\nE"]
    assert merged.blocks[0].before is None


def test_two_equal_decisions_of_one_dispute_settle_it(history: History) -> None:
    root = history.root(text("a\nb\nc\nd\ne"))
    one, two = people(history, root, "a\nx\nc\nd\ne", "a\ny\nc\nd\ne")
    history.op(text("a\nz\nc\nd\ne"), on=[one, two], by="chi")
    history.op(text("a\nz\nc\nd\nE"), on=[one, two], by="dee")
    assert history.text().text == "a\nz\nc\nd\nE"


def nested_criss_cross(history: History, levels: int) -> None:
    """Pairs of versions each of which was made from both of the pair before, in separate lines."""
    lines = [f"line {number}" for number in range(4 * levels + 4)]
    pair = [history.root(text("\n".join(lines)))]
    for level in range(levels + 1):
        made = []
        for side in (0, 1):
            changed = lines[:]
            changed[4 * level + 2 * side] += f" by {side}"
            made.append(history.op(text("\n".join(changed)), on=pair, by=f"{side}"))
        lines[4 * level] += " by 0"
        lines[4 * level + 2] += " by 1"
        pair = made


def test_nested_criss_crosses_are_merged_to_a_bounded_depth(history: History) -> None:
    nested_criss_cross(history, textmerge.MAX_DEPTH)
    assert not history.text().has_blocks


def test_deeper_criss_crosses_are_shown_whole(history: History) -> None:
    nested_criss_cross(history, textmerge.MAX_DEPTH + 1)
    (block,) = history.text().blocks
    assert block.whole


def test_more_versions_than_can_be_compared_are_shown_whole(history: History) -> None:
    root = history.root(text("a"))
    people(history, root, *[f"text {number}" for number in range(textmerge.MAX_VERSIONS + 1)])
    (block,) = history.text().blocks
    assert block.whole
    assert len(block.alternatives) == textmerge.MAX_VERSIONS + 1


def test_a_deleted_step_does_not_return_silently_with_a_third_version(history: History) -> None:
    """Two versions share a step that the third never had; one of them took it out again."""
    root = history.root(text("wash\nrinse\ndry"))
    added = history.op(text("wash\nheat\nrinse\ndry"), on=[root])
    people(history, added, "wash\nrinse\ndry\nstore", "wash\nheat\nrinse\ndry")
    merged = history.text()
    assert merged.text == "wash\nrinse\ndry\nstore"
    history.op(text("Wash\nrinse\ndry"), on=[root], by="late")
    assert shown(history.text()) == [["Wash", "wash", "wash\nheat"], "rinse\ndry\nstore"]


def test_a_step_deleted_by_one_of_two_equal_versions_is_not_forgotten(history: History) -> None:
    root = history.root(text("a\nb\nc\nd"))
    added = history.op(text("a\nb\nx\nc\nd"), on=[root])
    history.op(text("a\nb\nc\nD"), on=[added], by="bo")  # took x out again ...
    history.op(text("a\nb\nc\nD"), on=[root], by="chi")  # ... and so says the same as this
    history.op(text("A\nb\nx\nc\nd"), on=[added], by="dee")
    assert shown(history.text()) == ["A\nb", ["", "x"], "c\nD"]


def test_versions_that_one_op_made_differ_only_where_it_left_them_differing(history: History) -> None:
    root = history.root(text("a\n\nb\n\nc\n"))
    one, two = people(history, root, "a\n\nb\n\nx\n\nc\n", "a\n\nc\n")
    before = history.text()
    assert shown(before) == ["a\n", ["", "b\n\nx\n"], "c\n"]
    order = [made.id for made in history.state().fields["text"].versions]
    # a paragraph behind the block: compared with the root, "b" would seem to have become "new"
    entries = [
        [index, [[len(history.state().fields["text"].versions[index].value) - 2, 0, "new\n\n"]]]
        for index in (0, 1)
    ]
    history.op(splice(*entries), on=[one, two])
    assert len(order) == 2
    assert shown(history.text()) == ["a\n", ["", "b\n\nx\n"], "new\n\nc\n"]


def test_words_carried_along_by_a_save_are_of_who_wrote_them(history: History) -> None:
    root = history.root(text("a\nb"))
    heads = people(history, root, "a\nx", "a\ny")
    standing = [one.id for one in history.state().fields["text"].versions]
    for _ in range(3):
        heads = [history.op(splice([0, [[0, 0, "new "]]], [1, [[0, 0, "new "]]]), on=heads, by="saver")]
    known = versions_of(history.ops)["text"]
    now = history.state().fields["text"].versions
    assert {one.device for one in now} == {device("saver")}
    assert [carried_from(one, known).id for one in now] == standing
    assert carried_from(known[version(root)], known).id == version(root)


def test_the_order_of_the_versions_does_not_matter(history: History) -> None:
    root = history.root(text("a\nb\nc\nd"))
    people(history, root, "a\nx\nc\nd", "a\ny\nc\nd", "a\nb\nc\nz")
    standing = history.state().fields["text"].versions
    known = versions_of(history.ops)["text"]
    assert len({merge_texts(order, known) for order in permutations(standing)}) == 1


def test_no_version_at_all_is_an_empty_text() -> None:
    assert merge_texts([], {}).text == ""


def test_two_people_begin_an_empty_text(history: History) -> None:
    root = history.root(text(""))
    people(history, root, "one", "two")
    assert shown(history.text()) == [["one", "two"]]


def test_emptying_a_text_against_an_edit_is_a_block(history: History) -> None:
    root = history.root(text("a\nb"))
    people(history, root, "", "a\nB")
    merged = history.text()
    assert isinstance(merged.chunks[0], Block)
    assert shown(merged) == [["", "a\nB"]]


class Counted(list[Hunk]):
    """Hunks that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        Counted.looks += 1
        return super().__getitem__(at)

    def __iter__(self) -> Any:
        Counted.looks += len(self)
        return super().__iter__()


def test_work_grows_with_the_number_of_changes_and_not_with_its_square(
    monkeypatch: pytest.MonkeyPatch, history: History
) -> None:
    lines = 1000
    root = history.root(text("\n".join("x" if at % 2 else str(at) for at in range(lines))))
    people(
        history,
        root,
        *("\n".join(who if at % 2 else str(at) for at in range(lines)) for who in ("ana", "bo")),
    )
    monkeypatch.setattr(textmerge, "diff_lines", lambda old, new: Counted(diff_lines(old, new)))
    Counted.looks = 0
    merged = history.text()
    assert len(merged.blocks) == lines // 2
    assert Counted.looks < lines * 50


def test_more_lines_than_can_be_compared_are_shown_as_whole_versions(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = history.root(text(STEPS))
    people(history, root, STEPS + "\nlock", "sweep\n" + STEPS)
    assert not history.text().has_blocks
    monkeypatch.setattr(textmerge, "MAX_LINES", 20)
    assert [block.whole for block in history.text().blocks] == [True]
