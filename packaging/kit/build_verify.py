"""Builds `verify` over libsodium: a static program for Linux, and with mingw one for Windows.

The same sources and keys give the same bytes. Where a compiler is missing, that program is left out and the
kit says so.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any, Final

from delve_desktop.services.kit.keys import KitKeys
from kit_sentences import as_header, as_shell

HERE: Final = Path(__file__).parent
CACHE: Final = HERE.parents[1] / "build" / "kit"
SOURCES: Final = ("list.c", "say.c", "tree.c", "unused.c", "verify.c")
_COMPILED: Final = (
    *("-std=gnu11", "-Os", "-ffunction-sections", "-fdata-sections", "-fno-ident"),
    *("-DCONFIGURED=1", "-DNATIVE_LITTLE_ENDIAN=1", "-DHAVE_TI_MODE=1", "-DNDEBUG"),
)
_OWN: Final = ("-Wall", "-Wextra", "-Werror", "-Wno-format-truncation", "-fstack-protector-strong")
_MINGW: Final = "x86_64-w64-mingw32-gcc"
_LINKED: Final = ("-s", "-static", "-Wl,--gc-sections")
_LINUX: Final = ("-Wl,--build-id=none",)
_WINDOWS: Final = (
    "-Wl,--no-insert-timestamp",
    "-Wl,--dynamicbase,--nxcompat,--high-entropy-va",
    "-lshell32",
    "-lssp",
)


class Unavailable(Exception):
    """A program cannot be built on this machine; the message says what is missing."""


def build_linux(target: Path, keys: KitKeys, number: int) -> None:
    """Write the program for 64-bit Linux of any kind; with musl where that is installed, else with glibc."""
    compiler = "musl-gcc" if shutil.which("musl-gcc") else "gcc"
    _build(compiler, target, pinned_header(keys, number), "system_posix.c", _LINUX)


def build_windows(target: Path, keys: KitKeys, number: int) -> None:
    """Write the program for 64-bit Windows."""
    _build(_MINGW, target, pinned_header(keys, number), "system_windows.c", _WINDOWS)


def notices() -> dict[str, str]:
    """The licences of what is in these programs, by a name for each: the library and the runtimes of C."""
    found = {"libsodium": (library() / "LICENSE").read_text(encoding="utf-8")}
    runtimes = ["mingw-w64-common", "gcc-mingw-w64-base"] if shutil.which(_MINGW) else []
    for package in ["musl" if shutil.which("musl-gcc") else "libc6", *runtimes]:
        told = Path("/usr/share/doc", package, "copyright")
        if told.is_file():
            found[package] = told.read_text(encoding="utf-8")
    return found


def library() -> Path:
    """The folder of libsodium's source; fetched and held against its sum where it is not there yet."""
    pin = _pin()
    folder = CACHE / str(pin["sha256"])[:16]
    if not folder.is_dir():
        archive = _fetched(pin)
        with tempfile.TemporaryDirectory(dir=CACHE) as begun:
            with tarfile.open(archive) as packed:
                packed.extractall(begun, filter="data")
            root = Path(begun, pin["root"])
            version = (root / "builds" / "msvc" / "version.h").read_bytes()
            (root / "src" / "libsodium" / "include" / "sodium" / "version.h").write_bytes(version)
            # whole or not there; another build may have been faster
            with contextlib.suppress(OSError):
                shutil.copytree(begun, f"{begun}.whole")
                Path(f"{begun}.whole").rename(folder)
            shutil.rmtree(f"{begun}.whole", ignore_errors=True)
    return folder / str(pin["root"])


def _pin() -> dict[str, Any]:
    pin: dict[str, Any] = tomllib.loads((HERE / "pins.toml").read_text(encoding="utf-8"))["libsodium"]
    return pin


def _fetched(pin: dict[str, Any]) -> Path:
    archive = CACHE / str(pin["file"])
    if not archive.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            pip = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
            ]
            what = ["--no-binary", ":all:", "--dest", folder, f"{pin['package']}=={pin['version']}"]
            done = subprocess.run([*pip, *what], check=False, capture_output=True, text=True)
            fetched = Path(folder) / archive.name
            if done.returncode or not fetched.is_file():
                raise Unavailable(f"{archive.name} could not be fetched: {done.stderr.strip()[-200:]}")
            fetched.replace(archive)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != pin["sha256"]:
        raise Unavailable(f"{archive.name} is not the file that pins.toml names: its sum differs.")
    return archive


def pinned_header(keys: KitKeys, number: int) -> str:
    """`pinned.h`: the keys that count, and the number below which a kit is older than the program."""
    release, offline = (", ".join(map(str, key)) for key in (keys.release, keys.offline))
    return (
        "#include <stdint.h>\n"
        "typedef struct { uint64_t generation; unsigned char release[32], offline[32]; } pinned_keys;\n"
        f"#define PINNED {{{keys.generation}, {{{release}}}, {{{offline}}}}}\n"
        f'#define CHANNEL "{keys.channel}"\n#define NUMBER {number}u\n'
    )


def _build(compiler: str, target: Path, pinned: str, system: str, flags: tuple[str, ...]) -> None:
    """Compile and link, unless the same was built before: then that is taken."""
    if shutil.which(compiler) is None:
        raise Unavailable(f"{compiler} is missing.")
    root = library() / "src" / "libsodium"
    own = [HERE / "verify" / name for name in (*SOURCES, system)]
    inputs = [*own, HERE / "verify" / "kit.h", HERE / "pins.toml", Path(__file__)]
    mixed = hashlib.sha256((compiler + pinned + as_header() + target.name).encode())
    for path in inputs:
        mixed.update(hashlib.sha256(path.read_bytes()).digest())
    made = CACHE / "verify" / mixed.hexdigest()[:16]
    built = made / target.name
    if not built.is_file():
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            objects = _compile(compiler, Path(folder), pinned, own, root)
            _run([compiler, *_LINKED, *objects, *flags, "-o", str(Path(folder) / target.name)])
            made.mkdir(parents=True, exist_ok=True)
            (Path(folder) / target.name).replace(built)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(built, target)
    target.chmod(0o755)


def _compile(compiler: str, folder: Path, pinned: str, own: list[Path], root: Path) -> list[str]:
    (folder / "sentences.h").write_text(as_header(), encoding="utf-8")
    (folder / "pinned.h").write_text(pinned, encoding="ascii")
    seen = [f"-I{one}" for one in (folder, HERE / "verify", root / "include", root / "include" / "sodium")]
    theirs = [(root / name, ("-w",)) for name in _pin()["sources"]]
    objects = []
    for at, (source, warnings) in enumerate([*((one, _OWN) for one in own), *theirs]):
        objects.append(str(folder / f"{at:02}.o"))
        _run([compiler, *_COMPILED, *warnings, *seen, "-c", str(source), "-o", objects[-1]])
    return objects


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise Unavailable(f"{command[0]} failed: {done.stderr.strip()[:2000]}")


def script(keys: KitKeys, number: int) -> str:
    """`verify.sh`, with the sentences, the keys and the number in it."""
    text = (HERE / "verify" / "verify.sh").read_text(encoding="utf-8")
    filled = {
        "SENTENCES": as_shell(),
        "CHANNEL": keys.channel,
        "NUMBER": str(number),
        "GENERATION": str(keys.generation),
        "RELEASE": keys.release.hex(),
        "OFFLINE": keys.offline.hex(),
    }
    for name, value in filled.items():
        text = text.replace(f"#{name}#", value)
    return text
