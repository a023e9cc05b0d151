"""Lists: their order, what narrows them, and that both are what the records themselves say."""

from __future__ import annotations

import random

import pytest

from delve_desktop.domain import facets, ops
from delve_desktop.domain.ids import ActId, DeviceId, RecordId, SegmentId, SpaceId, WriterId, op_id
from delve_desktop.domain.ops import Op, Write
from delve_desktop.services import lists
from delve_desktop.services.lists import filter_values, list_positions, mark_seen, refill_lists, rows_at
from delve_desktop.services.records import (
    add_record,
    counts,
    delete_record,
    edit_record,
    list_records,
    record_row,
)
from delve_desktop.services.upkeep import rebuild, verify
from delve_desktop.services.views import (
    ASKED,
    FRESH,
    MINE,
    THIS_YEAR,
    TRIED,
    UNSENT,
    ChangeMembers,
    Edit,
    EditText,
    ListQuery,
    SetValue,
)
from delve_desktop.store.migrations import UNFILLED
from delve_desktop.store.projection import sort_key
from delve_desktop.store.rows import IncomingOp, StoredSegment

from .conftest import SPACE

BORIS = DeviceId(b"b" * 32)
OTHER = SpaceId(b"o" * 16)


def add(session, kind, *, themes=(), text="", **values):
    name = "name" if kind == "contact" else "title"
    values = {name if key == "title" else key: value for key, value in values.items()}
    edits: list[Edit] = [SetValue(key, value) for key, value in values.items()]
    edits += [ChangeMembers("themes", tuple(themes))] if themes else []
    edits += [EditText("text", text)] if text else []
    return add_record(session, SPACE, kind, edits)[0]


def titles(session, query, space=SPACE):
    positions = list_positions(session, space, query)
    by_position = {hit.row.position: hit.row.title for hit in rows_at(session, positions)}
    return [by_position[position] for position in positions]


def arrives(session, *writes, kind="note", parents=()):
    """An op of Boris's laptop comes in by an exchange."""
    op = Op(1, session.now(), session.now(), parents, "" if parents else kind, b"", ops.EDIT, writes)
    body = ops.encode(op)
    known = op_id(SPACE, BORIS, body)
    with session.vault.write() as unit:
        unit.apply_ops(SPACE, [IncomingOp(known, BORIS, body, op, 1)], own=session.device)
    return RecordId(known)


def test_a_list_is_ordered_by_change_or_by_title(session):
    for title in ("Zebra", "élan", "“Apple”", "mango"):
        add(session, "note", title=title)
    add(session, "contact", title="Baraka")
    assert titles(session, ListQuery("note")) == ["mango", "“Apple”", "élan", "Zebra"]
    assert titles(session, ListQuery("note", sort="oldest")) == ["Zebra", "élan", "“Apple”", "mango"]
    assert titles(session, ListQuery("note", sort="title")) == ["“Apple”", "élan", "mango", "Zebra"]


def test_the_first_rows_of_a_list_are_those_of_the_whole(session):
    for number in range(7):
        add(session, "note", title=f"{number}")
    for sort in ("newest", "oldest", "title"):
        query = ListQuery("note", sort=sort)
        assert list_positions(session, SPACE, query, 3) == list_positions(session, SPACE, query)[:3]


def test_what_stands_before_the_first_letter_does_not_count_in_the_order():
    assert sort_key("  ¿Quién?") == "quien?"
    assert sort_key("Ärger") < sort_key("Bach") < sort_key("…")
    assert sort_key("Шахта") == "шахта"


