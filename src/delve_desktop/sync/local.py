"""What sync works with on this side: the vault, the keys of the device, randomness and a clock."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.keys import Random

from .ports import VaultPort


@dataclass(frozen=True, slots=True)
class Local:
    """One laptop's side of an exchange. `clock` counts seconds to size slices; no rule reads it."""

    vault: VaultPort
    identity: Identity
    random: Random = os.urandom
    clock: Callable[[], float] = time.monotonic
    cancelled: Callable[[], bool] = lambda: False
