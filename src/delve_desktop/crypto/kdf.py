"""From a passphrase to a key: Argon2id (RFC 9106), with a cost that has a floor and caps.

A passphrase is normalised first, so that it opens from any keyboard: NFKD, accents of Latin letters
(U+0300 to U+036F) dropped, then NFKC; runs of blanks become one, and none at the ends. Case counts.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from delve_desktop.domain.errors import Damaged, InvalidContent

from .keys import KEY_SIZE

SALT_SIZE: Final = 16
MIB: Final = 1024  # KiB in a MiB

_ACCENTS: Final = re.compile("[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class KdfParams:
    """The cost of one derivation: memory in KiB, passes over it, and lanes."""

    memory: int
    passes: int
    lanes: int

    def check(self) -> None:
        """Raise `Damaged` when the cost lies below the floor or above the caps.

        The floor keeps a changed header from making guesses cheap, the caps from exhausting the laptop.
        """
        if self.memory < FLOOR.memory or self.passes < FLOOR.passes or self.lanes < FLOOR.lanes:
            raise Damaged("The vault header asks for a weaker passphrase protection than is ever used.")
        if self.memory > CAP.memory or self.passes > CAP.passes or self.lanes > CAP.lanes:
            raise Damaged("The vault header asks for more memory or time than is ever used.")


FLOOR: Final = KdfParams(19 * MIB, 2, 1)
DEFAULT: Final = KdfParams(64 * MIB, 3, 4)
CAP: Final = KdfParams(512 * MIB, 64, 16)

# What `calibrate` goes up to: opening must also work on a laptop with 2 GB, half of them in use.
CALIBRATED_MEMORY: Final = 256 * MIB


def derive_key(passphrase: str, salt: bytes, params: KdfParams) -> bytes:
    """32 bytes; takes about a second and `params.memory`, and lets other threads run meanwhile.

    Raises `InvalidContent` for a passphrase that is no text: half a surrogate pair, as a terminal gives
    for bytes it does not understand. (An encoding error would carry the passphrase with it.)
    """
    params.check()
    if any("\ud800" <= character <= "\udfff" for character in passphrase):
        raise InvalidContent("The passphrase holds a character that is not valid.")
    argon = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=params.passes,
        lanes=params.lanes,
        memory_cost=params.memory,
    )
    return argon.derive(normalise(passphrase).encode("utf-8"))


def normalise(passphrase: str) -> str:
    """The passphrase as it is derived from; see the module's docstring."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", passphrase))
    return " ".join(unicodedata.normalize("NFKC", bare).split())


def calibrate(
    seconds: float = 1.0,
    *,
    memory: int = CALIBRATED_MEMORY,
    clock: Callable[[], float] = time.perf_counter,
    derive: Callable[[str, bytes, KdfParams], bytes] = derive_key,
) -> KdfParams:
    """A cost of about `seconds` on this laptop, never below `DEFAULT`: first more memory, then more passes.

    `memory` (KiB) is the most it takes, at most the cap. Runs for about `seconds`.
    """
    params = DEFAULT
    taken = _time(params, clock, derive)
    while params.memory * 2 <= min(memory, CAP.memory) and taken * 2 <= seconds:
        params = replace(params, memory=params.memory * 2)
        taken *= 2
    passes = int(params.passes * seconds / taken) if taken > 0 else CAP.passes
    return replace(params, passes=max(params.passes, min(passes, CAP.passes)))


def _time(
    params: KdfParams, clock: Callable[[], float], derive: Callable[[str, bytes, KdfParams], bytes]
) -> float:
    # the better of two runs: the first one also pays for fresh memory, and other programs may interfere
    runs = []
    for _ in range(2):
        start = clock()
        derive("calibration", bytes(SALT_SIZE), params)
        runs.append(clock() - start)
    return min(runs)
