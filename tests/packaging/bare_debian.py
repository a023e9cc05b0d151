"""A Debian with nothing on it, in a folder: what the installers for Linux meet on somebody's computer."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / "build" / "bare-debian.tar"
SUITE = "bookworm"
USER = "zawadi"
STICK = "/media/stick"  # where nothing can be executed


class BareDebian:
    """The folder, made a root of its own. Needs root, debootstrap and a mirror, as apt has them here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, command: str, *, user: str = "root", code: int | None = 0, **environment: str) -> str:
        """Carry out a line of shell; gives what it printed. Fails when it ends otherwise than expected."""
        settings = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", **environment}
        home = "/root" if user == "root" else f"/home/{user}"
        words = [f"{name}={value}" for name, value in {"HOME": home, **settings}.items()]
        who = [] if user == "root" else ["--userspec", f"{user}:{user}"]
        done = subprocess.run(
            [
                "chroot",
                *who,
                str(self.folder),
                "/usr/bin/env",
                "-i",
                *words,
                "/bin/sh",
                "-c",
                f"cd {home}; {command}",
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=900,
        )
        told = done.stdout + done.stderr
        assert code is None or done.returncode == code, f"{command}: {done.returncode}\n{told}"
        return told

    def start(self, command: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start a program of the user, which goes on."""
        words = [
            f"{name}={value}"
            for name, value in {"HOME": f"/home/{USER}", "PATH": "/usr/bin:/bin", **environment}.items()
        ]
        who = ["--userspec", f"{USER}:{USER}"]
        return subprocess.Popen(
            ["chroot", *who, str(self.folder), "/usr/bin/env", "-i", *words, *command.split()]
        )

    def path(self, inside: str) -> Path:
        """A path of the Debian, as it is reached from here."""
        return self.folder / inside.lstrip("/")

    def files(self, user: str = USER) -> set[str]:
        """All files of a person, by name."""
        home = self.path(f"/home/{user}")
        return {path.relative_to(home).as_posix() for path in home.rglob("*") if not path.is_dir()}

    def folders(self, user: str = USER) -> set[str]:
        """All folders of a person, by name."""
        home = self.path(f"/home/{user}")
        return {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_dir()}


@contextlib.contextmanager
def bare_debian(folder: Path) -> Iterator[BareDebian]:
    """Made by debootstrap once, and unpacked anew for each use."""
    if not CACHE.is_file():
        _make(folder.with_name("debootstrap"))
    folder.mkdir(parents=True)
    subprocess.run(["tar", "-xpf", str(CACHE), "-C", str(folder)], check=True)
    made = BareDebian(folder)
    # its devices are debootstrap's own: those of this machine are never where a test may remove a folder
    mounts = (("proc", "proc", "-t proc"), ("tmpfs", STICK[1:], "-t tmpfs -o noexec"))
    mounted: list[Path] = []
    try:
        for source, place, options in mounts:
            target = folder / place
            target.mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", *options.split(), source, str(target)], check=True)
            mounted.append(target)
        made.run(f"useradd --create-home {USER}")
        yield made
    finally:
        for target in reversed(mounted):
            _unmount(target)
        if not any(os.path.ismount(target) for target in mounted):
            shutil.rmtree(folder, ignore_errors=True)


def _make(scratch: Path) -> None:
    CACHE.parent.mkdir(exist_ok=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", SUITE, str(scratch)], check=True, stdout=subprocess.DEVNULL
    )
    new = CACHE.with_suffix(".new")
    subprocess.run(["tar", "-cpf", str(new), "-C", str(scratch), "."], check=True)
    new.replace(CACHE)
    shutil.rmtree(scratch)


def _unmount(target: Path) -> None:
    for _ in range(20):
        if subprocess.run(["umount", str(target)], check=False, capture_output=True).returncode == 0:
            return
        time.sleep(0.5)
    subprocess.run(["umount", "--lazy", str(target)], check=True)
