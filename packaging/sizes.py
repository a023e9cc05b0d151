"""Prints how big what lies in dist/ is, beside what it may be: `python packaging/sizes.py [--since SECONDS]`.

The exit code is 1 when something is over.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

DIST: Final = Path(__file__).resolve().parents[1] / "dist"
LIMITS: Final = (
    # what, at most so many MB (millions of bytes), for old laptops and small sticks
    ("linux/Delve", 170),
    ("Delve-*-linux-x86_64.run", 52),
    ("delve_*_amd64.deb", 55),
    ("windows/Delve", 110),
    ("Delve-*-setup.exe", 34),
    ("delve_desktop-*.whl", None),
    ("kit", None),
    ("kit.img", None),
)


def main() -> int:
    """Print a line for each that is there."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--since", type=int, metavar="SECONDS", help="when the build began, since 1970")
    asked = parser.parse_args()
    over = False
    for pattern, most in LIMITS:
        for path in sorted(DIST.glob(pattern)):
            megabytes = size_of(path) / 1e6
            limit = "" if most is None else f"of {most} MB: {'over' if megabytes > most else 'ok'}"
            over = over or limit.endswith("over")
            print(f"{path.relative_to(DIST).as_posix():45} {megabytes:8.1f} MB {limit}".rstrip())
    if asked.since:
        minutes, seconds = divmod(int(time.time()) - asked.since, 60)
        print(f"Built in {minutes} minutes and {seconds} seconds.")
    return int(over)


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files of a folder; a link counts as itself."""
    if path.is_file():
        return path.stat().st_size
    return sum(each.lstat().st_size for each in path.rglob("*") if each.is_symlink() or each.is_file())


if __name__ == "__main__":
    sys.exit(main())
