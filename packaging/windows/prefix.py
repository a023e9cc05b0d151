"""A wine prefix for the build and its tests, and how programs run in it.

Three rules: the prefix belongs to this checkout alone; nothing of it reaches the product; and what ends it is
`wineserver -k` of this very prefix, never a signal to processes by name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Final

from interpreter import compile_c
from places import HERE, MADE, Refused, sha256

PREFIX: Final = MADE / "prefix"
SHIMS: Final = ("bcryptprimitives", "icuuc")  # what Windows 10 has, Qt and Rust import, and wine 8 lacks
GRACE: Final = 3  # seconds
START: Final = 240  # seconds that a prefix may take to be made


class Wine:
    """One prefix. `run` waits; `end` ends whatever still runs in it."""

    def __init__(self, folder: Path = PREFIX) -> None:
        self.folder = folder
        self.user = folder / "drive_c" / "users" / "delve"

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Of this process, without what would lead a Windows program to files of this system."""
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("PYTHON", "QT_", "DELVE_", "WINE"))
        }
        return {
            **kept,
            "WINEPREFIX": str(self.folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": f"{','.join(SHIMS)}=n;winemenubuilder.exe,mshtml,wbemprox=",
            "USER": "delve",
            "LC_ALL": "C.UTF-8",
            **(more or {}),
        }

    def run(
        self,
        arguments: Sequence[str | Path],
        *,
        more: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 600,
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program and wait for it. Its streams are pipes: a console it has none.

        What it starts may outlive it and hold these pipes, as the desktop does that wine gives the first
        window: what is said after its end is waited for no longer than `GRACE` seconds.
        """
        command = ["wine", *map(str, arguments)]
        process = subprocess.Popen(
            command,
            env=self.environment(more),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        said, readers = _read_on(process)
        try:
            code = process.wait(timeout)
        except BaseException:
            process.kill()
            process.wait()
            raise
        for reader in readers:
            reader.join(GRACE)
        told = [b"".join(pieces).decode("utf-8", errors="replace").replace("\r\n", "\n") for pieces in said]
        return subprocess.CompletedProcess(command, code, *told)

    def windows_path(self, path: Path) -> str:
        """The name that Windows programs know a file of this system by."""
        return "Z:" + str(path.absolute()).replace("/", "\\")

    def make(self) -> Wine:
        """Make the prefix if it is not there: Windows 10, 64 bits, the shims in its system folder."""
        stamp, wanted = self.folder / "delve.made", _inputs()
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            return self
        if self.folder.exists():
            self.end()
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        self._checked(["wineboot", "--init"])
        self._checked(["winecfg", "-v", "win10"])
        system = self.folder / "drive_c" / "windows" / "system32"
        for name in SHIMS:
            compile_c(system / f"{name}.dll", "-shared", str(HERE / "shims" / f"{name}.c"), "-ladvapi32")
        self.end()
        stamp.write_text(wanted, encoding="utf-8")
        return self

    def end(self) -> None:
        """End every program in this prefix, and wait until they have."""
        for order in ("-k", "-w"):
            subprocess.run(["wineserver", order], env=self.environment(), check=False, timeout=60)

    def _checked(self, command: Sequence[str]) -> None:
        done = self.run(command, timeout=START)
        if done.returncode:
            raise Refused(
                f"wine could not make its prefix ({' '.join(command)}): {done.stderr.strip()[-300:]}"
            )


def _inputs() -> str:
    return "".join(f"{sha256(HERE / 'shims' / f'{name}.c')} {name}\n" for name in SHIMS)


def _read_on(process: subprocess.Popen[bytes]) -> tuple[list[list[bytes]], list[threading.Thread]]:
    """What a process says on its two streams, as it comes, and who reads it."""

    def read(stream: IO[bytes], pieces: list[bytes]) -> None:
        with stream:
            while piece := os.read(stream.fileno(), 65_536):
                pieces.append(piece)

    said: list[list[bytes]] = [[], []]
    streams = [stream for stream in (process.stdout, process.stderr) if stream is not None]
    readers = [
        threading.Thread(target=read, args=each, daemon=True) for each in zip(streams, said, strict=True)
    ]
    for reader in readers:
        reader.start()
    return said, readers
