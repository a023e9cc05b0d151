"""Attachments through backup, restore and salvage."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import Damaged, DelveError
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import upkeep
from delve_desktop.services.attachments import adding, reading, wanting
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.keeping.backup import back_up, check
from delve_desktop.services.keeping.doctor import diagnose
from delve_desktop.services.keeping.renewal import renew_everything
from delve_desktop.services.keeping.restoring import restore_backup
from delve_desktop.services.keeping.salvage import salvage
from delve_desktop.services.records import add_record
from delve_desktop.services.session import Session, create_vault, open_vault
from delve_desktop.services.views import SetValue
from delve_desktop.store.backup_format import read_end
from tests.unit.services.conftest import PASSPHRASE, SPACE

DATA = random.Random(4).randbytes(2 * CHUNK + 5)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR)
    with session.vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    yield session
    session.close()


@pytest.fixture
def note(session: Session, tmp_path: Path) -> RecordId:
    (tmp_path / "plan.pdf").write_bytes(DATA)
    record = add_record(session, SPACE, "note", [SetValue("title", "Pond")])[0]
    adding.attach(session, record, [adding.seal_file(session, tmp_path / "plan.pdf")])
    return record


def read(session: Session, record: RecordId) -> Any:
    (view,) = attachments(session, record)
    return reading.read_whole(session, view.values[0])


def test_a_backup_brings_attachments_back(session: Session, note: RecordId, tmp_path: Path) -> None:
    folder, file = session.vault.folder, tmp_path / "copy.delve"
    back_up(folder, PASSPHRASE, file)
    assert read_end(file).version == 2
    assert check(file, PASSPHRASE).size == file.stat().st_size
    restored = restore_backup(file, tmp_path / "new", PASSPHRASE, old_laptop_gone=False).session
    try:
        assert read(restored, note) == DATA
        assert upkeep.verify(restored).ok
    finally:
        restored.close()


def test_a_chunk_that_is_damaged_stops_no_backup_and_is_not_in_it(
    session: Session, note: RecordId, tmp_path: Path
) -> None:
    chunks = session.vault.chunks
    damaged = max(chunks.ids())
    chunks.path(damaged).write_bytes(b"x")
    back_up(session.vault.folder, PASSPHRASE, tmp_path / "copy.delve")
    restored = restore_backup(tmp_path / "copy.delve", tmp_path / "new", PASSPHRASE, old_laptop_gone=False)
    try:
        here = set(restored.session.vault.chunks.ids())
        assert here == set(chunks.ids()) - {damaged}
    finally:
        restored.session.close()


def test_without_attachments_a_backup_is_one_that_older_programs_read(
    session: Session, tmp_path: Path
) -> None:
    back_up(session.vault.folder, PASSPHRASE, tmp_path / "copy.delve")
    assert read_end(tmp_path / "copy.delve").version == 1


def test_inv26_any_flipped_byte_among_the_attachments_of_a_backup_is_noticed(
    session: Session, note: RecordId, tmp_path: Path, seeded_random: random.Random
) -> None:
    file = tmp_path / "copy.delve"
    back_up(session.vault.folder, PASSPHRASE, file)
    end, whole = read_end(file), file.read_bytes()
    start = end.database + end.header
    for at in [start, start + end.chunks - 1, *seeded_random.sample(range(start, len(whole)), 20)]:
        broken = bytearray(whole)
        broken[at] ^= 1 << seeded_random.randrange(8)
        file.write_bytes(broken)
        with pytest.raises(DelveError):
            check(file)
        with pytest.raises(DelveError):
            restore_backup(file, tmp_path / "new", PASSPHRASE, old_laptop_gone=False)
        assert not (tmp_path / "new").exists()
    file.write_bytes(whole[:-200])
    with pytest.raises(Damaged):
        check(file)


def test_a_restore_that_was_killed_is_begun_again(session: Session, note: RecordId, tmp_path: Path) -> None:
    file, new = tmp_path / "copy.delve", tmp_path / "new"
    back_up(session.vault.folder, PASSPHRASE, file)
    (new / "blobs" / "ab").mkdir(parents=True)
    (new / "blobs" / "ab" / ("ab" * 32)).write_bytes(b"half")
    (new / "vault.restoring").touch()
    restored = restore_backup(file, new, PASSPHRASE, old_laptop_gone=False).session
    try:
        assert read(restored, note) == DATA
        assert len(list(restored.vault.chunks.ids())) == 4
    finally:
        restored.close()


def test_salvage_brings_whole_attachments_over(session: Session, note: RecordId, tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(DATA[::-1])
    adding.attach(session, note, [adding.seal_file(session, tmp_path / "b.pdf")])
    lost = next(one for one in attachments(session, note) if one.name == "b.pdf")
    session.vault.chunks.path(bytes.fromhex(lost.id)).write_bytes(b"")  # type: ignore[arg-type]
    folder = session.vault.folder
    session.close()
    done = salvage(folder, PASSPHRASE, tmp_path / "new")
    try:
        assert done.attachments == 1
        where = {one.name: one.where for one in attachments(done.session, note)}
        assert where == {"plan.pdf": "here", "b.pdf": "elsewhere"}
        assert any("pictures and files are whole" in told for told in done.sentences())
    finally:
        done.session.close()


def test_doctor_says_what_is_lost_and_nothing_private(session: Session, note: RecordId) -> None:
    folder = session.vault.folder
    session.close()
    found = {one.about: one for one in diagnose(folder, PASSPHRASE).findings}
    assert found["attachments"].state == "good"
    next(path for path in (folder / "blobs").rglob("*") if path.is_file()).unlink()
    found = {one.about: one for one in diagnose(folder, PASSPHRASE).findings}
    assert found["attachments"].state == "wrong"
    assert "plan" not in found["attachments"].says
    with open_vault(folder, PASSPHRASE).vault.read() as unit:
        assert unit.meta("nothing") is None


def test_a_new_key_for_the_vault_leaves_the_chunks_as_they_are(session: Session, note: RecordId) -> None:
    before = sorted(session.vault.chunks.ids())
    renew_everything(session, PASSPHRASE, "kisima kirefu sana chenye maji safi", FLOOR)
    assert sorted(session.vault.chunks.ids()) == before
    assert read(session, note) == DATA
    assert wanting.check_all(session).lost == 0
