"""The signed list: its exact bytes, and that no other bytes are taken for it."""

from __future__ import annotations

import hashlib
import re

import pytest

from delve_desktop.domain.errors import Damaged, DelveError, Malformed, UnknownVersion
from delve_desktop.services.kit.manifest import (
    FILES_MAX,
    SIZE_MAX,
    TAG,
    KitFile,
    Manifest,
    number_of,
    open_manifest,
)

from .making import RELEASE, STRANGER, manifest_of

LISTED = manifest_of()
BYTES = LISTED.signed(RELEASE)


def signed(body: bytes) -> bytes:
    return body + b"signature " + RELEASE(TAG, body).hex().encode() + b"\n"


def body() -> bytes:
    return BYTES[: BYTES.rindex(b"signature ")]


def refused(data: bytes, kind: type[DelveError] = Damaged) -> str:
    with pytest.raises(kind) as caught:
        open_manifest(data, RELEASE.public)
    return str(caught.value)


def test_what_was_written_is_read():
    assert open_manifest(BYTES, RELEASE.public) == LISTED


def test_the_bytes_of_a_list_are_these_for_ever():
    small = Manifest("0.2.0", 20001, "0.1.0", "release", 1795678900, (KitFile("a/b.txt", 0, bytes(32)),))
    said = small.signed(RELEASE)
    assert said.startswith(
        b"delve kit manifest 1\nproduct 0.2.0\nnumber 20001\nfrom 0.1.0\nchannel release\nmade 1795678900\n"
        b"files 1\n" + b"0" * 64 + b" 0 a/b.txt\nsignature "
    )
    assert (
        hashlib.sha256(said).hexdigest() == "e7be6af3177ea2c98e7ebd7132f86839882329db74389840b810dc0a80f48979"
    )


def test_inv11_every_flipped_bit_of_the_list_is_refused():
    for at in range(len(BYTES)):
        for bit in range(8):
            changed = bytearray(BYTES)
            changed[at] ^= 1 << bit
            refused(bytes(changed), DelveError)


def test_every_prefix_is_refused():
    for size in range(len(BYTES)):
        refused(BYTES[:size])


def test_a_stranger_signs_nothing():
    assert "not signed by the makers" in refused(LISTED.signed(STRANGER))


def test_a_signature_over_something_else_does_not_count():
    text = body()
    other = text + b"signature " + RELEASE("kit-rotation", text).hex().encode() + b"\n"
    assert "not signed" in refused(other)


def test_a_later_form_is_told_apart():
    later = body().replace(b"manifest 1", b"manifest 2")
    assert "later version" in refused(signed(later), UnknownVersion)


@pytest.mark.parametrize(
    "old, new",
    [
        (b"number 20001", b"number 020001"),
        (b"number 20001", b"number -1"),
        (b"number 20001", b"number " + b"9" * 40),
        (b"files 4", b"files 5"),
        (b"files 4", b"files 10000000"),
        (b"product 0.2.0", b"product 0.2"),
        (b"product 0.2.0", b"product 00.2.0"),
        (b"channel release", b"channel "),
        (b"channel release", b"channel rel ease"),
        (b"\nmade", b"\r\nmade"),
        (b"windows/empty", b"windows/Aempty"),  # out of order
        (b"windows/empty", b"windows/../x"),
        (b"windows/empty", "windows/été".encode()),
        (b"windows/empty", b"windows/\xff\xfe"),
        (b"windows/empty", b"windows/x\x00y"),
        (b" 5 help", b" 05 help"),
        (b" 5 help", b" 4294967296 help"),
        (b" 5 help", b" 5  help"),
    ],
)
def test_what_is_signed_but_no_list_is_refused(old, new):
    assert body().count(old) == 1
    assert refused(signed(body().replace(old, new))) == "MANIFEST.txt is signed, but no list of files."


def test_a_digest_in_capitals_is_refused():
    digest = LISTED.files[0].digest.hex().encode()
    refused(signed(body().replace(digest, digest.upper())))


@pytest.mark.parametrize(
    "paths",
    [
        ("A.txt", "a.txt"),
        ("a", "a/b"),
        ("A", "a/b"),
        ("X/a", "x/b"),
        ("a", "a"),
        ("b", "a"),
        ("manifest.txt",),
        ("ROTATION.TXT",),
        ("\u202etxt.exe",),
        ("a\nb",),
        tuple(f"f{number:05}" for number in range(FILES_MAX + 1)),
        tuple(f"{'x' * 90}/{'y' * 84}{number:05}" for number in range(FILES_MAX)),
    ],
)
def test_files_that_cannot_make_a_kit_are_not_signed(paths):
    with pytest.raises(Malformed):
        manifest_of({}, files=tuple(KitFile(path, 2**32 - 1, bytes(32)) for path in paths)).signed(RELEASE)


def test_a_full_list_fits():
    files = tuple(
        KitFile(f"{'x' * 70}/{'y' * 80}{number:05}", 2**32 - 1, bytes(32)) for number in range(4000)
    )
    said = manifest_of({}, files=files).signed(RELEASE)
    assert len(said) < SIZE_MAX
    assert open_manifest(said, RELEASE.public).files == files


def test_numbers_of_versions_grow():
    versions = ["0.1.0", "0.1.1", "0.2.0", "0.10.0", "1.0.0", "999.999.999"]
    numbers = [number_of(version, revision) for version in versions for revision in (0, 1, 99)]
    assert numbers == sorted(set(numbers))
    for version, revision in (("1.0", 0), ("1.0.0rc1", 0), ("1.0.0", 100), ("1000.0.0", 0)):
        with pytest.raises(Malformed):
            number_of(version, revision)


def test_one_list_has_one_form():
    again = open_manifest(BYTES, RELEASE.public).signed(RELEASE)
    assert again == BYTES
    assert re.fullmatch(rb"[\x20-\x7e\n]+", BYTES)
