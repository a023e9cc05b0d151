"""Some states of a practice are a coordinator's to give, by whatever way it is written here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.errors import NotAllowed
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import Write
from delve_desktop.services import drafts
from delve_desktop.services.records import add_record, edit_record, open_record, restore, settle
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import create_space
from delve_desktop.services.views import EditText, SetValue
from tests.ui.samples import add, arrive

from .conftest import SPACE

COORDINATORS = ("accepted", "published", "superseded")


def state_of(session: Session, record: RecordId) -> object:
    return next((field.value for field in open_record(session, record).fields if field.name == "state"), None)


def draft(session: Session, record: RecordId | None, state: str) -> int:
    heads = open_record(session, record).heads if record is not None else ()
    content = {"title": "Retort", "state": state}
    return drafts.save_draft(session, SPACE, record, "practice", content, seen_heads=heads)


@pytest.mark.parametrize("state", COORDINATORS)
@pytest.mark.parametrize(
    "give",
    [
        lambda session, record, state: edit_record(session, record, [SetValue("state", state)]),
        lambda session, record, state: settle(session, record, "state", value=state),
        lambda session, record, state: drafts.commit_draft(session, draft(session, record, state)),
        lambda session, _record, state: drafts.commit_draft(session, draft(session, None, state)),
        lambda session, _record, state: add_record(session, SPACE, "practice", [SetValue("state", state)]),
    ],
    ids=["edit", "settle", "draft", "new draft", "add"],
)
def test_an_officer_gives_no_state_of_a_coordinator(
    session: Session, state: str, give: Callable[[Session, RecordId, str], object]
) -> None:
    practice = add(session, SPACE, "practice", title="Retort", state="submitted")
    with pytest.raises(NotAllowed, match=f"Only a coordinator of the space .* {state}"):
        give(session, practice, state)
    assert state_of(session, practice) == "submitted"
    for kept in drafts.list_drafts(session, SPACE):
        assert kept.content["state"] == state, "what was typed is still there"


def test_the_states_of_the_work_are_everybodys_and_all_are_a_coordinators(session: Session) -> None:
    practice = add(session, SPACE, "practice", title="Retort")
    for state in ("draft", "submitted", "needs-answer"):
        edit_record(session, practice, [SetValue("state", state)])
        assert state_of(session, practice) == state
    own = create_space(session, "Coast")
    theirs, _ = add_record(session, own, "practice", [SetValue("title", "Retort")])
    for state in COORDINATORS:
        edit_record(session, theirs, [SetValue("state", state)])
        assert state_of(session, theirs) == state


def test_inv07_a_state_that_came_in_stands_whoever_gave_it_and_can_be_decided_for(session: Session) -> None:
    practice = add(session, SPACE, "practice", title="Retort", state="submitted")
    (head,) = open_record(session, practice).heads
    arrive(session, SPACE, practice, Write("state", ops.PUT, "published"), at=1_700_000_000, seen=head)
    assert state_of(session, practice) == "published"
    edit_record(session, practice, [SetValue("title", "The closed retort")])
    assert state_of(session, practice) == "published", "who changes something else leaves it"
    edit_record(session, practice, [SetValue("state", "needs-answer")])
    (head,) = open_record(session, practice).heads
    edit_record(session, practice, [SetValue("state", "draft")])
    arrive(session, SPACE, practice, Write("state", ops.PUT, "accepted"), at=1_700_000_001, seen=head)
    field = next(one for one in open_record(session, practice).fields if one.name == "state")
    assert field.disputed
    kept = next(one.id for one in field.versions if one.value == "accepted")
    settle(session, practice, "state", keep=kept)
    assert state_of(session, practice) == "accepted"


def test_a_version_that_an_officer_brings_back_leaves_the_state(session: Session) -> None:
    practice = add(session, SPACE, "practice", title="Retort", steps="1. Wash.", state="submitted")
    (first,) = open_record(session, practice).heads
    arrive(session, SPACE, practice, Write("state", ops.PUT, "published"), at=1_700_000_000, seen=first)
    (published,) = open_record(session, practice).heads
    edit_record(session, practice, [EditText("steps", "1. Pan."), SetValue("state", "needs-answer")])
    restore(session, practice, published)
    fields = {field.name: field.value for field in open_record(session, practice).fields}
    assert fields["steps"] == "1. Wash."
    assert fields["state"] == "needs-answer"
