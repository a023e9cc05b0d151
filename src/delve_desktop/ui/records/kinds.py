"""What the record pane needs to know of a kind; the shell hands these in, so screens stay apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .form import Form
from .reading import Reading


@dataclass(frozen=True)
class KindScreen:
    """How one kind of record is read and edited."""

    kind: str
    icon: str
    noun: str  # "Note"
    reading: type[Reading]
    form: Callable[[], Form] | None  # None: cannot be edited here
