"""Copied vaults, restored hubs, broken files: nothing is lost, and one clear sentence says what is wrong."""

from __future__ import annotations

import hashlib
import random
import shutil

import pytest

from delve_desktop.cli.exits import CODES
from delve_desktop.domain.errors import (
    Damaged,
    HubRefused,
    HubUnreachable,
    InUse,
    InvalidContent,
    NewerFormat,
    WrongPassphrase,
)
from delve_desktop.domain.ids import tagged_hash
from delve_desktop.services.session import open_vault

from .laptops import PASSPHRASE, Hub, Laptop, copy_tree, joined, met, write_text

pytestmark = pytest.mark.processes


def titles(laptop):
    return {row["title"] for row in laptop.run("list")}


def files_of(laptop):
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in laptop.folder.iterdir()
        if path.is_file() and path.stat().st_size and path.suffix != ".lock"
    }


def refused(laptop, *arguments, kind):
    """The command ends with the code of this kind, one sentence, and no file changed."""
    before = files_of(laptop)
    done = laptop.attempt(*arguments)
    assert done.code == CODES[kind], (done.code, done.err)
    assert done.err.count("\n") == 1
    assert done.err.rstrip().endswith(".")
    assert files_of(laptop) == before
    return done


@pytest.fixture(scope="module")
def written(tmp_path_factory, _quick_vaults):
    """A laptop with some records, alone; copied by every test that breaks it."""
    laptop = Laptop.of(tmp_path_factory.mktemp("alone") / "neema", "Neema")
    laptop.run("space", "create", "Lake Zone")
    for number in range(5):
        laptop.run("add", "note", "--set", f"title=Note {number}", "--set", "text=" + "Words. " * 400)
    return laptop


@pytest.fixture
def broken(written, tmp_path):
    """A copy that a test may break."""
    return written.copied(tmp_path / "copy")


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(broken, tmp_path):
    wrong = Laptop(broken.folder, tmp_path / "wrong")
    write_text(wrong.passphrase_file, "maji tembo kijani jua kisima mawe\n")
    for command in ("list", "verify", "rebuild"):
        refused(wrong, command, kind=WrongPassphrase)


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.95])
def test_inv26_a_flipped_byte_of_the_database_is_found(broken, place):
    path = broken.folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[int(len(data) * place) + 5] ^= 0x40
    path.write_bytes(data)
    refused(broken, "verify", kind=Damaged)


HEADERS = ("vault.hdr", "vault.hdr.spare")


def spoil(laptop, names, place):
    for name in names:
        path = laptop.folder / name
        data = bytearray(path.read_bytes())
        data[place] ^= 0x01
        path.write_bytes(data)


@pytest.mark.parametrize("place", [0, 5, 30, -1])
def test_inv26_a_flipped_byte_of_both_headers_is_found(broken, place):
    spoil(broken, HEADERS, place)
    refused(broken, "list", kind=Damaged)


@pytest.mark.parametrize("place", [0, 5, 30, -1])
def test_inv26_a_flipped_byte_of_one_header_is_found_and_mended_by_its_spare(broken, place):
    whole = (broken.folder / HEADERS[0]).read_bytes()
    spoil(broken, HEADERS[:1], place)
    first = broken.attempt("list")
    assert (first.code, first.err.count("\n")) == (0, 1)
    assert "spare" in first.err
    assert (broken.folder / HEADERS[0]).read_bytes() == whole
    assert broken.attempt("list").err == ""


@pytest.mark.parametrize("left", [0.0, 0.5])
@pytest.mark.parametrize("names", [("vault.db",), HEADERS])
def test_a_truncated_file_is_found(broken, names, left):
    for name in names:
        data = (broken.folder / name).read_bytes()
        (broken.folder / name).write_bytes(data[: int(len(data) * left)])
    refused(broken, "verify", kind=Damaged)


def test_inv12_a_vault_of_a_newer_version_is_left_alone(broken):
    for name in HEADERS:
        body = bytearray((broken.folder / name).read_bytes()[:-16])
        body[4] = 2  # the version; every version ends with this checksum
        (broken.folder / name).write_bytes(body + tagged_hash("vault-header-checksum", bytes(body))[:16])
    refused(broken, "list", kind=NewerFormat)


def test_one_program_at_a_time_has_a_vault_open(broken):
    session = open_vault(broken.folder, PASSPHRASE)
    try:
        refused(broken, "list", kind=InUse)
    finally:
        session.close()
    assert broken.run("list")


