"""Exit codes by kind of error: the one table, repeated for people in `docs/cli.md`."""

from __future__ import annotations

import os
import traceback
from typing import Final

import typer

from delve_desktop.domain import errors

OK: Final = 0
USAGE: Final = 2
INTERNAL: Final = 70  # a mistake of the program, not of the person or the world
CANCELLED: Final = 130

CODES: Final[dict[type[BaseException], int]] = {
    errors.Mistaken: USAGE,
    errors.NotFound: 3,
    errors.InvalidContent: 4,
    errors.NotAllowed: 5,
    errors.WrongPassphrase: 6,
    errors.Damaged: 7,
    errors.NewerFormat: 8,
    errors.InUse: 9,
    errors.DiskFull: 10,
    errors.HubUnreachable: 11,
    errors.HubRefused: 12,
    errors.WriteProtected: 13,
    errors.UnsafePlace: 14,
    errors.Cancelled: CANCELLED,
    errors.DelveError: 1,
}

_CLICK: Final = next(one for one in typer.BadParameter.__mro__ if one.__name__ == "ClickException")


def explain(error: BaseException) -> tuple[int, str]:
    """The exit code of an error and the one sentence that says what happened."""
    if isinstance(error, errors.DelveError):
        return _code_of(error), _one_line(str(error) or type(error).__name__)
    if isinstance(error, _CLICK):
        return USAGE, _usage(error)
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return CANCELLED, "Stopped; what was complete is kept."
    if isinstance(error, BrokenPipeError):
        return OK, ""  # whoever read the output has seen enough
    if isinstance(error, MemoryError):
        return INTERNAL, "There is not enough memory for this."
    if isinstance(error, OSError):
        return _system(error)
    return INTERNAL, _bug(error)


def _code_of(error: errors.DelveError) -> int:
    return next(CODES[kind] for kind in type(error).__mro__ if kind in CODES)


def _usage(error: BaseException) -> str:
    message = getattr(error, "format_message", lambda: str(error))()
    sentence = _one_line(message)
    return f"{sentence}{'' if sentence.endswith(('.', '?', '!')) else '.'} See --help."


def _system(error: OSError) -> tuple[int, str]:
    what = error.strerror or type(error).__name__
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in errors.NO_ROOM:
        return CODES[errors.DiskFull], f"{where}The disk is full."
    if isinstance(error, FileNotFoundError):
        return CODES[errors.NotFound], f"{where}There is no such file or folder."
    return CODES[errors.NotAllowed] if isinstance(error, PermissionError) else 1, f"{where}{what}."


def _bug(error: BaseException) -> str:
    """Names the place but no values: they may be what somebody wrote. `DELVE_TRACE=1` shows all."""
    if os.environ.get("DELVE_TRACE") == "1":
        return "".join(traceback.format_exception(error))
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {os.path.basename(frames[-1].filename)} line {frames[-1].lineno}" if frames else ""  # noqa: PTH119 - a name out of a traceback
    return f"The program made a mistake ({type(error).__name__}{place}); nothing half done was kept."


def _one_line(text: str) -> str:
    return " ".join(text.split())
