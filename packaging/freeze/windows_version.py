"""What Windows shows of the program file: its name, its version and its licence."""

from __future__ import annotations

import re
from typing import Any


def version_info(version: str) -> Any:
    """PyInstaller's structure, for a version such as `1.4.0` or `1.4.0rc1`."""
    from PyInstaller.utils.win32 import versioninfo as parts  # type: ignore[import-untyped]

    numbers = numbers_of(version)
    strings = {
        "CompanyName": "Delve Desktop",
        "FileDescription": "Delve",
        "FileVersion": version,
        "InternalName": "Delve",
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": "Delve.exe",
        "ProductName": "Delve Desktop",
        "ProductVersion": version,
    }
    table = parts.StringTable("040904B0", [parts.StringStruct(*each) for each in strings.items()])
    return parts.VSVersionInfo(
        ffi=parts.FixedFileInfo(
            filevers=numbers,
            prodvers=numbers,
            mask=0x3F,
            flags=0,
            OS=0x40004,
            fileType=1,
            subtype=0,
            date=(0, 0),
        ),
        kids=[
            parts.StringFileInfo([table]),
            parts.VarFileInfo([parts.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )


def numbers_of(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares: those of the release, and 0."""
    found = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    if found is None:
        raise ValueError(f"{version} is no version of three numbers.")
    return (int(found[1]), int(found[2]), int(found[3]), 0)
