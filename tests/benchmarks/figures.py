"""A measured figure beside its raw limit and its target, and the table of them."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

_HEADINGS: Final = ("figure", "measured", "raw limit", "ratio", "target", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    `raw` is what the same run needs for the same work without the product, in the same unit. `most`
    bounds the value, `most_ratio` the value over `raw`; without either the figure only informs.
    """

    name: str
    value: float
    unit: str
    raw: float | None = None
    most: float | None = None
    most_ratio: float | None = None

    @property
    def ratio(self) -> float | None:
        """The value over its raw limit."""
        return self.value / self.raw if self.raw else None

    @property
    def verdict(self) -> str:
        """`ok`, `over`, or nothing where there is no target."""
        if self.most is None and self.most_ratio is None:
            return ""
        over = self.most is not None and self.value > self.most
        over = over or (self.most_ratio is not None and (self.ratio or 0) > self.most_ratio)
        return "over" if over else "ok"

    def row(self) -> tuple[str, ...]:
        """The cells of the table."""
        targets = [f"<= {_shown(self.most, self.unit)}"] if self.most is not None else []
        targets += [f"<= {self.most_ratio:g}x raw"] if self.most_ratio is not None else []
        return (
            self.name,
            _shown(self.value, self.unit),
            "" if self.raw is None else _shown(self.raw, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            " and ".join(targets),
            self.verdict,
        )


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table, with columns aligned for a terminal."""
    rows = [_HEADINGS, *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def machine() -> str:
    """The class of the machine: nothing that names it."""
    cores = os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def write_json(path: Path, figures: Sequence[Figure]) -> None:
    """The figures for a program to compare."""
    told: dict[str, Any] = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": machine(),
        "figures": [{**asdict(one), "ratio": one.ratio, "verdict": one.verdict} for one in figures],
    }
    path.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of all values do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def say(text: str) -> None:
    """Tell what is going on, beside the table."""
    print(text, file=sys.stderr, flush=True)


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "bytes":
        return f"{value:,.0f} B".replace(",", " ")
    if unit in ("", "requests", "records/s"):
        return f"{value:,.0f} {unit}".replace(",", " ").strip()
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:.0f} {unit}"
