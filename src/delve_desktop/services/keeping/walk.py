"""*Look around*: a vault with the sample library that nobody keeps, and whose passphrase nobody knows.

Each lies in a folder of its own below one home, and goes when the person leaves it or closes the window. What
a killed program left is wiped at the next start: it is encrypted under a key that went with that program.
"""

from __future__ import annotations

import logging
import secrets
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from delve_desktop.crypto import kdf
from delve_desktop.domain.errors import Cancelled, DelveError, NotFound
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.attachments.sample import LIST, attach_sample_pictures
from delve_desktop.services.interchange import Imported, Source, import_items
from delve_desktop.services.session import Clock, Session, create_vault
from delve_desktop.services.spaces import create_space
from delve_desktop.settings import resources_dir
from delve_desktop.store.lock import VaultLock
from delve_desktop.store.snapshot import nobody_stops

SAMPLES: Final = "sample"  # below the resources
PICTURES: Final = "pictures"  # below these
# what is linked to comes before what links to it, so that each list makes sense while the rest still comes
ORDER: Final = ("associations", "people", "practices", "adoptions", "notes", "comments")
AT_ONCE: Final = 40  # records between two looks at whether to stop: a quarter of a second on an old laptop

_log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


def begin_walk(
    home: Path,
    name: str,
    space: str,
    *,
    language: str = "en",
    progress: Progress = lambda _done, _whole: None,
    cancelled: Callable[[], bool] = nobody_stops,
    clock: Clock = time.time,
) -> Session:
    """A new vault below `home` with all sample records and their pictures in one space; `progress` counts
    records.

    Raises `NotFound` when the program was installed without the samples, `Cancelled`, `DiskFull`,
    `UnsafePlace`; then nothing is left.
    """
    files = [resources_dir() / SAMPLES / f"{one}.jsonl" for one in ORDER]
    pictures = resources_dir() / SAMPLES / PICTURES
    if not all(file.is_file() for file in (*files, pictures / LIST)):
        raise NotFound("The program was installed without its sample records.")
    whole = sum(_lines(file) for file in files)

    def told(done: int) -> None:
        if cancelled():
            raise Cancelled("Stopped; nothing is left of it.")
        progress(done, whole)

    folder = home / secrets.token_hex(8)
    try:
        session = create_vault(
            folder, secrets.token_hex(32), name, params=kdf.FLOOR, language=language, clock=clock
        )
        try:
            here = create_space(session, space)
            _fill(session, here, files, told)
            attach_sample_pictures(session, here, pictures, told=lambda: told(whole - 1))
            told(whole)
        except BaseException:
            session.close()
            raise
    except BaseException:
        _remove(folder)
        raise
    return session


def end_walk(session: Session) -> None:
    """Lock the vault of a walk and wipe it."""
    folder = session.vault.folder
    try:
        session.close()
    finally:  # a full disk takes no last write, and what it would write is of no use
        _remove(folder)


def wipe_walks(home: Path) -> int:
    """Wipe what is left of walks whose program is gone; returns how many. Those that go on are let be."""
    if not home.is_dir():
        return 0
    return sum(_wiped(folder) for folder in sorted(home.iterdir()) if folder.is_dir())


def _wiped(folder: Path) -> bool:
    try:
        lock = VaultLock(folder)
    except DelveError:  # somebody looks around in another window, or the folder cannot be written to
        return False
    lock.release()
    return _remove(folder)


def _remove(folder: Path) -> bool:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return False
    except OSError as error:  # an antivirus program may hold a file; the next start tries again
        _log.warning("What is left of looking around could not be removed: %s", error.strerror)
        return False
    return True


def _fill(session: Session, here: SpaceId, files: list[Path], told: Callable[[int], None]) -> None:
    told(0)

    def written(so_far: Imported) -> None:
        told(so_far.added - 1)  # the last one is there with its picture

    sources = [Source(file.name, partial(_opened, file)) for file in files]
    import_items(session, here, sources, at_once=AT_ONCE, written=written)


def _opened(file: Path) -> BinaryIO:
    return file.open("rb")


def _lines(file: Path) -> int:
    with file.open("rb") as opened:
        return sum(1 for line in opened if line.strip())
