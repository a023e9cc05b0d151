"""A vault with a page that cannot be read: what is intact is read, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from delve_desktop.domain.errors import Damaged, DiskFull
from delve_desktop.store import room
from delve_desktop.store.engine import salt_of
from delve_desktop.store.files import DAMAGED, DATABASE
from delve_desktop.store.vault import Vault

from .conftest import KEY, SPACE, Author

PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path, anna: Author) -> Path:
    """A closed vault whose op log fills many pages."""
    vault = Vault.create(tmp_path, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
        unit.apply_ops(SPACE, [anna.put("title", f"{number} " + "x" * 900) for number in range(60)])
    vault.close()
    return tmp_path


def flip(folder: Path, page: int) -> None:
    data = bytearray((folder / DATABASE).read_bytes())
    data[(page - 1) * PAGE + 700] ^= 1
    (folder / DATABASE).write_bytes(data)


def page_of_an_op(folder: Path) -> int:
    """The page that leads to all ops; opening needs none of them."""
    vault = Vault.open(folder, KEY)
    with vault.read() as unit:
        root = unit._rows("SELECT rootpage FROM sqlite_master WHERE name = 'op'")[0][0]
    vault.close()
    return int(root)


def read_ops(vault: Vault) -> int:
    with vault.read() as unit:
        return int(unit._rows("SELECT sum(length(body)) FROM op")[0][0])


def test_inv26_what_is_intact_is_read_and_nothing_is_written(folder: Path) -> None:
    flip(folder, page_of_an_op(folder))
    vault = Vault.open(folder, KEY)
    assert not vault.damaged
    with pytest.raises(Damaged):
        read_ops(vault)
    assert vault.damaged
    before = (folder / DATABASE).read_bytes()
    for _ in range(2):  # and when it is opened again
        with vault.read() as unit:
            assert [space.name for space in unit.spaces()] == ["Lake Zone"]
        for reserve in (False, True):
            with pytest.raises(Damaged, match="delve salvage"), vault.write(reserve=reserve) as writing:
                writing.set_meta("colour", b"teal")
        vault.close()
        assert sorted(path.name for path in folder.iterdir()) == [DAMAGED, DATABASE, "vault.lock"]
        vault = Vault.open(folder, KEY)
        assert vault.damaged
    vault.close()
    assert (folder / DATABASE).read_bytes() == before


def test_a_vault_that_is_whole_again_is_written_again(folder: Path) -> None:
    page = page_of_an_op(folder)
    flip(folder, page)
    vault = Vault.open(folder, KEY)
    with pytest.raises(Damaged):
        read_ops(vault)
    vault.close()
    flip(folder, page)  # back to what it was: the cable, not the disk
    vault = Vault.open(folder, KEY)
    assert not vault.damaged
    assert not (folder / DAMAGED).exists()
    with vault.write() as unit:
        unit.set_meta("colour", b"teal")
    vault.close()


def test_a_write_that_meets_a_damaged_page_is_the_last(folder: Path, boris: Author) -> None:
    flip(folder, page_of_an_op(folder))
    vault = Vault.open(folder, KEY)
    with pytest.raises(Damaged), vault.write() as unit:
        unit.apply_ops(SPACE, [boris.put("title", "One more")])
    with pytest.raises(Damaged, match="reading only"), vault.write() as unit:
        unit.set_meta("colour", b"teal")
    vault.close()


def test_damage_that_a_caller_finds_in_what_it_read_is_not_the_disk_s(folder: Path) -> None:
    vault = Vault.open(folder, KEY)
    with pytest.raises(Damaged), vault.read():
        raise Damaged("A draft cannot be read.")
    assert not vault.damaged
    vault.close()


def test_on_a_full_disk_an_error_of_the_log_is_no_damage(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(folder, page_of_an_op(folder))  # stands for SQLite's "I/O error"
    vault = Vault.open(folder, KEY)
    monkeypatch.setattr(room, "free_bytes", lambda _folder: room.NOTHING - 1)
    with pytest.raises(DiskFull):
        read_ops(vault)
    assert not vault.damaged
    vault.close()


def test_inv26_the_first_bytes_may_be_lost_and_are_missed(folder: Path) -> None:
    path = folder / DATABASE
    data = path.read_bytes()
    assert data[:16] == salt_of(KEY)
    path.write_bytes(bytes(16) + data[16:])
    vault = Vault.open(folder, KEY)
    assert read_ops(vault) > 60 * 900
    assert vault.check_pages(KEY) == ["the first bytes of the file are not its own"]
    vault.close()
