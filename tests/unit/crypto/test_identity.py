import pytest

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain.errors import Damaged
from delve_desktop.protocol import signing


def test_an_identity_survives_its_bytes():
    identity = Identity.create()
    again = Identity.from_bytes(identity.to_bytes())
    assert again.device == identity.device
    assert again.exchange == identity.exchange
    assert again.to_bytes() == identity.to_bytes()
    signing.verify(identity.device, again.sign("tag", b"part"), "tag", b"part")


def test_two_identities_differ():
    assert Identity.create().device != Identity.create().device


def test_randomness_is_handed_in():
    assert Identity.create(bytes).to_bytes() == bytes(64)


def test_the_public_keys_are_those_of_the_rfc_vectors():
    # RFC 8032 7.1 test 1; RFC 7748 5.2, one iteration, where private key and base point are both 9
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    identity = Identity(seed + b"\x09" + bytes(31))
    assert identity.device.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert identity.exchange.hex() == "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"


@pytest.mark.parametrize("size", [0, 32, 63, 65])
def test_a_secret_of_another_length_is_damaged(size):
    with pytest.raises(Damaged):
        Identity.from_bytes(bytes(size))


def test_printing_an_identity_shows_no_secret():
    identity = Identity.create()
    shown = repr(identity) + str(identity)
    assert identity.to_bytes()[:32].hex()[:8] not in shown
    assert identity.device.hex()[:8] in shown
