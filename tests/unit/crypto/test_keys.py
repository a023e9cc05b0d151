from delve_desktop.crypto.keys import (
    VaultKey,
    database_key,
    expand,
    header_key,
    new_epoch_key,
)

VAULT = VaultKey(bytes(range(32)))


def test_each_use_of_the_vault_key_has_a_key_of_its_own():
    keys = {bytes(VAULT), database_key(VAULT), header_key(VAULT)}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}


def test_another_vault_key_gives_another_database_key():
    assert database_key(VAULT) != database_key(VaultKey(bytes(32)))


def test_label_salt_context_and_size_all_count():
    key = bytes(32)
    outputs = [
        expand(key, "a"),
        expand(key, "b"),
        expand(key, "a", salt=b"s"),
        expand(key, "a", context=b"c"),
        expand(b"k" * 32, "a"),
    ]
    assert len(set(outputs)) == 5
    assert len(expand(key, "a", size=64)) == 64


def test_an_epoch_key_is_as_random_as_its_source():
    assert new_epoch_key(lambda size: b"\x07" * size) == b"\x07" * 32


def test_the_database_key_stays_as_it_was_released():
    assert database_key(VAULT).hex() == "92f81421dbf7d0aa3d3f27fee05701f4ee7c3f42be4f0088f049e1ecb0129162"
