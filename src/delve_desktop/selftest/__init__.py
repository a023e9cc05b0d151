"""`delve --self-test`: whether this program, as it lies on this computer, does its work from end to end.

It is for whoever installs: a part that was left out of the program or that this system lacks shows here and
not weeks later. Everything happens in a folder of its own with made-up records, which is wiped at the end;
what people wrote is neither opened nor looked for. The one call over the network goes from this process to
itself. Part of the composition root: the one place that has window and hub in one process.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

OPTION = "--self-test"
OK, FAILED, USAGE = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Carry out `--self-test [--report FILE]`: 0 when every step passed, 1 else, 2 for other arguments."""
    from pathlib import Path

    rest = [each for each in arguments if each != OPTION]
    if len(rest) == 1 and rest[0].startswith("--report="):
        rest = ["--report", rest[0].removeprefix("--report=")]
    if rest and not (len(rest) == 2 and rest[0] == "--report" and rest[1]):
        return _refuse(f"{OPTION} takes nothing but --report FILE.")
    from .report import Report
    from .running import run_steps

    try:
        report = Report(Path(rest[1]) if rest else None)
    except OSError as error:
        return _refuse(f"The report cannot be written to {rest[1]}: {error.strerror}.")
    with report:
        return OK if run_steps(report) else FAILED


def _refuse(sentence: str) -> int:
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.write(sentence + "\n")
    return USAGE
