"""The files for whoever runs a hub, read as the programs read them that they are for."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "packaging" / "server"


def text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def unit(name: str) -> dict[str, list[str]]:
    """Every setting of a unit with all its values."""
    found: dict[str, list[str]] = {}
    for line in text(name).splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


def exec_start(name: str) -> list[str]:
    """The command line of a unit."""
    (line,) = unit(name)["ExecStart"]
    return shlex.split(line)


def nginx(directive: str) -> str:
    """The value of a directive that stands once."""
    (value,) = re.findall(rf"^\s*{directive} ([^;]+);", text("nginx.conf"), re.MULTILINE)
    return value


def caddy(directive: str) -> str:
    """The same in the Caddyfile."""
    (value,) = re.findall(rf"^\s*{directive} (\S+)$", text("Caddyfile"), re.MULTILINE)
    return value


def container(instruction: str) -> list[str]:
    """What stands after an instruction of the container file, each time it is there."""
    joined = re.sub(r"\\\n\s*", " ", text("Containerfile"))
    return re.findall(rf"^{instruction} (.+)$", joined, re.MULTILINE)


def size(written: str) -> int:
    """Bytes of `9m` (nginx, binary) or `9MB` (Caddy, decimal)."""
    ((number, measure),) = re.findall(r"^(\d+)(m|MB)$", written)
    return int(number) * {"m": 1024 * 1024, "MB": 1_000_000}[measure]


def seconds(written: str) -> float:
    return float(written.removesuffix("s"))
