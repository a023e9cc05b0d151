import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import signed_message
from delve_desktop.protocol import signing

SIGNER = Identity(bytes(range(64)))
OTHER = Identity(bytes(range(64, 128)))

# every encoding of a point of small order, canonical or not (RFC 8032 5.1.3 refuses the latter)
SMALL_ORDER = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]


@given(st.lists(st.binary(max_size=40), max_size=3))
def test_a_signature_fits_its_signer_tag_and_parts(parts):
    signature = SIGNER.sign("segment", *parts)
    assert len(signature) == signing.SIGNATURE_SIZE
    signing.verify(SIGNER.device, signature, "segment", *parts)
    with pytest.raises(Damaged):
        signing.verify(OTHER.device, signature, "segment", *parts)
    with pytest.raises(Damaged):
        signing.verify(SIGNER.device, signature, "act", *parts)
    with pytest.raises(Damaged):
        signing.verify(SIGNER.device, signature, "segment", *parts, b"more")


def test_the_signed_bytes_are_tag_zero_and_parts():
    assert signed_message("act", b"ab", b"c") == b"delve/1/act\0abc"


def test_every_flipped_byte_of_a_signature_is_detected():
    signature = SIGNER.sign("act", b"bytes")
    for at in range(len(signature)):
        flipped = signature[:at] + bytes((signature[at] ^ 0x10,)) + signature[at + 1 :]
        with pytest.raises(Damaged):
            signing.verify(SIGNER.device, flipped, "act", b"bytes")


@pytest.mark.parametrize("device, signature", [(31, 64), (33, 64), (0, 64), (32, 63), (32, 65), (32, 0)])
def test_keys_and_signatures_of_another_length_are_damaged(device, signature):
    with pytest.raises(Damaged):
        signing.verify(SIGNER.device[:device].ljust(device), bytes(signature), "act", b"")


@pytest.mark.parametrize("point", SMALL_ORDER)
@pytest.mark.parametrize("sign", [0x00, 0x80])
def test_a_key_that_anybody_can_sign_for_is_refused(point, sign):
    device = bytes.fromhex(point)
    device = device[:31] + bytes((device[31] | sign,))
    universal = b"\x01" + bytes(63)  # R the neutral point, S zero: fits any message under such a key
    for counter in range(16):
        with pytest.raises(Damaged):
            signing.verify(device, universal, "act", bytes((counter,)))
