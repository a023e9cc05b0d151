"""What a space knows of the person at this laptop: by their contact, else by what they reported last."""

from __future__ import annotations

from delve_desktop.domain import ops
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import Write
from delve_desktop.domain.vocabularies import STATES
from delve_desktop.services.oneself import oneself, states_allowed
from delve_desktop.services.records import open_record
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import create_space
from delve_desktop.services.states import OFFICERS
from delve_desktop.services.views import Oneself
from tests.ui.samples import add, arrive

from .conftest import SPACE


def association(session: Session) -> RecordId:
    return add(session, SPACE, "contact", name="Nyota", category="association")


def test_the_contact_of_ones_own_name_tells(session: Session) -> None:
    assert oneself(session, SPACE) == Oneself()
    nyota = association(session)
    add(session, SPACE, "contact", name="Zawadi Ngonyani", country="KE")
    add(session, SPACE, "contact", name="zawadi", country="TZ", association=nyota.hex())
    assert oneself(session, SPACE) == Oneself(nyota, "Nyota", "TZ")


def test_of_two_people_with_ones_own_name_nobody_is_guessed(session: Session) -> None:
    for country in ("TZ", "UG"):
        add(session, SPACE, "contact", name="Zawadi", country=country)
    assert oneself(session, SPACE) == Oneself()


def test_without_a_contact_ones_own_last_report_tells(session: Session) -> None:
    add(session, SPACE, "adoption", country="TZ", organisation="Nyota")
    theirs = add(session, SPACE, "adoption", country="BF", organisation="Wend-Panga")
    (head,) = open_record(session, theirs).heads
    arrive(session, SPACE, theirs, Write("country", ops.PUT, "ML"), at=1_700_000_000, seen=head)
    assert oneself(session, SPACE) == Oneself(None, "Nyota", "TZ"), "and not what somebody else changed last"


def test_only_a_coordinator_may_give_every_state(session: Session) -> None:
    assert states_allowed(session, SPACE) == OFFICERS
    assert states_allowed(session, create_space(session, "Coast")) == STATES.terms
