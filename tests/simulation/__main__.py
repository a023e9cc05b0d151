"""`python -m tests.simulation --seeds N [--start S] [--steps K] [--jobs J]`: run seeds, print the rate.

A seed that fails is had again, with everything that happened, by `--start SEED --seeds 1 --verbose`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable, Iterator
from multiprocessing import get_context

from .running import STEPS, Ran, run_seed


def run_all(seeds: Iterable[int], steps: int, jobs: int) -> Iterator[Ran]:
    """Run seeds in so many processes, in the order in which they end."""
    tasks = [(seed, steps) for seed in seeds]
    if jobs == 1:
        yield from map(run_seed, tasks)
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap_unordered(run_seed, tasks)


def main() -> int:
    """Returns how many seeds failed, at most 100."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many seeds to run")
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--steps", type=int, default=STEPS, help="steps before faults stop")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes to run them in")
    parser.add_argument("--verbose", action="store_true", help="print all that happened before a failure")
    parser.add_argument("--traces", action="store_true", help="print a hash of all that each seed did")
    chosen = parser.parse_args()
    began = time.perf_counter()
    failed: list[int] = []
    seconds = 0.0
    seeds = range(chosen.start, chosen.start + chosen.seeds)
    for ran in run_all(seeds, chosen.steps, min(chosen.jobs, chosen.seeds)):
        seconds += ran.seconds
        if chosen.traces:
            print(f"seed {ran.seed}: {ran.trace or 'failed'}")
        if ran.said:
            failed.append(ran.seed)
            print(ran.details if chosen.verbose else ran.said)
            again = f"--start {ran.seed} --seeds 1 --steps {chosen.steps} --verbose"
            print(f"  again: python -m tests.simulation {again}")
        sys.stdout.flush()
    minutes = (time.perf_counter() - began) / 60
    rate, each = chosen.seeds / minutes, seconds / chosen.seeds
    print(f"{chosen.seeds} seeds of {chosen.steps} steps, {rate:.0f} a minute, {each:.1f} s of a core each")
    print(f"failed: {sorted(failed) or 'none'}")
    return min(len(failed), 100)


if __name__ == "__main__":
    sys.exit(main())
