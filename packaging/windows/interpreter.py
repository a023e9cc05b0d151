"""Puts a Windows CPython together from what registries hold, in `build/windows/python`.

Compiled parts: `python313.dll`, the extension modules, OpenSSL and the C runtime as python.org built them,
out of a wheel that hands them on. The Python part of the standard library: Debian's, of the same minor
version, so that both know the same bytecode and the same modules. `python.exe`, `pythonw.exe` and
`python3.dll` (which hands on to python313.dll what modules of the stable ABI import) are made here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Final

import fetching
from places import HERE, MADE, PYTHON, REQUIREMENTS, Refused, pins, sha256

GCC: Final = "x86_64-w64-mingw32-gcc"
# what a program for Linux needs of the standard library, and a program without tests
_LEFT_OUT: Final = re.compile(
    r"(^|/)(lib-dynload|test|idlelib|turtledemo|ensurepip|__pycache__|config-[^/]*|_sysconfigdata_[^/]*|sitecustomize.py"
    r"|EXTERNALLY-MANAGED)(/|$)"
)
# neither the modules for tests nor the free-threaded ones
_EXTENSION: Final = re.compile(r"^(?!_test|_ctypes_test)[A-Za-z0-9_]+\.pyd$")
# of Qt's wheels: neither tools nor what only builds against it, and of the add-ons nothing but sound
_QT_LEFT_OUT: Final = re.compile(
    r"PySide6/(qml|include|typesystems|glue|metatypes|doc|scripts|resources)/|\.(exe|pyi|lib)$"
)
_ADDONS: Final = re.compile(
    r"PySide6/(QtMultimedia\.pyd|Qt6Multimedia\.dll|plugins/multimedia/windows\S*)$|\S*\.dist-info/"
)


def assemble() -> Path:
    """The folder of the interpreter, with the pinned packages in it; made anew when something changed."""
    stamp, wanted = MADE / "python.made", _inputs()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return PYTHON
    shutil.rmtree(PYTHON, ignore_errors=True)
    stamp.unlink(missing_ok=True)
    (PYTHON / "DLLs").mkdir(parents=True)
    _take_compiled()
    _take_library()
    _make_launchers()
    packages = PYTHON / "Lib" / "site-packages"
    packages.mkdir(parents=True, exist_ok=True)
    for wheel in fetching.wheels():
        _unpack(wheel, packages)
    stamp.write_text(wanted, encoding="utf-8")
    return PYTHON


def _inputs() -> str:
    files = [HERE / "pins.toml", HERE / "interpreter.py", HERE / "launchers" / "python.c", REQUIREMENTS]
    return "".join(f"{sha256(path)} {path.name}\n" for path in files)


def _take_compiled() -> None:
    """The library and the C runtime beside the interpreter, the modules and what they load into `DLLs`."""
    folder = pins()["wheel"]["folder"] + "/"
    with zipfile.ZipFile(fetching.interpreter_wheel()) as wheel:
        for info in wheel.infolist():
            name = info.filename.removeprefix(folder)
            if not info.filename.startswith(folder) or "/" in name or not name:
                continue
            if name in ("python313.dll", "VCRUNTIME140.dll", "VCRUNTIME140_1.dll"):
                (PYTHON / name.lower()).write_bytes(wheel.read(info))
            elif _EXTENSION.match(name) or re.match(r"(lib|sqlite3|zlib1)\S*\.dll$", name):
                (PYTHON / "DLLs" / name).write_bytes(wheel.read(info))
    version = pins()["python"]["version"]
    if version.encode("utf-16-le") not in (PYTHON / "python313.dll").read_bytes():
        raise Refused(f"The python313.dll in that wheel is not the one of CPython {version}.")


def _take_library() -> None:
    """The Python part of the standard library; what only fits Linux stays out."""
    unpacked = MADE / "library"
    shutil.rmtree(unpacked, ignore_errors=True)
    for package in fetching.library_packages():
        subprocess.run(["dpkg-deb", "--extract", str(package), str(unpacked)], check=True)
    source = unpacked / "usr" / "lib" / "python3.13"
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source).as_posix()
        if path.is_file() and not _LEFT_OUT.search(inside):
            target = PYTHON / "Lib" / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.rmtree(unpacked)


def _make_launchers() -> None:
    """`python.exe`, `pythonw.exe`, and `python3.dll`, in which every name leads on to python313.dll."""
    work = MADE / "launchers"
    work.mkdir(parents=True, exist_ok=True)
    library, forward = work / "python313.def", work / "python3.def"
    library.write_text("LIBRARY python313.dll\nEXPORTS\n  Py_Main\n", encoding="ascii")
    names = _exports(PYTHON / "python313.dll")
    lines = "".join(f"  {name} = python313.{name}\n" for name in names)
    forward.write_text(f"LIBRARY python3.dll\nEXPORTS\n{lines}", encoding="ascii")
    subprocess.run(
        ["x86_64-w64-mingw32-dlltool", "-d", str(library), "-l", str(work / "libpython313.a")], check=True
    )
    source = str(HERE / "launchers" / "python.c")
    for name, extra in (("python.exe", ()), ("pythonw.exe", ("-mwindows", "-DWINDOWED"))):
        compile_c(PYTHON / name, "-municode", *extra, source, str(work / "libpython313.a"))
    compile_c(PYTHON / "python3.dll", "-shared", str(HERE / "launchers" / "python3.c"), str(forward))


def compile_c(out: Path, *arguments: str) -> None:
    """Compile for Windows, the same bytes each time."""
    subprocess.run(
        [GCC, "-O2", "-Wall", "-s", "-Wl,--no-insert-timestamp", "-o", str(out), *arguments], check=True
    )


def _exports(library: Path) -> list[str]:
    """The names that a library exports."""
    done = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", str(library)], check=True, capture_output=True, text=True
    )
    table = done.stdout.partition("[Ordinal/Name Pointer] Table")[2]
    names = re.findall(r"^\t\[ *\d+\] (\S+)$", table, re.MULTILINE)
    if "PyModule_Create2" not in names:
        raise Refused(f"{library.name} exports nothing that Python needs.")
    return names


def _unpack(wheel: Path, packages: Path) -> None:
    """Install a wheel as pip would, but for scripts, which nobody calls here."""
    qt, addons = wheel.name.startswith("pyside6_"), wheel.name.startswith("pyside6_addons")
    with zipfile.ZipFile(wheel) as archive:
        for info in archive.infolist():
            name = info.filename
            scheme = re.match(r"[^/]+\.data/(purelib|platlib)/(.+)", name)
            if scheme:
                name = scheme[2]
            elif re.match(r"[^/]+\.data/", name):
                continue
            if name.endswith("/") or (qt and not _qt_wanted(name, addons=addons)):
                continue
            target = packages / name
            if packages.resolve() not in target.resolve().parents:
                raise Refused(f"The wheel {wheel.name} holds a file outside of its folder.")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(info))


def _qt_wanted(name: str, *, addons: bool) -> bool:
    return bool(_ADDONS.match(name)) if addons else not _QT_LEFT_OUT.search(name)
