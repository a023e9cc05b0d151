"""Bugs planted into the real code, each of the kind that some product shipped. The simulation must find them.

Each is a context in which one function of the program is replaced by a broken one.
"""

from __future__ import annotations

from .planted_records import RECORD_BUGS
from .planted_sync import SYNC_BUGS

BUGS = (*SYNC_BUGS, *RECORD_BUGS)
