import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto import kdf, vault_header
from delve_desktop.crypto.kdf import FLOOR, KdfParams
from delve_desktop.crypto.keys import VaultKey
from delve_desktop.crypto.vault_header import PASSPHRASE, RECOVERY, Slot, VaultHeader
from delve_desktop.domain.errors import Damaged, NewerFormat, NotFound, WrongPassphrase

SECRET = "mine shaft water school harvest road"

# offsets in a header with one passphrase slot
VERSION_AT = 4
GENERATION_AT = 21
SLOT_COUNT_AT = 25
BODY_AT = 29
MEMORY_AT, PASSES_AT, LANES_AT = BODY_AT + 1, BODY_AT + 5, BODY_AT + 9
SIZE = 163


@pytest.fixture
def quick(monkeypatch):
    """A derivation that costs nothing but still depends on everything it should."""

    def derive(passphrase: str, salt: bytes, params: KdfParams) -> bytes:
        params.check()
        return hashlib.sha256(repr((passphrase, salt, params)).encode()).digest()

    monkeypatch.setattr(kdf, "derive_key", derive)


@pytest.fixture(scope="module")
def made() -> tuple[VaultHeader, VaultKey]:
    return VaultHeader.create(SECRET, FLOOR)


def checked(changed: bytes) -> bytes:
    """The bytes with a checksum that fits again, as somebody would leave them who changed them on purpose."""
    return changed[:-16] + hashlib.sha256(b"delve/1/vault-header-checksum\0" + changed[:-16]).digest()[:16]


