"""Signed acts: exact bytes, their signature and their id."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from delve_desktop.domain import acts
from delve_desktop.domain.errors import Damaged, Malformed, UnknownVersion
from delve_desktop.domain.ids import DeviceId, SpaceId, signed_message
from delve_desktop.protocol.acts import act_id, sign_act, split_act, verify_act
from delve_desktop.protocol.limits import ACT_MAX
from delve_desktop.protocol.signing import SIGNATURE_SIZE

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
AUTHOR = DeviceId(KEY.public_key().public_bytes_raw())
ACT = acts.build(SpaceId(b"s" * 16), AUTHOR, (), acts.Found(b"n" * 16, b"x" * 32))


def sign(tag: str, *parts: bytes) -> bytes:
    return KEY.sign(signed_message(tag, *parts))


def test_a_signed_act_verifies_and_keeps_its_id() -> None:
    signed = sign_act(ACT, sign)
    assert verify_act(signed.data) == signed
    assert signed.id == act_id(signed.data)


def test_inv11_every_flipped_bit_of_an_act_is_detected() -> None:
    data = sign_act(ACT, sign).data
    for place in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            with pytest.raises((Damaged, Malformed, UnknownVersion)):
                verify_act(bytes(changed))


def test_an_act_that_is_too_short_or_too_long_is_malformed() -> None:
    with pytest.raises(Malformed):
        split_act(b"x" * 64)
    with pytest.raises(Malformed):
        split_act(b"x" * (ACT_MAX + 1))


def test_a_body_and_its_signature_fill_exactly_what_a_frame_takes() -> None:
    assert acts.MAX_BODY + SIGNATURE_SIZE == ACT_MAX
