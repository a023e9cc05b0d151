"""Whose work is in a frozen program, and under which licence: the notices that go into it.

`packaging/freeze/delve.spec` calls `components_of` with every file that it is about to ship. Each is traced
to the package it came from: a wheel, by what its installer noted; a system library, by Debian's records; or
Python. The texts are those that came with the package. What cannot be traced, or is under a licence that is
not known to be permitted (GPL and AGPL are not), ends the build with one sentence.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from licences_of_debian import DEBIAN

ROOT: Final = Path(__file__).resolve().parents[1]
TEXTS: Final = ROOT / "packaging" / "licence_texts"
LANGUAGE: Final = f"Python {sys.version_info.major}.{sys.version_info.minor}"

PERMITTED: Final = frozenset(
    (
        *(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "FTL",
            "HPND",
            "ISC",
            "MIT",
            "MIT-0",
        ),
        *("HPND-sell-variant", "MIT-CMU", "MIT-open-group", "MPL-2.0", "OFL-1.1", "PSF-2.0", "TCL", "X11"),
        *("AFL-2.1", "Unicode-3.0", "Zlib", "blessing", "bzip2-1.0.6", "libpng-2.0"),
        "LicenseRef-public-domain",
        # linked to when the program starts, and replaceable
        *("LGPL-2.1-or-later", "LGPL-3.0-only"),
        # what their exceptions permit: to be part of a program under other terms
        "GPL-2.0-or-later WITH Bootloader-exception",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "LicenseRef-Microsoft-redistributable",
    )
)
"""SPDX names of the licences of what may be shipped."""

WHEELS: Final = {
    # where a wheel does not name its licence in SPDX's words, or leaves the choice to us
    "certifi": "MPL-2.0",
    "colorama": "BSD-3-Clause",
    "h11": "MIT",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "mnemonic": "MIT",
    "pefile": "MIT",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyinstaller-hooks-contrib": "Apache-2.0",  # its run-time hooks; what runs at build time is not shipped
    "pyside6-addons": "LGPL-3.0-only",
    "pyside6-essentials": "LGPL-3.0-only",
    "pywin32-ctypes": "BSD-3-Clause",
    "pyyaml": "MIT",
    "segno": "BSD-3-Clause",
    "shellingham": "ISC",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib",
    "zxcvbn": "MIT",
}
WITHIN: Final = {
    # what is compiled into a wheel's files and has terms of its own that the wheel does not give
    "sqlcipher3": (
        ("SQLCipher", "BSD-3-Clause", "SQLCipher.txt"),
        ("SQLite", "blessing", "SQLite.txt"),
        ("OpenSSL", "Apache-2.0", "Apache-2.0.txt"),
    ),
    "cryptography": (("OpenSSL", "Apache-2.0", "Apache-2.0.txt"),),
}
TEXTS_OF: Final = {
    "pyside6-addons": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "pyside6-essentials": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
}
BESIDE_PYTHON: Final = (
    # libraries that come with Python for Windows, by how the names of their files begin
    ("libcrypto", "OpenSSL", "Apache-2.0", "Apache-2.0.txt"),
    ("libssl", "OpenSSL", "Apache-2.0", "Apache-2.0.txt"),
    ("libffi", "libffi", "MIT", "libffi.txt"),
    ("sqlite3", "SQLite", "blessing", "SQLite.txt"),
    (
        "vcruntime",
        "Microsoft Visual C++ Runtime",
        "LicenseRef-Microsoft-redistributable",
        "Microsoft-runtime.txt",
    ),
    (
        "msvcp140",
        "Microsoft Visual C++ Runtime",
        "LicenseRef-Microsoft-redistributable",
        "Microsoft-runtime.txt",
    ),
    (
        "ucrtbase",
        "Microsoft Visual C++ Runtime",
        "LicenseRef-Microsoft-redistributable",
        "Microsoft-runtime.txt",
    ),
    (
        "api-ms-win",
        "Microsoft Visual C++ Runtime",
        "LicenseRef-Microsoft-redistributable",
        "Microsoft-runtime.txt",
    ),
)
OURS: Final = (
    ("Noto Sans, Noto Serif", "OFL-1.1", "resources/ui/fonts/OFL.txt"),
    (
        "Unicode CLDR (names of countries, languages, currencies)",
        "Unicode-3.0",
        "resources/vocabularies/LICENSE.unicode",
    ),
)
"""What the project took in by itself."""


class Refused(Exception):
    """The program cannot be shipped so; the message is one plain sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Shipped:
    """One component. `purl` is its package URL, empty where it has none; `licence` as in SPDX."""

    name: str
    version: str
    licence: str
    text: str
    purl: str = ""