def test_values_of_one_filter_add_up_and_filters_narrow_each_other(session):
    add(session, "note", title="a", themes=["mercury"], language="sw")
    add(session, "note", title="b", themes=["health", "own word: “é”"], language="en")
    add(session, "note", title="c", themes=["mercury", "health"], language="en")
    add(session, "note", title="d")
    mercury, health = (facets.THEME, "mercury"), (facets.THEME, "health")
    english = (facets.LANGUAGE, "en")
    assert titles(session, ListQuery("note", filters=(mercury,))) == ["c", "a"]
    assert titles(session, ListQuery("note", filters=(mercury, health))) == ["c", "b", "a"]
    assert titles(session, ListQuery("note", filters=(mercury, english))) == ["c"]
    assert titles(session, ListQuery("note", sort="oldest", filters=(english,))) == ["b", "c"]
    assert titles(session, ListQuery("note", sort="title", filters=(english,))) == ["b", "c"]
    assert titles(session, ListQuery("note", text="c", filters=(english,))) == ["c"]
    assert titles(session, ListQuery("note", filters=((facets.THEME, "own word: “é”"),))) == ["b"]


def test_words_that_are_typed_are_never_a_mark_of_a_filter(session):
    add(session, "note", title="a", themes=["mercury"])
    mark = "f" + b"theme=mercury".hex()
    assert titles(session, ListQuery("note", text=mark)) == []
    assert titles(session, ListQuery("note", text='") OR marks : (f')) == []
    assert titles(session, ListQuery("note", text='"*(')) == []


def test_a_list_narrows_to_what_waits_is_new_is_mine_or_of_this_year(session):
    mine = add(session, "note", title="mine")
    theirs = arrives(session, Write("title", ops.PUT, "theirs"))
    assert titles(session, ListQuery("note", filters=((MINE, ""),))) == ["mine"]
    assert titles(session, ListQuery("note", filters=((FRESH, ""),))) == ["theirs"]
    assert titles(session, ListQuery("note", filters=((UNSENT, ""),))) == ["mine"]
    assert titles(session, ListQuery("note", filters=((THIS_YEAR, ""),))) == ["theirs", "mine"]
    assert record_row(session, theirs).fresh
    assert not record_row(session, mine).fresh
    mark_seen(session, theirs)
    assert not record_row(session, theirs).fresh
    assert titles(session, ListQuery("note", filters=((FRESH, ""),))) == []
    edit_record(session, theirs, [SetValue("title", "ours")])
    assert titles(session, ListQuery("note", filters=((MINE, ""),))) == ["ours", "mine"]
    assert not record_row(session, theirs).fresh, "what one changes oneself is not new"


@pytest.mark.parametrize("seed", range(4))
def test_what_waits_is_counted_and_listed_as_each_record_says(session, seed):
    """In the outbox, sealed but not sent, sent, or of another space, in any mixture."""
    chance = random.Random(seed)
    with session.vault.write() as unit:
        unit.add_space(OTHER, "Kivu", "active", None)
    records = [add(session, "note", title=f"{number}") for number in range(12)]
    for number in range(4):
        add_record(session, OTHER, "note", [SetValue("title", f"other {number}")])
    for space in (SPACE, OTHER):
        for number in range(2):
            for record in chance.sample(records, 3):
                edit_record(session, record, [SetValue("title", f"{chance.random()}")])
            seal_some(session, space, number, chance)
    delete_record(session, chance.choice(records))
    for space in (SPACE, OTHER):
        page = list_records(session, space, limit=50).rows + list_records(session, space, in_bin=True).rows
        waiting = {row.title for row in page if row.unsent}
        assert counts(session, space).unsent == len(waiting)
        listed = titles(session, ListQuery(filters=((UNSENT, ""),)), space)
        assert set(listed) == {row.title for row in page if row.unsent and not row.in_bin}
        assert len(listed) == len(set(listed))


