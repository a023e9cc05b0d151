"""Links between records: both ends, and targets that are missing, come later, or lie in the bin."""

from __future__ import annotations

import pytest

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.links import links_from, links_to
from delve_desktop.services.records import add_record, delete_record, edit_record, open_record, restore
from delve_desktop.services.upkeep import rebuild, verify
from delve_desktop.services.views import ChangeMembers, SetValue

from .test_interchange import SPACE, another_space, take

__all__ = ["another_space"]


def note(session, title, *targets):
    record, _ = add_record(
        session,
        SPACE,
        "note",
        [SetValue("title", title), ChangeMembers("links", [one.hex() for one in targets])],
    )
    return record


def ends(session, record):
    there = [(link.record, link.state) for link in links_from(session, record)]
    return there, [link.row.title for link in links_to(session, record)]


def test_a_link_is_seen_from_both_ends(session):
    pump = note(session, "Pump")
    visit = note(session, "Visit", pump)
    assert ends(session, visit) == ([(pump, "here")], [])
    assert ends(session, pump) == ([], ["Visit"])
    assert links_to(session, pump, "contact") == []


def test_an_edit_moves_a_link(session):
    pump, well = note(session, "Pump"), note(session, "Well")
    visit = note(session, "Visit", pump)
    edit_record(session, visit, [ChangeMembers("links", (well.hex(),), (pump.hex(),))])
    assert ends(session, pump)[1] == []
    assert ends(session, well)[1] == ["Visit"]


def test_a_target_in_the_bin_is_shown_so_and_one_in_the_bin_links_no_more(session):
    pump = note(session, "Pump")
    visit = note(session, "Visit", pump)
    delete_record(session, pump)
    assert ends(session, visit)[0] == [(pump, "in_bin")]
    delete_record(session, visit)
    assert ends(session, pump)[1] == []


def test_a_link_may_come_before_its_target(session):
    take(session, SPACE, {"kind": "note", "origin": "n", "title": "Visit", "links": ["origin:later"]})
    (link,) = (one for one in all_links(session))
    assert (link.state, link.row) == ("missing", None)
    assert [back.row.title for back in links_to(session, link.record)] == ["Visit"]
    take(session, SPACE, {"kind": "contact", "origin": "later", "name": "Awa"})
    (link,) = (one for one in all_links(session))
    assert (link.state, link.row.title) == ("here", "Awa")


def all_links(session):
    with session.vault.read() as unit:
        records = [state.record for state in unit.states(SPACE)]
    return [link for record in records for link in links_from(session, record)]


def test_a_link_into_another_space_leads_nowhere(session, another_space):
    elsewhere, _ = add_record(session, another_space, "note", [SetValue("title", "Elsewhere")])
    here = note(session, "Here", elsewhere)
    assert ends(session, here)[0] == [(elsewhere, "missing")]
    assert links_to(session, elsewhere) == []


def test_a_link_is_found_by_the_version_that_was_adapted(session):
    practice, _ = add_record(session, SPACE, "practice", [SetValue("title", "Retort")])
    heads = [head.hex() for head in open_record(session, practice).heads]
    add_record(
        session,
        SPACE,
        "adoption",
        [SetValue("practice", {"record": practice.hex(), "heads": heads}), SetValue("organisation", "Geita")],
    )
    (found,) = links_to(session, practice, "adoption")
    assert (found.field, found.row.place) == ("practice", "Geita")


def test_inv03_links_are_rebuilt_as_they_were(session):
    pump = note(session, "Pump")
    visit = note(session, "Visit", pump)
    delete_record(session, visit)
    first = open_record(session, pump).heads
    note(session, "Other", pump)
    restore(session, pump, first[0])
    before = ends(session, pump)
    rebuild(session)
    assert ends(session, pump) == before
    assert verify(session).ok


def test_verify_notices_links_that_are_kept_wrongly(session):
    pump = note(session, "Pump")
    note(session, "Visit", pump)
    with session.vault.write() as unit:
        unit._run("UPDATE link SET target = ?", b"x" * 32)
    assert any("links" in finding for finding in verify(session).findings)


def test_links_of_a_record_that_is_not_here(session):
    missing = RecordId(b"m" * 32)
    assert links_to(session, missing) == []
    with pytest.raises(NotFound):
        links_from(session, missing)


def test_an_opened_record_tells_both_ends_of_its_links(session):
    pump = note(session, "Pump")
    visit = note(session, "Visit", pump)
    assert [link.row and link.row.title for link in open_record(session, visit).links] == ["Pump"]
    assert [(link.field, link.row.title) for link in open_record(session, pump).linked_from] == [
        ("links", "Visit")
    ]
