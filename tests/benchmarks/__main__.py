"""Measure and print: `python -m tests.benchmarks [part ...]`.

The table goes to standard output, what is going on to standard error. The exit code is 1 when a figure
is over its target and `--strict` is given.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import create_space

from . import data, editing, importing, searching, starting, timing, windows, wire
from .data import Record
from .figures import Figure, machine, say, table, write_json
from .scene import import_lines, laptop

PARTS: Final = ("bytes", "time", "search", "edit", "import", "lists", "typing", "start")


def main() -> int:
    """Run the parts that were asked for."""
    asked = _arguments()
    parts = set(asked.parts or PARTS)
    with tempfile.TemporaryDirectory() as scratch:
        figures = _measured(asked, parts, Path(scratch))
    print(f"{machine()}\n\n{table(figures)}")
    if asked.json:
        write_json(asked.json, figures)
    return int(asked.strict and any(figure.verdict == "over" for figure in figures))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", help=f"which of {', '.join(PARTS)}; all when none is named")
    parser.add_argument(
        "--records", type=int, default=10_000, metavar="N", help="records to exchange and import"
    )
    parser.add_argument("--large", type=int, default=100_000, metavar="N", help="records of the large store")
    parser.add_argument("--data", type=Path, metavar="FILE", help="take records of this JSON lines file")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds of the timed exchange")
    parser.add_argument("--quick", action="store_true", help="small sizes: does everything run?")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a figure is over its target")
    asked = parser.parse_args()
    unknown = set(asked.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    if asked.quick:
        asked.records, asked.large, asked.rounds = 200, 400, 1
    asked.starts = 1 if asked.quick else 7
    asked.samples = 30 if asked.quick else 400  # edits and searches
    return asked


def _measured(asked: argparse.Namespace, parts: set[str], folder: Path) -> list[Figure]:
    records = _records(asked, asked.records)
    figures: list[Figure] = []
    if "bytes" in parts:
        with _filled(folder / "small", records) as (session, space):
            figures += wire.measure(session, space, folder, records)
    if "time" in parts:
        figures += timing.measure(folder, records, asked.rounds)
    if "edit" in parts:
        figures += editing.measure(folder, records, asked.samples)
    if "import" in parts:
        figures += importing.measure(folder, records)
    if "start" in parts:
        figures += starting.measure(folder, asked.starts)
    if "typing" in parts:
        figures += windows.measure_typing(folder, records)
    if "lists" in parts:
        figures += windows.measure_rich(folder / "rich", max(6, asked.samples // 16))
    if parts & {"bytes", "search", "lists"} and asked.large:
        figures += _measured_large(asked, parts, folder)
    return figures


def _measured_large(asked: argparse.Namespace, parts: set[str], folder: Path) -> list[Figure]:
    many = _records(asked, asked.large)
    figures: list[Figure] = []
    say(f"importing {len(many)} records")
    with _filled(folder / "large", many) as (session, space):
        if "search" in parts:
            figures += searching.measure(session, space, many, asked.samples)
        if "bytes" in parts:
            figures += wire.measure(session, space, folder, many)
    if "lists" in parts:
        figures += windows.measure(folder / "large", len(many), asked.samples // 4)
    return figures


def _records(asked: argparse.Namespace, count: int) -> list[Record]:
    return data.from_file(asked.data, count) if asked.data else list(data.records(count))


@contextmanager
def _filled(folder: Path, records: list[Record]) -> Iterator[tuple[Session, SpaceId]]:
    """A laptop that holds these records and has met no hub."""
    with laptop(folder, "Officer") as session:
        space = create_space(session, "Benchmarks")
        import_lines(session, space, data.as_import(records))
        yield session, space


if __name__ == "__main__":
    sys.exit(main())
