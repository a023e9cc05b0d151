"""One window for each person's laptop: a second start hands its files to the first, raises it, and ends.

The first holds a lock that the system drops when its process ends, and listens on a socket of its own (a
named pipe on Windows) that only this person's programs can speak to: each proves that it has read a key which
lies beside the lock. Nothing but the names of files goes over it.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from delve_desktop.domain.errors import InUse

if TYPE_CHECKING:
    from multiprocessing.connection import Listener

LOCK: Final = ".lock"  # the ends of the names of its files
CALL: Final = ".call"
PATIENCE: Final = 15.0  # seconds that the first may take until it listens
MOST: Final = 4 * 1024 * 1024  # bytes of a message: the longest command line, its letters written as six
LONGEST_PAUSE: Final = 1.0  # seconds, after starts that could not be heard
LONGEST_ADDRESS: Final = 100  # bytes of the name of a socket, of which some systems take 104
FOLDER: Final = "delve-"  # how the name of a folder begins that holds nothing but the socket
SOCKET: Final = "socket"
_ANSWER: Final = b"raised"


class OneWindow(QObject):
    """Held by the program that came first. Main thread; its listener has a thread of its own."""

    asked = Signal(list)
    """Somebody started the program again: the files they gave, as text; to be received on the main thread."""

    def __init__(self, folder: Path, name: str = "window") -> None:
        super().__init__()
        self._lock_file = folder / f"{name}{LOCK}"
        self._call_file = folder / f"{name}{CALL}"
        self._descriptor: int | None = None
        self._listener: Listener | None = None
        self._stopping = threading.Event()

    def take(self) -> bool:
        """Become the first; False when another program is it. A folder that takes no file or no lock hinders
        nobody.
        """
        try:
            self._lock_file.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):  # held, as POSIX and as Windows say it
            os.close(descriptor)
            return False
        except OSError:  # a file system without locks, as some of a network: two windows are better than none
            os.close(descriptor)
            return True
        self._descriptor = descriptor
        return True

    def hand_over(self, files: Sequence[Path]) -> None:
        """Let the first raise itself and open these files; raises `InUse` when it does not answer."""
        import json  # not where the first window waits for it
        from multiprocessing.connection import Client

        message = json.dumps([str(file) for file in files]).encode()
        _let_it_come_forward()
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            # it may have begun a moment ago, or just ended
            with suppress(OSError, ValueError, KeyError, EOFError):
                with self._call_file.open("rb") as opened:
                    called = json.loads(opened.read(MOST))
                with Client(called["address"], authkey=bytes.fromhex(called["key"])) as connection:
                    connection.send_bytes(message)
                    if connection.poll(PATIENCE) and connection.recv_bytes(MOST) == _ANSWER:
                        return
            time.sleep(0.1)
        raise InUse("Delve is open in another window, which does not answer.")

    def listen(self) -> None:
        """Be there for later starts, once the first page is on screen."""
        if self._descriptor is not None and self._listener is None:
            threading.Thread(target=self._serve, name="one-window", daemon=True).start()

    def end(self) -> None:
        """Let another be the first."""
        self._stopping.set()
        if self._listener is not None:
            _take_away_call(self._call_file)
            with suppress(OSError):
                self._listener.close()
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _serve(self) -> None:
        import json
        from multiprocessing.connection import Listener

        key = os.urandom(32)
        _take_away_call(self._call_file)  # of a program that was killed: the lock is ours
        address = None
        try:
            address = self._address()
            self._listener = listener = Listener(address, authkey=key)
            _write_private(self._call_file, {"address": listener.address, "key": key.hex()})
        except OSError:
            _take_away_socket(address)
            return  # the next start says that this one does not answer
        pause = 0.0
        while not self._stopping.wait(pause):
            try:
                with listener.accept() as connection:
                    pause = 0.0
                    if connection.poll(PATIENCE):
                        files = json.loads(connection.recv_bytes(MOST))
                        self.asked.emit([str(file) for file in files])
                        connection.send_bytes(_ANSWER)
            except (OSError, EOFError, ValueError, _not_authentic()):
                # who cannot prove that they read the key is sent away, and who breaks off is forgotten; where
                # the system lets nothing be heard (no descriptor is left), it is not asked again at once
                pause = min(2 * pause + 0.01, LONGEST_PAUSE)

    def _address(self) -> str | None:
        """Of a socket beside the lock, or in a folder of its own where that name would be too long."""
        if sys.platform == "win32":  # pragma: no cover - run on Windows only
            return None  # a name of the system's choice
        beside = self._call_file.with_suffix(".socket")
        if len(os.fsencode(beside)) > LONGEST_ADDRESS:
            import tempfile

            beside = Path(tempfile.mkdtemp(prefix=FOLDER)) / SOCKET
        beside.unlink(missing_ok=True)  # of a program that was killed: the lock is ours
        return str(beside)


def name_for(vault: Path | None) -> str:
    """The name of the lock: one for all vaults of a laptop, another for each that is named at the start."""
    if vault is None:
        return "window"
    # sums tell folders apart, and hide nothing: a hash would load a library before the window stands
    path = os.fsencode(vault.resolve())
    return f"window-{zlib.crc32(path):08x}{zlib.adler32(path):08x}"


def _write_private(path: Path, content: dict[str, Any]) -> None:
    import json

    new = path.with_name(path.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(content, file)
    new.replace(path)


def _take_away_call(file: Path) -> None:
    """Remove where a program was called, and its socket if that has a folder for itself."""
    import json

    with suppress(OSError, ValueError, KeyError, TypeError), file.open("rb") as opened:
        _take_away_socket(json.loads(opened.read(MOST))["address"])
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _take_away_socket(address: str | None) -> None:
    socket = Path(address or "")
    if socket.name == SOCKET and socket.parent.name.startswith(FOLDER):
        with suppress(OSError):
            socket.unlink(missing_ok=True)
            socket.parent.rmdir()


def _not_authentic() -> type[Exception]:
    from multiprocessing import AuthenticationError

    return AuthenticationError


if sys.platform == "win32":  # pragma: no cover - run on Windows only
    import ctypes
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _let_it_come_forward() -> None:
        """On Windows only the program that was clicked may come to the front, and whom it lets."""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_it_come_forward() -> None:
        """Windows alone asks for it."""
