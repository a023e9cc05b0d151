"""What changed in a version, out of CHANGELOG.md: `python packaging/release_notes.py [VERSION]`, as Markdown.

Without a version, that of the program. A version that has no heading of its own yet is taken from
*Unreleased*, and standard error says so. `--check` only says whether version, heading and tag agree.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
_HEADING: Final = re.compile(r"^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)
_VERSION: Final = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


def main() -> int:
    """Print the notes, or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("version", nargs="?", default=version())
    parser.add_argument("--check", action="store_true", help="whether version, heading and tag agree")
    asked = parser.parse_args()
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if asked.check:
        faults = check(changes, asked.version, _tag())
        print("\n".join(faults or [f"Version, heading and tag say {asked.version}."]))
        return int(bool(faults))
    found = notes(changes, asked.version)
    if found is None:
        print(f"CHANGELOG.md says nothing of {asked.version}; here is what is not released.", file=sys.stderr)
        found = notes(changes, "Unreleased")
    if not found:
        print("CHANGELOG.md says nothing of this version.", file=sys.stderr)
        return 1
    print(f"# Delve {asked.version}\n\n{found}")
    return 0


def version() -> str:
    """That of the program, from its one place."""
    source = (ROOT / "src" / "delve_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = _VERSION.search(source)
    if found is None:
        raise ValueError("src/delve_desktop/__init__.py names no version.")
    return found[1]


def notes(changes: str, wanted: str) -> str | None:
    """What stands under a version's heading; None when it has none."""
    headings = list(_HEADING.finditer(changes))
    for number, heading in enumerate(headings):
        if heading[1] == wanted:
            end = headings[number + 1].start() if number + 1 < len(headings) else len(changes)
            return changes[heading.end() : end].strip()
    return None


def check(changes: str, wanted: str, tag: str) -> list[str]:
    """What hinders a release of this version, in sentences; `tag` is that of the commit, or empty."""
    faults = []
    dates = {heading[1]: heading[2] for heading in _HEADING.finditer(changes)}
    if wanted not in dates:
        faults.append(f"CHANGELOG.md has no heading for {wanted}.")
    elif not dates[wanted]:
        faults.append(f"In CHANGELOG.md, {wanted} has no date.")
    if wanted in dates and not notes(changes, wanted):
        faults.append(f"CHANGELOG.md says nothing under {wanted}.")
    if tag != f"v{wanted}":
        faults.append(f"The commit is tagged {tag}." if tag else f"The commit has no tag v{wanted}.")
    return faults


def _tag() -> str:
    told = subprocess.run(
        ["git", "describe", "--tags", "--exact-match"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