def seal_some(session, space, number, chance):
    """Some ops of the outbox go into a segment, which a hub lacks or has."""
    segment = SegmentId(chance.randbytes(32))
    with session.vault.write() as unit:
        ops_there = [one.seq for one in unit.outgoing_ops(space, 100)]
        stored = StoredSegment(
            segment,
            space,
            session.device,
            WriterId(b"w" * 16),
            number,
            SegmentId(b""),
            ActId(b""),
            b"",
            "applied",
        )
        unit.add_own_segment(stored, chance.sample(ops_there, len(ops_there) // 2))
        if number:
            unit.set_unsent(1, space, "segment", [segment])


def test_a_photo_is_told_from_other_attachments(session):
    for kind in ("image/jpeg", "application/pdf"):
        attached = Write("attachments", ops.ADD, [{"type": kind}])
        arrives(session, Write("title", ops.PUT, kind), attached)
    photos = ListQuery("note", filters=((facets.HAS, facets.PHOTO),))
    assert titles(session, photos) == ["image/jpeg"]


def test_a_practice_that_somebody_tried_and_a_note_with_an_open_question_are_found(session):
    retort, other = add(session, "practice", title="Retort"), add(session, "practice", title="Other")
    note = add(session, "note", title="Rope")
    adoption, _ = add_record(
        session, SPACE, "adoption", [SetValue("practice", {"record": retort.hex(), "heads": []})]
    )
    question, _ = add_record(
        session, SPACE, "comment", [SetValue("about", note.hex()), SetValue("asks", True)]
    )
    tried = ListQuery("practice", filters=((TRIED, ""),))
    asked = ListQuery("note", filters=((ASKED, ""),))
    assert titles(session, tried) == ["Retort"]
    assert titles(session, asked) == ["Rope"]
    edit_record(session, question, [SetValue("settled", True)])
    delete_record(session, adoption)
    assert titles(session, tried) == []
    assert titles(session, asked) == []
    assert other != retort


def test_a_search_in_the_bin_finds_what_lies_there(session):
    rope, pump = add(session, "note", title="Rope", text="Réunion"), add(session, "note", title="Pump")
    delete_record(session, rope)
    delete_record(session, pump)
    assert titles(session, ListQuery(in_bin=True)) == ["Pump", "Rope"]
    assert titles(session, ListQuery(in_bin=True, text="reun")) == ["Rope"]
    assert titles(session, ListQuery(in_bin=True, text="rop reun")) == ["Rope"]
    assert titles(session, ListQuery(in_bin=True, text="eunion")) == []


def test_only_values_that_some_record_has_are_offered(session):
    add(session, "note", title="a fish f6 f7468656d65 f666f6f", themes=["mercury"])  # words are no marks
    gone = add(session, "note", title="b", themes=["health"])
    add(session, "contact", title="c", country="KE")
    assert filter_values(session, SPACE, "note")[facets.THEME] == ("health", "mercury")
    assert facets.COUNTRY not in filter_values(session, SPACE, "note")
    assert filter_values(session, SPACE, "contact")[facets.COUNTRY] == ("KE",)
    delete_record(session, gone)
    assert filter_values(session, SPACE, "note")[facets.THEME] == ("mercury",)


def test_a_position_that_was_given_up_holds_nothing(session):
    record = add(session, "note", title="a")
    (before,) = list_positions(session, SPACE, ListQuery("note"))
    edit_record(session, record, [SetValue("title", "a2")])
    assert rows_at(session, [before]) == []


@pytest.mark.parametrize("seed", range(3))
def test_inv03_lists_hold_what_the_records_say_and_a_rebuild_gives_the_same(session, seed):
    chance = random.Random(seed)
    space_records = []
    for _ in range(60):
        if space_records and chance.random() < 0.5:
            record = chance.choice(space_records)
            if chance.random() < 0.3:
                delete_record(session, record)
                continue
            word = chance.choice(("health", "mercury", "gold"))
            add_it = chance.random() < 0.6
            members = ChangeMembers("themes", (word,) if add_it else (), () if add_it else (word,))
            edit_record(session, record, [members, SetValue("title", f"{chance.random()}")])
        else:
            words = chance.sample(("health", "mercury", "gold"), chance.randrange(3))
            space_records.append(add(session, "note", title=f"{chance.random()}", themes=words))
    assert verify(session).findings == ()
    wanted = _lists_by_id(session)
    rebuild(session)
    assert verify(session).findings == ()
    assert _lists_by_id(session) == wanted


def _lists_by_id(session):
    found: dict[str, object] = {}
    for theme in ("health", "mercury", "gold"):
        query = ListQuery("note", filters=((facets.THEME, theme),))
        found[theme] = set(lists.records_at(session, list_positions(session, SPACE, query)))
    by_title = list_positions(session, SPACE, ListQuery("note", sort="title"))
    ids = {hit.row.position: hit.row.id for hit in rows_at(session, by_title)}
    found["A to Z"] = [ids[position] for position in by_title]
    return found


def test_a_check_notices_marks_and_orders_that_are_not_those_of_the_records(session):
    add(session, "note", title="a", themes=["mercury"])
    add(session, "note", title="b")
    assert verify(session).findings == ()
    with session.vault.write() as unit:
        unit._run("UPDATE record SET sort_key = 'c' WHERE title = 'a'")
        position = unit._one("SELECT position FROM record WHERE title = 'a'")[0]
        unit.write_index([(position,)], [(position, "a", "", f"s{SPACE.hex()} k{b'note'.hex()}")])
    found = " ".join(verify(session).findings)
    assert "order of its titles" in found
    assert "narrowed by theme" in found


def test_what_a_list_said_of_a_contact_before_is_written_anew_and_is_no_fault_meanwhile(session):
    kept = add(
        session, "contact", name="Tatu", role="Chair", organisation="Nyota", country="TZ", note="Call."
    )
    with session.vault.write() as unit:
        unit._run("UPDATE record SET snippet = 'Call.', place = 'Nyota'")
    assert "otherwise than it is" in " ".join(verify(session).findings)
    with session.vault.write() as unit:  # as the step from the older format leaves it
        unit.set_meta(UNFILLED, b"")
    assert verify(session).findings == ()
    while refill_lists(session):
        pass
    with session.vault.read() as unit:
        line = unit.line(kept)
    assert (line.snippet, line.place) == ("Chair · Nyota", "TZ")
    assert verify(session).findings == ()


def test_an_older_vault_is_filled_some_records_at_a_time(session, monkeypatch):
    monkeypatch.setattr(lists, "REFILLED_AT_ONCE", 2)
    kept = [add(session, "note", title=f"{letter}", themes=["mercury"]) for letter in "ecabd"]
    delete_record(session, kept[1])
    with session.vault.write() as unit:  # as the step from the older format leaves it
        unit._run("UPDATE record SET sort_key = ''")
        for position, title in unit._rows("SELECT position, title FROM record WHERE in_bin = 0"):
            unit.write_index([(position,)], [(position, title, title, f"s{SPACE.hex()} k{b'note'.hex()}")])
        unit.set_meta(UNFILLED, b"")
    mercury = ListQuery("note", filters=((facets.THEME, "mercury"),))
    assert titles(session, mercury) == []
    assert refill_lists(session)
    assert 0 < len(titles(session, mercury)) < 4
    edit_record(session, kept[4], [SetValue("title", "d2")])  # a change meanwhile
    while refill_lists(session):
        pass
    assert not refill_lists(session)
    assert titles(session, mercury) == ["d2", "b", "a", "e"]
    assert titles(session, ListQuery("note", sort="title")) == ["a", "b", "d2", "e"]
    assert verify(session).findings == ()


def test_a_rebuild_makes_nothing_new_and_keeps_what_was(session):
    a, b = add(session, "note", title="a"), add(session, "note", title="b")
    with session.vault.write() as unit:
        unit.note_fresh([a])
    rebuild(session)
    assert record_row(session, a).fresh
    assert not record_row(session, b).fresh


def test_a_search_goes_through_no_more_than_it_may(session, monkeypatch):
    monkeypatch.setattr(lists, "MOST_FOUND", 3)
    newest = [add(session, "note", title=f"rope {number}") for number in range(5)][:1:-1]
    found = list_positions(session, SPACE, ListQuery("note", text="rope"))
    assert lists.records_at(session, found) == newest
    assert len(list_positions(session, SPACE, ListQuery("note", text="rope"), 2)) == 2
    assert len(list_positions(session, SPACE, ListQuery("note"))) == 5
