"""PySide's own Python, compiled once.

PySide keeps a third of a megabyte of Python inside a library and compiles it anew at every start
(`EmbeddableZipImporter.exec_module` of shiboken6): a tenth of the time to the first page. Here what was
compiled is kept where Python keeps what it compiles of this module, and is taken from there as long as the
words are the same. Where nothing can be kept, all is as ever. The frozen program brings the file with it
(`packaging/freeze/support.py`), and writes none.
"""

from __future__ import annotations

import builtins
import importlib.util
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any, Final

PREFIX: Final = "shibokensupport/"
ENDING: Final = ".support"
MOST: Final = 8 * 1024 * 1024  # bytes of the file; it has about 400 000

Known = dict[str, tuple[bytes, CodeType]]
"""By the name of a file: a hash of its words, and what they were compiled to."""


@contextmanager
def compiled_once() -> Iterator[None]:
    """For the import of PySide."""
    plain, place = builtins.compile, place_of_cache()
    known = read(place)
    new: Known = {}

    def compile_once(source: Any, filename: Any, mode: str, *rest: Any, **more: Any) -> Any:
        if not (isinstance(source, bytes) and isinstance(filename, str) and filename.startswith(PREFIX)):
            return plain(source, filename, mode, *rest, **more)
        words = importlib.util.source_hash(source)
        kept = known.get(filename)
        if kept is None or kept[0] != words:
            kept = new[filename] = words, plain(source, filename, mode, *rest, **more)
        return kept[1]

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = plain
        if new and not sys.dont_write_bytecode and not _is_frozen():
            write(place, known | new)


def place_of_cache() -> Path:
    """Beside what Python keeps of this module, and so another for each version of Python."""
    if _is_frozen():
        return Path(__file__).with_suffix(ENDING)
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(ENDING)


def read(place: Path) -> Known:
    """What was compiled before; nothing where there is none, or it is damaged or of another Python."""
    with suppress(OSError, EOFError, ValueError, TypeError):  # as of a compiled module: it is made anew
        with place.open("rb") as file:
            data = file.read(MOST)
        known: Known
        magic, known = marshal.loads(data)  # noqa: S302 - as trusted as the compiled modules beside it
        if magic == importlib.util.MAGIC_NUMBER and _is_known(known):
            return known
    return {}


def write(place: Path, known: Known) -> None:
    """Keep it for the next start, in one step. Nobody needs it to go on."""
    beside = place.with_suffix(f"{ENDING}.{os.getpid()}")
    with suppress(OSError):  # a folder that takes nothing, or a full disk: the next start compiles again
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(marshal.dumps((importlib.util.MAGIC_NUMBER, known)))
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


def _is_frozen() -> bool:
    return getattr(sys, "frozen", False)


def _is_known(known: object) -> bool:
    return isinstance(known, dict) and all(
        isinstance(kept, tuple) and len(kept) == 2 and isinstance(kept[1], CodeType)
        for kept in known.values()
    )
