"""What the doctor finds: one sentence, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["good", "note", "wrong", "unknown"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `about` is its stable name; `do` is empty where nothing is to be done."""

    about: str
    state: State
    says: str
    do: str = ""
