"""What this system tells of the place of a folder: its file system, and who copies it elsewhere.

What cannot be found out counts as harmless: a refusal needs a reason that can be named.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import UnsafePlace

from .places import Place, judge

ANYWHERE: Final = "DELVE_ANY_PLACE"
MAX_SETTINGS: Final = 64 * 1024  # bytes of another program's settings that are looked at
MAX_ENTRIES: Final = 5000  # of a folder that are looked at for a mark
_MARKS: Final = (  # what services leave in the topmost folder that they copy
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.driveupload", "Google Drive"),
    (".tmp.drivedownload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".sync/ID", "Resilio Sync"),
)
_CLOUD_FILES_TAG: Final = 0x9000001A  # of a reparse point that some service of Windows' own interface fills
_CLOUD_FILES_MASK: Final = 0xFFFF0FFF


def check_place(folder: Path) -> None:
    """Raise `UnsafePlace` where a live vault could be lost; `DELVE_ANY_PLACE=1` allows any place."""
    if os.environ.get(ANYWHERE) == "1":
        return
    refusal = judge(look_at(folder))
    if refusal is not None:
        raise UnsafePlace(refusal.sentence)


def look_at(folder: Path) -> Place:
    """The place of a folder, which need not exist yet."""
    real = _resolved(folder)
    there = _existing(real)
    filesystem, remote = _filesystem(there)
    synced = (*_by_settings(os.environ), *_by_marks(there))
    return Place(real, filesystem, remote, _home(), synced)


def filesystem_of(folder: Path) -> str:
    """The name of the file system that a folder is on; empty when it cannot be found out."""
    return _filesystem(_existing(_resolved(folder)))[0]


def _filesystem(folder: Path) -> tuple[str, bool]:
    """(name of the file system, whether the system calls it remote)."""
    if sys.platform == "win32":  # pragma: no cover - run on Windows only
        from . import place_windows

        return place_windows.filesystem(folder)
    if sys.platform == "darwin":  # pragma: no cover - run on macOS only
        from . import place_macos

        return place_macos.filesystem(folder)
    from . import place_linux

    return place_linux.filesystem(folder), False


def _resolved(folder: Path) -> Path:
    with suppress(OSError, RuntimeError):  # a link that leads nowhere: then the name as it is
        return folder.resolve()
    return folder.absolute()


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _home() -> Path | None:
    with suppress(RuntimeError, OSError):  # a user without a home
        return Path.home().resolve()
    return None


def _by_settings(environment: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    """Folders that services say they copy."""
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        if environment.get(name):
            yield "OneDrive", _resolved(Path(environment[name]))
    home = _home()
    bases = [
        Path(environment[name]) / "Dropbox" for name in ("APPDATA", "LOCALAPPDATA") if environment.get(name)
    ]
    bases += [home / ".dropbox"] if home is not None else []
    for base in bases:
        yield from dropbox_folders(base / "info.json")
    if home is not None and sys.platform == "darwin":  # pragma: no cover - run on macOS only
        drive = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
        for name in ("Desktop", "Documents"):
            if (drive / name).is_symlink() or (drive / name).is_dir():
                yield "iCloud", home / name


def dropbox_folders(info: Path) -> Iterator[tuple[str, Path]]:
    """The folders that Dropbox names in its `info.json`: `{"personal": {"path": ...}, ...}`."""
    try:
        with info.open("rb") as file:
            content = json.loads(file.read(MAX_SETTINGS))
    except (OSError, ValueError, RecursionError):
        return  # not there, or not what it once was
    for account in content.values() if isinstance(content, dict) else ():
        path = account.get("path") if isinstance(account, dict) else None
        if isinstance(path, str) and path:
            yield "Dropbox", _resolved(Path(path))


def _by_marks(folder: Path) -> Iterator[tuple[str, Path]]:
    """Folders, from this one upwards, that hold a service's mark."""
    for each in (folder, *folder.parents):
        for mark, service in _MARKS:
            with suppress(OSError):  # a folder that lets nobody look
                if (each / mark).exists():
                    yield service, each
        if _is_cloud_root(each):
            yield "a cloud service", each
        if _has_journal(each):
            yield "Nextcloud", each


def _has_journal(folder: Path) -> bool:
    """Whether Nextcloud or ownCloud keeps its journal here: `.sync_1a2b3c.db` or `._sync_1a2b3c.db`."""
    try:
        with os.scandir(folder) as entries:
            return any(_is_journal(entry.name) for entry in _first(entries))
    except OSError:
        return False


def _first(entries: Iterable[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    for number, entry in enumerate(entries):
        if number >= MAX_ENTRIES:
            return
        yield entry


def _is_journal(name: str) -> bool:
    return name.startswith((".sync_", "._sync_")) and name.endswith(".db")


def _is_cloud_root(folder: Path) -> bool:
    """Windows: whether a service fills this folder through the system's interface for cloud files."""
    with suppress(OSError):
        tag = getattr(folder.lstat(), "st_reparse_tag", 0)
        return bool(tag) and tag & _CLOUD_FILES_MASK == _CLOUD_FILES_TAG
    return False
