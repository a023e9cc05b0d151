"""How far a long command is, on one line of a terminal's standard error; silent into a pipe or a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown(what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that is told how much of how much is done; the line is gone at the end."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    last = -1

    def tell(done: int, total: int) -> None:
        nonlocal last
        percent = 100 * done // max(total, 1)
        if percent != last:
            last = percent
            print(f"\r{what} {percent:3d} %", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        print(f"\r{' ' * (len(what) + 6)}\r", end="", file=sys.stderr, flush=True)
