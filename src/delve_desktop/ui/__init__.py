"""The only Qt of the program: bridge, tasks, theme, widgets, and one folder per screen."""

from __future__ import annotations

import builtins
from typing import Final

from .support_cache import compiled_once

with compiled_once():
    import PySide6.QtCore  # noqa: F401 - what is undone below is done by importing it

_IMPORT: Final = "__orig_import__"


def _import_plainly() -> None:
    """Take PySide's own import out again.

    It reads the source of every module that is imported, to see whether Qt's names are to be spelled another
    way in it, which no module asks for here. That takes a tenth of the start, and 28 MB of memory, since the
    source of the program and of all its libraries is kept.
    """
    plain = getattr(builtins, _IMPORT, None)
    if plain is not None:
        builtins.__import__ = plain


_import_plainly()
