"""Links between records that travel in files."""

from __future__ import annotations

from typing import Any

import pytest

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.records import add_record, open_record
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers, SetValue

from .test_interchange import SPACE, another_space, exported, take, values

__all__ = ["another_space"]

NOBODY = "ab" * 32


def record_of(session: Session, kind: str, space: Any = SPACE) -> RecordId:
    with session.vault.read() as unit:
        lines = unit.lines(space, kind=kind, in_bin=False, disputed=False, before=None, limit=10)
    (line,) = lines
    return line.id


@pytest.fixture
def linked(session: Session) -> tuple[RecordId, RecordId]:
    """A contact without an origin and a practice that links to it, written here."""
    contact, _ = add_record(session, SPACE, "contact", [SetValue("name", "Awa")])
    practice, _ = add_record(
        session,
        SPACE,
        "practice",
        [SetValue("association", contact.hex()), ChangeMembers("links", (contact.hex(), NOBODY))],
    )
    return contact, practice


def test_a_link_by_origin_finds_a_record_that_comes_later_in_the_file(session):
    take(
        session,
        SPACE,
        {"kind": "note", "origin": "n", "title": "Visit", "links": ["origin:c"]},
        {"kind": "contact", "origin": "c", "name": "Awa"},
    )
    contact = record_of(session, "contact")
    assert values(session, record_of(session, "note"))["links"] == [contact.hex()]


def test_a_link_to_what_no_file_brought_waits_for_it(session):
    take(session, SPACE, {"kind": "note", "origin": "n", "title": "Visit", "links": ["origin:c"]})
    take(session, SPACE, {"kind": "contact", "origin": "c", "name": "Awa"})
    contact = record_of(session, "contact")
    assert values(session, record_of(session, "note"))["links"] == [contact.hex()]


def test_exported_links_lead_to_the_copies_in_another_space(session, linked, another_space):
    contact, _practice = linked
    take(session, another_space, *exported(session, SPACE))
    copy = record_of(session, "contact", another_space)
    assert copy != contact
    found = values(session, record_of(session, "practice", another_space))
    assert found["association"] == copy.hex()
    assert sorted(found["links"]) == sorted([copy.hex(), NOBODY])  # a link to what is not here stays


def test_exported_links_come_back_as_they_were(session, linked):
    _, practice = linked
    before = values(session, practice)
    assert take(session, SPACE, *exported(session, SPACE)) == (0, 0, 2)
    assert values(session, practice) == before


def test_a_linked_version_is_kept_where_it_exists_only(session, another_space):
    practice, _ = add_record(session, SPACE, "practice", [SetValue("title", "Retort")])
    heads = [head.hex() for head in open_record(session, practice).heads]
    link = {"record": practice.hex(), "heads": heads}
    adoption, _ = add_record(session, SPACE, "adoption", [SetValue("practice", link)])
    lines = exported(session, SPACE)
    assert take(session, SPACE, *lines) == (0, 0, 2)
    assert values(session, adoption)["practice"] == link
    take(session, another_space, *lines)
    copy = record_of(session, "practice", another_space)
    found = values(session, record_of(session, "adoption", another_space))
    assert found["practice"] == {"record": copy.hex()}
