"""Which versions of the protocol this program speaks, and the one it never goes below."""

from __future__ import annotations

from typing import Final

CURRENT: Final = 1
FLOOR: Final = 1
SPOKEN: Final = (1,)
