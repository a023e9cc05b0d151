"""Makes the installers for Linux: `python packaging/linux/make_linux.py`, into dist/.

The frozen program (dist/linux/Delve), the `.run` for one person and the `.deb` for all of a computer, and the
bill of materials beside them. `--fast` packs badly and quickly, for tests; `--keep` takes the frozen program
that is there. packaging/freeze must be on PYTHONPATH, as `make dist-linux` has it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import Final

import deb
import frozen_build
import run_file
from delve_desktop import __version__
from share import add_share
from sizes import size_of

ROOT: Final = Path(__file__).resolve().parents[2]
DIST: Final = ROOT / "dist"


def main() -> int:
    """Build what is asked for, and print sizes and times."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fast", action="store_true", help="pack badly and quickly")
    parser.add_argument("--keep", action="store_true", help="take the frozen program that is there")
    asked = parser.parse_args()
    started = time.monotonic()
    program = DIST / "linux" / "Delve"
    if not (asked.keep and (program / "delve").is_file()):
        frozen_build.build(DIST / "linux")
        add_share(program)
    _say("frozen", program, started)
    for make in (run_file.make, deb.make):
        _say("made", make(program, DIST, __version__, frozen_build.epoch(), fast=asked.fast), started)
    bill = DIST / f"Delve-{__version__}-linux-x86_64.cdx.json"
    bill.write_bytes((program / "_internal/delve_desktop/_resources/licences/sbom.cdx.json").read_bytes())
    _say("made", bill, started)
    return 0


def _say(what: str, path: Path, started: float) -> None:
    seconds = time.monotonic() - started
    name, megabytes = os.path.relpath(path, ROOT), size_of(path) / 1e6
    print(f"{what} {name}: {megabytes:.1f} MB, after {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
