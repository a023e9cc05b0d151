"""Freezes the program with the Windows CPython, under wine, into `dist/windows/Delve`, and looks it over."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Final

import interpreter
from places import MADE, OUT, PROGRAM, ROOT, Refused
from prefix import SHIMS, Wine

SPEC: Final = ROOT / "packaging" / "freeze" / "delve.spec"
LARGEST: Final = 110_000_000  # bytes of the folder, with sound
LIMIT: Final = 1500  # seconds; on a quiet machine it takes a tenth of that
_AMD64: Final = 0x8664


def freeze(wine: Wine) -> Path:
    """Run PyInstaller on the one spec file; a folder of before is replaced only by a whole one."""
    python = interpreter.assemble()
    made, work = MADE / "frozen", MADE / "freeze-work"
    shutil.rmtree(made, ignore_errors=True)
    done = wine.run(
        [
            *(python / "python.exe", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *(
                "--distpath",
                wine.windows_path(made),
                "--workpath",
                wine.windows_path(work),
                wine.windows_path(SPEC),
            ),
        ],
        more={
            "SOURCE_DATE_EPOCH": commit_time(),
            "PYTHONHASHSEED": "1",
            "PYTHONNODEBUGRANGES": "1",  # columns of errors, a fifth of every module, which no report names
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "offscreen",
        },
        cwd=ROOT,
        timeout=LIMIT,
    )
    folder = made / PROGRAM.name
    if done.returncode or not folder.is_dir():
        raise Refused(f"PyInstaller failed under wine:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    check(folder)
    shutil.rmtree(PROGRAM, ignore_errors=True)
    OUT.mkdir(parents=True, exist_ok=True)
    folder.rename(PROGRAM)
    return PROGRAM


def commit_time() -> str:
    """Seconds since 1970 of the last commit: the date that everything built bears."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return told.stdout.strip()


def check(folder: Path) -> None:
    """Refuse a program's folder that holds what it must not, or that is not there."""
    if not (folder / "Delve.exe").is_file():
        raise Refused(f"There is no program in {folder}.")
    if found := problems(folder):
        raise Refused(" ".join(found))


def problems(folder: Path) -> list[str]:
    """What must not be in the program's folder, as sentences."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found.append(f"{name} is a link, which Windows would not unpack.")
        if path.stem.lower() in SHIMS:
            found.append(f"{name} is a stand-in for wine and must not be shipped.")
        if path.suffix.lower() in (".dll", ".exe", ".pyd"):
            data = path.read_bytes()
            if b"Wine builtin DLL" in data[:4096] or b"Wine placeholder DLL" in data[:4096]:
                found.append(f"{name} comes from wine.")
            if machine(data) != _AMD64:
                found.append(f"{name} is not made for 64-bit Windows.")
    if size(folder) > LARGEST:
        found.append(
            f"The folder has {size(folder) / 1e6:.1f} MB, and at most {LARGEST / 1e6:.0f} are meant."
        )
    return found


def machine(data: bytes) -> int:
    """Which processor a PE file is for: it stands behind the mark that 0x3c leads to. Else 0."""
    if len(data) < 0x40 or data[:2] != b"MZ":
        return 0
    start = struct.unpack_from("<I", data, 0x3C)[0]
    if data[start : start + 4] != b"PE\0\0":
        return 0
    return int(struct.unpack_from("<H", data, start + 4)[0])


def size(folder: Path) -> int:
    """The bytes of all files in it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
