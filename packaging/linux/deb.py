"""The Debian package: the same program for everybody who uses a computer, put there by its administrator."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import elf
from share import SIZES

ROOT: Final = Path(__file__).resolve().parents[2]
CONTROL: Final = """\
Package: delve
Version: {version}
Architecture: amd64
Maintainer: Delve Desktop <delve-desktop@users.noreply.github.com>
Installed-Size: {kib}
Depends: {depends}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Suggests: libcups2
Section: misc
Priority: optional
Description: notes, contacts and practices for associations of miners
 Delve keeps notes, contacts and practices in an encrypted vault on this computer,
 works without a network, and brings the laptops of a group together whenever a
 link turns up.
"""


def make(program: Path, dist: Path, version: str, epoch: int, *, fast: bool = False) -> Path:
    """`delve_<version>_amd64.deb` of a frozen program; returns the file."""
    target = dist / f"delve_{version}_amd64.deb"
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "delve"
        _lay_out(program, tree)
        _control(tree, version, program)
        _same_time(tree, epoch)
        level = "-z1" if fast else "-z6"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", level, "--build", str(tree), str(target)],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
        )
    return target


def debian_version(version: str) -> str:
    """As Debian orders it: `1.0.0rc1` comes before `1.0.0`."""
    return re.sub(r"(a|b|rc|\.dev)(\d+)", r"~\1\2", version)


def _lay_out(program: Path, tree: Path) -> None:
    place = tree / "usr/lib/delve"
    shutil.copytree(program, place, symlinks=True, ignore=_for_the_desktop(program))
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/delve").symlink_to("../lib/delve/delve")
    share = tree / "usr/share"
    for source, name in (
        ("delve.desktop", "applications/delve.desktop"),
        ("delve-mime.xml", "mime/packages/delve.xml"),
        ("delve.svg", "icons/hicolor/scalable/apps/delve.svg"),
        *((f"delve-{size}.png", f"icons/hicolor/{size}x{size}/apps/delve.png") for size in SIZES),
    ):
        (share / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(program / "share" / source, share / name)
    papers = share / "doc/delve"
    papers.mkdir(parents=True)
    (papers / "copyright").write_text(_copyright(program), encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))


def _for_the_desktop(program: Path) -> Callable[[str, list[str]], list[str]]:
    """What goes below /usr/share: the one folder beside the program, and none of that name within it."""
    return lambda folder, _names: ["share"] if Path(folder) == program else []


def _copyright(program: Path) -> str:
    """The program's own licence, and that of each component with its text."""
    held = program / "_internal/delve_desktop/_resources/licences/components.json"
    parts = [(ROOT / "LICENSE").read_text(encoding="utf-8")]
    for one in json.loads(held.read_text(encoding="utf-8")):
        head = f"{one['name']} {one['version']}".strip()
        parts.append(f"{'-' * 78}\n{head}: {one['licence']}\n\n{one['text']}")
    return "\n\n".join(["Delve Desktop is under the Apache License, Version 2.0.", *parts]) + "\n"


def _control(tree: Path, version: str, program: Path) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    kib = sum(-(-path.stat().st_size // 1024) for path in files)
    packages = sorted({elf.PACKAGES[name] for name in elf.needed(program)})
    depends = ", ".join([f"libc6 (>= {elf.oldest_glibc(program)})", *packages])
    sums = [f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files]
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        CONTROL.format(version=debian_version(version), kib=kib, depends=depends), encoding="utf-8"
    )
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes()).hexdigest()  # noqa: S324 - it is what dpkg compares


def _same_time(tree: Path, epoch: int) -> None:
    """One time and usual rights for everything."""
    for path in (tree, *tree.rglob("*")):
        os.utime(path, (epoch, epoch), follow_symlinks=False)
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
