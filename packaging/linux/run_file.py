"""The installer for one person: a shell script, behind it the unpacking tool, and behind that the program."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Final

import elf
from archive import packed
from installer_words import as_shell

HERE: Final = Path(__file__).resolve().parent
BLOCK: Final = 4096  # the script is padded to a multiple of this


def make(program: Path, dist: Path, version: str, epoch: int, *, fast: bool = False) -> Path:
    """`Delve-<version>-linux-x86_64.run` of a frozen program; returns the file."""
    target = dist / f"Delve-{version}-linux-x86_64.run"
    with tempfile.TemporaryDirectory() as scratch:
        payload = Path(scratch) / "payload.tar.xz"
        packed(program, payload, epoch, fast=fast)
        tool = unpacking_tool(epoch)
        sha256 = hashlib.sha256(tool)
        with payload.open("rb") as opened:
            while piece := opened.read(1 << 20):
                sha256.update(piece)
        head = script(program, version, len(tool), sha256.hexdigest())
        with target.open("wb") as file, payload.open("rb") as opened:
            file.write(head + tool)
            shutil.copyfileobj(opened, file)
    target.chmod(0o755)
    return target


def script(program: Path, version: str, tool_size: int, sha256: str) -> bytes:
    """The shell script, filled in and padded; its own size stands in it."""
    kib = sum(path.lstat().st_size + 4095 for path in program.rglob("*")) // 1024
    values = {
        "VERSION": version,
        "SCHEMA": str(schema()),
        "GLIBC": elf.oldest_glibc(program),
        "NEEDS_KIB": str(kib),
        "TOOL_SIZE": str(tool_size),
        "SHA256": sha256,
        "LIBRARIES": " ".join(f"{name}:{elf.PACKAGES[name]}" for name in elf.needed(program)),
        "MESSAGES": as_shell(),
    }
    text = (HERE / "stub.sh").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    least = len(text.encode()) + 16
    size = -(-least // BLOCK) * BLOCK
    body = text.replace("@HEAD_SIZE@", str(size)).encode()
    if left := re.search(rb"@[A-Z_]+@", body):
        raise ValueError(f"The installer has {left[0].decode()} unfilled.")
    return body + b"#" * (size - len(body) - 1) + b"\n"


def schema() -> int:
    """The number of the newest form of a vault's database."""
    from delve_desktop.store.migrations import CURRENT

    return CURRENT


def unpacking_tool(epoch: int) -> bytes:
    """The building system's xz with its library, for a system that has none: a small archive, by gzip."""
    xz = Path(shutil.which("xz") or "/usr/bin/xz").resolve()
    told = subprocess.run(["ldd", str(xz)], check=True, capture_output=True, text=True).stdout
    library = re.search(r"liblzma\.so\.5 => (\S+)", told)
    if library is None:
        raise ValueError("xz is not linked to liblzma here.")
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, source in (("xz", xz), ("liblzma.so.5", Path(library[1]).resolve())):
            entry = tarfile.TarInfo(name)
            data = source.read_bytes()
            entry.size, entry.mode, entry.mtime = len(data), 0o755, epoch
            archive.addfile(entry, io.BytesIO(data))
    return gzip.compress(held.getvalue(), mtime=0)
