"""Puts the licence notices and the bill of materials into a program that is being frozen."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import sbom
from delve_desktop import __version__
from delve_desktop.services.licences import NAME
from licences import ROOT, Refused, Shipped, components_of

PLACE: Final = "delve_desktop/_resources"
BILL: Final = "licences/sbom.cdx.json"  # below the resources, as `NAME` is
_MACHINES: Final = {"amd64": "x86_64", "aarch64": "arm64"}


def written(work: Path, sources: Iterable[str]) -> list[tuple[str, str, str]]:
    """Write both for the program that consists of these files; returns PyInstaller's entries for them.

    Ends the build with one sentence where something cannot be shipped.
    """
    try:
        components = components_of(source for source in sources if _is_of_others(source, work))
        sbom.check_pins(components, ROOT / "requirements" / "freeze.txt")
    except Refused as refusal:
        raise SystemExit(str(refusal)) from refusal
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    bill = sbom.encoded(sbom.document(__version__, components, epoch=epoch, system=system()))
    return [_write(work, NAME, _notices(components)), _write(work, BILL, bill)]


def _is_of_others(source: str, work: Path) -> bool:
    """Neither the name of what is built in, nor a file that the build itself made of Python's own."""
    path = Path(source)
    return path.is_absolute() and not path.resolve().is_relative_to(work.resolve())


def system() -> str:
    """Which system the program is for, as in the names of its installers."""
    kind = {"linux": "linux", "win32": "windows", "darwin": "macos"}[sys.platform]
    machine = platform.machine().lower()
    return f"{kind}-{_MACHINES.get(machine, machine)}"


def _notices(components: Iterable[Shipped]) -> bytes:
    listed = [
        {"name": one.name, "version": one.version, "licence": one.licence, "text": one.text}
        for one in components
    ]
    return json.dumps(listed, indent=1, ensure_ascii=False).encode("utf-8") + b"\n"


def _write(work: Path, name: str, data: bytes) -> tuple[str, str, str]:
    file = work / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return (f"{PLACE}/{name}", str(file), "DATA")
