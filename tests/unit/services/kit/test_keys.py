"""Which keys count, and how others take their place."""

from __future__ import annotations

import pytest

from delve_desktop.domain.errors import Damaged, DelveError, Malformed, UnknownVersion
from delve_desktop.services.kit.keys import ROTATIONS_MAX, KitKeys, development_keys, known_keys

from .making import KEYS, NEXT_OFFLINE, NEXT_RELEASE, OFFLINE, RELEASE, STRANGER, Key

BLOCK = KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1795678900, OFFLINE)
NEXT = KitKeys(2, NEXT_RELEASE.public, NEXT_OFFLINE.public)
THIRD = KitKeys(3, Key(8).public, Key(9).public)
CHAIN = BLOCK + NEXT.rotated(THIRD.release, THIRD.offline, 1795678901, NEXT_OFFLINE)


def test_a_rotation_by_the_old_offline_key_counts():
    assert KEYS.after(b"") == KEYS
    assert KEYS.after(BLOCK) == NEXT
    assert KEYS.after(CHAIN) == THIRD


def test_a_program_that_knows_newer_keys_already_does_not_go_back():
    assert NEXT.after(BLOCK) == NEXT
    assert NEXT.after(CHAIN) == THIRD
    assert THIRD.after(CHAIN) == THIRD


@pytest.mark.parametrize("sign", [RELEASE, NEXT_OFFLINE, NEXT_RELEASE, STRANGER])
def test_any_other_key_rotates_nothing(sign):
    forged = KEYS.rotated(NEXT_RELEASE.public, NEXT_OFFLINE.public, 1795678900, sign)
    with pytest.raises(Damaged, match="not signed by the key before"):
        KEYS.after(forged)


def test_a_thief_of_old_keys_cannot_branch_off():
    mine = KitKeys(1, STRANGER.public, STRANGER.public).rotated(Key(6).public, Key(7).public, 1, STRANGER)
    with pytest.raises(Damaged, match="does not go on"):
        KEYS.after(mine)
    again = KEYS.rotated(
        Key(6).public, Key(7).public, 1, OFFLINE
    )  # by the old offline key, after the rotation
    assert NEXT.after(BLOCK + again) == NEXT


def test_a_generation_left_out_is_noticed():
    with pytest.raises(Damaged, match="does not go on"):
        KEYS.after(CHAIN[len(BLOCK) :])


def test_inv11_every_flipped_bit_of_a_rotation_is_refused():
    for at in range(len(BLOCK)):
        for bit in range(8):
            changed = bytearray(BLOCK)
            changed[at] ^= 1 << bit
            with pytest.raises(DelveError):
                KEYS.after(bytes(changed))


def test_every_prefix_of_a_rotation_is_refused():
    for size in range(1, len(BLOCK)):
        with pytest.raises(Damaged):
            KEYS.after(BLOCK[:size])


def test_endless_rotations_are_refused():
    with pytest.raises(Damaged, match="longer than it can be"):
        NEXT.after(BLOCK * (ROTATIONS_MAX + 1))


def test_a_later_form_of_rotations_is_told_apart():
    with pytest.raises(UnknownVersion, match="later version"):
        KEYS.after(BLOCK.replace(b"rotation 1", b"rotation 12"))


def test_a_file_of_keys_is_read_and_nothing_like_it(tmp_path):
    file = tmp_path / "keys.txt"
    file.write_bytes(KEYS.text().encode("ascii"))
    assert known_keys(file) == KEYS
    for wrong in (KEYS.text() + "x", KEYS.text().upper(), "", KEYS.text()[:-1]):
        with pytest.raises(Malformed):
            KitKeys.parse(wrong)


def test_without_a_file_of_keys_there_are_those_of_development(tmp_path):
    known = known_keys(tmp_path / "none")
    assert known == development_keys()
    assert known.channel == "development"
