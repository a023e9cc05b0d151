"""Builds the program for Windows on Debian: `dist/windows/Delve/` and `dist/Delve-<version>-setup.exe`.

    make dist-windows

Fetches, puts the interpreter together, makes the wine prefix, freezes, packs; each step says how long it
took, and what is there already is not made again but for the last two. Nothing of this reads the vaults of
whoever builds: the prefix has a user of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TypeVar

import freezing
import interpreter
import setup_program
from places import PROGRAM, ROOT, Refused
from prefix import Wine

Made = TypeVar("Made")


def main() -> int:
    """Exit code: 0 when both are there."""
    began = time.monotonic()
    wine = Wine()
    try:
        _timed("Windows CPython with the pinned packages", interpreter.assemble)
        _timed("wine prefix", wine.make)
        _timed("frozen program", lambda: freezing.freeze(wine))
        out = ROOT / "dist" / f"Delve-{setup_program.version()}-setup.exe"
        _timed("setup program", lambda: setup_program.make(out))
    except Refused as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if wine.folder.is_dir():
            wine.end()
    files = [path for path in PROGRAM.rglob("*") if path.is_file()]
    print(f"{PROGRAM.relative_to(ROOT)}: {freezing.size(PROGRAM) / 1e6:.1f} MB in {len(files)} files")
    print(f"{out.relative_to(ROOT)}: {out.stat().st_size / 1e6:.1f} MB")
    print(f"Windows took {time.monotonic() - began:.0f} s")
    return 0


def _timed(what: str, make: Callable[[], Made]) -> Made:
    began = time.monotonic()
    made = make()
    print(f"{what}: {time.monotonic() - began:.0f} s", flush=True)
    return made


if __name__ == "__main__":
    sys.exit(main())
