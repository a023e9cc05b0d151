"""Which records a record links to."""

from __future__ import annotations

from delve_desktop.domain.links import links_of, target_of
from delve_desktop.domain.merge import merge
from delve_desktop.domain.ops import ADD, PUT, Write

from .histories import History

ONE, TWO, THREE = ("11" * 32, "22" * 32, "33" * 32)


def state_of(kind: str, *writes: Write):
    history = History()
    history.root(*writes, kind=kind)
    return merge(history.record, history.ops)


def test_links_are_what_stands_in_link_fields_and_nowhere_else():
    state = state_of(
        "practice",
        Write("association", PUT, TWO),
        Write("links", ADD, [ONE, THREE]),
        Write("translation_of", PUT, {"record": ONE, "heads": [THREE]}),
        Write("title", PUT, THREE),
    )
    assert {(name, target.hex()) for name, target in links_of(state)} == {
        ("association", TWO),
        ("links", ONE),
        ("links", THREE),
        ("translation_of", ONE),
    }


def test_what_names_no_record_is_passed_over():
    state = state_of("note", Write("links", ADD, ["", "x" * 64, 5, {"record": 5}, ONE]))
    assert [target.hex() for _, target in links_of(state)] == [ONE]
    assert target_of(None) is None


def test_an_unknown_kind_has_no_links():
    assert not list(links_of(state_of("visit", Write("links", ADD, [ONE]))))


def test_one_target_counts_once_a_field():
    link = {"record": ONE, "heads": []}
    state = state_of("note", Write("links", ADD, [ONE, link]))
    assert [target.hex() for _, target in links_of(state)] == [ONE]
