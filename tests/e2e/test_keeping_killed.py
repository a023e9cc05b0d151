"""`kill -9` while a vault is encrypted anew, backed up, restored or salvaged: one whole vault is left.

`DELVE_KILLS` and `DELVE_KILL_SEED` as in `test_killed.py`.
"""

from __future__ import annotations

import json
import random
import shutil
import time
from pathlib import Path

import pytest

from delve_desktop.store.backup_file import check_backup

from .laptops import Laptop, write_text
from .test_killed import KILLS, SEED

pytestmark = [pytest.mark.processes, pytest.mark.slow, pytest.mark.timeout(120 + 60 * KILLS)]

RECORDS = 1500  # a few megabytes: long enough to be killed in the middle


@pytest.fixture(scope="module")
def big(tmp_path_factory, _quick_vaults) -> Laptop:
    """A laptop with many records, and a recovery code; copied by every test."""
    generator = random.Random(SEED)
    laptop = Laptop.of(tmp_path_factory.mktemp("big") / "neema", "Neema")
    laptop.run("space", "create", "Lake Zone")
    items = [
        {"kind": "note", "title": f"{n}", "text": generator.randbytes(400).hex()} for n in range(RECORDS)
    ]
    file = write_text(laptop.folder.parent / "in.jsonl", "\n".join(map(json.dumps, items)))
    laptop.run("import", file)
    laptop.run("recovery-code")
    return laptop


def took(laptop: Laptop, *arguments: str) -> float:
    """How long a command takes when nobody kills it."""
    started = time.monotonic()
    done = laptop.finish(laptop.process(*arguments))
    assert done.code == 0, done.err
    return time.monotonic() - started


def killed(laptop: Laptop, pause: float, *arguments: str) -> bool:
    """Start a command and kill it after so many seconds; whether it had ended by itself."""
    process = laptop.process(*arguments)
    time.sleep(pause)
    ended = process.poll() is not None
    process.kill()
    laptop.finish(process)
    return ended


def test_inv01_whoever_is_killed_while_all_is_encrypted_anew_one_passphrase_opens_one_vault(big, tmp_path):
    generator = random.Random(f"{SEED}/anew")
    twin = big.copied(tmp_path / "twin")
    other = write_text(tmp_path / "other", "ngano samaki daraja kisima nyota punda\n")
    whole = took(twin, "passphrase", "--compromised", "--new-passphrase-file", other)
    shutil.rmtree(twin.folder)
    laptop = big.copied(tmp_path / "laptop")
    changed = 0
    for number in range(KILLS):
        new = write_text(tmp_path / f"new {number}", f"jembe dhahabu shimo mvua barabara {number:05}\n")
        killed(
            laptop,
            whole * generator.uniform(0.3, 1.1),
            "passphrase",
            "--compromised",
            "--new-passphrase-file",
            new,
        )
        after = Laptop(laptop.folder, Path(new))
        opens = [one for one in (laptop, after) if one.attempt("state-hash").code == 0]
        assert len(opens) == 1
        changed += opens[0] is after
        (laptop,) = opens
        assert len(laptop.run("list")) == RECORDS
        assert laptop.run("verify")["findings"] == []
        assert {path.name for path in laptop.folder.iterdir()} <= {
            "vault.hdr",
            "vault.hdr.spare",
            "vault.db",
            "vault.lock",
        }
    assert (
        laptop.finish(laptop.process("passphrase", "--compromised", "--new-passphrase-file", other)).code == 0
    )
    assert len(Laptop(laptop.folder, Path(other)).run("list")) == RECORDS


def test_a_backup_that_is_killed_leaves_none_or_a_whole_one_and_the_vault_untouched(big, tmp_path):
    generator = random.Random(f"{SEED}/backup")
    whole = took(big, "backup", str(tmp_path / "first"))
    before = big.run("state-hash")
    for number in range(KILLS):
        file = tmp_path / f"b{number}"
        ended = killed(big, whole * generator.uniform(0.3, 1.05), "backup", str(file))
        if file.exists():
            check_backup(file)
        else:
            assert not ended
        assert big.run("state-hash") == before
        # what was left behind is in nobody's way
        if not file.exists():
            big.run("backup", str(file))
        assert sorted(path.name for path in tmp_path.glob(f"b{number}*")) == [f"b{number}"]
    assert big.run("verify")["findings"] == []


@pytest.mark.parametrize("gone", ["--old-laptop-gone", "--old-laptop-still-used"])
def test_a_restore_that_is_killed_leaves_no_vault_or_a_whole_one(big, tmp_path, gone):
    generator = random.Random(f"{SEED}/{gone}")
    file = str(tmp_path / "b")
    big.run("backup", file)
    wanted = {row["title"] for row in big.run("list")}
    first = Laptop(tmp_path / "first", big.passphrase_file)
    whole = took(first, "restore-backup", file, gone)
    for number in range(KILLS):
        laptop = Laptop(tmp_path / f"restored {number}", big.passphrase_file)
        killed(laptop, whole * generator.uniform(0.3, 1.05), "restore-backup", file, gone)
        if not (laptop.folder / "vault.hdr").exists() and not (laptop.folder / "vault.hdr.spare").exists():
            laptop.run("restore-backup", file, gone)
        assert {row["title"] for row in laptop.run("list")} == wanted
        assert laptop.run("verify")["findings"] == []
        assert not (laptop.folder / "vault.restoring").exists()
        shutil.rmtree(laptop.folder)


def test_a_salvage_that_is_killed_leaves_the_damaged_vault_as_it_is(big, tmp_path):
    generator = random.Random(f"{SEED}/salvage")
    damaged = big.copied(tmp_path / "damaged")
    data = bytearray((damaged.folder / "vault.db").read_bytes())
    for _ in range(20):
        data[generator.randrange(len(data))] ^= 1
    (damaged.folder / "vault.db").write_bytes(data)
    before = {path.name: path.read_bytes() for path in damaged.folder.iterdir()}
    whole = took(damaged, "salvage", "--to", str(tmp_path / "first"))
    wanted = {row["title"] for row in Laptop(tmp_path / "first", big.passphrase_file).run("list")}
    assert len(wanted) > RECORDS * 0.9
    for number in range(KILLS):
        new = Laptop(tmp_path / f"new {number}", big.passphrase_file)
        killed(damaged, whole * generator.uniform(0.3, 1.05), "salvage", "--to", str(new.folder))
        if new.attempt("state-hash").code:
            damaged.run("salvage", "--to", str(new.folder))
        assert {row["title"] for row in new.run("list")} == wanted
        assert new.run("verify")["findings"] == []
        assert {path.name: path.read_bytes() for path in damaged.folder.iterdir()} == before
        shutil.rmtree(new.folder)
