"""Queries that run at every sync, keystroke or page must not walk whole tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from delve_desktop.domain.ids import OpId, RecordId
from delve_desktop.store import index
from delve_desktop.store.rows import Listed
from delve_desktop.store.vault import Vault
from delve_desktop.store.writing import WriteUnit

from .conftest import SPACE

# tables of a few rows, and indexes that hold only what is left to do
SMALL = (
    "SCAN space",
    "SCAN CONSTANT ROW",
    "SCAN waiting_op",
    "SCAN due_record",
    "SCAN (subquery",
    "SCAN unsent",
    "SCAN segment USING INDEX segment_todo",
    "SCAN fresh",
    "SCAN op USING INDEX op_outbox",
    "SCAN record_index VIRTUAL TABLE INDEX",  # not a walk: the words lead to their rows
)
# what is left to do, the ops of one record and the links to it: few enough to sort
FEW = ("unsent", "segment_todo", "WHERE record.id =", "WHERE link.target =")
ID = OpId(b"x" * 32)
GEITA = (("theme", ("health", "mercury")),)

QUERIES: dict[str, Callable[[WriteUnit], Any]] = {
    "records touched by a batch": lambda unit: unit.entries_by_id(SPACE, [ID]),
    "records by row": lambda unit: unit.entries_by_row(SPACE, [1]),
    "known ops": lambda unit: unit.known_ops([ID], waiting=True),
    "homes of parents": lambda unit: unit.homes_of([ID]),
    "ops that waited": lambda unit: unit.take_waiting(SPACE, [ID]),
    "ops of a record": lambda unit: unit.ops_of(ID),
    "the next number": lambda unit: unit.next_number("record", "position"),
    "counts": lambda unit: unit.counts(SPACE),
    "outbox": lambda unit: unit.outgoing_ops(SPACE, 10),
    "parked": lambda unit: unit.parked_count(SPACE),
    "segments to apply": lambda unit: unit.segments_in(("stored", "failed"), 10),
    "chain head": lambda unit: unit.chain_head(SPACE, b"w" * 16),
    "held": lambda unit: unit.held([ID]),
    "unsent": lambda unit: unit.unsent(1, SPACE, 10, 10),
    "a page of one kind": lambda unit: _page(unit, "note", in_bin=False),
    "a page of all kinds": lambda unit: _page(unit, None, in_bin=False),
    "the bin": lambda unit: _page(unit, None, in_bin=True),
    "links from a record": lambda unit: unit.links_from(ID),
    "links to a record": lambda unit: unit.links_to(ID),
    "adoptions of a practice": lambda unit: unit.adoptions_of(ID, 10),
    "the newest position": lambda unit: unit.newest_position(SPACE),
    "what others changed": lambda unit: unit.newer(SPACE, 1, b"d" * 32, 9, 4),
    "decisions among records": lambda unit: unit.disputed_among([RecordId(ID)]),
    "labels of an association": lambda unit: unit.labels_of(ID, 1),
    "contacts of an association": lambda unit: unit.contacts_of(ID, 9),
    "links out of the bin": lambda unit: unit.links_from_bin(ID, "practice", "adoption"),
    "titles": lambda unit: unit.titles_of([RecordId(ID)]),
    "questions without an answer": lambda unit: unit.unanswered(SPACE, "comment", None, 50),
    "all states": lambda unit: list(unit.states(SPACE)),
    "the order of a list": lambda unit: unit.positions(Listed(SPACE, "note")),
    "the order of a list from A to Z": lambda unit: unit.positions(Listed(SPACE, "note", sort="title")),
    "what is to be decided": lambda unit: unit.positions(Listed(SPACE, disputed=True)),
    "the oldest of all kinds": lambda unit: unit.positions(Listed(SPACE, sort="oldest")),
    "what is unsent": lambda unit: unit.positions(Listed(SPACE, "note", unsent=True), 50),
    "a list of one theme": lambda unit: unit.positions(Listed(SPACE, "note", facets=GEITA), 50),
    "a list of one theme, from A to Z": lambda unit: unit.positions(
        Listed(SPACE, "note", facets=GEITA, sort="title"), 50
    ),
    "what is unsent of one theme": lambda unit: unit.positions(
        Listed(SPACE, "note", facets=GEITA, unsent=True), 50
    ),
    "what was tried": lambda unit: unit.positions(Listed(SPACE, "practice", tried=True)),
    "what is asked": lambda unit: unit.positions(Listed(SPACE, "note", asked=True)),
    "what is new": lambda unit: unit.positions(Listed(SPACE, "note", fresh=True)),
    "titles that begin so": lambda unit: unit.titled(SPACE, "mer", 10),
    "rows at positions": lambda unit: unit.lines_at([1, 2]),
    "hits at positions": lambda unit: unit.found_at([1, 2]),
    "where records stand": lambda unit: unit.positions_of([RecordId(ID)]),
    "records at positions": lambda unit: unit.records_at([1, 2]),
    "a search": lambda unit: unit.search_newest(index.query("pump", SPACE), 50),
}


def _page(unit: WriteUnit, kind: str | None, *, in_bin: bool) -> Any:
    return unit.lines(SPACE, kind=kind, in_bin=in_bin, disputed=False, before=None, limit=50)


@pytest.mark.parametrize("name", QUERIES)
def test_a_frequent_query_goes_by_an_index(vault: Vault, name: str) -> None:
    statements: list[str] = []
    with vault.write() as unit:
        driver = unit._driver
        driver.set_trace_callback(statements.append)
        QUERIES[name](unit)
        driver.set_trace_callback(None)
        selects = [one for one in statements if one.startswith("SELECT")]
        assert selects
        for statement in selects:
            for step in driver.execute(f"EXPLAIN QUERY PLAN {statement}"):
                plan = step[3]
                assert not plan.startswith("SCAN") or plan.startswith(SMALL), statement
                sorts = "TEMP B-TREE FOR ORDER" in plan
                assert not sorts or any(one in statement for one in FEW), statement
                assert "AUTOMATIC" not in plan, statement
                # the whole space for a handful of rows: what made applying quadratic once
                assert "record_list (space=?)" not in plan or "GROUP BY" in statement, statement
