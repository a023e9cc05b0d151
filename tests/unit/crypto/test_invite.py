import os

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto import code_text
from delve_desktop.crypto.code_text import CodeFault, CodeKind, InvalidCode
from delve_desktop.crypto.invite import SEED_SIZE, InviteCode, InviteKeys
from delve_desktop.domain.addresses import HubAddress
from delve_desktop.domain.errors import Damaged, InvalidContent, NewerFormat
from delve_desktop.protocol import signing

SEED = bytes(range(SEED_SIZE))
SPACE = bytes(range(16))

labels = st.from_regex(r"[a-z]([a-z0-9_-]{0,8}[a-z0-9])?", fullmatch=True)
hosts = st.lists(labels, min_size=1, max_size=4).map(".".join)
ports = st.integers(1, 65535)
urls = st.one_of(
    st.just(""),
    hosts.map(lambda host: f"https://{host}"),
    st.tuples(hosts, ports).map(lambda pair: f"https://{pair[0]}:{pair[1]}"),
    st.tuples(labels, ports).map(lambda pair: f"http://{pair[0]}.local:{pair[1]}"),
    st.tuples(st.ip_addresses(v=4), ports).map(lambda pair: f"https://{pair[0]}:{pair[1]}"),
    st.tuples(st.ip_addresses(v=6), ports).map(lambda pair: f"https://[{pair[0]}]:{pair[1]}"),
    st.tuples(st.ip_addresses(v=4, network="10.0.0.0/8"), ports).map(lambda p: f"http://{p[0]}:{p[1]}"),
    st.tuples(st.ip_addresses(v=6, network="fe80::/10"), ports).map(lambda p: f"http://[{p[0]}]:{p[1]}"),
).map(lambda url: url and HubAddress.parse(url).url)
codes = st.builds(
    InviteCode, st.sampled_from(CodeKind), urls, st.binary(min_size=SEED_SIZE, max_size=SEED_SIZE)
)


@given(codes)
def test_a_code_survives_its_text(code):
    text = code.to_text()
    assert InviteCode.parse(text, code.kind) == code
    assert InviteCode.parse(text.lower().replace("-", " "), code.kind) == code


def test_a_usual_code_is_short_enough_to_read_aloud():
    assert len(InviteCode.create("https://hub.example.org").to_text().split("-")) == 1 + 10
    assert len(InviteCode.create("").to_text().split("-")) == 1 + 6
    assert len(InviteCode.create("http://192.168.43.1:8480").to_text().split("-")) == 1 + 9


def test_a_code_has_a_fresh_seed_and_a_plain_address():
    one, two = (InviteCode.create("HUB.example.org/") for _ in range(2))
    assert one.hub_url == "https://hub.example.org"
    assert one.seed != two.seed
    assert len(one.seed) == SEED_SIZE
    assert one.seed.hex() not in repr(one)


@pytest.mark.parametrize(
    "url", ["http://hub.example.org", "ftp://x", "https://h/path", "https://" + ".".join(["a" * 60] * 3)]
)
def test_no_code_is_made_for_an_address_that_is_none(url):
    with pytest.raises(InvalidContent):
        InviteCode.create(url)


def test_a_code_for_ones_own_laptop_is_no_invite():
    link = InviteCode.create("https://hub.example.org", CodeKind.LINK)
    with pytest.raises(InvalidCode) as caught:
        InviteCode.parse(link.to_text())
    assert caught.value.fault is CodeFault.KIND
    assert InviteCode.parse(link.to_text(), CodeKind.LINK) == link


@pytest.mark.parametrize("form", range(8, 32))
def test_inv12_a_form_of_a_later_version_is_named_so(form):
    with pytest.raises(NewerFormat):
        InviteCode.parse(code_text.write(CodeKind.INVITE, [form, *[0] * 40]))


@pytest.mark.parametrize(
    "content",
    [
        [0, *[0] * 11],  # the seed is cut short
        [0, *[0] * 16, 5],  # something after "no hub"
        [1, *[0] * 16],  # no name
        [1, *[0] * 16, 0, 31, 0],  # something after the name
        [1, *[0] * 16, 29, 0],  # a symbol of no name
        [1, *[0] * 16, 30, 17],  # a digit above nine
        [1, *[0] * 16, 26, 26],  # dots alone
        [3, *[0] * 16, 0, 0, 2, 16, 7, 26, 25],  # http to a public name
        [5, *[0] * 16, 0, 0, 2, 16, *[8] * 7],  # http to a public place
        [4, *[0] * 16, 31, 31, 31, 31, *[0] * 7],  # a port above 65535
        [4, *[0] * 16, 0, 0, 0, 0, *[0] * 7],  # port zero
        [4, *[0] * 16, 0, 0, 2, 16, *[31] * 7],  # an IPv4 address of 35 bits
        [6, *[0] * 16, 0, 0, 2, 16, *[31] * 26],  # an IPv6 address of 130 bits
        [2, *[0] * 16, 0, 0, 13, 27, 0],  # the usual port, written out
    ],
)
def test_a_code_with_a_fitting_checksum_and_a_senseless_address_is_refused(content):
    with pytest.raises(InvalidCode) as caught:
        InviteCode.parse(code_text.write(CodeKind.INVITE, content))
    assert caught.value.fault is CodeFault.CONTENT