def components_of(sources: Iterable[str]) -> list[Shipped]:
    """Every component that one of these files comes from, by name; raises `Refused`."""
    wheels = _Wheels()
    names: set[str] = set()
    found: set[Shipped] = set()
    strays: set[str] = set()
    for source in sorted(set(sources)):
        path = os.path.normcase(os.path.realpath(source))
        if path.startswith(os.path.normcase(str(ROOT)) + os.sep) and not _is_environment(path):
            continue
        wheel = wheels.of(path)
        if wheel is not None:
            names.add(wheel)
        elif (beside := _beside_python(path)) is not None:
            found.add(beside)
        elif not _is_python(path):
            strays.add(path)
    names.add("pyinstaller")  # the program file itself begins with its loader
    for name in names:
        found.update(wheels.shipped(name))
    found.update(_of_debian(strays))
    found.add(_python())
    found.update(Shipped(name, "", licence, (ROOT / file).read_text("utf-8")) for name, licence, file in OURS)
    return sorted(_checked(one) for one in found)


def permitted(expression: str) -> bool:
    """Whether what is under this SPDX expression may be shipped: by one of its alternatives, wholly."""
    words = re.findall(r"[()]|[^\s()]+", expression)
    allowed = _alternatives(words)
    return allowed and not words


def _alternatives(words: list[str]) -> bool:
    """Takes `A OR B` from the front of `words`, each of which may be `C AND D`."""
    allowed = _conjunction(words)
    while words[:1] == ["OR"]:
        del words[0]
        allowed = _conjunction(words) or allowed  # in this order: the words are taken in any case
    return allowed


def _conjunction(words: list[str]) -> bool:
    allowed = _single(words)
    while words[:1] == ["AND"]:
        del words[0]
        allowed = _single(words) and allowed
    return allowed


def _single(words: list[str]) -> bool:
    if words[:1] == ["("]:
        del words[0]
        allowed = _alternatives(words)
        closed = words[:1] == [")"]
        del words[:1]
        return allowed and closed
    name: list[str] = []
    while words and words[0] not in ("(", ")", "AND", "OR"):
        name.append(words.pop(0))
    return " ".join(name) in PERMITTED


def _checked(one: Shipped) -> Shipped:
    if not permitted(one.licence):
        raise Refused(
            f"{one.name} {one.version} is under {one.licence or 'no known licence'}: it cannot be shipped."
        )
    if not one.text.strip():
        raise Refused(f"{one.name} {one.version} comes without the text of its licence.")
    return one


