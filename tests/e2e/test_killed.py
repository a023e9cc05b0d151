"""`kill -9` of either laptop or the hub at any moment of a sync: then one more sync, and both are equal.

`DELVE_KILLS` sets how often each of the three is killed (1 by default, 20 for a release);
`DELVE_KILL_SEED` repeats a run.
"""

from __future__ import annotations

import json
import os
import random
import time

import pytest

from .laptops import met, write_text

KILLS = int(os.environ.get("DELVE_KILLS", "1"))
SEED = os.environ.get("DELVE_KILL_SEED", "spine")
ROUNDS = 3
RECORDS = 250  # enough segments for several transactions on each side

pytestmark = [pytest.mark.processes, pytest.mark.slow, pytest.mark.timeout(120 + 120 * KILLS)]


def imported(laptop, generator, path, label):
    """Fresh records on a laptop; gives their titles."""
    items = [
        {"kind": "note", "title": f"{label} {number}", "text": generator.randbytes(200).hex()}
        for number in range(RECORDS)
    ]
    laptop.run("import", write_text(path, "\n".join(map(json.dumps, items))))
    return {item["title"] for item in items}


def killed_sync(laptop, pause):
    """Start a sync and kill it after so many seconds; gives whether it was still running."""
    process = laptop.process("sync")
    time.sleep(pause)
    process.kill()
    laptop.finish(process)
    return process.returncode != 0


def cut_hub(pair, laptop, pause):
    """Kill the hub while a laptop syncs, and start it again; the laptop must end by itself."""
    process = laptop.process("sync")
    time.sleep(pause)
    pair.hub.kill()
    done = laptop.finish(process)
    pair.hub.start()
    assert done.code == 0 or done.err.count("\n") == 1, done.err
    return done.code != 0


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
    for round_number in range(KILLS):
        wanted |= imported(neema, generator, tmp_path / "n.jsonl", f"Neema {round_number}")
        wanted |= imported(zawadi, generator, tmp_path / "z.jsonl", f"Zawadi {round_number}")
        for _ in range(ROUNDS):  # several times in a row, with nothing whole in between
            pause = least * generator.uniform(0.4, 1.6)
            laptop = neema if victim == "sender" else zawadi
            if victim == "hub":
                cut_hub(own_pair, generator.choice([neema, zawadi]), pause)
            else:
                killed_sync(laptop, pause)
                if victim == "receiver":
                    neema.run("sync")
        met(neema, zawadi)
        for laptop in (neema, zawadi):
            titles = [row["title"] for row in laptop.run("list")]
            assert sorted(titles) == sorted(wanted)
            assert laptop.run("conflicts") == []
    for laptop in (neema, zawadi):
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
        for number in range(3000)
    ]
    path = write_text(tmp_path / "in.jsonl", "\n".join(map(json.dumps, items)))
    least = start_seconds(neema)
    for _ in range(2 * KILLS):
        process = neema.process("import", path)
        time.sleep(least * generator.uniform(0.8, 3))
        process.kill()
        neema.finish(process)
        assert neema.run("verify")["findings"] == []
    neema.run("import", path)
    assert len(neema.run("list")) == len(items)
    met(neema, own_pair.zawadi)
