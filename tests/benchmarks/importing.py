"""How fast an import goes, and how much memory it and a search take, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from pathlib import Path
from typing import Final

from delve_desktop.services.search import search
from delve_desktop.services.spaces import create_space

from .data import Record, as_import
from .figures import Figure, say
from .raw import receiver_seconds
from .scene import import_lines, laptop

IMPORT_MIB: Final = 256
_UNIT: Final = 2**20 if sys.platform == "darwin" else 2**10  # of ru_maxrss in one MiB


def measure(folder: Path, records: list[Record]) -> list[Figure]:
    """Import the records, then search them, and tell rate and peak memory."""
    say(f"importing: {len(records)} records")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, raw, before, imported, searched = pool.apply(_run, (folder, as_import(records)))
    count = len(records)
    return [
        Figure(f"import of {count:,} records".replace(",", " "), seconds, "s", raw),
        Figure("import rate", count / seconds, "records/s", count / raw),
        Figure("memory: program with an open vault, peak", before, "MiB"),
        Figure("memory: after the import, peak", imported, "MiB", most=IMPORT_MIB),
        Figure("memory: after 100 searches, peak", searched, "MiB"),
    ]


def _run(folder: Path, lines: bytes) -> tuple[float, float, float, float, float]:
    with laptop(folder / "importing", "Importer") as session:
        space = create_space(session, "Importing")
        before = _peak()
        started = time.perf_counter()
        import_lines(session, space, lines)
        seconds = time.perf_counter() - started
        imported = _peak()
        for number in range(100):
            search(session, space, "abcdefghij"[number % 10])
        searched = _peak()
        raw = receiver_seconds(session, folder / "importing-raw", with_segments=False)
    return seconds, raw, before, imported, searched


def _peak() -> float:
    """The most memory this process has held so far, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # `ru_maxrss` would begin with what the process that started this one held
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT
