"""Writes `requirements/windows.txt`: of what a frozen program needs, the one wheel each that Windows gets.

The versions are those of `requirements/freeze.txt`, so what is shipped for Windows is what was tested.
`make requirements` calls it; it needs a network.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name, parse_wheel_filename

from fetching import pip_download
from places import REQUIREMENTS, ROOT, Refused, cache, sha256

WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.13.11",
    "python_version": "3.13",
    "sys_platform": "win32",
}
BLOCK = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")


def lock() -> None:
    """Fetch the wheels that fit, by the sums that are pinned for all systems, and write down theirs."""
    text = (ROOT / "requirements" / "freeze.txt").read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"\n(?=\S)", text.strip()) if _wanted(block)]
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "windows.txt"
        asked.write_text("\n".join(re.sub(r" ; .+? \\", r" \\", block, count=1) for block in blocks) + "\n")
        wheels = cache() / "wheels"
        pip_download(wheels, "--require-hashes", "--requirement", str(asked))
    lines = []
    for block in blocks:
        match = BLOCK.match(block.splitlines()[0])
        assert match
        found = _sum(wheels, match["name"], match["version"], block)
        lines.append(f"{match['name']}=={match['version']} \\\n    --hash=sha256:{found}\n")
    REQUIREMENTS.write_text("".join(lines), encoding="utf-8")


def _wanted(block: str) -> bool:
    match = BLOCK.match(block.splitlines()[0])
    if match is None:
        raise Refused(f"This line of freeze.txt is no pin: {block.splitlines()[0]}")
    return match["marker"] is None or Marker(match["marker"]).evaluate({**WINDOWS, "extra": ""})


def _sum(folder: Path, name: str, version: str, block: str) -> str:
    """The sum of the wheel in the cache that is this version's and among those pinned."""
    for path in sorted(folder.glob("*.whl")):
        found, number, _build, _tags = parse_wheel_filename(path.name)
        if found == canonicalize_name(name) and str(number) == version and (made := sha256(path)) in block:
            return made
    raise Refused(f"No wheel of {name} {version} was fetched.")


if __name__ == "__main__":
    try:
        lock()
    except Refused as error:
        sys.exit(str(error))
