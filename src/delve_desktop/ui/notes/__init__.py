"""Notes: reading and writing them."""

from __future__ import annotations

from .form import NoteForm
from .reading import NoteReading

__all__ = ["NoteForm", "NoteReading"]
