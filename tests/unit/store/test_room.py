"""Below the floor nothing new is written; drafts are, and reading and locking go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from delve_desktop.domain.errors import DiskFull
from delve_desktop.store import room
from delve_desktop.store.rows import DraftRow
from delve_desktop.store.vault import Vault

from .conftest import KEY, SPACE, Author


@pytest.fixture
def little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "free_bytes", lambda _folder: room.FLOOR - 1)


def test_only_drafts_are_written_below_the_floor(vault: Vault, anna: Author, little_room: None) -> None:
    with pytest.raises(DiskFull, match="what is being typed is kept"), vault.write() as unit:
        unit.apply_ops(SPACE, [anna.put("title", "New")])
    with vault.write(reserve=True) as unit:
        unit.save_draft(DraftRow(0, SPACE, None, "note", b"", b"\x80", 1))
    with vault.read() as reading:
        assert len(reading.drafts(SPACE)) == 1
        assert list(reading.states(SPACE)) == []
    vault.close()


def test_at_the_floor_all_is_written(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "free_bytes", lambda _folder: room.FLOOR)
    with vault.write() as unit:
        unit.set_meta("colour", b"teal")
    with pytest.raises(DiskFull):
        vault.check_writable(1)


def test_no_vault_is_made_below_the_floor(tmp_path: Path, little_room: None) -> None:
    (folder := tmp_path / "vault").mkdir()
    with pytest.raises(DiskFull):
        Vault.create(folder, KEY)
    assert list(folder.iterdir()) == []


def test_the_room_is_that_of_the_vault_s_own_disk(tmp_path: Path) -> None:
    assert room.free_bytes(tmp_path) > 0
    room.check_room(tmp_path)
    with pytest.raises(DiskFull):
        room.check_room(tmp_path, 1 << 60)
