"""Who tried a practice: counted from the adoptions that link to it, the bin and late records included."""

from __future__ import annotations

import time

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.ledger import ledger
from delve_desktop.services.records import add_record, delete_record, edit_record, open_record, put_back
from delve_desktop.services.session import Session
from delve_desktop.services.views import EditText, SetValue

from .test_interchange import SPACE, another_space, take

__all__ = ["another_space"]


def practice(session: Session) -> RecordId:
    return add_record(session, SPACE, "practice", [SetValue("title", "Retort")])[0]


def tried(session: Session, what: RecordId, result: str, **more: object) -> RecordId:
    link = {"record": what.hex(), "heads": []}
    edits = [SetValue("practice", link), SetValue("result", result)]
    texts = [EditText(name, str(value)) for name, value in more.items() if name in ("report", "adapted")]
    others = [SetValue(name, value) for name, value in more.items() if name not in ("report", "adapted")]
    return add_record(session, SPACE, "adoption", [*edits, *others, *texts])[0]


def test_the_ledger_counts_results_and_countries(session):
    what = practice(session)
    tried(session, what, "works", organisation="Nyota", country="TZ", report="Two days.\nMore.")
    tried(session, what, "works-with-changes", organisation="Wend-Panga", country="BF", adapted="Jute bags.")
    tried(session, what, "works", organisation="Geita", country="TZ")
    found = ledger(session, what)
    assert [trial.who for trial in found.trials] == ["Geita", "Wend-Panga", "Nyota"]
    assert found.counts == {"works": 2, "works-with-changes": 1}
    assert found.countries == ("BF", "TZ")
    assert [trial.said for trial in found.trials] == ["", "Jute bags.", "Two days."]
    assert open_record(session, what).ledger == found


def test_what_lies_in_the_bin_does_not_count_and_is_told(session):
    what = practice(session)
    one = tried(session, what, "works", country="TZ")
    delete_record(session, one)
    found = ledger(session, what)
    assert (found.trials, found.countries, found.binned) == ((), (), 1)
    put_back(session, one)
    assert (len(ledger(session, what).trials), ledger(session, what).binned) == (1, 0)


def test_trials_of_a_practice_that_did_not_come_yet_are_found(session):
    take(
        session,
        SPACE,
        {"kind": "adoption", "origin": "a", "practice": {"record": "origin:p"}, "result": "works"},
    )
    take(session, SPACE, {"kind": "practice", "origin": "p", "title": "Retort"})
    with session.vault.read() as unit:
        (what,) = [state.record for state in unit.states(SPACE) if state.kind == "practice"]
    assert [trial.result for trial in ledger(session, what).trials] == ["works"]


def test_an_association_that_is_here_names_who_tried_it_and_one_that_is_not_leaves_it_open(session):
    what = practice(session)
    group, _ = add_record(session, SPACE, "contact", [SetValue("name", "Nyota ya Dhahabu")])
    tried(session, what, "works", association=group.hex())
    tried(session, what, "did-not-work", association="ab" * 32)
    assert [trial.who for trial in ledger(session, what).trials] == ["", "Nyota ya Dhahabu"]


def test_another_link_to_a_practice_is_no_trial(session):
    what = practice(session)
    add_record(session, SPACE, "comment", [SetValue("about", what.hex()), EditText("text", "How?")])
    assert ledger(session, what).trials == ()


def test_a_trial_that_names_another_practice_now_leaves_the_ledger(session):
    what, other = practice(session), practice(session)
    one = tried(session, what, "works")
    edit_record(session, one, [SetValue("practice", {"record": other.hex(), "heads": []})])
    assert ledger(session, what).trials == ()
    assert len(ledger(session, other).trials) == 1


def test_hundreds_of_trials_are_read_with_few_statements(session):
    what = practice(session)
    for number in range(300):
        tried(
            session, what, "works", organisation=f"Group {number}", country="TZ", report="It went well. " * 20
        )
    seen: list[str] = []
    with session.vault.read() as unit:
        unit._driver.set_trace_callback(seen.append)
        start = time.perf_counter()
        from delve_desktop.services.ledger import ledger_standing
        from delve_desktop.services.rows_shown import Names

        found = ledger_standing(unit, Names(unit), what, unit.links_to(what))
        print(f"ledger of 300: {(time.perf_counter() - start) * 1000:.1f} ms")
        unit._driver.set_trace_callback(None)
    assert len(found.trials) == 300
    assert len([one for one in seen if one.startswith("SELECT")]) <= 6
    start = time.perf_counter()
    open_record(session, what)
    print(f"whole record: {(time.perf_counter() - start) * 1000:.1f} ms")
