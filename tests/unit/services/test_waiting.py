"""What waits to go out, by whom and how big; and who belongs to a space."""

from __future__ import annotations

from delve_desktop.domain.ids import DeviceId
from delve_desktop.services.records import edit_record
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import create_space
from delve_desktop.services.views import SetValue
from delve_desktop.services.waiting import members, waiting
from delve_desktop.store.overview_reading import OverviewReading
from delve_desktop.store.rows import PersonRow
from tests.ui.samples import NEEMA, add

from .conftest import SPACE

AWA = DeviceId(b"w" * 32)


def test_what_one_wrote_comes_first_then_the_biggest(session: Session, monkeypatch) -> None:
    assert waiting(session, SPACE) == []
    note = add(session, SPACE, "note", title="Rope")
    edit_record(session, note, [SetValue("place", "Geita")])
    with session.vault.write() as unit:
        unit.set_people(SPACE, [PersonRow(NEEMA, "Neema", "officer"), PersonRow(AWA, "Awa", "officer")])
        hub = unit.add_hub("http://127.0.0.1:9", b"k" * 32, "")
        unit.set_space(SPACE, hub=hub)
    sizes = [(NEEMA, 1, 10_000), (AWA, 3, 90_000), (session.device, 2, 500)]
    monkeypatch.setattr(OverviewReading, "unsent_by", lambda *_args: sizes)
    found = waiting(session, SPACE)
    assert [(one.by, one.mine, one.pieces) for one in found] == [
        ("Zawadi", True, 2),
        ("Awa", False, 3),
        ("Neema", False, 1),
    ]
    assert found[0].changes == 1, "records, as the bar and the list of sections count them"
    assert found[0].size > 500, "what is sealed and what is not"


def test_coordinators_come_first_among_the_members(session: Session) -> None:
    space = create_space(session, "Coast")
    with session.vault.write() as unit:
        own = unit.people(space)[session.device]
        unit.set_people(space, [PersonRow(NEEMA, "neema", "officer"), PersonRow(AWA, "Awa", "reader"), own])
    assert [(one.name, one.mine) for one in members(session, space)] == [
        ("Zawadi", True),
        ("Awa", False),
        ("neema", False),
    ]
