"""`delve import` and `delve export` in every format."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from delve_desktop.cli.exits import CODES
from delve_desktop.domain.errors import InvalidContent, Mistaken, NotFound
from tests.e2e.laptops import Laptop, write_text
from tests.unit.interchange.vcard_cards import card

SAMPLES = Path(__file__).parents[2] / "data" / "vcards"


@pytest.fixture(scope="module", autouse=True)
def _quick_vaults():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DELVE_KDF", "floor")
        yield


@pytest.fixture(scope="module")
def fresh(tmp_path_factory, _quick_vaults):
    made = Laptop.of(tmp_path_factory.mktemp("fresh") / "neema", "Neema")
    made.run("space", "create", "Lake Zone")
    return made


@pytest.fixture
def laptop(fresh, tmp_path):
    return fresh.copied(tmp_path / "laptop")


def counted(added, changed=0, unchanged=0):
    return {"added": added, "changed": changed, "unchanged": unchanged}


def fails(laptop, *arguments, kind):
    before = laptop.run("state-hash")
    done = laptop.attempt(*arguments)
    assert (done.code, done.out) == (CODES[kind], "")
    assert done.err.count("\n") == 1
    assert laptop.run("state-hash") == before
    return done.err


def test_an_address_book_goes_in_by_its_ending_and_out_as_each_version(laptop, tmp_path):
    name = str(SAMPLES / "gmail-list.vcf")
    assert laptop.run("import", name) == counted(3)
    assert laptop.run("import", name) == counted(0, 0, 3)
    printed = laptop.attempt("export", "--format", "vcard")
    assert printed.code == 0
    assert printed.out.count("BEGIN:VCARD\r\nVERSION:4.0\r\n") == 3
    out = tmp_path / "out.vcf"
    assert laptop.run("export", "contact", "--format", "vcard", "--version", "3.0", "--out", str(out)) == {
        "records": 3,
        "left_out": 0,
        "out": str(out),
    }
    assert out.read_bytes().count(b"VERSION:3.0\r\n") == 3
    assert laptop.run("import", str(out)) == counted(0, 0, 3)


def test_the_format_can_be_said(laptop, tmp_path, monkeypatch):
    data = card("FN:Awa", "UID:1")
    odd = tmp_path / "contacts.txt"
    odd.write_bytes(data)
    assert laptop.run("import", "--format", "vcard", str(odd)) == counted(1)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert laptop.run("import", "--format", "vcard", "-") == counted(0, 0, 1)
    fails(laptop, "import", str(odd), kind=InvalidContent)


def test_a_character_set_can_be_said(laptop, tmp_path):
    file = tmp_path / "old.vcf"
    file.write_bytes(card("N:Шороо;Алтан".encode("cp1251"), version="2.1"))
    said = fails(laptop, "import", str(file), kind=InvalidContent)
    assert said.startswith(f"{file} line 3: this is not utf-8")
    assert laptop.run("import", str(file), "--charset", "windows-1251") == counted(1)
    assert laptop.run("list", "contact")[0]["title"] == "Алтан Шороо"
    fails(laptop, "import", str(file), "--charset", "klingon", kind=InvalidContent)


def test_what_an_address_book_leaves_out_is_said_in_a_sentence(laptop, tmp_path):
    laptop.run("add", "contact", "--set", "name=Awa", "--set", "association=" + "ab" * 32)
    printed = laptop.attempt("export", "--format", "vcard")
    assert printed.code == 0
    assert printed.out.startswith("BEGIN:VCARD")
    assert printed.err.startswith("1 values have no place in an address book")
    assert printed.err.count("\n") == 1
    assert laptop.run("export", "--format", "vcard", "--out", str(tmp_path / "a.vcf"))["left_out"] == 1
    told = laptop.attempt("export", "--format", "vcard", "--out", str(tmp_path / "b.vcf"), "--text")
    assert told.out.splitlines()[1] == printed.err.strip()


def test_records_become_a_folder_of_markdown_and_come_back(laptop, tmp_path):
    laptop.run("add", "note", "--set", "title=Pump", "--set", "text=It leaks.")
    laptop.run("add", "practice", "--set", "title=Retort: closed", "--set", "steps=1. Close it.")
    out = tmp_path / "notes"
    assert laptop.run("export", "--format", "markdown", "--out", str(out))["records"] == 2
    assert sorted(path.name for path in out.iterdir()) == ["Pump.md", "Retort closed.md"]
    assert (out / "Retort closed.md").read_text(encoding="utf-8").endswith("\n# Steps\n\n1. Close it.\n")
    assert laptop.run("import", str(out)) == counted(0, 0, 2)
    only = tmp_path / "only"
    assert laptop.run("export", "practice", "--format", "markdown", "--out", str(only))["records"] == 1


def test_a_folder_of_own_notes_goes_in_whole_but_for_what_is_hidden(laptop, tmp_path):
    folder = tmp_path / "vault of notes"
    for name in ("a.md", "deep/b.markdown", ".trash/c.md", "d.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_text(folder / name, f"Words of {name}")
    assert laptop.run("import", str(folder)) == counted(2)
    assert {row["title"] for row in laptop.run("list", "note")} == {"a", "b"}
    assert laptop.run("import", str(folder / "a.md"), str(folder / "deep" / "b.markdown")) == counted(0, 0, 2)
    fails(laptop, "import", "--format", "vcard", str(folder), kind=NotFound)


def test_json_lines_can_go_into_a_file(laptop, tmp_path):
    laptop.run("add", "note", "--set", "title=Pump")
    out = tmp_path / "all.jsonl"
    assert laptop.run("export", "--out", str(out))["records"] == 1
    assert json.loads(out.read_bytes())["title"] == "Pump"
    assert out.read_text(encoding="utf-8") == laptop.attempt("export").out


@pytest.mark.parametrize(
    "line",
    [
        ["export", "--format", "markdown"],
        ["export", "--version", "3.0"],
        ["export", "note", "--format", "vcard"],
        ["export", "--format", "pdf"],
        ["export", "--format", "vcard", "--version", "2.1"],
        ["export", "--out", "{folder}"],
        ["export", "--format", "markdown", "--out", "{folder}"],
    ],
)
def test_what_makes_no_sense_is_one_sentence(laptop, tmp_path, line):
    folder = tmp_path / "taken"
    folder.mkdir()
    write_text(folder / "mine.md", "mine")
    fails(laptop, *(part.format(folder=folder) for part in line), kind=Mistaken)
    assert [path.name for path in folder.iterdir()] == ["mine.md"]
