"""The vault header: what a passphrase needs to become the vault key. It lies in plain sight.

All numbers big endian:

    magic       4   b"DLVV"
    version     1   1
    vault id   16   random
    generation  4   1 in a new vault, one more with every change of a secret
    slots       1   how many follow, 1 to 16
      kind      1   1 passphrase, 2 recovery code; others belong to later versions
      length    2   bytes of the body
      body
    proof      32   HMAC-SHA256(HKDF(vault key, "vault-header"), everything before)
    checksum   16   SHA-256("delve/1/vault-header-checksum" 00 everything before), cut to 16

Body of a passphrase slot, 86 bytes:

    function   1   1 Argon2id
    memory     4   KiB
    passes     4
    lanes      1
    salt      16   random
    nonce     12   random
    wrapped   48   ChaCha20-Poly1305 of the 32-byte vault key under the derived key

with everything in the slot before `wrapped`, and magic, version and vault id, as associated data. Body of
a recovery slot, 64 bytes: the vault key in a `box` under the 20 bytes of the code, labelled "recovery-slot",
bound to magic, version, vault id and kind. A code is random, so no cost has to slow guesses down.

The other slots are not in a slot's associated data, so that one can be added, or a forgotten passphrase
replaced, without knowing the secret of the others: the proof, made under the vault key, covers them. Order
of judgement: a chance fault breaks the checksum (`Damaged`); a slot that does not open is `WrongPassphrase`;
a header somebody changed on purpose opens no slot or breaks the proof (`Damaged`).

The generation is kept in the database too. A header older than that is one that was put back, and what it
opens for is no longer a way in (`store.vault` and `services.session` see to it).

Every version begins with the magic and the version byte and ends with the checksum: so a newer header is
told from a broken one. At most 4 KiB. Slots of unknown kinds are kept as they are.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from dataclasses import dataclass, field, replace
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from delve_desktop.domain.errors import Damaged, InvalidContent, NewerFormat, NotFound, WrongPassphrase
from delve_desktop.domain.ids import tagged_hash

from . import kdf
from .box import OVERHEAD, open_box, seal_box
from .kdf import KdfParams
from .keys import KEY_SIZE, Random, VaultKey, header_key

MAGIC: Final = b"DLVV"
VERSION: Final = 1
MAX_SIZE: Final = 4096
MAX_SLOTS: Final = 16

PASSPHRASE: Final = 1
RECOVERY: Final = 2
RECOVERY_SECRET_SIZE: Final = 20

_ARGON2ID: Final = 1
_ID_SIZE: Final = 16
_PROOF_SIZE: Final = 32
_CHECKSUM_SIZE: Final = 16
_TAG_SIZE: Final = 16
_HEAD: Final = struct.Struct(">4sB16sIB")
_SLOT: Final = struct.Struct(">BH")
_PASSPHRASE_HEAD: Final = struct.Struct(">BIIB16s12s")
_PASSPHRASE_SIZE: Final = _PASSPHRASE_HEAD.size + KEY_SIZE + _TAG_SIZE
_RECOVERY_SIZE: Final = KEY_SIZE + OVERHEAD
_RECOVERY_LABEL: Final = "recovery-slot"
_SMALLEST: Final = len(MAGIC) + 1 + _CHECKSUM_SIZE


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the vault key; `body` has the layout of its kind."""

    kind: int
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class VaultHeader:
    """A header as it is in its file; changing it gives a new one."""

    vault_id: bytes
    generation: int
    slots: tuple[Slot, ...]
    proof: bytes = field(repr=False)

    @classmethod
    def create(
        cls, passphrase: str, params: KdfParams = kdf.DEFAULT, random: Random = os.urandom
    ) -> tuple[Self, VaultKey]:
        """A header for a new vault, and the fresh vault key that the passphrase now opens."""
        return cls._made(random(_ID_SIZE), 1, passphrase, params, random)

    @classmethod
    def _made(
        cls, vault_id: bytes, generation: int, passphrase: str, params: KdfParams, random: Random
    ) -> tuple[Self, VaultKey]:
        vault_key = VaultKey(random(KEY_SIZE))
        slots = (_passphrase_slot(vault_id, vault_key, passphrase, params, random),)
        return cls(vault_id, generation, slots, _proof(vault_id, generation, slots, vault_key)), vault_key

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """The header in these bytes; raises `Damaged`, or `NewerFormat` for a later version's header."""
        _check_frame(data)
        content = data[: -_CHECKSUM_SIZE - _PROOF_SIZE]
        if len(content) < _HEAD.size:
            raise Damaged("The vault header is cut short.")
        _, _, vault_id, generation, count = _HEAD.unpack_from(content)
        if not generation:
            raise Damaged("The vault header names a generation that never was.")
        slots = _parse_slots(content[_HEAD.size :], count)
        return cls(vault_id, generation, slots, data[len(content) : -_CHECKSUM_SIZE])

    def to_bytes(self) -> bytes:
        """The header as it is written to its file."""
        covered = _covered(self.vault_id, self.generation, self.slots) + self.proof
        return covered + _checksum(covered)

    def open(self, passphrase: str) -> VaultKey:
        """The vault key, after about a second.

        Raises `WrongPassphrase`, or `Damaged` when somebody changed the header.
        """
        slots = [slot for slot in self.slots if slot.kind == PASSPHRASE]
        if not slots:
            raise Damaged("The vault header holds no passphrase.")
        for slot in slots:
            vault_key = _try_slot(self.vault_id, slot, passphrase)
            if vault_key is not None:
                self._check_proof(vault_key)
                return vault_key
        raise WrongPassphrase("The passphrase does not open this vault.")

    def open_with_code(self, secret: bytes) -> VaultKey:
        """The vault key, by the 20 bytes of a recovery code; raises as `open`, and at once.

        `NotFound` says that the vault has no recovery code.
        """
        slots = [slot for slot in self.slots if slot.kind == RECOVERY]
        if not slots:
            raise NotFound("This vault has no recovery code.")
        for slot in slots:
            try:
                opened = open_box(secret, _RECOVERY_LABEL, slot.body, _bound(self.vault_id, RECOVERY, b""))
            except Damaged:
                continue  # another code: not an error yet
            vault_key = VaultKey(opened)
            self._check_proof(vault_key)
            return vault_key
        raise WrongPassphrase("This recovery code does not open this vault; perhaps a newer one was made.")

    @property
    def has_recovery(self) -> bool:
        """Whether a recovery code opens this vault."""
        return any(slot.kind == RECOVERY for slot in self.slots)

    def with_passphrase(
        self,
        vault_key: VaultKey,
        passphrase: str,
        params: KdfParams = kdf.DEFAULT,
        random: Random = os.urandom,
    ) -> Self:
        """The header with the one new passphrase in place of every old one; other slots stay.

        Whoever has an old copy of the header still gets the vault key with the old passphrase.
        """
        return self._with(
            vault_key, PASSPHRASE, _passphrase_slot(self.vault_id, vault_key, passphrase, params, random)
        )

    def with_recovery(self, vault_key: VaultKey, secret: bytes, random: Random = os.urandom) -> Self:
        """The header with this recovery code (20 bytes) in place of every old one; passphrases stay."""
        return self._with(vault_key, RECOVERY, _recovery_slot(self.vault_id, vault_key, secret, random))

    def with_new_key(
        self, passphrase: str, params: KdfParams = kdf.DEFAULT, random: Random = os.urandom
    ) -> tuple[Self, VaultKey]:
        """A header of the same vault for a fresh vault key that only this passphrase opens."""
        return self._made(self.vault_id, self.generation + 1, passphrase, params, random)

    def params(self) -> KdfParams:
        """The cost of the first passphrase slot, to tell whether it should be raised."""
        for slot in self.slots:
            if slot.kind == PASSPHRASE:
                return _params_of(slot)
        raise Damaged("The vault header holds no passphrase.")

    def _with(self, vault_key: VaultKey, kind: int, new: Slot) -> Self:
        self._check_proof(vault_key)
        slots = tuple(sorted((new, *(slot for slot in self.slots if slot.kind != kind)), key=_by_kind))
        generation = self.generation + 1
        proof = _proof(self.vault_id, generation, slots, vault_key)
        return replace(self, generation=generation, slots=slots, proof=proof)

    def _check_proof(self, vault_key: VaultKey) -> None:
        wanted = _proof(self.vault_id, self.generation, self.slots, vault_key)
        if not hmac.compare_digest(self.proof, wanted):
            raise Damaged("The vault header was changed by something other than Delve.")


