"""What a section of the window lists, and in which words."""

from __future__ import annotations

from dataclasses import dataclass

from .items import Query


@dataclass(frozen=True)
class Listing:
    """One section's list. `empty` says what to do where it holds nothing."""

    heading: str
    query: Query
    search_hint: str
    empty: str
    new_kind: str = ""  # what New begins; empty: no New here
    icon: str = "leaf"
