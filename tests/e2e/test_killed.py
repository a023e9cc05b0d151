"""`kill -9` of either laptop or the hub at any moment of a sync: then one more sync, and both are equal.

`DELVE_KILLS` sets how often each of the three is killed in a row (3 by default, 20 for a release);
`DELVE_KILL_SEED` varies the moments.
"""

from __future__ import annotations

import json
import os
import random
import time

import pytest

from .laptops import met, write_text

KILLS = int(os.environ.get("DELVE_KILLS", "3"))
SEED = os.environ.get("DELVE_KILL_SEED", "spine")
RECORDS = 150  # a side and a kill: some segments

pytestmark = [pytest.mark.processes, pytest.mark.slow, pytest.mark.timeout(120 + 30 * KILLS)]


def imported(laptop, generator, path, label):
    """Fresh records on a laptop; gives their titles."""
    items = [
        {"kind": "note", "title": f"{label} {number}", "text": generator.randbytes(200).hex()}
        for number in range(RECORDS)
    ]
    laptop.run("import", write_text(path, "\n".join(map(json.dumps, items))))
    return {item["title"] for item in items}


def killed_sync(laptop, pause):
    """Start a sync and kill it after so many seconds."""
    process = laptop.process("sync")
    time.sleep(pause)
    process.kill()
    laptop.finish(process)


def cut_hub(pair, laptop, pause):
    """Kill the hub while a laptop syncs, and start it again; the laptop must end by itself."""
    process = laptop.process("sync")
    time.sleep(pause)
    pair.hub.kill()
    done = laptop.finish(process)
    pair.hub.start()
    assert done.code == 0 or done.err.count("\n") == 1, done.err


def start_seconds(laptop):
    """How long a sync takes with nothing to do: kills belong after this."""
    started = time.monotonic()
    laptop.finish(laptop.process("sync"))
    return time.monotonic() - started


@pytest.mark.parametrize("victim", ["sender", "receiver", "hub"])
def test_inv21_whoever_is_killed_during_a_sync_nothing_is_lost(own_pair, victim, tmp_path):
    generator = random.Random(f"{SEED}/{victim}")
    neema, zawadi = own_pair.neema, own_pair.zawadi
    wanted = set()
    least = start_seconds(neema)
    for number in range(KILLS):  # in a row, with no whole sync in between
        wanted |= imported(neema, generator, tmp_path / "n.jsonl", f"Neema {number}")
        wanted |= imported(zawadi, generator, tmp_path / "z.jsonl", f"Zawadi {number}")
        pause = least * generator.uniform(0.4, 1.6)
        if victim == "sender":
            killed_sync(neema, pause)
        elif victim == "receiver":
            neema.run("sync")
            killed_sync(zawadi, pause)
        else:
            cut_hub(own_pair, generator.choice([neema, zawadi]), pause)
    met(neema, zawadi)
    for laptop in (neema, zawadi):
        assert sorted(row["title"] for row in laptop.run("list")) == sorted(wanted)
        assert laptop.run("conflicts") == []
        assert laptop.run("verify")["findings"] == []
        assert laptop.run("sync")["up_to_date"]


def test_inv01_an_import_that_is_killed_leaves_whole_records(own_pair, tmp_path):
    generator = random.Random(SEED)
    neema = own_pair.neema
    items = [
        {
            "kind": "note",
            "title": f"Note {number}",
            "text": generator.randbytes(400).hex(),
            "origin": str(number),
        }
        for number in range(2000)
    ]
    path = write_text(tmp_path / "in.jsonl", "\n".join(map(json.dumps, items)))
    least = start_seconds(neema)
    for _ in range(KILLS):
        process = neema.process("import", path)
        time.sleep(least * generator.uniform(0.8, 3))
        process.kill()
        neema.finish(process)
        assert neema.run("verify")["findings"] == []
    neema.run("import", path)
    assert len(neema.run("list")) == len(items)
    met(neema, own_pair.zawadi)


def test_inv03_a_rebuild_that_is_killed_changes_nothing(own_pair, tmp_path):
    generator = random.Random(SEED)
    neema = own_pair.neema
    imported(neema, generator, tmp_path / "sent.jsonl", "Sent")
    neema.run("sync")
    imported(neema, generator, tmp_path / "waiting.jsonl", "Waiting")
    before = neema.run("state-hash")
    least = start_seconds(neema)
    for _ in range(KILLS):
        process = neema.process("rebuild")
        time.sleep(least * generator.uniform(0.6, 1.4))
        process.kill()
        neema.finish(process)
        assert neema.run("state-hash") == before
        assert neema.run("verify")["findings"] == []
    neema.run("rebuild")
    assert neema.run("state-hash") == before
    met(neema, own_pair.zawadi)
