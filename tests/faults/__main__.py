"""`python -m tests.faults [NAME ...] [--count N] [--seed S]`: do faults, and say what came of it.

Without `--count` each is done as often as docs/reliability.md says. The exit code is 1 when anything was
lost, wrong or broken.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from . import clocks, flips, full, fuzz, kills, migrating, races, torn
from .outcome import Outcome

Run = Callable[[int, random.Random, Path], Outcome]
FAULTS: Final[dict[str, tuple[Run, int]]] = {
    "kills": (kills.run, kills.FULL),
    "torn": (torn.run, torn.FULL),
    "flips": (flips.run, flips.FULL),
    "full": (full.run, full.FULL),
    "races": (races.run, races.FULL),
    "migrating": (migrating.run, migrating.FULL),
    "clocks": (clocks.run, clocks.FULL),
    "fuzz": (fuzz.run, fuzz.FULL),
}


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which of {', '.join(FAULTS)}; else all")
    parser.add_argument("--count", type=int, help="how often each is done, at the most")
    parser.add_argument("--seed", default="delve", help="another seed, other moments")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(FAULTS)
    if unknown:
        parser.error(f"there is no fault {', '.join(sorted(unknown))}")
    figures: dict[str, object] = {}
    for name in asked.names or FAULTS:
        run, most = FAULTS[name]
        rounds = most if asked.count is None else min(asked.count, most)
        began = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="delve-faults-") as folder:
            outcome = run(rounds, random.Random(f"{asked.seed}/{name}"), Path(folder))
        seconds = time.perf_counter() - began
        print(f"{name}: {outcome.told()} in {seconds:.0f} s", flush=True)
        figures[name] = {
            "rounds": outcome.rounds,
            "lost": len(outcome.lost),
            "wrong": len(outcome.wrong),
            "broken": len(outcome.broken),
            "seen": outcome.seen,
            "ok": outcome.ok,
        }
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return int(not all(one["ok"] for one in figures.values()))  # type: ignore[index]


if __name__ == "__main__":
    sys.exit(main())
