"""What is left of a mistake of the program: places in its source and kinds of errors, never a word.

`crashes.log` in the folder of logs holds the last of them. An error that nobody took goes there at once; a
crash of native code goes into a file of its own while the program dies (`faulthandler`), and is taken over at
the next start. `news` says whether something came since somebody was told. Losing the log loses nothing else,
so whatever hinders it is passed over.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, TextIO

from delve_desktop import __version__

if TYPE_CHECKING:
    from .widgets.in_place import InPlaceBar

LOG: Final = "crashes.log"
TOLD: Final = "crashes.told"  # how many bytes of the log were told of
DYING: Final = "dying-"  # how the name of a file begins into which a dying program writes
MOST: Final = 64 * 1024  # bytes of the log; the older half of a longer one goes
MOST_FRAMES: Final = 40
MOST_MISTAKES: Final = 50  # of one run: a mistake in painting may come again and again


class CrashLog:
    """The log of one program, from its start to its end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._dying: TextIO | None = None
        self._count = 0
        self.news = False
        """Whether the last run, or one before, left something that nobody was told of."""

    @property
    def file(self) -> Path:
        """Where it lies."""
        return self._folder / LOG

    def begin(self) -> None:
        """Take over what dead programs left, and note from now on what this one does wrong."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for left in sorted(self._folder.glob(f"{DYING}*")):
                with suppress(OSError):  # on Windows that of a program that lives: the others still count
                    self._take_over(left)
            self.news = self._size() > self._told()
            self._dying = (self._folder / f"{DYING}{os.getpid()}").open("w", encoding="utf-8")
            _hold(self._dying)
            faulthandler.enable(self._dying)
        sys.excepthook = self._on_mistake
        sys.unraisablehook = lambda lost: self._on_mistake(
            lost.exc_type, lost.exc_value or lost.exc_type(), lost.exc_traceback
        )

    def tell(self, bar: InPlaceBar) -> None:
        """Say in one sentence that something came, if it did; once."""
        if not self.news:
            return
        from PySide6.QtCore import QCoreApplication

        said = QCoreApplication.translate(
            "CrashLog",
            "Delve made a mistake or broke off before. What was saved is safe. Places in the program, and"
            " none of your words, are noted in {0}.",
        )
        bar.say(said.format(self.file), icon="warn", lasting=True)
        self.news = False
        with suppress(OSError):
            (self._folder / TOLD).write_text(str(self._size()), encoding="ascii")

    def end(self) -> None:
        """The program ends as it should."""
        if self._dying is not None:
            faulthandler.disable()
            self._dying.close()
            with suppress(OSError):
                (self._folder / f"{DYING}{os.getpid()}").unlink(missing_ok=True)
            self._dying = None

    def _on_mistake(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._count += 1
        if self._count > MOST_MISTAKES:
            return
        lines = "".join(f"{line}\n" for line in places(error, trace))
        self._add(f"A mistake, {kind.__name__}:\n{lines}")
        if sys.stderr is not None:
            sys.stderr.write(_shown(error, trace, lines))

    def _take_over(self, left: Path) -> None:
        """What a program left that died; that of one which lives is held, and let be."""
        with left.open("r", encoding="utf-8", errors="replace") as opened:
            if not _hold(opened):
                return
            said = opened.read(MOST // 2)
        left.unlink()
        if said.strip():
            self._add(f"The program ended in the middle:\n{said.rstrip()}\n")

    def _add(self, text: str) -> None:
        head = time.strftime("--- %Y-%m-%d %H:%M", time.localtime())
        with suppress(OSError):
            if self._size() > MOST:
                kept = self.file.read_bytes()[-MOST // 2 :]
                self.file.write_bytes(kept[kept.find(b"--- ") :])
                (self._folder / TOLD).unlink(missing_ok=True)
            with self.file.open("a", encoding="utf-8") as log:
                log.write(f"{head}, Delve {__version__}, {sys.platform}. {text}")

    def _size(self) -> int:
        with suppress(OSError):
            return self.file.stat().st_size
        return 0

    def _told(self) -> int:
        with suppress(OSError, ValueError), (self._folder / TOLD).open("r", encoding="ascii") as opened:
            return int(opened.read(32))
        return 0


def places(error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    """Where an error came from, and what caused it: files, lines, functions and kinds, the last first."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        frames = list(_frames(trace if cause is error else cause.__traceback__))
        for code, line in reversed(frames[-MOST_FRAMES:]):
            yield f"  {_short(code.co_filename)}, line {line}, {code.co_name}"
        cause = cause.__cause__ or cause.__context__
        if cause is not None:
            yield f"  after {type(cause).__name__}:"


def _frames(trace: TracebackType | None) -> Iterator[tuple[Any, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code, trace.tb_lineno
        trace = trace.tb_next


def _short(file: str) -> str:
    """Without the folders above the package: they may hold somebody's name."""
    parts = Path(file).parts
    for root in ("delve_desktop", "sync_server", "site-packages", "lib"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return Path(file).name


def _shown(error: BaseException, trace: TracebackType | None, lines: str) -> str:
    """For a terminal; with `DELVE_TRACE=1` all of it, which may hold what somebody wrote."""
    if os.environ.get("DELVE_TRACE") == "1":
        import traceback

        return "".join(traceback.format_exception(type(error), error, trace))
    return f"The program made a mistake ({type(error).__name__}):\n{lines}"


_take: Callable[[int], None]
if sys.platform == "win32":  # pragma: no cover - run on Windows only

    def _take(descriptor: int) -> None:
        """Nothing: an open file cannot be removed there, which says the same."""

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _hold(opened: TextIO) -> bool:
    try:
        _take(opened.fileno())
    except OSError:
        return False
    return True
