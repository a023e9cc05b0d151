"""Several threads, and laptops, at one record: nothing is lost, and what is refused is refused clearly."""

from __future__ import annotations

import random
import threading

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.ids import OpId, RecordId
from delve_desktop.services import drafts, records, upkeep
from delve_desktop.services.session import Session
from delve_desktop.services.views import EditText, SetValue

from .conftest import SPACE


def _anything(session: Session, record: RecordId, chance: random.Random, name: str) -> None:
    """One step of a person who goes by what was on screen a moment ago."""
    view = records.open_record(session, record)
    step = chance.choice(["title", "draft", "delete", "back", "settle", "restore"])
    if step == "title":
        records.edit_record(session, record, [SetValue("title", name)], seen_heads=view.heads)
    elif step == "draft":
        content = {"text": f"Wash.\n\n{name}\n\nLeave."}
        number = drafts.save_draft(session, SPACE, record, "note", content, None, view.heads)
        drafts.save_draft(session, SPACE, record, "note", content, number, view.heads)
        drafts.commit_draft(session, number)
    elif step == "delete":
        records.delete_record(session, record)
    elif step == "back":
        records.put_back(session, record)
    elif step == "restore":
        records.restore(session, record, chance.choice(records.history(session, record)).op)
    else:
        for field in view.fields:
            if field.disputed:
                records.settle(session, record, field.name, keep=field.versions[-1].id)


def test_inv02_threads_that_write_one_record_lose_no_op(
    session: Session, seeded_random: random.Random
) -> None:
    first = [SetValue("title", "Visit"), EditText("text", "Wash.\n\nBring a rope.\n\nLeave.")]
    record, _ = records.add_record(session, SPACE, "note", first)
    seeds = [seeded_random.random() for _ in range(3)]
    troubles: list[BaseException] = []
    lost: set[OpId] = set()

    def run(number: int) -> None:
        chance, before = random.Random(seeds[number]), set[OpId]()
        try:
            for step in range(15):
                try:
                    _anything(session, record, chance, f"{number}.{step}")
                except NotFound as error:  # settled meanwhile by another
                    assert "does not stand" in str(error)  # noqa: PT017
                now = {entry.op for entry in records.history(session, record)}
                lost.update(before - now)
                before = now
        except BaseException as error:  # noqa: BLE001  a thread's error would be lost
            troubles.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(seeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not troubles
    assert not lost
    assert upkeep.verify(session).findings == ()
    assert drafts.list_drafts(session, SPACE) == []
