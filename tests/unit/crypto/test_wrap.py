import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto.identity import Identity
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.wrap import WRAP_SIZE, hpke_info, unwrap, wrap
from delve_desktop.domain.errors import Damaged

from . import hpke_reference

KEY = EpochKey(bytes(range(32)))
MEMBER = Identity(bytes(range(64)))
OTHER = Identity(bytes(range(64, 128)))


def test_the_member_unwraps_what_was_wrapped():
    wrapped = wrap(KEY, MEMBER.exchange, b"space and epoch")
    assert len(wrapped) == WRAP_SIZE == 80
    assert unwrap(wrapped, MEMBER, b"space and epoch") == KEY


def test_two_wraps_of_one_key_differ():
    assert wrap(KEY, MEMBER.exchange, b"i") != wrap(KEY, MEMBER.exchange, b"i")


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_a_wrap_opens_only_with_its_own_info(info, other):
    wrapped = wrap(KEY, MEMBER.exchange, info)
    if info == other:
        assert unwrap(wrapped, MEMBER, other) == KEY
    else:
        with pytest.raises(Damaged):
            unwrap(wrapped, MEMBER, other)


def test_another_device_does_not_unwrap():
    with pytest.raises(Damaged):
        unwrap(wrap(KEY, MEMBER.exchange, b"i"), OTHER, b"i")


def test_every_flipped_byte_of_a_wrap_is_detected():
    wrapped = wrap(KEY, MEMBER.exchange, b"i")
    for at in range(WRAP_SIZE):
        for bit in (0x01, 0x80):
            # the top bit of an X25519 public key is ignored by RFC 7748, but HPKE binds the bytes sent
            flipped = wrapped[:at] + bytes((wrapped[at] ^ bit,)) + wrapped[at + 1 :]
            with pytest.raises(Damaged):
                unwrap(flipped, MEMBER, b"i")


@pytest.mark.parametrize("size", [0, 31, 79, 81, 200])
def test_a_wrap_of_another_length_is_damaged(size):
    with pytest.raises(Damaged):
        unwrap(bytes(size), MEMBER, b"i")


@pytest.mark.parametrize("exchange", [b"", bytes(31), bytes(32), b"\x01" + bytes(31)])
def test_nothing_is_wrapped_for_a_key_that_is_none(exchange):
    with pytest.raises(Damaged):
        wrap(KEY, exchange, b"i")


def test_the_wrap_is_hpke_as_rfc_9180_writes_it():
    by_hand = hpke_reference.seal(KEY, MEMBER.exchange, hpke_info(b"i"), bytes(range(7, 39)))
    assert unwrap(by_hand, MEMBER, b"i") == KEY
