"""Invites: a code that a person carries, and the keys that both sides derive from it.

The content of a code (`code_text`), in 5-bit symbols, numbers big endian:

    form      1  how the hub's address follows:
                 0 no hub: the rest travels in a file
                 1 https, name     2 https, port, name     3 http, port, name
                 4 https, port, IPv4     5 http, port, IPv4
                 6 https, port, IPv6     7 http, port, IPv6
    seed     16  80 random bits
    port      4
    IPv4 7, IPv6 26, or a name: a-z as 0-25, dot 26, hyphen 27, underscore 28, a digit as 30 and its value

Whoever has the code reads the bundle and may ask to join; only a coordinator's approval admits, after both
have compared six words. Guessing the seed takes 2^80 tries against the lookup id, which the hub knows.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from ipaddress import IPv4Address, IPv6Address
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from delve_desktop.domain.addresses import HTTPS_PORT, HubAddress
from delve_desktop.domain.errors import InvalidContent, NewerFormat
from delve_desktop.domain.ids import SHORT, signed_message

from . import code_text
from .box import open_box, seal_box
from .code_text import FILL, CodeFault, CodeKind, InvalidCode
from .keys import Random, expand

SEED_SIZE: Final = 10
_SEED_SYMBOLS: Final = 16
_PORT_SYMBOLS: Final = 4
_NAME: Final = "abcdefghijklmnopqrstuvwxyz.-_"
_DIGIT: Final = 30
_NO_HUB: Final = 0
_HTTPS_NAME: Final = 1
_FORMS: Final = {  # the form of an address with a port: secure, IP version
    (True, 0): 2,
    (False, 0): 3,
    (True, 4): 4,
    (False, 4): 5,
    (True, 6): 6,
    (False, 6): 7,
}
_OF_FORM: Final = {form: shape for shape, form in _FORMS.items()}
_IP_SYMBOLS: Final = {4: 7, 6: 26}


@dataclass(frozen=True, slots=True)
class InviteCode:
    """What a code says: for whom it is, where the hub is (a URL, or empty for none), and the seed."""

    kind: CodeKind
    hub_url: str
    seed: bytes = field(repr=False)

    @classmethod
    def create(
        cls, hub_url: str, kind: CodeKind = CodeKind.INVITE, random: Random = os.urandom
    ) -> InviteCode:
        """A fresh code; raises `InvalidContent` for an address that a code cannot carry."""
        url = HubAddress.parse(hub_url).url if hub_url else ""
        code = cls(kind, url, random(SEED_SIZE))
        code.to_text()
        return code

    def to_text(self) -> str:
        """The code as it is shown: `JOIN-A123-...`, only capitals, digits and hyphens, as a QR code likes."""
        seed = _to_symbols(int.from_bytes(self.seed, "big"), _SEED_SYMBOLS)
        form, address = _pack_address(self.hub_url)
        return code_text.write(self.kind, [form, *seed, *address])

    @classmethod
    def parse(cls, text: str, kind: CodeKind = CodeKind.INVITE) -> InviteCode:
        """The code a person typed, pasted or scanned.

        Raises `InvalidCode`, which tells a typing mistake from a wrong kind or a missing part, or
        `NewerFormat` for a code that a later version made.
        """
        form, *content = code_text.read(text, kind)
        if form > max(_OF_FORM):
            raise NewerFormat("The code was made by a newer version of Delve.")
        seed = _to_number(content[:_SEED_SYMBOLS]).to_bytes(SEED_SIZE, "big")
        try:
            code = cls(kind, _unpack_address(form, content[_SEED_SYMBOLS:]), seed)
            same = code_text.read(code.to_text(), kind) == [form, *content]
        except InvalidContent as error:
            raise InvalidCode("The code names no hub that can be reached.", CodeFault.CONTENT) from error
        if not same:
            raise InvalidCode("The code names no hub that can be reached.", CodeFault.CONTENT)
        return code

    def keys(self) -> InviteKeys:
        """The keys that inviter and invited derive from the seed."""
        return InviteKeys(self.kind, self.seed)


class InviteKeys:
    """Keys from a seed of 10 bytes, different for each kind of code."""

    def __init__(self, kind: CodeKind, seed: bytes) -> None:
        if len(seed) != SEED_SIZE:
            raise ValueError("a seed has 10 bytes")
        self._kind: Final = kind
        self._seed: Final = seed
        self.lookup: Final = self._derive(
            "lookup", SHORT
        )  # 16 bytes, public: what the hub finds the invite by

    @cached_property
    def verify_key(self) -> bytes:
        """32 bytes, public: the Ed25519 key by which a hub accepts a join request."""
        return self._signing_key.public_key().public_bytes_raw()

    def sign(self, tag: str, *parts: bytes) -> bytes:
        """64-byte signature that `protocol.signing.verify` accepts for `verify_key`, tag and parts."""
        return self._signing_key.sign(signed_message(tag, *parts))

    def seal_bundle(self, plaintext: bytes, bound: bytes = b"", random: Random = os.urandom) -> bytes:
        """What the invited person needs, sealed; 32 bytes longer. `bound` must be told to open it."""
        return self._seal("bundle", plaintext, bound, random)

    def open_bundle(self, sealed: bytes, bound: bytes = b"") -> bytes:
        """What `seal_bundle` sealed under the same code; raises `Damaged`."""
        return self._open("bundle", sealed, bound)

    def seal_request(self, plaintext: bytes, bound: bytes, random: Random = os.urandom) -> bytes:
        """A join request, sealed for the inviter; 32 bytes longer. `bound` is the space, 16 bytes."""
        return self._seal("request", plaintext, bound, random)

    def open_request(self, sealed: bytes, bound: bytes) -> bytes:
        """What `seal_request` sealed under the same code and space; raises `Damaged`."""
        return self._open("request", sealed, bound)

    @cached_property
    def _signing_key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._derive("signing", 32))

    def _derive(self, use: str, size: int) -> bytes:
        return expand(self._seed, f"code-{self._kind.value}-{use}", size=size)

    def _seal(self, use: str, plaintext: bytes, bound: bytes, random: Random) -> bytes:
        return seal_box(self._derive(use, 32), use, plaintext, self.lookup + bound, random)

    def _open(self, use: str, sealed: bytes, bound: bytes) -> bytes:
        return open_box(self._derive(use, 32), use, sealed, self.lookup + bound)


def _to_symbols(number: int, count: int) -> list[int]:
    return [number >> 5 * (count - 1 - at) & 31 for at in range(count)]


def _to_number(symbols: list[int]) -> int:
    number = 0
    for symbol in symbols:
        number = number << 5 | symbol
    return number


def _pack_address(url: str) -> tuple[int, list[int]]:
    if not url:
        return _NO_HUB, []
    address = HubAddress.parse(url)
    ip = address.ip
    if ip is None and address.secure and address.port == HTTPS_PORT:
        return _HTTPS_NAME, _pack_name(address.host)
    form = _FORMS[address.secure, ip.version if ip else 0]
    host = _to_symbols(int(ip), _IP_SYMBOLS[ip.version]) if ip else _pack_name(address.host)
    return form, [*_to_symbols(address.port, _PORT_SYMBOLS), *host]


def _pack_name(name: str) -> list[int]:
    symbols: list[int] = []
    for character in name:
        symbols += [_DIGIT, int(character)] if character.isdigit() else [_NAME.index(character)]
    return symbols


def _unpack_address(form: int, symbols: list[int]) -> str:
    """The URL; raises `InvalidContent`. That nothing is left over is for the caller to check."""
    if form == _NO_HUB:
        return ""
    if form == _HTTPS_NAME:
        return HubAddress.parse(f"https://{_unpack_name(symbols)}").url
    secure, version = _OF_FORM[form]
    port, symbols = _to_number(symbols[:_PORT_SYMBOLS]), symbols[_PORT_SYMBOLS:]
    if version:
        number = _to_number(symbols[: _IP_SYMBOLS[version]])
        host = _ip_text(number, version)
    else:
        host = _unpack_name(symbols)
    return HubAddress.parse(f"{'https' if secure else 'http'}://{host}:{port}").url


def _ip_text(number: int, version: int) -> str:
    try:
        return str(IPv4Address(number)) if version == 4 else f"[{IPv6Address(number)}]"
    except ValueError as error:
        raise InvalidContent("Not an IP address.") from error


def _unpack_name(symbols: list[int]) -> str:
    name = []
    rest = iter(symbols)
    for symbol in rest:
        if symbol == FILL:
            break
        if symbol == _DIGIT:
            name.append(str(next(rest, 0)))
        elif symbol < len(_NAME):
            name.append(_NAME[symbol])
        else:
            raise InvalidContent("Not a name.")
    return "".join(name)
