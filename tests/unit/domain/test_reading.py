"""Texts are merged, and history asked for, only where that is needed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from delve_desktop.domain.errors import Mistaken
from delve_desktop.domain.merge import versions_of
from delve_desktop.domain.reading import merged_text, open_disputes
from delve_desktop.domain.state import EMPTY
from delve_desktop.domain.versiongraph import Versions as VersionsOfField

from .histories import History, put, splice, text


class Asked:
    """Counts how often history is asked for."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.times = 0

    def __call__(self) -> Mapping[str, VersionsOfField]:
        self.times += 1
        return versions_of(self.history.ops)


def fork(history: History, *texts: str, field: str = "text") -> None:
    for number, one in enumerate(texts):
        history.op(text(one, field=field), on=history.ops[:1], by=f"person {number}")


def test_one_standing_text_needs_no_history() -> None:
    history = History()
    history.root(text("a"))
    fork(history, "b", "b")
    asked = Asked(history)
    assert merged_text("text", history.state().fields["text"], asked).text == "b"
    assert open_disputes(history.state(), asked) == []
    assert asked.times == 0


def test_versions_that_one_op_made_need_no_history() -> None:
    history = History()
    history.root(text("a\nb"))
    fork(history, "x\nb", "y\nb")
    history.op(splice([0, []], [1, []]), on=history.ops[1:])
    asked = Asked(history)
    assert merged_text("text", history.state().fields["text"], asked).has_blocks
    assert open_disputes(history.state(), asked) == ["text"]
    assert asked.times == 0


def test_history_is_read_once_for_all_fields() -> None:
    history = History()
    history.root(text("a\n\nb"), text("c\n\nd", field="note"))
    fork(history, "A\n\nb", "a\n\nB")
    fork(history, "x", "y", field="note")
    asked = Asked(history)
    assert open_disputes(history.state(), asked) == ["note"]
    assert asked.times == 1


def test_a_dispute_of_scalars_needs_no_history() -> None:
    history = History()
    history.root()
    history.op(put("b", 1), put("a", 1), on=history.ops[:1])
    history.op(put("b", 2), put("a", 2), on=history.ops[:1])
    asked = Asked(history)
    assert open_disputes(history.state(), asked) == ["a", "b"]
    assert asked.times == 0


def test_a_field_that_is_not_there_or_was_cleared_has_an_empty_text() -> None:
    history = History()
    history.root(put("text", None))
    assert merged_text("text", EMPTY, dict).text == ""
    assert merged_text("text", history.state().fields["text"], dict).text == ""


def test_versions_that_are_not_all_texts_cannot_be_merged_as_one() -> None:
    history = History()
    history.root()
    history.op(text("a"), on=history.ops[:1])
    history.op(put("text", 5), on=history.ops[:1])
    with pytest.raises(Mistaken):
        merged_text("text", history.state().fields["text"], dict)
