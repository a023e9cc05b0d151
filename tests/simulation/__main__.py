"""`python -m tests.simulation --seeds N [--start S] [--steps K]`: run seeds, print rate and failures."""

from __future__ import annotations

import argparse
import sys
import time
import traceback

from .world import Failure, simulate


def main() -> int:
    """Returns how many seeds failed, at most 100."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many seeds to run")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--steps", type=int, default=150, help="steps before faults stop")
    parser.add_argument("--verbose", action="store_true", help="print the whole trace of a failure")
    chosen = parser.parse_args()
    began = time.perf_counter()
    failed: list[int] = []
    for seed in range(chosen.start, chosen.start + chosen.seeds):
        try:
            simulate(seed, chosen.steps)
        except Failure as error:
            failed.append(seed)
            print(error, flush=True)
            if chosen.verbose:
                traceback.print_exc()
    minutes = (time.perf_counter() - began) / 60
    print(f"{chosen.seeds} seeds of {chosen.steps} steps, {chosen.seeds / minutes:.0f} a minute")
    print(f"failed: {failed or 'none'}")
    return min(len(failed), 100)


if __name__ == "__main__":
    sys.exit(main())
