"""Ops given over to another device say the same as before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import ops
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import RecordId, op_id
from delve_desktop.domain.merge import merge, stood_before
from delve_desktop.domain.ops import PUT, SPLICE, TEXT, Write
from delve_desktop.domain.reminting import Reminting
from delve_desktop.domain.state import RecordState

from .histories import ORIGIN, SPACE, History, device, version

HEIR = device("heir")


def given_over(history: History, of: frozenset[str] = frozenset({"ana"})) -> tuple[History, Reminting]:
    """The history after what these devices wrote was given over; ops come in the order they were made."""
    reminting = Reminting(SPACE, HEIR)
    before = stood_before(history.ops)
    old = {device(name) for name in of}
    result = History()
    for known in history.ops:
        if known.device in old:
            new, body = reminting.add(known, before[known.id])
            assert new == op_id(SPACE, HEIR, body)
            result.ops.append(KnownOp(new, HEIR, ops.decode(body)))
        else:
            result.ops.append(known)
    result.record = RecordId(reminting.name(history.record))
    return result, reminting


def shown(state: RecordState) -> dict[str, Any]:
    """What a person sees, whatever the order of two versions."""
    return {
        name: (
            sorted((str(one.value), one.depth, one.how) for one in field.versions),
            sorted(str(member.value) for member in field.members),
        )
        for name, field in state.fields.items()
    }


def test_a_chain_of_edits_stays_what_it_was():
    history = History()
    root = history.root(Write("title", PUT, "Pump"), Write("text", TEXT, "one\ntwo"))
    edit = history.op(Write("text", SPLICE, [[0, [[0, 3, "One"]]]]), on=[root])
    history.delete(on=[edit])
    new, _ = given_over(history)
    assert shown(new.state()) == shown(history.state())
    assert new.state().in_bin
    assert {known.id for known in new.ops}.isdisjoint(known.id for known in history.ops)
    assert new.state().record == new.ops[0].id


@pytest.mark.parametrize("swap", range(8))
def test_a_splice_goes_on_meaning_the_version_it_was_made_against(swap):
    """Two versions stand in the order of their ids, and the ids are others now."""
    history = History()
    root = history.root(Write("text", TEXT, f"base {swap}"))
    one = history.op(Write("text", TEXT, f"apples {swap}"), on=[root])
    two = history.op(Write("text", TEXT, f"bananas {swap}"), on=[root])
    both = history.state().fields["text"].versions
    place = next(at for at, each in enumerate(both) if each.value.startswith("apples"))
    edit = Write("text", SPLICE, [[place, [[0, 6, "cherry"]]]], (version(two),))
    history.op(edit, on=[one, two])
    new, _ = given_over(history)
    assert shown(new.state()) == shown(history.state())
    assert f"cherry {swap}" in str(shown(new.state()))


def test_links_name_the_records_as_they_are_now():
    history = History()
    root = history.root(Write("title", PUT, "Target"))
    reminting = Reminting(SPACE, HEIR)
    new, _ = reminting.add(root, {})
    other = "ab" * 32
    value = {"record": root.id.hex(), "heads": [root.id.hex(), other]}
    assert reminting.value([value, "Target", 5, other]) == [
        {"record": new.hex(), "heads": [new.hex(), other]},
        "Target",
        5,
        other,
    ]
    assert reminting.names(root.id + bytes(32)) == new + bytes(32)
    with_link = history.op(Write("concerns", ops.ADD, [root.id.hex()]), on=[root])
    _, body = reminting.add(with_link, {})
    assert ops.decode(body).writes[0].value == [new.hex()]
    assert ops.decode(body).parents == (new,)


def test_a_record_named_by_its_origin_keeps_its_name():
    history = History()
    root = history.root(Write("title", PUT, "Imported"), origin=ORIGIN)
    reminting = Reminting(SPACE, HEIR)
    reminting.add(root, {})
    assert reminting.name(history.record) == history.record
    assert reminting.name(root.id) != root.id


def test_what_others_wrote_stays_and_is_named_as_before():
    history = History()
    root = history.root(Write("title", PUT, "Theirs"), by="bo")
    history.op(Write("title", PUT, "Mine"), on=[root])
    new, reminting = given_over(history)
    assert new.ops[0] == root
    assert new.ops[1].op.parents == (root.id,)
    assert reminting.name(root.id) == root.id
    assert [one.value for one in new.state().fields["title"].versions] == ["Mine"]


@given(st.data())
def test_random_histories_stay_what_they_were(data):
    authors = st.sampled_from(["ana", "bo"])
    history = History()
    history.root(Write("text", TEXT, "a\nb"), Write("title", PUT, "t"), by=data.draw(authors))
    for number in range(data.draw(st.integers(1, 8))):
        heads = data.draw(
            st.lists(st.sampled_from(history.ops), min_size=1, max_size=3, unique_by=lambda known: known.id)
        )
        standing = history.state(*heads).fields["text"].versions
        place = data.draw(st.integers(0, len(standing) - 1))
        keeps = tuple(one.id for at, one in enumerate(standing) if at != place)
        write = data.draw(
            st.sampled_from(
                [
                    Write("text", SPLICE, [[place, [[0, 0, f"{number} "]]]], keeps),
                    Write("text", TEXT, f"whole {number}"),
                    Write("title", PUT, f"title {number}"),
                    Write("tags", ops.ADD, [f"tag {number}"]),
                    Write("tags", ops.REMOVE, ["tag 1"]),
                ]
            )
        )
        # nobody else has seen what Ana never sent
        by = "ana" if any(head.device == device("ana") for head in heads) else data.draw(authors)
        history.op(write, on=heads, by=by)
    new, _ = given_over(history)
    assert shown(merge(new.record, new.ops)) == shown(history.state())
