"""The doctor looks at a vault in whatever state, changes nothing, and tells nothing private."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from delve_desktop.crypto.header_pair import HEADER, SPARE
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import DiskFull
from delve_desktop.domain.ids import SpaceId, tagged_hash
from delve_desktop.services import drafts, records, spaces
from delve_desktop.services.keeping import doctor_files
from delve_desktop.services.keeping.doctor import Diagnosis, diagnose
from delve_desktop.services.keeping.passphrases import change_passphrase, new_recovery_code
from delve_desktop.services.keeping.places import Place
from delve_desktop.services.session import create_vault, open_vault
from delve_desktop.services.views import EditText, SetValue
from delve_desktop.store import migrations, room
from delve_desktop.store.engine import connect
from delve_desktop.store.files import DAMAGED, DATABASE, NEXT, RESTORING

from .conftest import NEW, PASSPHRASE

CANARIES = ("Zawadi-canary", "Space-canary", "title-canary", "text-canary", "hub-canary", "draft-canary")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, quick: None) -> Path:
    """A closed vault with a canary in everything that a person writes."""
    folder = tmp_path_factory.mktemp("path-canary") / "vault"
    session = create_vault(folder, PASSPHRASE, CANARIES[0], params=FLOOR)
    space = spaces.create_space(session, CANARIES[1])
    with session.vault.write() as unit:
        unit.add_hub(f"http://{CANARIES[4]}.example", bytes(32), "")
    for number in range(30):
        edits = [SetValue("title", f"{CANARIES[2]} {number}"), EditText("text", CANARIES[3] + "x" * 900)]
        records.add_record(session, space, "note", edits)
    drafts.save_draft(session, space, None, "note", {"title": CANARIES[5]})
    (folder / "who.txt").write_text(CANARIES[0], encoding="utf-8")
    session.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "vault")
    return tmp_path / "vault"


def contents(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def state_of(found: Diagnosis, about: str) -> str:
    worst = {"good": 0, "note": 1, "unknown": 2, "wrong": 3}
    return max((one.state for one in found.findings if one.about == about), key=worst.__getitem__)


def test_a_healthy_vault_is_well(folder: Path) -> None:
    before = contents(folder)
    found = diagnose(folder, PASSPHRASE)
    assert found.ok
    assert found.vault == "vault"
    assert {one.about for one in found.findings if one.state != "good"} == {"cost", "recovery", "server"}
    says = " ".join(one.says for one in found.findings)
    assert "30 records in 1 spaces" in says
    assert "1 drafts" in says
    assert "30 changes" in says
    assert contents(folder) == before


def test_without_the_passphrase_what_was_not_seen_is_said(folder: Path) -> None:
    found = diagnose(folder)
    assert found.ok
    assert state_of(found, "passphrase") == "unknown"
    assert not {one.about for one in found.findings} & {"pages", "content", "log"}


def spoil_page(folder: Path) -> None:
    data = bytearray((folder / DATABASE).read_bytes())
    for page in range(20, 40):
        data[page * 4096 + 7] ^= 1
    (folder / DATABASE).write_bytes(data)


def newer_header(folder: Path) -> None:
    newer = b"DLVV\x07" + bytes(100)
    for name in (HEADER, SPARE):
        (folder / name).write_bytes(newer + tagged_hash("vault-header-checksum", newer)[:16])


def newer_database(folder: Path) -> None:
    session = open_vault(folder, PASSPHRASE)
    key = session._database_key
    session.close()
    connection = connect(folder / DATABASE, key)
    connection.execute(f"PRAGMA user_version = {migrations.CURRENT + 1}")
    connection.close()


def old_header(folder: Path) -> None:
    before = (folder / HEADER).read_bytes()
    session = open_vault(folder, PASSPHRASE)
    change_passphrase(session, PASSPHRASE, NEW, FLOOR)
    session.close()
    for name in (HEADER, SPARE):
        (folder / name).write_bytes(before)


def remove(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).unlink()


def foreign(folder: Path) -> None:
    for name in (HEADER, SPARE):
        (folder / name).write_bytes(b"PK\x03\x04 something else")
    (folder / DATABASE).write_bytes(b"SQLite format 3\0" + bytes(4080))


CASES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "damaged pages": (spoil_page, "pages", "wrong"),
    "a mark of damage": (lambda folder: (folder / DAMAGED).touch(), "damage", "wrong"),
    "a spoiled header": (lambda folder: (folder / HEADER).write_bytes(b"x"), "header", "note"),
    "a lost spare": (lambda folder: (folder / SPARE).unlink(), "spare", "note"),
    "no header": (lambda folder: remove(folder, HEADER, SPARE), "header", "wrong"),
    "a newer header": (newer_header, "header", "wrong"),
    "a newer database": (newer_database, "format", "wrong"),
    "an old header": (old_header, "generation", "wrong"),
    "another format": (foreign, "header", "wrong"),
    "no database": (lambda folder: (folder / DATABASE).unlink(), "database", "wrong"),
    "an empty database": (lambda folder: (folder / DATABASE).write_bytes(b""), "database", "wrong"),
    "a cut database": (lambda folder: os.truncate(folder / DATABASE, 50_000), "database", "wrong"),
    "a database of nothing": (lambda folder: (folder / DATABASE).write_bytes(bytes(8192)), "pages", "wrong"),
    "a change that was cut off": (lambda folder: (folder / NEXT).write_bytes(b"half"), "change", "note"),
    "a restore that was cut off": (lambda folder: (folder / RESTORING).touch(), "restore", "note"),
    "a copy of a migration": (lambda folder: (folder / "vault.db.before-9").touch(), "leftovers", "note"),
    "a folder in place of the header": (lambda folder: _folder_for(folder / HEADER), "header", "wrong"),
    "nothing at all": (shutil.rmtree, "folder", "wrong"),
    "an empty folder": (
        lambda folder: remove(folder, *(path.name for path in folder.iterdir())),
        "database",
        "wrong",
    ),
}


def _folder_for(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("name", CASES)
def test_whatever_is_wrong_is_found_and_nothing_is_changed(folder: Path, name: str) -> None:
    act, about, state = CASES[name]
    act(folder)
    before = contents(folder)
    for passphrase in (None, PASSPHRASE, NEW):
        found = diagnose(folder, passphrase)
        if passphrase == PASSPHRASE:
            assert state_of(found, about) == state
            assert found.ok is (state != "wrong")
        assert all(one.says.endswith(".") for one in found.findings)
        assert all(one.do for one in found.findings if one.state == "wrong"), found.findings
        told = json.dumps(asdict(found))
        assert not [word for word in (*CANARIES, "path-canary", str(folder.parent)) if word in told]
    assert contents(folder) == before


def test_a_vault_in_use_is_looked_at_beside_its_user(folder: Path) -> None:
    session = open_vault(folder, PASSPHRASE)
    space = spaces.list_spaces(session)[0].id
    records.add_record(session, space, "note", [SetValue("title", "In the log")])
    found = diagnose(folder, PASSPHRASE)
    assert state_of(found, "use") == "note"
    assert found.ok
    assert "31 records" in " ".join(one.says for one in found.findings)
    records.add_record(session, space, "note", [SetValue("title", "And it goes on")])
    session.close()


def test_a_wrong_passphrase_and_a_full_disk_and_a_bad_place_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "free_bytes", lambda _folder: 5_000_000)
    monkeypatch.setattr(doctor_files, "look_at", lambda place: Place(place, "vfat"))
    found = diagnose(folder, NEW, clock=lambda: 86_400)
    assert {one.about for one in found.findings if one.state == "wrong"} == {"room", "place", "passphrase"}
    assert state_of(found, "clock") == "note"
    assert "Only 5 MB are free" in " ".join(one.says for one in found.findings)


def test_a_disk_without_any_room_is_not_taken_for_a_damage(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> object:
        raise DiskFull("The disk is so full that the vault cannot even be read; make some room.")

    monkeypatch.setattr(room, "free_bytes", lambda _folder: 0)
    monkeypatch.setattr("delve_desktop.store.rekeying.connect", full)
    found = diagnose(folder, PASSPHRASE)
    (pages,) = [one for one in found.findings if one.about == "pages"]
    assert "so full" in pages.says
    assert "salvage" not in pages.do


def test_what_waits_is_counted_and_a_recovery_code_is_seen(folder: Path) -> None:
    session = open_vault(folder, PASSPHRASE)
    new_recovery_code(session, PASSPHRASE)
    with session.vault.write() as unit:
        unit.add_space(SpaceId(b"p" * 16), "Asked for", "pending", None)
    session.close()
    found = diagnose(folder, PASSPHRASE)
    assert state_of(found, "recovery") == "good"
    assert state_of(found, "spaces") == "note"


def test_a_log_that_was_tampered_with_is_found_unless_it_is_quick(folder: Path) -> None:
    session = open_vault(folder, PASSPHRASE)
    with session.vault.write() as unit:
        unit._run("UPDATE record SET title = 'other' WHERE rowid = 1")
    session.close()
    assert state_of(diagnose(folder, PASSPHRASE), "log") == "wrong"
    assert diagnose(folder, PASSPHRASE, quick=True).ok


def test_inv26_a_flipped_byte_anywhere_never_breaks_the_doctor(
    folder: Path, seeded_random: random.Random, tmp_path: Path
) -> None:
    for _ in range(25):
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(folder, copy)
        path = copy / seeded_random.choice((HEADER, SPARE, DATABASE))
        data = bytearray(path.read_bytes())
        data[seeded_random.randrange(len(data))] ^= 1 << seeded_random.randrange(8)
        path.write_bytes(data)
        found = diagnose(copy, PASSPHRASE)
        assert [
            one for one in found.findings if one.about in ("header", "spare", "pages") and one.state != "good"
        ]
