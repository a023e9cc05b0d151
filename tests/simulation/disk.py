"""What a laptop's disk does: a process that dies at any write, a full or failing disk, a torn log.

Faults of the disk are real ones of SQLite (`max_page_count`, `query_only`) where it offers them.
"""

from __future__ import annotations

import random
import shutil
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import event
from sqlcipher3 import dbapi2

from delve_desktop.store.vault import DATABASE, Vault

LOG: Final = DATABASE + "-wal"
CHECKPOINT: Final = 1000  # frames at which SQLite folds the log into the file by itself
_LOG_HEAD: Final = struct.Struct(
    ">4xI I 4x 8s 8x"
)  # format, page size, salts: https://sqlite.org/fileformat2.html
_FRAME_HEAD: Final = struct.Struct(">I I 8s 8x")  # page, size of the database after a commit or 0, salts

Trouble = Literal["full", "failing", "protected"]
TROUBLES: Final[tuple[Trouble, ...]] = ("full", "failing", "protected")
Moved = tuple[str, tuple[Any, ...]]  # a method of a write unit that moves a cursor or mark; its arguments


class Killed(BaseException):
    """The process is gone: nothing after this point ran. No handler of ordinary errors may stop it."""


class FragileVault:
    """A vault whose process dies, or whose disk fails, at the n-th moment from now.

    The moments are before, inside and after each of its write units.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._disk = Disk(vault)
        self.dies_in: int | None = None
        self.died_committing = False  # before anybody was told of it: the commit may be whole or torn
        self._troubled_in: int | None = None
        self._trouble: Callable[[], None] = lambda: None
        self.after_commit: Callable[[Sequence[Moved]], None] = lambda _: None  # hears which marks moved

    def __getattr__(self, name: str) -> Any:
        return getattr(self._vault, name)

    @contextmanager
    def write(self, **how: Any) -> Iterator[Any]:
        log = self._log() if self.dies_in is not None else b""
        self._moment()
        moved: list[Moved] = []
        with self._vault.write(**how) as unit:
            for name in ("set_place", "mark_sent"):
                setattr(unit, name, _noting(getattr(unit, name), moved))
            yield unit
            self._moment()
        if moved:
            self.after_commit(moved)
        self._moment(committing=self.dies_in is not None and self._log() != log)

    def _log(self) -> bytes:
        path = self._vault.folder / LOG
        return path.read_bytes() if path.exists() else b""

    def _moment(self, *, committing: bool = False) -> None:
        if self._troubled_in is not None:
            self._troubled_in -= 1
            if self._troubled_in < 0:
                self._troubled_in = None
                self._trouble()
        if self.dies_in is not None:
            self.dies_in -= 1
            if self.dies_in < 0:
                self.dies_in = None
                self.died_committing = committing
                raise Killed

    def troubled_in(self, moments: int, trouble: Trouble, amount: int) -> None:
        """Let the disk fail from then on; `amount`: pages that are left, or commits that fail."""
        self._troubled_in = moments
        self._trouble = lambda: self._disk.begin(trouble, amount)

    def heal(self) -> bool:
        """The disk is well again. Returns whether there was any trouble; then drop all connections."""
        self._troubled_in = None
        return self._disk.heal()


def _noting(method: Callable[..., Any], moved: list[Moved]) -> Callable[..., Any]:
    def noted(*arguments: Any) -> Any:
        moved.append((method.__name__, arguments))
        return method(*arguments)

    return noted


class Disk:
    """Trouble with the disk under one open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._listening: list[tuple[str, Callable[..., None]]] = []
        self._left = 0  # commits that still fail
        self._commit: Callable[[Any], None] | None = None  # how it commits when well, while some may fail

    def begin(self, trouble: Trouble, amount: int) -> None:
        """See `FragileVault.troubled_in`."""
        if trouble == "full":
            with self._vault.read() as unit:
                pages = unit._rows("PRAGMA page_count")[0][0] + amount
            self._on_checkout(f"PRAGMA max_page_count = {pages}")
        elif trouble == "protected":
            self._on_checkout("PRAGMA query_only = ON")
        else:
            self._left = amount
            self._let_commits_fail()

    def heal(self) -> bool:
        """End all trouble; connections made meanwhile keep theirs until they are closed."""
        was_any = bool(self._listening) or self._commit is not None
        if self._commit is not None:
            self._dialect.do_commit = self._commit
            self._commit = None
        for name, listener in self._listening:
            event.remove(self._vault._engine, name, listener)
        self._listening.clear()
        return was_any

    def _let_commits_fail(self) -> None:
        if self._commit is None:
            self._commit = self._dialect.do_commit
        commit = self._commit

        def failing(connection: Any) -> None:
            if self._left > 0:
                self._left -= 1
                raise dbapi2.OperationalError("disk I/O error")
            commit(connection)

        self._dialect.do_commit = failing

    @property
    def _dialect(self) -> Any:
        return self._vault._engine.dialect

    def _on_checkout(self, statement: str) -> None:
        def limited(connection: Any, _record: Any, _proxy: Any) -> None:
            connection.execute(statement)

        self._listen("checkout", limited)

    def _listen(self, name: str, listener: Callable[..., None]) -> None:
        event.listen(self._vault._engine, name, listener)
        self._listening.append((name, listener))


def copy_files(folder: Path, target: Path) -> None:
    """Copy a vault as it lies on the disk, its log included and its lock not."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name in (DATABASE, LOG):
        if (folder / name).exists():
            shutil.copyfile(folder / name, target / name)


def commits_in(log: bytes) -> list[int]:
    """Where the log's commits end, its header first. Empty when it cannot be cut without harm."""
    if len(log) < _LOG_HEAD.size:
        return []
    _, page_size, salts = _LOG_HEAD.unpack_from(log)
    ends, at, frames = [_LOG_HEAD.size], _LOG_HEAD.size, 0
    size = _FRAME_HEAD.size + page_size
    while at + size <= len(log):
        _, is_commit, frame_salts = _FRAME_HEAD.unpack_from(log, at)
        if frame_salts != salts:
            break  # left over from before the log began anew
        at += size
        frames += 1
        if is_commit:
            ends.append(at)
    return ends if frames < CHECKPOINT else []


def cut_back(folder: Path, commits: int, rng: random.Random) -> int:
    """Tear the log of a closed vault so that its last commits are gone, the first of them in the middle.

    Returns how many commits are lost.
    """
    if not (folder / LOG).exists():
        return 0
    log = (folder / LOG).read_bytes()
    ends = commits_in(log)
    lost = min(commits, len(ends) - 1)
    if lost > 0:
        torn = rng.randrange(ends[-lost - 1], ends[-lost])
        (folder / LOG).write_bytes(log[:torn])
    return max(lost, 0)