@given(st.lists(st.integers(0, 31), min_size=1, max_size=60))
def test_any_content_is_a_code_or_a_named_error(content):
    try:
        code = InviteCode.parse(code_text.write(CodeKind.INVITE, content))
    except (InvalidCode, NewerFormat):
        return
    assert InviteCode.parse(code.to_text()) == code


@given(codes, st.data())
def test_a_mistyped_code_never_opens(code, data):
    text = code.to_text()
    at = data.draw(st.integers(5, len(text) - 1).filter(lambda at: text[at] != "-"))
    other = data.draw(st.sampled_from(code_text.ALPHABET).filter(lambda letter: letter != text[at]))
    with pytest.raises(InvalidCode):
        InviteCode.parse(text[:at] + other + text[at + 1 :], code.kind)


def test_both_sides_derive_the_same_keys():
    code = InviteCode.create("https://hub.example.org")
    inviter, invited = code.keys(), InviteCode.parse(code.to_text()).keys()
    assert inviter.lookup == invited.lookup
    assert len(inviter.lookup) == 16
    signing.verify(inviter.verify_key, invited.sign("join", b"request"), "join", b"request")
    assert invited.open_bundle(inviter.seal_bundle(b"bundle")) == b"bundle"
    assert inviter.open_request(invited.seal_request(b"request", SPACE), SPACE) == b"request"


def test_kinds_and_seeds_share_no_key():
    keys = [InviteKeys(kind, seed) for kind in CodeKind for seed in (SEED, bytes(SEED_SIZE))]
    assert len({key.lookup for key in keys}) == 2 * len(CodeKind)
    assert len({key.verify_key for key in keys}) == 2 * len(CodeKind)
    sealed = keys[0].seal_bundle(b"bundle")
    for other in keys[1:]:
        with pytest.raises(Damaged):
            other.open_bundle(sealed)


def test_bundle_and_request_are_bound_to_use_and_space():
    keys = InviteKeys(CodeKind.INVITE, SEED)
    request = keys.seal_request(b"request", SPACE)
    with pytest.raises(Damaged):
        keys.open_request(request, bytes(16))
    with pytest.raises(Damaged):
        keys.open_bundle(request, SPACE)
    with pytest.raises(Damaged):
        keys.open_bundle(keys.seal_bundle(b"bundle", SPACE))


def test_every_flipped_byte_of_a_bundle_is_detected():
    keys = InviteKeys(CodeKind.INVITE, SEED)
    sealed = keys.seal_bundle(b"hub key and space", b"", os.urandom)
    for at in range(len(sealed)):
        with pytest.raises(Damaged):
            keys.open_bundle(sealed[:at] + bytes((sealed[at] ^ 0x20,)) + sealed[at + 1 :])


def test_a_seed_of_another_length_is_refused():
    with pytest.raises(ValueError, match="10 bytes"):
        InviteKeys(CodeKind.INVITE, bytes(9))


def test_a_released_code_still_reads_and_gives_the_same_keys():
    code = InviteCode(CodeKind.INVITE, "https://hub2.example.org:8443", SEED)
    assert code.to_text() == "JOIN-C200-0G40-R40M-30E2-0908-7V7M-1Y2T-4Q0C-FB4T-EH6Z-ZZ2J-T15V"
    assert InviteCode.parse(code.to_text()) == code
    assert code.keys().lookup.hex() == "8bbc6e7dd892b7c94001bd970872ad70"


def test_what_a_code_yields_is_what_the_protocol_says() -> None:
    """By the words of docs/protocol.md, with primitives alone: a second program must come to the same."""

    def derived(use: str, size: int) -> bytes:
        info = b"delve/1/code-JOIN-" + use.encode() + b"\0"
        return HKDF(SHA256(), size, salt=None, info=info).derive(seed)

    def opened(key: bytes, label: bytes, sealed: bytes, bound: bytes) -> bytes:
        info = b"delve/1/" + label + b"\0"
        piece = HKDF(SHA256(), 32, salt=sealed[:16], info=info).derive(key)
        return ChaCha20Poly1305(piece).decrypt(bytes(12), sealed[16:], bound)

    seed = bytes(range(10))
    keys = InviteKeys(CodeKind.INVITE, seed)
    signing = Ed25519PrivateKey.from_private_bytes(derived("signing", 32))
    assert keys.lookup == derived("lookup", 16)
    assert keys.verify_key == signing.public_key().public_bytes_raw()
    space = b"s" * 16
    bundle = keys.seal_bundle(b"bundle")
    assert opened(derived("bundle", 32), b"bundle", bundle, keys.lookup) == b"bundle"
    request = keys.seal_request(b"request", space)
    assert opened(derived("request", 32), b"request", request, keys.lookup + space) == b"request"
