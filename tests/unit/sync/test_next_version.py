"""What a made-up next version would write, sent through this one: kept, handed on, and in nobody's way.

In each test Ann's laptop runs that next version, Ben's runs this one, and in the end Ben's is updated.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.ids import RecordId
from delve_desktop.domain.ops import Write
from delve_desktop.protocol import segment as segments
from delve_desktop.services import records, upkeep
from delve_desktop.services.minting import Planned, mint
from delve_desktop.services.views import ChangeMembers, EditText, SetValue

from .conftest import Group


@contextmanager
def next_version(module: object, name: str) -> Iterator[None]:
    """This process runs a program in which one version number is one higher."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, getattr(module, name) + 1)
        yield


def values(group: Group, record: RecordId, laptop: str = "ben") -> dict[str, object]:
    view = records.open_record(getattr(group, laptop).session, record)
    return {field.name: field.value for field in view.fields if field.value not in (None, "", [], ())}


def is_sound(group: Group, *, parked: int) -> bool:
    """Whether Ben's vault passes its check, and counts what waits for a newer program."""
    report = upkeep.verify(group.ben.session)
    return (report.findings, report.parked) == ((), parked)


def test_inv12_an_unknown_kind_with_unknown_fields_is_shown_merged_and_edited(group):
    record, _ = records.add_record(
        group.ann.session,
        group.space,
        "site-visit",
        [SetValue("depth", 12), ChangeMembers("seen", ("a", "b")), EditText("text", "One.\n\nTwo.")],
    )
    group.sync(group.ann, group.ben)
    assert values(group, record) == {"depth": 12, "seen": ["a", "b"], "text": "One.\n\nTwo."}
    records.edit_record(group.ben.session, record, [EditText("text", "One.\n\nTwo, by Ben.")])
    records.edit_record(group.ann.session, record, [SetValue("depth", 14)])
    group.sync(group.ben, group.ann, group.ben)
    assert values(group, record) == values(group, record, "ann")
    assert values(group, record)["depth"] == 14
    assert is_sound(group, parked=0)


def test_inv12_an_unknown_field_of_a_known_kind_goes_through_an_edit_unharmed(group):
    record = group.write(group.ann, "Pump")
    records.edit_record(group.ann.session, record, [SetValue("altitude", {"m": 1200})])
    group.sync(group.ann, group.ben)
    records.edit_record(group.ben.session, record, [SetValue("place", "Geita")])
    group.sync(group.ben, group.ann)
    assert values(group, record, "ann")["altitude"] == {"m": 1200}
    assert group.hash(group.ann) == group.hash(group.ben)


def test_inv12_an_unknown_way_of_writing_changes_nothing_that_is_shown_and_nothing_is_lost(group):
    record = group.write(group.ann, "Pump")
    with group.ann.vault.write() as unit:
        heads = unit.state(record).heads
        turned = Planned([Write("title", "rotate", 13), Write("place", ops.PUT, "Geita")], parents=heads)
        mint(group.ann.session, unit, group.space, [turned])
    group.sync(group.ann, group.ben)
    assert values(group, record)["place"] == "Geita"
    assert group.titles(group.ben) == ["Pump"]
    written = [entry.fields for entry in records.history(group.ben.session, record)]
    assert ("place", "title") in [tuple(sorted(fields)) for fields in written]
    assert group.hash(group.ann) == group.hash(group.ben)
    assert is_sound(group, parked=0)


def test_inv12_an_op_of_the_next_version_waits_for_an_update_and_stops_no_other(group):
    record = group.write(group.ann, "Pump")
    group.sync(group.ann, group.ben)
    with next_version(ops, "VERSION"):
        records.edit_record(group.ann.session, record, [SetValue("place", "Geita")])
        group.sync(group.ann)
    before = values(group, record)
    outcome = group.sync(group.ben)[0]
    assert not outcome.status[group.space].up_to_date
    assert values(group, record) == before
    group.write(group.ben, "Meanwhile")
    group.sync(group.ben)
    assert group.titles(group.ben) == ["Meanwhile", "Pump"]
    assert is_sound(group, parked=1)


def test_inv12_a_segment_of_an_unknown_suite_is_handed_on_and_read_after_an_update(group):
    with next_version(segments, "SUITE"):
        group.write(group.ann, "Sealed otherwise")
        group.sync(group.ann)
    outcome = group.sync(group.ben)[0]
    assert not outcome.status[group.space].up_to_date
    assert group.titles(group.ben) == []
    assert is_sound(group, parked=1)
    group.world._use_hub(group.ben, 1)  # another hub has it from him
    group.sync(group.ben)
    (sealed,) = group.segments(group.ben)
    assert sealed.id in {item for item, _ in group.world.hubs[1].feed(group.space)}
    with next_version(segments, "SUITE"):
        group.sync(group.ben)
        assert group.titles(group.ben) == ["Sealed otherwise"]
