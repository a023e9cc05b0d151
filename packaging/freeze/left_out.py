"""What of the things that PyInstaller collects is not shipped, on any system.

PyInstaller takes in every plug-in of Qt, what those are linked to, and modules that are imported behind a
condition that is never true here. `wanted` judges a file by its name in the program's folder; `reached` then
drops the libraries that nothing needs any more. What is left must start: `delve --self-test` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final

Entry = tuple[str, str, str]
"""Of PyInstaller's tables: the name in the program's folder, the source or what a link leads to, the kind."""

MODULES: Final = (
    *("tkinter", "unittest", "pydoc", "doctest", "lib2to3", "ensurepip", "distutils", "test", "readline"),
    *("setuptools", "pkg_resources", "pip", "_distutils_hack"),
    *("psycopg", "psycopg_pool", "pysqlite2", "MySQLdb", "oracledb", "pymssql", "asyncpg", "aiosqlite"),
    # the command line prints plain text
    *("rich", "pygments"),
    # pictures are read as JPEG, PNG, WebP, GIF and BMP, and nothing is drawn with letters
    *(
        "PIL._avif",
        "PIL.AvifImagePlugin",
        "PIL._imagingft",
        "PIL._imagingtk",
        "PIL._imagingcms",
        "PIL.ImageTk",
    ),
    *("PIL.ImageQt", "PIL._imagingmath"),
    *(
        f"PIL.{name}"
        for name in (
            *("BlpImagePlugin", "BufrStubImagePlugin", "CurImagePlugin", "DcxImagePlugin", "DdsImagePlugin"),
            *("EpsImagePlugin", "FitsImagePlugin", "FliImagePlugin", "FpxImagePlugin", "FtexImagePlugin"),
            *(
                "GbrImagePlugin",
                "GribStubImagePlugin",
                "Hdf5StubImagePlugin",
                "IcnsImagePlugin",
                "ImImagePlugin",
            ),
            *(
                "ImtImagePlugin",
                "IptcImagePlugin",
                "Jpeg2KImagePlugin",
                "McIdasImagePlugin",
                "MicImagePlugin",
            ),
            *("MpegImagePlugin", "MspImagePlugin", "PalmImagePlugin", "PcdImagePlugin", "PcxImagePlugin"),
            *("PdfImagePlugin", "PdfParser", "PixarImagePlugin", "PsdImagePlugin", "QoiImagePlugin"),
            *("SgiImagePlugin", "SpiderImagePlugin", "SunImagePlugin", "TgaImagePlugin", "WalImageFile"),
            *("WmfImagePlugin", "XVThumbImagePlugin", "XbmImagePlugin", "XpmImagePlugin"),
        )
    ),
    # stand-ins for modules that every system here has compiled
    *("_pydecimal", "_pydatetime"),
    # Python's own SQLite: see one_sqlite.py
    *("sqlite3", "_sqlite3"),
    # reading XML: what is imported writes a little of it, and PIL would read what a picture says in it
    *("xml.etree", "xml.parsers", "xml.dom", "xml.sax.expatreader", "pyexpat", "_elementtree", "xmlrpc"),
    # packed forms that nothing here reads; who could, imports them behind a condition
    *("bz2", "_bz2", "lzma", "_lzma"),
    # YAML is read and written by the half in Python alone (`interchange/front_matter.py`)
    *("yaml.cyaml", "yaml._yaml", "_yaml"),
    # the older pydantic within the newer one: FastAPI asks for it only to say that it takes no model of it
    # and its part for a type checker
    *("pydantic.v1", "pydantic.mypy"),
    # one thread of one hub, on loopback, in the self-test
    *("uvloop", "httptools", "websockets", "wsproto", "watchfiles", "dotenv"),
    *("sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql"),
    *("trio", "h2", "socksio", "brotli", "brotlicffi"),
)
"""Python modules that are never asked for."""

HOOKS: Final = frozenset(("pyi_rth_inspect", "pyi_rth_multiprocessing"))
"""What PyInstaller would run before the program: for reading its source, and for starting processes of it."""

LOOSE: Final = frozenset(("sqlalchemy",))
"""Packages whose modules are packed loosely for Windows: the setup program packs all of it again, and better.

