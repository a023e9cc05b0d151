"""How much memory an import takes, each in a process of its own."""

from __future__ import annotations

import base64
import multiprocessing
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.interchange import Format, Source, import_items
from delve_desktop.services.session import create_vault

resource = pytest.importorskip("resource")  # Windows has none, and no other measure of the same

MOST = 256  # MiB of the whole process
SPACE = SpaceId(b"s" * 16)
_UNIT = 2**20 if sys.platform == "darwin" else 2**10  # of ru_maxrss in one MiB


def pictures(mebibytes: int) -> Iterator[bytes]:
    """Contacts whose picture is as big as one may be."""
    for number in range(mebibytes):
        picture = base64.b64encode(os.urandom(1024 * 1024 - 1000))
        yield b"BEGIN:VCARD\nVERSION:4.0\nFN:%d\nPHOTO:data:image/jpeg;base64," % number
        yield picture + b"\nEND:VCARD\n"


def many_properties(mebibytes: int) -> Iterator[bytes]:
    """Contacts of as many properties as a card may have, each of next to nothing."""
    lines = "".join(f"X-{number}:\n" for number in range(990))
    for number in range(mebibytes * 2**20 // len(lines)):
        yield f"BEGIN:VCARD\nVERSION:3.0\nUID:{number}\n{lines}END:VCARD\n".encode()


def many_lines(mebibytes: int) -> Iterator[bytes]:
    """A card of lines that hold nothing; it is refused."""
    yield b"BEGIN:VCARD\nVERSION:3.0\n" + b"\n" * mebibytes * 2**20 + b"END:VCARD\n"


def long_values(mebibytes: int) -> Iterator[bytes]:
    """Cards of one value that is all separators."""
    for number in range(mebibytes):
        value = ";,\\," * 250_000
        yield f"BEGIN:VCARD\nVERSION:3.0\nUID:{number}\nFN:x\nX-A:{value}\nEND:VCARD\n".encode()


def many_values(mebibytes: int) -> Iterator[bytes]:
    """A Markdown file whose block of YAML is a list of nothing; it is refused."""
    yield b"---\na: [" + b"1," * (mebibytes * 2**19) + b"]\n---\n"


def big_lines(mebibytes: int) -> Iterator[bytes]:
    """JSON lines as long as they may be."""
    for number in range(mebibytes):
        parts = ",".join(f'"f{part}":"{"x" * 30_000}"' for part in range(34))
        yield f'{{"kind":"visit","origin":"{number}",{parts}}}\n'.encode()


MAKERS = {
    "pictures": (pictures, "vcard"),
    "many_properties": (many_properties, "vcard"),
    "many_lines": (many_lines, "vcard"),
    "long_values": (long_values, "vcard"),
    "many_values": (many_values, "markdown"),
    "big_lines": (big_lines, "jsonl"),
}


def peak() -> float:
    """The most memory this process has held so far, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # `ru_maxrss` would begin with what the process that started this one held
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 2**10
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / _UNIT


def run(folder: Path, file: Path, form: Format) -> tuple[int, str, float]:
    """Import a file into a new vault: records, what was said if it was refused, and the peak."""
    session = create_vault(folder, "maji tembo kijani jua kisima moto", "Zawadi", params=FLOOR)
    with session.vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    try:
        result = import_items(session, SPACE, [Source("file", lambda: file.open("rb"), form)])
    except InvalidContent as error:
        return 0, str(error), peak()
    finally:
        session.close()
    return result.added, "", peak()


@pytest.mark.slow
@pytest.mark.processes
@pytest.mark.parametrize(
    "name, mebibytes, records, said",
    [
        ("pictures", 32, 32, ""),
        ("many_properties", 1, 153, ""),
        ("many_lines", 2, 0, "file line 1: this card has more than"),
        ("long_values", 8, 8, ""),
        ("many_values", 6, 0, "file line 2: this holds too much"),
        ("big_lines", 40, 40, ""),
    ],
)
def test_inv25_an_import_stays_below_its_bound(tmp_path, name, mebibytes, records, said):
    maker, form = MAKERS[name]
    file = tmp_path / "file"
    with file.open("wb") as opened:
        opened.writelines(maker(mebibytes))
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        added, sentence, most = pool.apply(run, (tmp_path / "vault", file, form))
    assert (added, sentence[: len(said)]) == (records, said)
    assert most < MOST