def with_bytes(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def test_a_header_opens_with_its_passphrase_after_its_bytes(made):
    header, vault_key = made
    data = header.to_bytes()
    assert len(data) == SIZE
    assert VaultHeader.parse(data) == header
    assert VaultHeader.parse(data).open(SECRET) == vault_key
    assert len(vault_key) == 32


def test_a_wrong_passphrase_says_so(made):
    header, _ = made
    for wrong in ("", SECRET + "s", SECRET.upper(), "mine shaft"):
        with pytest.raises(WrongPassphrase):
            header.open(wrong)


def test_what_is_no_text_opens_no_vault(made):
    header, _ = made
    with pytest.raises(WrongPassphrase):
        header.open(SECRET + "\udce9")


def test_two_vaults_with_one_passphrase_share_nothing(quick):
    one, one_key = VaultHeader.create(SECRET, FLOOR)
    two, two_key = VaultHeader.create(SECRET, FLOOR)
    assert one_key != two_key
    assert one.vault_id != two.vault_id
    assert one.slots[0].body[-76:] != two.slots[0].body[-76:]


def test_inv26_every_flipped_bit_is_named_damage_before_any_passphrase_is_tried(made):
    data = made[0].to_bytes()
    for at in range(len(data)):
        for bit in range(8):
            with pytest.raises(Damaged):
                VaultHeader.parse(with_bytes(data, at, bytes((data[at] ^ 1 << bit,))))


def test_inv26_every_bit_changed_on_purpose_opens_nothing(quick):
    header, _ = VaultHeader.create(SECRET, FLOOR)
    data = header.to_bytes()
    for at in range(len(data) - 16):
        for bit in range(8):
            changed = checked(with_bytes(data, at, bytes((data[at] ^ 1 << bit,))))
            with pytest.raises((Damaged, WrongPassphrase, NewerFormat)):
                VaultHeader.parse(changed).open(SECRET)


def test_the_parts_of_a_slot_are_associated_data(monkeypatch):
    # so even where the derived key does not depend on them, and before the vault key is unwrapped
    monkeypatch.setattr(kdf, "derive_key", lambda passphrase, salt, params: bytes(32))
    header, vault_key = VaultHeader.create(SECRET, KdfParams(64 * 1024, 8, 8))
    assert header.open(SECRET) == vault_key
    data = header.to_bytes()
    for at in [*range(5, 21), MEMORY_AT + 3, PASSES_AT + 3, *range(LANES_AT, BODY_AT + 86)]:
        changed = checked(with_bytes(data, at, bytes((data[at] ^ 4,))))
        with pytest.raises(WrongPassphrase):
            VaultHeader.parse(changed).open(SECRET)


def test_the_proof_covers_what_no_slot_binds(quick):
    header, vault_key = VaultHeader.create(SECRET, FLOOR)
    slots = (*header.slots, Slot(RECOVERY, bytes(64)))
    planted = VaultHeader(header.vault_id, 1, slots, header.proof)
    with pytest.raises(Damaged, match="something other than Delve"):
        VaultHeader.parse(planted.to_bytes()).open(SECRET)
    with pytest.raises(Damaged, match="something other than Delve"):
        planted.with_passphrase(vault_key, "another passphrase", FLOOR)


@pytest.mark.parametrize(
    "at, value",
    [(MEMORY_AT, 19 * 1024 - 1), (MEMORY_AT, 0), (PASSES_AT, 1), (PASSES_AT, 0)],
)
def test_inv23_a_cost_below_the_floor_is_refused_on_open(made, at, value):
    data = checked(with_bytes(made[0].to_bytes(), at, struct.pack(">I", value)))
    with pytest.raises(Damaged, match="weaker"):
        VaultHeader.parse(data)


@pytest.mark.parametrize(
    "at, value",
    [(MEMORY_AT, 512 * 1024 + 1), (MEMORY_AT, 2**32 - 1), (PASSES_AT, 65), (PASSES_AT, 2**32 - 1)],
)
def test_a_cost_above_the_caps_is_refused_on_open(made, at, value):
    data = checked(with_bytes(made[0].to_bytes(), at, struct.pack(">I", value)))
    with pytest.raises(Damaged, match="more memory or time"):
        VaultHeader.parse(data)


@pytest.mark.parametrize("lanes, reason", [(0, "weaker"), (17, "more memory or time"), (255, "more")])
def test_lanes_are_bounded_on_open(made, lanes, reason):
    data = checked(with_bytes(made[0].to_bytes(), LANES_AT, bytes((lanes,))))
    with pytest.raises(Damaged, match=reason):
        VaultHeader.parse(data)


def test_inv12_a_newer_version_is_told_from_damage(made):
    data = made[0].to_bytes()
    newer = checked(with_bytes(data, VERSION_AT, b"\x02"))
    with pytest.raises(NewerFormat):
        VaultHeader.parse(newer)
    with pytest.raises(NewerFormat):  # whatever a later version puts in between
        VaultHeader.parse(checked(b"DLVV\x09" + bytes(300) + bytes(16)))
    with pytest.raises(Damaged):
        VaultHeader.parse(with_bytes(data, VERSION_AT, b"\x02"))


def test_inv23_a_version_below_the_first_is_refused(made):
    with pytest.raises(Damaged):
        VaultHeader.parse(checked(with_bytes(made[0].to_bytes(), VERSION_AT, b"\x00")))


def test_every_cut_header_is_damaged(made):
    data = made[0].to_bytes()
    for size in range(len(data)):
        with pytest.raises(Damaged):
            VaultHeader.parse(data[:size])
        if size >= 21:
            with pytest.raises(Damaged):
                VaultHeader.parse(checked(data[:size]))


def test_trailing_bytes_are_refused(made):
    data = made[0].to_bytes()
    with pytest.raises(Damaged):
        VaultHeader.parse(data + b"\0")
    with pytest.raises(Damaged, match="belong to nothing"):
        VaultHeader.parse(checked(data[:-48] + b"\0" + data[-48:]))


def test_a_header_over_the_limit_is_refused(made):
    with pytest.raises(Damaged, match="4096"):
        VaultHeader.parse(made[0].to_bytes().ljust(4097, b"\0"))


@pytest.mark.parametrize("count", [0, 2, 17, 255])
def test_a_wrong_number_of_slots_is_refused(made, count):
    with pytest.raises(Damaged):
        VaultHeader.parse(checked(with_bytes(made[0].to_bytes(), SLOT_COUNT_AT, bytes((count,)))))


def test_inv12_slots_of_unknown_kinds_are_kept_as_they_are(quick):
    header, vault_key = VaultHeader.create(SECRET, FLOOR)
    strange = (Slot(RECOVERY, b"recovery" * 8), Slot(200, b""), Slot(255, bytes(range(256))))
    slots = (strange[0], *header.slots, *strange[1:])
    header = VaultHeader(header.vault_id, 1, slots, vault_header._proof(header.vault_id, 1, slots, vault_key))
    again = VaultHeader.parse(header.to_bytes())
    assert again.slots == slots
    assert again.open(SECRET) == vault_key
    changed = VaultHeader.parse(again.with_passphrase(vault_key, "another one", FLOOR).to_bytes())
    assert [slot for slot in changed.slots if slot.kind != PASSPHRASE] == list(strange)
    assert changed.open("another one") == vault_key


def test_changing_the_passphrase_leaves_no_way_in_for_the_old_one(quick):
    header, vault_key = VaultHeader.create(SECRET, FLOOR)
    new = VaultHeader.parse(
        header.with_passphrase(vault_key, "another one", KdfParams(20 * 1024, 3, 2)).to_bytes()
    )
    assert new.open("another one") == vault_key
    assert new.vault_id == header.vault_id
    assert new.params() == KdfParams(20 * 1024, 3, 2)
    with pytest.raises(WrongPassphrase):
        new.open(SECRET)


def test_a_wrong_vault_key_changes_no_passphrase(quick):
    header, _ = VaultHeader.create(SECRET, FLOOR)
    with pytest.raises(Damaged):
        header.with_passphrase(VaultKey(bytes(32)), "another one", FLOOR)


def test_any_of_several_passphrases_opens(quick):
    header, vault_key = VaultHeader.create(SECRET, FLOOR)
    second = vault_header._passphrase_slot(header.vault_id, vault_key, "second one", FLOOR, bytes)
    slots = (*header.slots, second)
    both = VaultHeader(header.vault_id, 1, slots, vault_header._proof(header.vault_id, 1, slots, vault_key))
    assert both.open(SECRET) == both.open("second one") == vault_key
    with pytest.raises(WrongPassphrase):
        both.open("third one")


def test_a_header_without_a_passphrase_says_so(quick):
    header, vault_key = VaultHeader.create(SECRET, FLOOR)
    slots = (Slot(RECOVERY, bytes(64)),)
    bare = VaultHeader(header.vault_id, 1, slots, vault_header._proof(header.vault_id, 1, slots, vault_key))
    with pytest.raises(Damaged, match="no passphrase"):
        VaultHeader.parse(bare.to_bytes()).open(SECRET)
    with pytest.raises(Damaged, match="no passphrase"):
        bare.params()


def test_nothing_is_created_below_the_floor():
    with pytest.raises(Damaged):
        VaultHeader.create(SECRET, KdfParams(1024, 1, 1))


def test_printing_a_header_shows_no_wrapped_key(made):
    assert made[0].slots[0].body.hex() not in repr(made[0])
    assert "body" not in repr(made[0])


@given(st.binary(max_size=400))
def test_any_bytes_are_a_header_or_a_named_error(data):
    for candidate in (data, b"DLVV\x01" + data, checked(b"DLVV\x01" + data + bytes(16))):
        try:
            VaultHeader.parse(candidate)
        except (Damaged, NewerFormat):
            continue


class TestRecovery:
    CODE = bytes(range(20))

    def test_a_code_opens_beside_the_passphrase(self, quick):
        header, vault_key = VaultHeader.create(SECRET, FLOOR)
        assert not header.has_recovery
        with pytest.raises(NotFound):
            header.open_with_code(self.CODE)
        both = VaultHeader.parse(header.with_recovery(vault_key, self.CODE).to_bytes())
        assert both.has_recovery
        assert both.open_with_code(self.CODE) == both.open(SECRET) == vault_key
        with pytest.raises(WrongPassphrase):
            both.open_with_code(bytes(20))

    def test_a_new_code_takes_the_old_one_s_place(self, quick):
        header, vault_key = VaultHeader.create(SECRET, FLOOR)
        first = header.with_recovery(vault_key, self.CODE)
        second = first.with_recovery(vault_key, bytes(20))
        assert second.open_with_code(bytes(20)) == vault_key
        with pytest.raises(WrongPassphrase):
            second.open_with_code(self.CODE)
        assert len(second.slots) == 2

    def test_a_new_passphrase_leaves_the_code_as_it_was(self, quick):
        header, vault_key = VaultHeader.create(SECRET, FLOOR)
        changed = header.with_recovery(vault_key, self.CODE).with_passphrase(vault_key, "another one", FLOOR)
        assert changed.open_with_code(self.CODE) == vault_key
        assert changed.generation == 3

    def test_a_slot_moved_from_another_vault_opens_nothing(self, quick):
        one, one_key = VaultHeader.create(SECRET, FLOOR)
        other, other_key = VaultHeader.create(SECRET, FLOOR)
        slots = (*one.slots, other.with_recovery(other_key, self.CODE).slots[1])
        moved = VaultHeader(one.vault_id, 1, slots, vault_header._proof(one.vault_id, 1, slots, one_key))
        with pytest.raises(WrongPassphrase):
            moved.open_with_code(self.CODE)

    def test_a_slot_of_another_length_is_damage(self, quick):
        header, vault_key = VaultHeader.create(SECRET, FLOOR)
        slots = (*header.slots, Slot(RECOVERY, bytes(63)))
        odd = VaultHeader(
            header.vault_id, 1, slots, vault_header._proof(header.vault_id, 1, slots, vault_key)
        )
        with pytest.raises(Damaged, match="recovery slot"):
            VaultHeader.parse(odd.to_bytes())


def test_a_new_key_opens_for_the_new_passphrase_alone(quick):
    header, vault_key = VaultHeader.create(SECRET, FLOOR)
    with_code = header.with_recovery(vault_key, bytes(20))
    new, new_key = with_code.with_new_key("another one", FLOOR)
    new = VaultHeader.parse(new.to_bytes())
    assert new.open("another one") == new_key != vault_key
    assert (new.vault_id, new.generation) == (header.vault_id, with_code.generation + 1)
    with pytest.raises(WrongPassphrase):
        new.open(SECRET)
    with pytest.raises(NotFound):
        new.open_with_code(bytes(20))


def test_the_proof_covers_the_generation(quick):
    data = VaultHeader.create(SECRET, FLOOR)[0].to_bytes()
    older = checked(with_bytes(data, GENERATION_AT, struct.pack(">I", 7)))
    with pytest.raises(Damaged, match="something other than Delve"):
        VaultHeader.parse(older).open(SECRET)
    with pytest.raises(Damaged, match="never was"):
        VaultHeader.parse(checked(with_bytes(data, GENERATION_AT, bytes(4))))


def test_a_released_header_still_opens():
    def counting(size: int) -> bytes:
        return bytes(range(size))

    header, vault_key = VaultHeader.create(SECRET, FLOOR, counting)
    header = header.with_recovery(vault_key, counting(20), counting)
    assert vault_key == counting(32)
    assert header.to_bytes().hex() == RELEASED
    released = VaultHeader.parse(bytes.fromhex(RELEASED))
    assert released.open(SECRET) == released.open_with_code(counting(20)) == vault_key


RELEASED = (
    "444c565601000102030405060708090a0b0c0d0e0f00000002020100560100004c000000000201"
    "000102030405060708090a0b0c0d0e0f000102030405060708090a0bd33f006e93b45cc031c8c8"
    "a9df6fbe7a8e5105ed762de9139730d7c8b4c8aabe400210cd22e77b769fd39cd46b2b2ef90200"
    "40000102030405060708090a0b0c0d0e0f2c6573913f00cbe0c358a77539c6f5fdcee662cf0c73"
    "bca120af9bf00ba330b1454fee74275ec5908477556706d215493259b9ce6d4d040ef71e90be1b"
    "1b4a1dfbfddb2505f945a93407c430589ecdf42cf4f3f305260711979f347ef2d6c9ee"
)
