"""Fetches what the Windows build is made of, by name through pip and apt, and holds it against its sums.

What is in the cache and has the right sum is not fetched again, so a second build needs no network.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from places import REQUIREMENTS, Refused, cache, pins, sha256

# of the wheels that are wanted: those for a 64-bit Windows and CPython 3.13, and those for any system
TAGS: Final = (
    *("--only-binary=:all:", "--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.13"),
    *("--abi", "cp313", "--abi", "abi3", "--abi", "none"),
)
_PIN: Final = re.compile(
    r"^([a-z0-9._-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.MULTILINE
)


def wheels(requirements: Path = REQUIREMENTS) -> list[Path]:
    """The wheels of these requirements, one each, in the order in which the file names them."""
    folder = cache() / "wheels"
    wanted = pinned(requirements.read_text(encoding="utf-8"))
    known = _by_sum(folder)
    if not all(known.keys() & sums for _name, _version, sums in wanted):
        pip_download(folder, "--require-hashes", "--requirement", str(requirements))
        known = _by_sum(folder)
    found = []
    for name, version, sums in wanted:
        match = known.keys() & sums
        if not match:
            raise Refused(
                f"No wheel of {name} {version} for Windows has the sum that {requirements.name} asks for."
            )
        found.append(known[match.pop()])
    return found


def pinned(text: str) -> list[tuple[str, str, set[str]]]:
    """(name, version, sums) of each requirement."""
    found = [
        (name, version, set(re.findall(r"sha256:([0-9a-f]{64})", sums)))
        for name, version, sums in _PIN.findall(text)
    ]
    if not found:
        raise Refused("The requirements for Windows hold nothing.")
    return found


def interpreter_wheel() -> Path:
    """The wheel that holds the compiled parts of CPython."""
    pin = pins()["wheel"]
    folder = cache() / "interpreter"
    if pin["sha256"] not in _by_sum(folder):
        pip_download(folder, f"{pin['name']}=={pin['version']}")
    found = _by_sum(folder).get(pin["sha256"])
    if found is None:
        raise Refused(
            f"The wheel of {pin['name']} {pin['version']} is not the one in pins.toml: its sum differs."
        )
    return found


def library_packages() -> list[Path]:
    """The Debian packages with the Python part of the standard library.

    Where the release has moved on to a security update, that one is taken, and said: apt has checked who
    signed it, as it does for the compiler and for wine.
    """
    folder = cache() / "debian"
    known = _by_sum(folder)
    wanted: dict[str, dict[str, str]] = pins()["debian"]["packages"]
    missing = [name for name, pin in wanted.items() if pin["sha256"] not in known]
    fetched = _apt_download(folder, missing) if missing else {}
    found = []
    for name, pin in wanted.items():
        path = known.get(pin["sha256"]) or fetched[name]
        if sha256(path) != pin["sha256"]:
            if f"_{pin['version']}_" in path.name.replace("%3a", ":"):
                raise Refused(f"The package {path.name} is not the one in pins.toml: its sum differs.")
            print(
                f"Debian updated {name}: taking {path.name}, not {pin['version']}. Try it, then pin it.",
                file=sys.stderr,
            )
        found.append(path)
    return found


def _by_sum(folder: Path) -> dict[str, Path]:
    return {sha256(path): path for path in sorted(folder.glob("*")) if path.is_file()}


def pip_download(folder: Path, *what: str) -> None:
    """Fetch wheels for Windows into a folder, without what they depend on."""
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run(
        [*pip, *TAGS, "--dest", str(folder), *what], check=False, stderr=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise Refused(f"pip could not fetch {what[-1]}: {done.stderr.strip().splitlines()[-1]}")


def _apt_download(folder: Path, names: list[str]) -> dict[str, Path]:
    """Fetch packages of another release of Debian, from where this system gets its own, beside its lists."""
    folder.mkdir(parents=True, exist_ok=True)
    lists = cache() / "apt"
    (lists / "lists" / "partial").mkdir(parents=True, exist_ok=True)
    (lists / "archives" / "partial").mkdir(parents=True, exist_ok=True)
    sources = lists / "sources.list"
    release = pins()["debian"]["release"]
    sources.write_text(
        f"deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] {_mirror()} {release} main\n"
    )
    options = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": lists / "lists",
        "Dir::Cache": lists,
        "APT::Sandbox::User": "root",
    }
    apt = [
        "apt-get",
        "--quiet=2",
        *(part for key, value in options.items() for part in ("-o", f"{key}={value}")),
    ]
    found = {}
    for command in (["update"], ["download", *names]):
        done = subprocess.run([*apt, *command], cwd=folder, check=False, capture_output=True, text=True)
        if done.returncode:
            said = (done.stderr.strip() or "no reason given").splitlines()[-1]
            raise Refused(f"apt could not fetch {', '.join(names)}: {said}")
    for name in names:
        found[name] = max(folder.glob(f"{name}_*.deb"), key=lambda path: path.stat().st_mtime)
    shutil.rmtree(lists, ignore_errors=True)
    return found


def _mirror() -> str:
    """The archive that this system takes its packages from."""
    for file in (*sorted(Path("/etc/apt/sources.list.d").glob("debian.*")), Path("/etc/apt/sources.list")):
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        found = re.search(r"^(?:URIs:\s*|deb\s+(?:\[[^\]]*\]\s+)?)(\S+/debian/?)(?:\s|$)", text, re.MULTILINE)
        if found:
            return found[1]
    raise Refused("No Debian archive is set up on this system; the Windows build is made on Debian.")