def test_a_hub_that_is_away_is_normal_and_everything_waits(own_pair):
    own_pair.hub.kill()
    own_pair.neema.run("add", "note", "--set", "title=While away")
    for command in (["sync"], ["space", "requests"]):
        done = own_pair.neema.attempt(*command)
        assert done.code == CODES[HubUnreachable]
        assert done.err.count("\n") == 1
    own_pair.hub.start()
    met(own_pair.neema, own_pair.zawadi)
    assert "While away" in titles(own_pair.zawadi)


def test_a_new_space_needs_a_ticket_of_that_hub(tmp_path):
    hub = Hub(tmp_path / "hub", open=False)
    hub.start()
    try:
        neema = Laptop.of(tmp_path / "neema", "Neema")
        neema.run("hub", "set", hub.url)
        neema.run("space", "create", "Lake Zone")
        neema.run("add", "note", "--set", "title=Waits for a ticket")
        done = neema.attempt("sync")
        assert done.code == CODES[HubRefused], done
        assert done.err.count("\n") == 1
        assert neema.attempt("hub", "set", hub.url, "--ticket", "DT1-AAAA").code == CODES[InvalidContent]
        neema.run("hub", "set", hub.url, "--ticket", hub.ticket())
        assert neema.run("sync")["up_to_date"]
        zawadi = Laptop.of(tmp_path / "zawadi", "Zawadi")
        joined(zawadi, neema)
        assert titles(zawadi) == {"Waits for a ticket"}
    finally:
        hub.kill()


def test_inv19_a_hub_restored_from_an_old_copy_is_refilled(own_pair, tmp_path):
    hub, neema, zawadi = own_pair.hub, own_pair.neema, own_pair.zawadi
    neema.run("add", "note", "--set", "title=Before the copy")
    met(neema, zawadi)
    hub.kill()
    copy_tree(hub.data, tmp_path / "backup")
    hub.start()
    for number in range(4):
        neema.run("add", "note", "--set", f"title=Neema {number}")
        zawadi.run("add", "note", "--set", f"title=Zawadi {number}")
        met(neema, zawadi)
    hub.kill()
    shutil.rmtree(hub.data)
    copy_tree(tmp_path / "backup", hub.data)
    hub.start()
    neema.run("add", "note", "--set", "title=After the restore")
    met(neema, zawadi)
    assert len(titles(zawadi)) == 10
    # the hub holds it all again: who comes with nothing gets everything
    newcomer = Laptop.of(tmp_path / "baraka", "Baraka")
    joined(newcomer, neema)
    met(newcomer, neema)
    assert titles(newcomer) == titles(neema)
    assert newcomer.run("verify")["findings"] == []


def test_inv17_a_copied_vault_used_on_two_sides_keeps_both_sides_edits(own_pair, tmp_path):
    neema, zawadi = own_pair.neema, own_pair.zawadi
    record = neema.run("add", "note", "--set", "title=Pump", "--set", "place=Mwanza")["id"]
    met(neema, zawadi)
    twin = neema.copied(tmp_path / "twin")
    neema.run("edit", record, "--set", "title=Pump by the one")
    neema.run("add", "note", "--set", "title=Of the one")
    twin.run("edit", record, "--set", "place=Geita by the other")
    twin.run("add", "note", "--set", "title=Of the other")
    for _ in range(2):
        for laptop in (neema, twin, zawadi):
            laptop.run("sync")
    for laptop in (neema, twin, zawadi):
        assert titles(laptop) == {"Pump by the one", "Of the one", "Of the other"}
        assert laptop.value(record, "place") == "Geita by the other"
        assert laptop.run("verify")["findings"] == []
    # and they go on
    neema.run("add", "note", "--set", "title=Again the one")
    twin.run("add", "note", "--set", "title=Again the other")
    met(neema, twin, zawadi)
    assert {"Again the one", "Again the other"} <= titles(zawadi)


def test_a_budget_is_kept_and_the_rest_comes_later(own_pair, tmp_path):
    generator = random.Random(7)
    lines = "\n".join(
        f'{{"kind":"note","title":"{n}","text":"{generator.randbytes(300).hex()}"}}' for n in range(400)
    )
    own_pair.neema.run("import", write_text(tmp_path / "in.jsonl", lines))
    own_pair.neema.run("sync")
    first = own_pair.zawadi.run("sync", "--budget", "60000")
    assert not first["up_to_date"]
    assert first["received_bytes"] + first["sent_bytes"] < 120_000
    assert 0 < len(own_pair.zawadi.run("list")) < 400
    own_pair.zawadi.run("sync")
    met(own_pair.neema, own_pair.zawadi)
