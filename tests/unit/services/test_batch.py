"""One change to many records: sliced, stopped, and taken back where it changed something."""

from __future__ import annotations

import pytest

from delve_desktop.domain.errors import DelveError, InvalidContent, Mistaken
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import batch
from delve_desktop.services.batch import SLICE, Batch, change_many
from delve_desktop.services.lists import list_positions
from delve_desktop.services.records import delete_record, history, open_record
from delve_desktop.services.views import ListQuery

from .conftest import SPACE
from .test_lists import add


def words_of(session, record, field="themes"):
    return next((one.value for one in open_record(session, record).fields if one.name == field), [])


def test_many_go_into_the_bin_and_exactly_these_come_back(session):
    records = [add(session, "note", title=f"{number}") for number in range(SLICE + 5)]
    delete_record(session, records[0])
    told = []
    done = change_many(session, records, Batch("bin"), progress=lambda *far: told.append(far))
    assert set(done) == set(records[1:])
    assert told == [(SLICE, SLICE + 5), (SLICE + 5, SLICE + 5)]
    assert len(list_positions(session, SPACE, ListQuery(in_bin=True))) == len(records)
    back = change_many(session, done, Batch("bin").undone_by)
    assert set(back) == set(done)
    assert open_record(session, records[0]).in_bin, "it was there before"
    assert len(history(session, records[1])) == 3


def test_a_word_goes_where_each_kind_keeps_its_words(session):
    note = add(session, "note", title="a", themes=["mercury"])
    had = add(session, "note", title="b", themes=["gold rush"])
    contact, visit = add(session, "contact", title="c"), add(session, "visit", title="d")
    binned = add(session, "note", title="e")
    delete_record(session, binned)
    adding = Batch("add", "gold rush")
    done = change_many(session, [note, had, contact, visit, binned], adding)
    assert set(done) == {note, contact}
    assert words_of(session, note) == ["mercury", "gold rush"]
    assert words_of(session, contact, "tags") == ["gold rush"]
    assert open_record(session, binned).in_bin
    change_many(session, done, adding.undone_by)
    assert words_of(session, note) == ["mercury"]
    assert words_of(session, had) == ["gold rush"], "it had the word before"


def test_stopping_keeps_what_is_done_and_says_what_that_is(session):
    records = [add(session, "note", title=f"{number}") for number in range(2 * SLICE)]
    looks = []

    def cancelled():
        looks.append(1)
        return len(looks) > 1

    done = change_many(session, records, Batch("bin"), cancelled=cancelled)
    assert done == tuple(records[:SLICE])
    assert len(list_positions(session, SPACE, ListQuery("note"))) == SLICE


def test_a_record_that_is_gone_is_passed_over(session):
    note = add(session, "note", title="a")
    assert change_many(session, [RecordId(b"x" * 32), note], Batch("bin")) == (note,)


@pytest.mark.parametrize("word, error", [(" ", Mistaken), ("x" * 101, InvalidContent)])
def test_a_word_that_does_not_fit_changes_nothing(session, word, error):
    note = add(session, "note", title="a")
    with pytest.raises(error):
        change_many(session, [note], Batch("add", word))
    assert len(history(session, note)) == 1


def test_a_slice_is_written_whole_or_not_at_all(session, monkeypatch):
    records = [add(session, "note", title=f"{number}") for number in range(3)]
    planned = batch._planned

    def breaking(unit, record, one):
        if record == records[2]:
            raise DelveError("broken")
        return planned(unit, record, one)

    monkeypatch.setattr(batch, "_planned", breaking)
    with pytest.raises(DelveError):
        change_many(session, records, Batch("bin"))
    assert len(list_positions(session, SPACE, ListQuery(in_bin=True))) == 0