def _by_kind(slot: Slot) -> int:
    return slot.kind


def _check_frame(data: bytes) -> None:
    """Size, magic, checksum and version, in the order that names a fault best."""
    if not _SMALLEST <= len(data) <= MAX_SIZE:
        raise Damaged(f"A vault header has {_SMALLEST} to {MAX_SIZE} bytes; this one has {len(data)}.")
    if not data.startswith(MAGIC):
        raise Damaged("This is not a vault header.")
    if data[-_CHECKSUM_SIZE:] != _checksum(data[:-_CHECKSUM_SIZE]):
        raise Damaged("The vault header is damaged: its checksum does not fit.")
    version = data[len(MAGIC)]
    if version > VERSION:
        raise NewerFormat(f"The vault has version {version}; this program knows {VERSION}.")
    if version < VERSION:
        raise Damaged(f"The vault header names version {version}, which never was.")


def _parse_slots(data: bytes, count: int) -> tuple[Slot, ...]:
    """Exactly `count` slots that fill `data`."""
    if not 1 <= count <= MAX_SLOTS:
        raise Damaged(f"A vault header has 1 to {MAX_SLOTS} slots; this one names {count}.")
    slots = []
    at = 0
    for _ in range(count):
        if len(data) - at < _SLOT.size:
            raise Damaged("The vault header is cut short.")
        kind, length = _SLOT.unpack_from(data, at)
        at += _SLOT.size
        if len(data) - at < length:
            raise Damaged("The vault header is cut short.")
        slot = Slot(kind, data[at : at + length])
        if kind == PASSPHRASE:
            _params_of(slot)
        if kind == RECOVERY and length != _RECOVERY_SIZE:
            raise Damaged("A recovery slot of the vault header has the wrong length.")
        slots.append(slot)
        at += length
    if at != len(data):
        raise Damaged("The vault header has bytes that belong to nothing.")
    return tuple(slots)


