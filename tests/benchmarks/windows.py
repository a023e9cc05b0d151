"""What a person waits for in a window over many records, and while a sync runs; see `window` and `typing`."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any, Final

from delve_desktop.services.exchange import exchange
from delve_desktop.services.interchange import Source, import_items
from delve_desktop.services.keeping.walk import ORDER, SAMPLES
from delve_desktop.services.spaces import create_space, set_hub
from delve_desktop.settings import resources_dir

from .data import Record, as_import
from .figures import Figure, median, percentile, say
from .scene import hub_process, import_lines, laptop
from .timing import admit

USABLE_S: Final = 0.7
PAGE_MS: Final = 50
FRAME_MS: Final = 16
TYPED_MS: Final = 60
OPEN_MS: Final = 50
REST_MB: Final = 180
STALL_MS: Final = 100
_BARE: Final = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare", "-platform", "offscreen"])
window = QMainWindow()
window.show()
app.processEvents()
line = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
print(int(line.split()[1]) * 1024 / 1e6)
"""


def measure(vault: Path, records: int, samples: int) -> list[Figure]:
    """Lists, search and memory, with the vault in `vault` that nobody has open."""
    say(f"a window over {records} records")
    told = _told("window", str(vault), str(samples))
    bare = float(subprocess.run([sys.executable, "-c", _BARE], capture_output=True, check=True).stdout)
    name = f"over {records:,} records".replace(",", " ")
    return [
        Figure(f"usable list {name}, from the key", told["usable"], "s", most=USABLE_S),
        Figure("another section's list, painted, median", median(told["sections"]), "ms", most=PAGE_MS),
        Figure("a page anywhere in the list, painted, median", median(told["jumps"]), "ms", most=PAGE_MS),
        Figure("the same, p95", percentile(told["jumps"], 95), "ms"),
        Figure("a turn of the wheel, painted, p95", percentile(told["wheel"], 95), "ms", most=FRAME_MS),
        Figure("the same, slowest", max(told["wheel"]), "ms"),
        Figure("key typed above to painted hits, p95", percentile(told["above"], 95), "ms", most=TYPED_MS),
        Figure("key typed in the list's search, p95", percentile(told["search"], 95), "ms", most=TYPED_MS),
        Figure("a record opened, painted, median", median(told["open"]), "ms", most=OPEN_MS),
        Figure("the same, p95", percentile(told["open"], 95), "ms"),
        Figure("memory at rest, resident; raw: a bare window", told["rest"], "MB", bare, most=REST_MB),
        Figure("memory after all of this", told["used"], "MB"),
    ]


def measure_rich(folder: Path, samples: int) -> list[Figure]:
    """Opening practices of the sample library, which have all that a practice can have."""
    say("practices of the sample library")
    with laptop(folder, "Officer") as session:
        space = create_space(session, "Samples")
        for name in ORDER:
            file = resources_dir() / SAMPLES / f"{name}.jsonl"
            import_items(session, space, [Source(file.name, partial(file.open, "rb"))])
    told = _told("reading", str(folder), str(samples))
    return [
        Figure(
            "a rich practice opened, all that is seen painted, median",
            median(told["seen"]),
            "ms",
            most=OPEN_MS,
        ),
        Figure("the same, p95", percentile(told["seen"], 95), "ms"),
        Figure("the same, what the main thread computed, median", median(told["seen_computed"]), "ms"),
        Figure("a rich practice opened, what is below as well, median", median(told["whole"]), "ms"),
        Figure("the same, what the main thread computed, median", median(told["whole_computed"]), "ms"),
    ]


def measure_typing(folder: Path, records: list[Record]) -> list[Figure]:
    """How late the event loop comes round while a sync brings these records and somebody types."""
    say(f"typing while {len(records)} records come in")
    with hub_process(folder / "typing-hub") as url:
        with laptop(folder / "typing-one", "One") as one, laptop(folder / "typing-other", "Other") as other:
            set_hub(one, url)
            space = create_space(one, "Exchange")
            admit(one, space, other)
            import_lines(one, space, as_import(records))
            exchange(one)
        told = _told("typing", str(folder / "typing-other"))
    if told["changes"] < len(records):
        raise RuntimeError("Not everything came in.")
    late, alone = told["late"], told["alone"]
    name = f"while {len(records):,} records come in".replace(",", " ")
    return [
        Figure(
            f"event loop late {name}, p99; raw: no sync", percentile(late, 99), "ms", percentile(alone, 99)
        ),
        Figure("the same, at most", max(late), "ms", max(alone), most=STALL_MS),
        Figure("a key taken and painted meanwhile, at most", max(told["keys"]), "ms", most=STALL_MS),
        Figure("the exchange with a window beside it", told["seconds"], "s"),
    ]


def _told(module: str, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    told: dict[str, Any] = json.loads(done.stdout)
    return told