More of them would make the setup program smaller and what it installs larger.
"""

QT_LIBRARIES: Final = frozenset(
    ("core", "gui", "widgets", "svg", "printsupport", "dbus", "network", "multimedia", "xcbqpa")
)
"""Of Qt's own libraries, by the name after `Qt6`; of these too only what something needs."""

QT_MODULES: Final = frozenset(
    ("qtcore", "qtgui", "qtwidgets", "qtsvg", "qtprintsupport", "qtdbus", "qtmultimedia")
)
"""What Python imports of Qt; on systems with sound also the network, which QtMultimedia asks for."""

PLUGINS: Final[dict[str, frozenset[str]]] = {
    "platforms": frozenset(("xcb", "offscreen", "windows", "cocoa")),
    "platforminputcontexts": frozenset(("composeplatforminputcontext", "ibusplatforminputcontext")),
    "imageformats": frozenset(("gif", "ico", "jpeg", "svg", "webp")),
    "iconengines": frozenset(("svgicon",)),
    "printsupport": frozenset(("cupsprintersupport", "windowsprintersupport", "cocoaprintersupport")),
    "multimedia": frozenset(("windowsmedia", "darwinmedia")),  # never FFmpeg
}
"""Qt's plug-ins, by folder. None for OpenGL: everything is painted in memory, by the processor. No style of a
system: the window is drawn in Fusion, which is part of QtWidgets."""

LANGUAGES: Final = ("en", "fr", "es", "pt")
"""Of Qt's own words."""

WORD_LISTS: Final = frozenset(("english", "french", "spanish", "portuguese"))

SYSTEM_S_OWN: Final = frozenset(
    # who has a printer has this, and what it is linked to, in its own version
    (
        *("libcups.so.2", "libavahi-client.so.3", "libavahi-common.so.3", "libgnutls.so.30"),
        # what its drivers of the screen are linked to, and so must be one for all
        *("libx11.so.6", "libx11-xcb.so.1"),
    )
)
"""Libraries that are the system's own."""

UNUSED: Final = frozenset(
    # OpenGL by software, which is not needed without OpenGL
    ("opengl32sw.dll", "d3dcompiler_47.dll", "libegl.dll", "libglesv2.dll")
)

_PLUGIN = re.compile(r"(?:^|/)plugins/([a-z0-9-]+)/(?:lib)?q?([a-z0-9_-]+?)(?:plugin)?\.(?:so|dll|dylib)$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?qt6?([a-z0-9]+?)(?:\.so[.\d]*|\.dll|\.framework/.*|)$")
_QT_MODULE = re.compile(r"(?:^|/)pyside6/(qt[a-z0-9]+)\.(?:abi3\.so|so|pyd|pyi)$")
_QT_WORDS = re.compile(r"(?:^|/)translations/(?:(qtbase)_([a-z]+)(?:_[a-z]+)?|.*)\.qm$")
_OUR_SOURCES = re.compile(r"^delve_desktop/_resources/translations/.*\.ts$")
_WORD_LIST = re.compile(r"(?:^|/)mnemonic/wordlist/(\w+)\.txt$")
# made anew by every installation, and different in each
_OF_THE_INSTALLER = re.compile(r"\.dist-info/(?:record|installer|requested|direct_url\.json)$")
_FOR_TOOLS = re.compile(r"(?:^|/)py\.typed$|\.pyi$|\.(?:c|h|pxd|pyx|a|lib|pdb)$")
_SAMPLES_OF_OTHERS = re.compile(r"(?:^|/)(?:alembic/templates|sqlalchemy/testing|pydantic/mypy)(?:/|$)")


