"""The report of a self-test: plain sentences, each written when it is true."""

from __future__ import annotations

import faulthandler
import sys
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TextIO

PATIENCE: Final = 600.0  # seconds after which a self-test that hangs is ended, and its places written down


class Report:
    """Lines on standard output, where there is one, and in a file, if one was named.

    Every line is on its way to the disk before the next step begins: if the program dies, the last line names
    the step in which it died, and below it stand the places in the source. Raises the `OSError` of a file
    that cannot be written.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file: TextIO | None = None
        if file is not None:
            self._file = file.open("w", encoding="utf-8", newline="\n")
        where = self._file or sys.stderr
        self._watched = where is not None
        if where is not None:
            faulthandler.enable(where)
            faulthandler.dump_traceback_later(PATIENCE, exit=True, file=where)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._watched:
            faulthandler.cancel_dump_traceback_later()
            faulthandler.disable()
        if self._file is not None:
            self._file.close()

    def begin(self, step: str) -> None:
        """Name a step that begins now."""
        self._write(f"{step}: ")

    def say(self, sentence: str) -> None:
        """A whole line, or the end of the one that was begun."""
        self._write(sentence + "\n")

    def _write(self, text: str) -> None:
        if sys.stdout is not None:
            sys.stdout.write(text)
            sys.stdout.flush()
        if self._file is not None:
            self._file.write(text)
            self._file.flush()
