import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto import envelope
from delve_desktop.crypto.envelope import derive, seal, unseal
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.domain.errors import Damaged

EPOCH = EpochKey(bytes(range(32)))
SALT = bytes(range(16))
PREFIX = bytes(range(150))


def sealed(plaintext: bytes, prefix: bytes = PREFIX, epoch: EpochKey = EPOCH) -> tuple[bytes, bytes]:
    keys = derive(epoch, SALT, prefix)
    header = prefix + keys.commitment
    return header, seal(keys, header, plaintext)


def open_as_received(header: bytes, ciphertext: bytes, epoch: EpochKey = EPOCH, salt: bytes = SALT) -> bytes:
    return unseal(derive(epoch, salt, header[: -envelope.COMMITMENT_SIZE]), header, ciphertext)


@given(st.binary(max_size=2000), st.binary(max_size=300))
def test_what_is_sealed_opens(plaintext, prefix):
    header, ciphertext = sealed(plaintext, prefix)
    assert len(ciphertext) == len(plaintext) + envelope.OVERHEAD
    assert open_as_received(header, ciphertext) == plaintext


def test_inv11_every_header_bit_is_bound():
    header, ciphertext = sealed(b"hand-washing station")
    for at in range(len(header)):
        for bit in range(8):
            changed = header[:at] + bytes((header[at] ^ 1 << bit,)) + header[at + 1 :]
            with pytest.raises(Damaged):
                open_as_received(changed, ciphertext)


def test_inv11_the_header_is_associated_data_as_well_as_key_context():
    header, ciphertext = sealed(b"text")
    keys = derive(EPOCH, SALT, PREFIX)
    with pytest.raises(Damaged, match="altered"):
        unseal(keys, b"\xff" + header[1:], ciphertext)


def test_every_ciphertext_bit_is_bound():
    header, ciphertext = sealed(b"emergency fund")
    for at in range(len(ciphertext)):
        changed = ciphertext[:at] + bytes((ciphertext[at] ^ 4,)) + ciphertext[at + 1 :]
        with pytest.raises(Damaged):
            open_as_received(header, changed)


def test_a_cut_ciphertext_is_damaged():
    header, ciphertext = sealed(b"text")
    for size in range(len(ciphertext)):
        with pytest.raises(Damaged):
            open_as_received(header, ciphertext[:size])


def test_another_epoch_key_or_salt_breaks_the_commitment():
    header, ciphertext = sealed(b"text")
    with pytest.raises(Damaged, match="another key"):
        open_as_received(header, ciphertext, epoch=EpochKey(bytes(32)))
    with pytest.raises(Damaged, match="another key"):
        open_as_received(header, ciphertext, salt=bytes(16))


def test_the_commitment_is_checked_before_anything_is_decrypted(monkeypatch):
    header, ciphertext = sealed(b"text")
    monkeypatch.setattr(envelope, "ChaCha20Poly1305", lambda key: pytest.fail("decrypted"))
    with pytest.raises(Damaged):
        unseal(derive(EPOCH, SALT, PREFIX), header[:-1] + bytes((header[-1] ^ 1,)), ciphertext)


def test_the_key_differs_for_every_salt_prefix_and_epoch():
    keys = {
        derive(epoch, salt, prefix).key
        for epoch in (EPOCH, EpochKey(bytes(32)))
        for salt in (SALT, bytes(16))
        for prefix in (PREFIX, b"", PREFIX + b"\0")
    }
    assert len(keys) == 12


def test_the_commitment_tells_nothing_of_the_key():
    keys = derive(EPOCH, SALT, PREFIX)
    assert keys.key != keys.commitment
    assert keys.key.hex() not in repr(keys)


def test_keys_are_sealed_with_only_under_their_own_header():
    keys = derive(EPOCH, SALT, PREFIX)
    with pytest.raises(ValueError, match="commitment"):
        seal(keys, PREFIX + bytes(32), b"text")


def test_the_format_stays_as_it_was_released():
    header, ciphertext = sealed(b"text")
    assert header[-32:].hex() == "8c96edf0d31913cbec7ff8b8ca4e33a785dfc9d9c831de385e91575991aa1695"
    assert ciphertext.hex() == "8b46f04ac4b7b49dec390f8bea24b57bed4bb24e"