def wanted(name: str, *, sound: bool) -> bool:
    """Whether a collected file is shipped; `sound` where QtMultimedia is used, on Windows and macOS."""
    path = name.replace("\\", "/").lower()
    base = PurePosixPath(path).name
    if base in UNUSED or base in SYSTEM_S_OWN:
        return False
    if any(pattern.search(path) for pattern in (_OF_THE_INSTALLER, _FOR_TOOLS, _SAMPLES_OF_OTHERS)):
        return False
    if (found := _WORD_LIST.search(path)) is not None:
        return found[1] in WORD_LISTS
    if path.startswith("delve_desktop/"):
        return _OUR_SOURCES.search(path) is None
    return _wanted_of_qt(path, sound=sound)


def _wanted_of_qt(path: str, *, sound: bool) -> bool:
    if "/qml/" in path or path.startswith("pyside6/qml"):
        return False
    if (found := _QT_WORDS.search(path)) is not None:
        return found[2] in LANGUAGES
    if (found := _PLUGIN.search(path)) is not None:
        return found[2] in PLUGINS.get(found[1], ())
    if (found := _QT_MODULE.search(path)) is not None:
        return found[1] in QT_MODULES or (sound and found[1] == "qtnetwork")
    if (found := _QT_LIBRARY.search(path)) is not None:
        return found[1] in QT_LIBRARIES
    return True


def kept(entries: Iterable[Entry], *, sound: bool) -> list[Entry]:
    """The entries that are wanted, in their order; links to what is not are left out as well."""
    return [
        entry
        for entry in entries
        if wanted(entry[0], sound=sound) and (entry[2] != "SYMLINK" or wanted(entry[1], sound=sound))
    ]


def reached(entries: Sequence[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Without the libraries that no other file needs, directly or through others.

    `needs` gives the file names of the libraries that a source file itself is linked to. Extension modules,
    plug-ins and the interpreter's library are asked for by name, and so are roots, as is what is no library.
    """
    by_base: dict[str, list[Entry]] = {}
    for entry in entries:
        by_base.setdefault(_base(entry[0]), []).append(entry)
    found: set[Entry] = set()
    waiting = [entry for entry in entries if entry[2] != "SYMLINK" and _is_root(entry)]
    while waiting:
        entry = waiting.pop()
        if entry in found:
            continue
        found.add(entry)
        if entry[2] in ("BINARY", "EXTENSION"):
            names = {_base(name) for name in needs(entry[1])}
            waiting += [other for name in sorted(names) for other in by_base.get(name, ())]
    shipped = {entry[0].replace("\\", "/") for entry in found}
    links = [entry for entry in entries if entry[2] == "SYMLINK" and _target(entry) in shipped]
    return [entry for entry in entries if entry in found or entry in links]


def first_copies(entries: Sequence[Entry]) -> list[Entry]:
    """Without copies of the C++ runtime that Windows never opens.

    It takes the library of a name that the process has loaded already, wherever that lies. The interpreter
    brings `vcruntime140.dll` from beside it before anything of Qt; `PySide6/__init__.py` imports shiboken6
    first, which brings `msvcp140.dll` from its own folder.
    """
    there = {entry[0].replace("\\", "/").lower() for entry in entries}
    later = {
        f"{folder}/{base}"
        for base, first, folders in (
            ("vcruntime140.dll", "vcruntime140.dll", ("shiboken6", "pyside6")),
            ("msvcp140.dll", "shiboken6/msvcp140.dll", ("pyside6",)),
        )
        if first in there
        for folder in folders
    }
    return [entry for entry in entries if entry[0].replace("\\", "/").lower() not in later]


def _is_root(entry: Entry) -> bool:
    path = entry[0].replace("\\", "/").lower()
    base = PurePosixPath(path).name
    asked_for = "/plugins/" in path or base.startswith(("libpython", "python3", "vcruntime"))
    return entry[2] != "BINARY" or asked_for


def _base(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name.lower()


def _target(entry: Entry) -> str:
    """What a link leads to, as a name in the program's folder."""
    parts: list[str] = list(PurePosixPath(entry[0].replace("\\", "/")).parent.parts)
    for part in PurePosixPath(entry[1].replace("\\", "/")).parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