class _Wheels:
    """The packages that are installed beside this interpreter."""

    def __init__(self) -> None:
        self._by_name: dict[str, metadata.Distribution] = {}
        self._by_path: dict[str, str] = {}
        for distribution in metadata.distributions():
            name = re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower()
            self._by_name[name] = distribution
            base = os.path.realpath(str(distribution.locate_file("")))
            for file in distribution.files or ():
                self._by_path[os.path.normcase(os.path.normpath(os.path.join(base, file)))] = name  # noqa: PTH118 - a hundred times quicker than links followed one by one

    def of(self, path: str) -> str | None:
        return self._by_path.get(path)

    def shipped(self, name: str) -> Iterable[Shipped]:
        distribution = self._by_name[name]
        licence = (
            WHEELS.get(name)
            or distribution.metadata["License-Expression"]
            or distribution.metadata["License"]
        )
        text = "\n\n".join(self._texts(name, distribution))
        yield Shipped(
            distribution.metadata["Name"],
            distribution.version,
            licence or "",
            text,
            f"pkg:pypi/{name}@{distribution.version}",
        )
        for inner, terms, file in WITHIN.get(name, ()):
            yield Shipped(f"{inner} (in {name})", "", terms, (TEXTS / file).read_text("utf-8"))

    def _texts(self, name: str, distribution: metadata.Distribution) -> Iterable[str]:
        if name in TEXTS_OF:
            yield from ((TEXTS / file).read_text("utf-8") for file in TEXTS_OF[name])
            return
        for file in sorted(distribution.files or (), key=str):
            in_metadata = ".dist-info/" in file.as_posix() and "/sboms/" not in file.as_posix()
            if in_metadata and re.match(r"(?i)(licen[cs]e|copying|notice|authors)", file.name):
                yield Path(str(distribution.locate_file(file))).read_text(encoding="utf-8")


def _is_environment(path: str) -> bool:
    return path.startswith(os.path.normcase(os.path.realpath(sys.prefix)) + os.sep)


def _is_python(path: str) -> bool:
    bases = {sys.base_prefix, sys.prefix, sysconfig.get_path("stdlib")}
    inside = any(path.startswith(os.path.normcase(os.path.realpath(base)) + os.sep) for base in bases)
    return (inside and "site-packages" not in path and "dist-packages" not in path) or (
        Path(path).name.startswith("libpython3")
    )


def _beside_python(path: str) -> Shipped | None:
    if not path.lower().endswith(".dll"):
        return None
    base = Path(path).name.lower()
    for begins, name, licence, file in BESIDE_PYTHON:
        if base.startswith(begins):
            return Shipped(name, "", licence, (TEXTS / file).read_text("utf-8"))
    return None


def _python() -> Shipped:
    version = sys.version.split()[0]
    own = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    text = (own if own.is_file() else TEXTS / "Python.txt").read_text(encoding="utf-8")
    parts = (TEXTS / "Python-parts.txt").read_text(encoding="utf-8")
    return Shipped("Python", version, "PSF-2.0", f"{text}\n\n{parts}", f"pkg:generic/python@{version}")


def _of_debian(paths: Iterable[str]) -> Iterable[Shipped]:
    """The packages that system libraries belong to, with the copyright files that they came with."""
    for path in sorted(paths):
        name = _package_of(path)
        if name is None:
            raise Refused(f"{path} belongs to no package that is known here: it cannot be shipped.")
        if name not in DEBIAN:
            raise Refused(f"{name} ({path}) is not in packaging/licences_of_debian.py: read its terms first.")
        version = _told(["dpkg-query", "--show", "--showformat=${Version}", name])
        text = Path("/usr/share/doc", name, "copyright").read_text(encoding="utf-8")
        yield Shipped(name, version, DEBIAN[name], text, f"pkg:deb/debian/{name}@{version}?arch=amd64")


def _package_of(path: str) -> str | None:
    # a library may be recorded where it lay before /lib became a link to /usr/lib
    for recorded in (path, path.removeprefix("/usr"), f"/usr{path}"):
        told = _told(["dpkg-query", "--search", recorded], may_fail=True)
        if told:
            return told.splitlines()[0].partition(":")[0]
    return None


def _told(command: list[str], *, may_fail: bool = False) -> str:
    try:
        done = subprocess.run(command, check=not may_fail, capture_output=True, encoding="utf-8")
    except FileNotFoundError:
        return ""  # no Debian
    return done.stdout.strip() if done.returncode == 0 else ""
