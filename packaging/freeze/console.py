"""What `delve-cli.exe` runs first, on Windows: it takes the program's modules out of `Delve.exe` beside it.

A windowed program has no console to answer in, so the subcommands have a program file of their own. It would
weigh as much as the other if it held the modules as well. This script is built into it alone, and puts the
archive inside Delve.exe in the place of its own, before anything is imported from there.

The layout is that of PyInstaller (`bootloader/src/pyi_archive.h`): at the end of the file, or before its
signature, stands a cookie with the sizes of the package and the place of its table of contents.
"""

# nothing else can be imported yet
import os
import struct
import sys

MAGIC = b"MEI\014\013\012\013\016"
COOKIE = struct.Struct("!8sIIII64s")  # magic, size of the package, table: offset and size, Python, library
ENTRY = struct.Struct("!IIIIBc")  # size of the entry, offset, size, unpacked size, compressed, kind
SIGNATURE = 1 << 17  # bytes at the end of the file in which the cookie is looked for
MODULES = b"z"  # the kind of the archive of modules


def offset_of_modules(program: str) -> int:
    """Where in a program file the archive of its modules begins; raises `ValueError` when there is none."""
    with open(program, "rb") as file:  # noqa: PTH123
        end = file.seek(0, os.SEEK_END)
        start = file.seek(max(0, end - SIGNATURE))
        tail = file.read()
        at = tail.rfind(MAGIC)
        if at < 0 or len(tail) < at + COOKIE.size:
            raise ValueError(f"{program} holds no modules.")
        _magic, size, offset, length, _python, _library = COOKIE.unpack_from(tail, at)
        begin = start + at + COOKIE.size - size
        file.seek(begin + offset)
        table = file.read(length)
    position = 0
    while position + ENTRY.size <= len(table):
        step, place, _size, _unpacked, _compressed, kind = ENTRY.unpack_from(table, position)
        if kind == MODULES:
            return int(begin + place)
        position += max(step, ENTRY.size)
    raise ValueError(f"{program} holds no modules.")


def take_modules(program: str) -> None:
    """Import from the archive in `program` from now on."""
    import pyimod01_archive as archives  # type: ignore[import-not-found]
    import pyimod02_importers as importers  # type: ignore[import-not-found]

    name = f"{program}?{offset_of_modules(program)}"
    importers.pyz_archive = archives.ZlibArchiveReader(name, check_pymagic=True)
    importers._pyz_tree = None  # noqa: SLF001 - no other way is offered
    sys.path_importer_cache.clear()  # finders keep the archive that they were made with


if "pyimod02_importers" in sys.modules:  # in a frozen program, and not in a test
    take_modules(os.path.join(os.path.dirname(sys.executable), "Delve.exe"))  # noqa: PTH118, PTH120
