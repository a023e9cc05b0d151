"""Passphrases, backups and new laptops, by the commands and with a hub, as people do it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from delve_desktop.cli.exits import CODES
from delve_desktop.domain.errors import (
    Damaged,
    DiskFull,
    InUse,
    InvalidContent,
    Mistaken,
    NotFound,
    UnsafePlace,
    WrongPassphrase,
)
from delve_desktop.services.session import open_vault

from .laptops import PASSPHRASE, Laptop, joined, met, write_text

pytestmark = pytest.mark.processes

NEW = "jembe dhahabu shimo mvua barabara soko"


def titles(laptop: Laptop) -> set[str]:
    return {row["title"] for row in laptop.run("list")}


def fails(laptop: Laptop, *arguments: str, kind: type[Exception]) -> str:
    done = laptop.attempt(*arguments)
    assert (done.code, done.out) == (CODES[kind], ""), done
    assert done.err.count("\n") == 1
    return done.err


@pytest.fixture
def alone(tmp_path: Path) -> Laptop:
    laptop = Laptop.of(tmp_path / "neema", "Neema")
    laptop.run("space", "create", "Lake Zone")
    for number in range(3):
        laptop.run("add", "note", "--set", f"title=Note {number}")
    return laptop


@pytest.fixture
def new_file(tmp_path: Path) -> str:
    return write_text(tmp_path / "new passphrase", NEW + "\n")


def with_passphrase(laptop: Laptop, file: str) -> Laptop:
    return Laptop(laptop.folder, Path(file))


class TestSecrets:
    def test_the_passphrase_is_changed(self, alone: Laptop, new_file: str) -> None:
        changed = alone.run("passphrase", "--new-passphrase-file", new_file)
        assert changed == {"changed": True, "reencrypted": False, "recovery_code": None}
        fails(alone, "list", kind=WrongPassphrase)
        assert len(with_passphrase(alone, new_file).run("list")) == 3

    def test_the_new_one_may_come_from_the_environment(
        self, alone: Laptop, new_file: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fails(alone, "passphrase", kind=Mistaken)
        monkeypatch.setenv("DELVE_NEW_PASSPHRASE", "too short")
        assert "too short" in fails(alone, "passphrase", kind=InvalidContent)
        monkeypatch.setenv("DELVE_NEW_PASSPHRASE", NEW)
        alone.run("passphrase")
        assert len(with_passphrase(alone, new_file).run("list")) == 3

    def test_a_known_passphrase_and_its_recovery_code_are_replaced(
        self, alone: Laptop, new_file: str, tmp_path: Path
    ) -> None:
        old = alone.run("recovery-code")["code"]
        changed = alone.run("passphrase", "--compromised", "--new-passphrase-file", new_file)
        assert changed["reencrypted"]
        after = with_passphrase(alone, new_file)
        assert len(after.run("list")) == 3
        assert after.run("verify")["ok"]
        fails(alone, "list", kind=WrongPassphrase)
        code = write_text(tmp_path / "old code", old)
        fails(alone, "recover", "--code-file", code, "--new-passphrase-file", new_file, kind=WrongPassphrase)
        code = write_text(tmp_path / "new code", changed["recovery_code"])
        again = write_text(tmp_path / "third", "ngano samaki daraja kisima nyota punda\n")
        alone.run("recover", "--code-file", code, "--new-passphrase-file", again)
        assert len(with_passphrase(alone, again).run("list")) == 3

    def test_a_forgotten_passphrase_is_recovered_from_the_sheet(
        self, alone: Laptop, new_file: str, tmp_path: Path
    ) -> None:
        made = alone.run("recovery-code")
        assert made["code"].removeprefix("RECOVERY-")[:4] in made["sheet"]
        typed = write_text(tmp_path / "typed", made["code"].lower().replace("-", " ") + "\n")
        lost = Laptop(alone.folder, tmp_path / "nothing")
        assert lost.run("recover", "--code-file", typed, "--new-passphrase-file", new_file) == {
            "recovered": True
        }
        assert len(with_passphrase(alone, new_file).run("list")) == 3
        wrong = write_text(tmp_path / "wrong", made["code"][:-1] + ("0" if made["code"][-1] != "0" else "1"))
        error = fails(
            lost, "recover", "--code-file", wrong, "--new-passphrase-file", new_file, kind=InvalidContent
        )
        assert "group 10" in error

    def test_without_a_recovery_code_that_is_said(self, alone: Laptop, new_file: str, tmp_path: Path) -> None:
        other = Laptop.of(tmp_path / "other", "Zawadi")
        code = write_text(tmp_path / "code", other.run("recovery-code")["code"])
        fails(alone, "recover", "--code-file", code, "--new-passphrase-file", new_file, kind=NotFound)
        alone.run("recovery-code")
        fails(alone, "recover", "--code-file", code, "--new-passphrase-file", new_file, kind=WrongPassphrase)

    def test_a_spare_header_opens_with_a_sentence(self, alone: Laptop) -> None:
        header = alone.folder / "vault.hdr"
        header.write_bytes(b"spoiled")
        done = alone.attempt("list")
        assert done.code == 0
        assert len(done.data) == 3
        assert done.err.count("\n") == 1
        assert "spare copy" in done.err
        assert alone.attempt("list").err == ""


class TestVaults:
    def test_the_vaults_of_a_laptop_are_listed_with_their_names(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DELVE_HOME", str(tmp_path / "home"))
        anybody = Laptop(tmp_path / "unused", tmp_path / "unused")
        vaults = tmp_path / "home" / "vaults"
        assert anybody.run("vaults") == {"folder": str(vaults), "vaults": []}
        (vaults / "empty").mkdir(parents=True)
        made = Laptop.of(tmp_path / "made", "Neema")
        made.folder.rename(vaults / "neema-2")
        write_text(vaults / "neema-2" / "who.txt", "Neema\n")
        other = Laptop.of(tmp_path / "other", "Amani")
        other.folder.rename(vaults / "b")
        assert anybody.run("vaults")["vaults"] == [
            {"name": "b", "vault": str(vaults / "b")},
            {"name": "Neema", "vault": str(vaults / "neema-2")},
        ]


class TestBackup:
    def test_a_vault_is_backed_up_while_another_program_has_it_open(
        self, alone: Laptop, tmp_path: Path
    ) -> None:
        session = open_vault(alone.folder, PASSPHRASE)
        try:
            made = alone.run("backup", str(tmp_path / "b"))
            fails(alone, "list", kind=InUse)
        finally:
            session.close()
        assert made["bytes"] == (tmp_path / "b").stat().st_size
        fails(alone, "backup", str(tmp_path / "b"), kind=InvalidContent)
        copy = Laptop(tmp_path / "restored" / "vault", alone.passphrase_file)
        told = copy.run("restore-backup", str(tmp_path / "b"), "--old-laptop-still-used")
        assert told["name"] == "Neema"
        assert [(one["name"], one["state"], one["unsent"]) for one in told["spaces"]] == [
            ("Lake Zone", "member", 3)
        ]
        assert titles(copy) == {"Note 0", "Note 1", "Note 2"}
        assert copy.run("verify")["ok"]

    def test_the_question_about_the_old_laptop_must_be_answered(self, alone: Laptop, tmp_path: Path) -> None:
        alone.run("backup", str(tmp_path / "b"))
        copy = Laptop(tmp_path / "restored", alone.passphrase_file)
        fails(copy, "restore-backup", str(tmp_path / "b"), kind=Mistaken)
        both = ["--old-laptop-gone", "--old-laptop-still-used"]
        fails(copy, "restore-backup", str(tmp_path / "b"), *both, kind=Mistaken)
        fails(alone, "restore-backup", str(tmp_path / "b"), "--old-laptop-gone", kind=InvalidContent)
        fails(copy, "restore-backup", str(tmp_path / "none"), "--old-laptop-gone", kind=NotFound)
        (tmp_path / "b").write_bytes((tmp_path / "b").read_bytes()[:-20])
        fails(copy, "restore-backup", str(tmp_path / "b"), "--old-laptop-gone", kind=Damaged)
        assert not copy.folder.exists()

    def test_two_laptops_go_on_from_one_backup(self, own_pair, tmp_path: Path) -> None:
        neema, zawadi = own_pair.neema, own_pair.zawadi
        neema.run("add", "note", "--set", "title=In the backup")
        neema.run("backup", str(tmp_path / "b"))
        neema.run("add", "note", "--set", "title=Later on the old one")
        met(neema, zawadi)
        new = Laptop(tmp_path / "new", neema.passphrase_file)
        new.run("restore-backup", str(tmp_path / "b"), "--old-laptop-still-used")
        new.run("add", "note", "--set", "title=On the new one")
        met(new, neema, zawadi)
        for laptop in (new, neema, zawadi):
            assert titles(laptop) == {"In the backup", "Later on the old one", "On the new one"}
            assert laptop.run("verify")["forks"] == 0
            assert laptop.run("verify")["ok"]

    def test_a_coordinator_whose_laptop_was_stolen_goes_on_with_new_keys(
        self, own_pair, tmp_path: Path
    ) -> None:
        neema, zawadi = own_pair.neema, own_pair.zawadi
        neema.run("add", "note", "--set", "title=Not sent before the backup")
        neema.run("backup", str(tmp_path / "b"))
        met(neema, zawadi)  # and sent after it: the same change must not come twice
        new = Laptop(tmp_path / "new", neema.passphrase_file)
        told = new.run("restore-backup", str(tmp_path / "b"), "--old-laptop-gone")
        assert [one["state"] for one in told["spaces"]] == ["member"]
        new.run("add", "note", "--set", "title=From the new laptop")
        met(new, zawadi)
        assert titles(zawadi) == titles(new) == {"Not sent before the backup", "From the new laptop"}
        assert new.run("sync")["up_to_date"]
        # it admits others, as before
        newcomer = Laptop.of(tmp_path / "baraka", "Baraka")
        joined(newcomer, new)
        met(newcomer, new, zawadi)
        assert titles(newcomer) == titles(new)
        for laptop in (new, zawadi, newcomer):
            assert laptop.run("verify")["ok"]

    def test_an_officer_s_new_laptop_asks_to_be_admitted_and_loses_nothing(
        self, own_pair, tmp_path: Path
    ) -> None:
        neema, zawadi = own_pair.neema, own_pair.zawadi
        met(neema, zawadi)
        zawadi.run("add", "note", "--set", "title=Never sent")
        zawadi.run("backup", str(tmp_path / "b"))
        new = Laptop(tmp_path / "new", zawadi.passphrase_file)
        told = new.run("restore-backup", str(tmp_path / "b"), "--old-laptop-gone")
        assert [(one["state"], one["unsent"]) for one in told["spaces"]] == [("asks", 1)]
        assert new.run("space", "list")[0]["state"] == "pending"
        new.run("add", "note", "--set", "title=Written while it asks")
        assert new.run("sync")["up_to_date"] is False
        joined(new, neema)
        met(new, neema)
        assert titles(neema) == titles(new) == {"Never sent", "Written while it asks"}
        assert new.run("space", "list")[0]["state"] == "active"
        assert new.run("verify")["ok"]
        assert neema.run("verify")["ok"]


def spoil(laptop: Laptop, table: str) -> None:
    """Break the page that leads to everything of a table."""
    session = open_vault(laptop.folder, PASSPHRASE)
    with session.vault.read() as unit:
        page = unit._rows("SELECT rootpage FROM sqlite_master WHERE name = ?", table)[0][0]
    session.close()
    data = bytearray((laptop.folder / "vault.db").read_bytes())
    data[(page - 1) * 4096 + 99] ^= 1
    (laptop.folder / "vault.db").write_bytes(data)


class TestDamage:
    def test_a_damaged_vault_is_read_and_not_written_and_is_salvaged(
        self, alone: Laptop, tmp_path: Path
    ) -> None:
        spoil(alone, "draft")
        assert alone.attempt("verify").code == CODES[Damaged]
        before = (alone.folder / "vault.db").read_bytes()
        done = alone.attempt("list")
        assert (done.code, len(done.data)) == (0, 3)
        assert "delve salvage" in done.err
        assert "delve salvage" in fails(alone, "add", "note", "--set", "title=No", kind=Damaged)
        assert "delve salvage" in fails(alone, "backup", str(tmp_path / "b"), kind=Damaged)
        new = Laptop(tmp_path / "new", alone.passphrase_file)
        told = alone.run("salvage", "--to", str(new.folder))
        assert (told["records"], told["unsent"], told["damaged_pages"]) == (3, 3, 1)
        assert titles(new) == {"Note 0", "Note 1", "Note 2"}
        new.run("add", "note", "--set", "title=Yes")
        assert new.run("verify")["ok"]
        assert (alone.folder / "vault.db").read_bytes() == before
        fails(alone, "salvage", "--to", str(new.folder), kind=InvalidContent)

    @pytest.mark.parametrize("table", ["segment", "op", "act", "sqlite_autoindex_segment_1"])
    def test_what_was_lost_comes_back_from_the_others(self, own_pair, tmp_path: Path, table: str) -> None:
        neema, zawadi = own_pair.neema, own_pair.zawadi
        for number in range(5):
            neema.run("add", "note", "--set", f"title=Neema {number}")
            zawadi.run("add", "note", "--set", f"title=Zawadi {number}")
        met(neema, zawadi)
        zawadi.run("add", "note", "--set", "title=Only on the damaged laptop")
        spoil(zawadi, table)
        new = Laptop(tmp_path / "new", zawadi.passphrase_file)
        told = zawadi.run("salvage", "--to", str(new.folder))
        # with so few changes the page that leads to them holds them: what nobody else had becomes a draft
        assert told["words"] == (1 if table == "op" else 0)
        new.run("add", "note", "--set", "title=Written before the next exchange")
        met(new, neema)
        assert len(titles(new)) == (11 if table == "op" else 12)
        assert titles(new) == titles(neema)
        assert new.run("verify")["ok"]
        assert new.run("sync")["up_to_date"]


class TestPlaces:
    def test_a_folder_that_is_copied_elsewhere_is_refused_with_the_reason(
        self, alone: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (alone.folder.parent / ".stfolder").mkdir()
        assert "Syncthing" in fails(alone, "list", kind=UnsafePlace)
        # out of there: a backup may be made from anywhere
        alone.run("backup", str(tmp_path / "b"))
        copy = Laptop(tmp_path / "safe", alone.passphrase_file)
        copy.run("restore-backup", str(tmp_path / "b"), "--old-laptop-still-used")
        assert len(titles(copy)) == 3
        monkeypatch.setenv("DELVE_ANY_PLACE", "1")
        assert len(titles(alone)) == 3

    def test_none_is_made_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
        passphrase = write_text(tmp_path / "passphrase", PASSPHRASE)
        laptop = Laptop(tmp_path / "shared" / "vault", Path(passphrase))
        fails(laptop, "init", "--name", "Neema", kind=UnsafePlace)
        assert not laptop.folder.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts a small disk")
def test_on_a_disk_that_is_nearly_full_reading_goes_on_and_writing_says_why(small_disk: Path) -> None:
    laptop = Laptop.of(small_disk / "neema", "Neema")
    laptop.run("space", "create", "Lake Zone")
    laptop.run("add", "note", "--set", "title=While there was room")
    (small_disk / "ballast").write_bytes(bytes(40 * 1024 * 1024))
    assert "64 MB" in fails(laptop, "add", "note", "--set", "title=Too late", kind=DiskFull)
    assert titles(laptop) == {"While there was room"}
    fails(laptop, "rebuild", kind=DiskFull)
    laptop.run("verify")
    (small_disk / "ballast").unlink()
    laptop.run("add", "note", "--set", "title=Room again")
    assert titles(laptop) == {"While there was room", "Room again"}
