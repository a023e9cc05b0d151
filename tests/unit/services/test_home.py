"""The overview of a space: journeys, news, who has gone quiet, past exchanges."""

from __future__ import annotations

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.ids import RecordId, SegmentId, WriterId
from delve_desktop.domain.ops import Write
from delve_desktop.services import home, records
from delve_desktop.services.home import DAY
from delve_desktop.services.past_exchanges import KEPT, PastExchange, note_exchange, past_exchanges
from delve_desktop.services.session import Session
from delve_desktop.services.views import EditText
from delve_desktop.store.rows import StoredSegment
from delve_desktop.store.vault import Vault
from tests.ui.samples import NEEMA, add, arrive

from .conftest import SPACE

NOW = 1_800_000_000


@pytest.fixture(autouse=True)
def _today(session: Session) -> None:
    session.clock = lambda: NOW


def at(session: Session, days_ago: int) -> None:
    session.clock = lambda: NOW - days_ago * DAY


def association(session: Session, name: str, country: str) -> RecordId:
    return add(session, SPACE, "contact", name=name, category="association", country=country)


def adoption(session: Session, practice: RecordId, country: str, result: str) -> RecordId:
    return add(
        session, SPACE, "adoption", practice={"record": practice.hex()}, country=country, result=result
    )


def test_a_practice_travels_by_country_from_where_it_started(session: Session):
    writer = association(session, "Upper Abra", "PH")
    practice = add(session, SPACE, "practice", title="Borax", association=writer.hex())
    for country, result in (("KE", "works"), ("KE", "did-not-work"), ("GY", "did-not-work"), ("PH", "works")):
        adoption(session, practice, country, result)
    gone = adoption(session, practice, "BR", "works")
    records.delete_record(session, gone)
    other = add(session, SPACE, "practice", title="Untried")
    view = home.home(session, SPACE)
    assert [(one.title, one.tries) for one in view.practices] == [("Borax", 4)]
    assert view.journey == home.journey(session, practice)
    assert view.journey is not None
    assert view.journey.sites == 4
    assert [(one.country, one.tried, one.failed, one.started) for one in view.journey.stops] == [
        ("KE", 2, 1, False),
        ("GY", 1, 1, False),
        ("PH", 1, 0, True),
    ]
    assert home.journey(session, other).stops == ()


def test_new_is_what_others_changed_since_the_person_left(session: Session):
    old = add(session, SPACE, "note", title="Old")
    home.note_looked(session, SPACE)
    assert home.home(session, SPACE).new == ()
    add(session, SPACE, "note", title="My own")
    head = records.open_record(session, old).heads[0]
    arrive(session, SPACE, old, Write("place", ops.PUT, "Geita"), at=NOW, seen=head)
    view = home.home(session, SPACE)
    assert [row.title for row in view.new] == ["Old"]
    assert (view.new_count, view.since) == (1, NOW)
    at(session, -1)
    home.note_looked(session, SPACE)
    assert home.home(session, SPACE).new_count == 0


def test_an_association_is_quiet_after_sixty_days_without_a_word(session: Session):
    at(session, 75)
    silent = association(session, "Alto Caura", "GY")
    add(session, SPACE, "contact", name="Sita", association=silent.hex())
    busy = association(session, "Busy", "KE")
    person = add(session, SPACE, "contact", name="Wanja", association=busy.hex())
    at(session, 0)
    assert [one.name for one in home.home(session, SPACE).quiet] == ["Alto Caura", "Busy"]
    records.edit_record(session, person, [home_edit("note", "Rang up.")])
    (quiet,) = home.home(session, SPACE).quiet
    assert (quiet.record, quiet.name, quiet.country, quiet.days) == (silent, "Alto Caura", "GY", 75)
    assert quiet.weeks == (False,) + (True,) + (False,) * 10
    at(session, 16)
    assert home.home(session, SPACE).quiet == ()


def test_a_member_who_wrote_elsewhere_keeps_the_association_from_being_quiet(session: Session):
    at(session, 75)
    silent = association(session, "Alto Caura", "GY")
    add(session, SPACE, "contact", name="Neema L.", association=silent.hex())
    note = add(session, SPACE, "note", title="Elsewhere")
    at(session, 0)
    head = records.open_record(session, note).heads[0]
    arrive(session, SPACE, note, Write("place", ops.PUT, "Geita"), at=NOW - 3 * DAY, seen=head)
    assert home.home(session, SPACE).quiet_count == 1  # no segment of hers is here
    with session.vault.write() as unit:
        (op,) = (one for one in unit.ops_of(note) if one.device == NEEMA)
        segment = stored_segment()
        unit.add_segments([segment])
        unit._run("UPDATE op SET segment = (SELECT max(seq) FROM segment) WHERE id = ?", op.id)
    assert home.home(session, SPACE).quiet_count == 0


def test_the_log_keeps_the_latest_and_counts_what_is_repeated_once(session: Session):
    assert past_exchanges(session) == []
    nothing = PastExchange(1, "hub", "https://a.example.org", 0, 0, 10, 10, "done")
    for number in range(5):
        note_exchange(session, PastExchange(number, "hub", nothing.whom, 0, 0, 0, 0, "unreached"))
    note_exchange(session, nothing)
    assert [(each.at, each.ended) for each in past_exchanges(session)] == [(1, "done"), (4, "unreached")]
    for number in range(2 * KEPT):
        note_exchange(session, PastExchange(number, "hub", nothing.whom, 1, 0, 10, 10, "done"))
    assert [each.at for each in past_exchanges(session, 3 * KEPT)] == list(range(2 * KEPT - 1, KEPT - 1, -1))


def test_an_empty_space_has_an_empty_overview(session: Session):
    view = home.home(session, SPACE)
    assert (view.practices, view.journey, view.new, view.quiet, view.exchanges) == ((), None, (), (), ())


def test_of_a_damaged_vault_nothing_is_noted_and_nothing_fails(session: Session, monkeypatch) -> None:
    add(session, SPACE, "note", title="Rope")
    monkeypatch.setattr(Vault, "damaged", property(lambda _vault: True))
    home.note_looked(session, SPACE)
    note_exchange(session, PastExchange(1, "hub", "http://x", 0, 0, 0, 0, "done"))
    assert home.home(session, SPACE).since == 0
    assert past_exchanges(session) == []


def home_edit(field: str, text: str):
    return EditText(field, text)


def stored_segment():
    return StoredSegment(
        seq=0,
        id=SegmentId(b"g" * 32),
        space=SPACE,
        device=NEEMA,
        writer=WriterId(b"w" * 16),
        number=1,
        previous=b"",
        epoch=b"e" * 32,
        state="applied",
        reason="",
        via="hub",
        data=b"x",
    )
