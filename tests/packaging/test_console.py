"""How `delve-cli.exe` finds the modules inside `Delve.exe`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import console

PYTHON = 313
AT = 56  # bytes of the loader before the package


def package(*entries, tail=b""):
    """A program file with these (kind, name) in its table; the archive begins 16 bytes into the package."""
    data = b"\0" * 16 + b"PYZ\0" + b"m" * 20
    table = b""
    for kind, name in entries:
        size = console.ENTRY.size + len(name)
        table += console.ENTRY.pack(size, 16, 24, 24, 0, kind) + name
    length = len(data) + len(table) + console.COOKIE.size
    cookie = console.COOKIE.pack(console.MAGIC, length, len(data), len(table), PYTHON, b"python313.dll")
    return b"MZ" + b"\0" * (AT - 2) + data + table + cookie + tail


def written(folder: Path, data: bytes) -> str:
    path = folder / "Delve.exe"
    path.write_bytes(data)
    return str(path)


def test_the_modules_are_found_behind_what_else_is_in_the_package(tmp_path):
    program = written(tmp_path, package((b"o", b"pyi-contents\0"), (b"s", b"entry\0"), (b"z", b"PYZ.pyz\0")))
    assert console.offset_of_modules(program) == AT + 16


def test_they_are_found_in_a_signed_program(tmp_path):
    program = written(tmp_path, package((b"z", b"PYZ.pyz\0"), tail=os.urandom(20_000)))
    assert console.offset_of_modules(program) == AT + 16


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ" + b"\0" * 500,
        package((b"s", b"entry\0")),
        package((b"z", b"PYZ.pyz\0"), tail=b"\0" * console.SIGNATURE),
        package((b"z", b"PYZ.pyz\0"))[:-40],
    ],
    ids=["empty", "no package", "no modules", "too far from the end", "cut"],
)
def test_a_file_without_modules_is_refused(tmp_path, data):
    with pytest.raises(ValueError, match="holds no modules"):
        console.offset_of_modules(written(tmp_path, data))


def test_a_table_of_nonsense_ends(tmp_path):
    data = bytearray(package((b"s", b"entry\0"), (b"s", b"other\0")))
    at = data.index(console.ENTRY.pack(console.ENTRY.size + 6, 16, 24, 24, 0, b"s"))
    data[at : at + 4] = b"\0\0\0\0"  # an entry that says it has no size
    with pytest.raises(ValueError, match="holds no modules"):
        console.offset_of_modules(written(tmp_path, bytes(data)))
