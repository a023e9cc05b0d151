"""The recovery code: 160 random bits on paper that open a vault whose passphrase is forgotten.

Its text is a code of the kind `RECOVERY` (see `code_text`) whose content is the 160 bits in 32 symbols:
`RECOVERY-A...`, ten groups of four letters and digits.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Final

from . import code_text
from .code_text import FILL, CodeFault, CodeKind, InvalidCode
from .keys import Random
from .vault_header import RECOVERY_SECRET_SIZE

_SYMBOLS: Final = RECOVERY_SECRET_SIZE * 8 // 5


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """One code; it shows its secret only by `to_text`."""

    secret: bytes = field(repr=False)

    @classmethod
    def create(cls, random: Random = os.urandom) -> RecoveryCode:
        """A fresh code."""
        return cls(random(RECOVERY_SECRET_SIZE))

    def to_text(self) -> str:
        """The code as a person copies it from paper."""
        number = int.from_bytes(self.secret, "big")
        symbols = [number >> 5 * (_SYMBOLS - 1 - at) & 31 for at in range(_SYMBOLS)]
        return code_text.write(CodeKind.RECOVERY, symbols)

    @classmethod
    def parse(cls, text: str) -> RecoveryCode:
        """The code a person typed; raises `InvalidCode`, which names the group with a typing mistake."""
        symbols = code_text.read(text, CodeKind.RECOVERY)
        if len(symbols) < _SYMBOLS or any(symbol != FILL for symbol in symbols[_SYMBOLS:]):
            raise InvalidCode("This is no recovery code of this version.", CodeFault.CONTENT)
        number = 0
        for symbol in symbols[:_SYMBOLS]:
            number = number << 5 | symbol
        return cls(number.to_bytes(RECOVERY_SECRET_SIZE, "big"))
