"""The table of invariants in docs/ names files whose tests hold them."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = TESTS.parent / "docs" / "invariants.md"
ROW = re.compile(r"^\| (\d+) \| .* \| (.*) \|$", re.MULTILINE)


def _in_the_table() -> dict[int, set[str]]:
    rows = ROW.findall(TABLE.read_text(encoding="utf-8"))
    return {int(number): set(re.findall(r"`([^`]+)`", files)) for number, files in rows}


def _in_the_tests() -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for path in TESTS.rglob("*.py"):
        for name in re.findall(r"def (test_inv\w+)", path.read_text(encoding="utf-8")):
            for number in re.findall(r"inv(\d\d)", name):
                found[int(number)].add(path.relative_to(TESTS).as_posix())
    return found


def test_every_invariant_has_a_row() -> None:
    assert list(_in_the_table()) == list(range(1, 29))


def test_every_row_names_files_whose_tests_hold_it() -> None:
    tests = _in_the_tests()
    for number, files in _in_the_table().items():
        assert files <= tests[number], number
        assert bool(files) == bool(tests[number]), number