def _params_of(slot: Slot) -> KdfParams:
    """The cost that a passphrase slot names, if its layout and the cost are acceptable."""
    if len(slot.body) != _PASSPHRASE_SIZE:
        raise Damaged("A passphrase slot of the vault header has the wrong length.")
    function, memory, passes, lanes, _, _ = _PASSPHRASE_HEAD.unpack_from(slot.body)
    if function != _ARGON2ID:
        raise Damaged("The vault header names an unknown way to derive a key from a passphrase.")
    params = KdfParams(memory, passes, lanes)
    params.check()
    return params


def _passphrase_slot(
    vault_id: bytes, vault_key: VaultKey, passphrase: str, params: KdfParams, random: Random
) -> Slot:
    salt = random(kdf.SALT_SIZE)
    nonce = random(12)
    head = _PASSPHRASE_HEAD.pack(_ARGON2ID, params.memory, params.passes, params.lanes, salt, nonce)
    key = kdf.derive_key(passphrase, salt, params)
    wrapped = ChaCha20Poly1305(key).encrypt(nonce, vault_key, _bound(vault_id, PASSPHRASE, head))
    return Slot(PASSPHRASE, head + wrapped)


def _recovery_slot(vault_id: bytes, vault_key: VaultKey, secret: bytes, random: Random) -> Slot:
    if len(secret) != RECOVERY_SECRET_SIZE:
        raise ValueError("a recovery code has 20 bytes")
    return Slot(
        RECOVERY, seal_box(secret, _RECOVERY_LABEL, vault_key, _bound(vault_id, RECOVERY, b""), random)
    )


def _try_slot(vault_id: bytes, slot: Slot, passphrase: str) -> VaultKey | None:
    params = _params_of(slot)
    head, wrapped = slot.body[: _PASSPHRASE_HEAD.size], slot.body[_PASSPHRASE_HEAD.size :]
    *_, salt, nonce = _PASSPHRASE_HEAD.unpack(head)
    try:
        key = kdf.derive_key(passphrase, salt, params)
    except InvalidContent:
        return None  # no vault has such a passphrase
    try:
        opened = ChaCha20Poly1305(key).decrypt(nonce, wrapped, _bound(vault_id, slot.kind, head))
    except InvalidTag:
        return None  # another passphrase: not an error yet, the next slot may open
    return VaultKey(opened)


def _bound(vault_id: bytes, kind: int, head: bytes) -> bytes:
    return MAGIC + bytes((VERSION,)) + vault_id + bytes((kind,)) + head


def _covered(vault_id: bytes, generation: int, slots: tuple[Slot, ...]) -> bytes:
    parts = [_HEAD.pack(MAGIC, VERSION, vault_id, generation, len(slots))]
    for slot in slots:
        parts.append(_SLOT.pack(slot.kind, len(slot.body)))
        parts.append(slot.body)
    return b"".join(parts)


def _proof(vault_id: bytes, generation: int, slots: tuple[Slot, ...], vault_key: VaultKey) -> bytes:
    return hmac.digest(header_key(vault_key), _covered(vault_id, generation, slots), hashlib.sha256)


def _checksum(data: bytes) -> bytes:
    return tagged_hash("vault-header-checksum", data)[:_CHECKSUM_SIZE]
