"""Tickets: what opens a new space on a hub, handed over as text.

`DT1-` and the base32 (RFC 4648, without padding) of 16 secret bytes and 16 bytes that tell the hub:
the first half of SHA-256 of its public key. The hub keeps a hash of the secret only.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Final, Self

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import tagged_hash

PREFIX: Final = "DT1-"
SECRET_SIZE: Final = 16
_SIZE: Final = 32


@dataclass(frozen=True, slots=True)
class Ticket:
    """`secret` goes into HELLO; `hub` (16 bytes) tells the hub it is for."""

    secret: bytes = field(repr=False)
    hub: bytes

    @classmethod
    def for_hub(cls, secret: bytes, server_key: bytes) -> Self:
        """The ticket with this secret (16 random bytes) for the hub with this public key."""
        return cls(secret, hashlib.sha256(server_key).digest()[:SECRET_SIZE])

    @classmethod
    def parse(cls, text: str) -> Self:
        """The ticket in a text; spaces, line ends and case do not matter. Raises `InvalidContent`."""
        compact = "".join(text.split()).upper()
        if not compact.startswith(PREFIX):
            raise InvalidContent(f"A ticket begins with {PREFIX}; this text does not.")
        try:
            data = base64.b32decode(compact.removeprefix(PREFIX) + "====")
        except (binascii.Error, ValueError) as error:
            raise InvalidContent("This ticket has a typing error.") from error
        if len(data) != _SIZE:
            raise InvalidContent("This ticket is not complete.")
        return cls(data[:SECRET_SIZE], data[SECRET_SIZE:])

    def text(self) -> str:
        """What is printed and handed over: 56 characters."""
        return PREFIX + base64.b32encode(self.secret + self.hub).decode("ascii").rstrip("=")

    def is_for(self, server_key: bytes) -> bool:
        """Whether the hub with this public key gave it out."""
        return hmac.compare_digest(self.hub, Ticket.for_hub(self.secret, server_key).hub)


def secret_hash(secret: bytes) -> bytes:
    """What the hub keeps of a ticket's secret; 32 bytes."""
    return tagged_hash("ticket", secret)
