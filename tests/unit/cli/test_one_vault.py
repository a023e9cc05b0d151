"""The subcommands on one real vault, without a hub."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest

from delve_desktop import cli
from delve_desktop.cli import transfer
from delve_desktop.cli.exits import CODES, USAGE
from delve_desktop.domain.errors import InvalidContent, Mistaken, NotFound
from tests.e2e.laptops import Laptop, write_text


@pytest.fixture(scope="module", autouse=True)
def _quick_vaults():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DELVE_KDF", "floor")
        yield


@pytest.fixture(scope="module")
def laptop(tmp_path_factory, _quick_vaults):
    """Shared: each test works on records of its own."""
    made = Laptop.of(tmp_path_factory.mktemp("one") / "neema", "Neema")
    made.run("space", "create", "Lake Zone")
    return made


def fails(laptop, *arguments, kind):
    done = laptop.attempt(*arguments)
    assert (done.code, done.out) == (CODES[kind], "")
    assert done.err.count("\n") == 1
    return done.err


def test_a_record_is_written_changed_and_shown(laptop, tmp_path):
    text = write_text(tmp_path / "text.md", "# Pump\n\nIt leaks.\n")
    record = laptop.run(
        "add", "note", "--set", "title=Pump", "--add", "themes=water", "--file", f"text={text}"
    )["id"]
    laptop.run("edit", record[:8], "--set", "place=Geita", "--add", "themes=gold", "--remove", "themes=water")
    shown = laptop.run("show", record)
    assert shown["kind"] == "note"
    assert {name: field["value"] for name, field in shown["fields"].items()} == {
        "title": "Pump",
        "text": "# Pump\n\nIt leaks.",
        "themes": ["gold"],
        "place": "Geita",
    }
    for field in shown["fields"].values():
        assert [version["value"] for version in field["versions"]] == [field["value"]]
        assert not field["disputed"]
    laptop.run("edit", record, "--set", "place=", "--set", "themes=a", "--set", "themes=b")
    fields = laptop.run("show", record)["fields"]
    assert "place" not in fields
    assert fields["themes"]["value"] == ["a", "b"]


def test_an_unknown_kind_is_kept_with_its_fields(laptop):
    record = laptop.run("add", "visit", "--set", "phone=+255 1", "--add", "seen=x", "--add", "seen=y")["id"]
    fields = laptop.run("show", record)["fields"]
    assert fields["phone"]["value"] == "+255 1"
    assert fields["seen"]["value"] == ["x", "y"]
    assert [row["id"] for row in laptop.run("list", "visit", "--where", "seen=y")] == [record]


def test_history_restore_and_the_bin(laptop):
    record = laptop.run("add", "note", "--set", "title=First")["id"]
    laptop.run("edit", record, "--set", "title=Second")
    laptop.run("delete", record)
    entries = laptop.run("history", record)
    assert [(one["version"], one["action"]) for one in entries] == [(3, "delete"), (2, "edit"), (1, "create")]
    assert record in {row["id"] for row in laptop.run("list", "--bin")}
    assert record not in {row["id"] for row in laptop.run("list")}
    laptop.run("restore", record, entries[1]["id"][:10])
    assert laptop.value(record, "title") == "Second"
    laptop.run("restore", record, "1")
    assert laptop.value(record, "title") == "First"
    fails(laptop, "restore", record, "99", kind=NotFound)


def test_a_list_is_as_long_as_asked_and_whole_without(laptop, tmp_path):
    lines = "\n".join(json.dumps({"kind": "page", "n": n}) for n in range(620))
    laptop.run("import", write_text(tmp_path / "in.jsonl", lines))
    assert len(laptop.run("list", "page")) == 620
    assert len(laptop.run("list", "page", "--limit", "7")) == 7
    assert len(laptop.run("list", "page", "--limit", "600")) == 600
    assert len({row["id"] for row in laptop.run("list", "page")}) == 620


def test_a_search_finds_beginnings_without_accents_and_nothing_can_break_it(laptop):
    record = laptop.run("add", "note", "--set", "title=Kinyozi", "--set", "text=Réunion à Tenkodogo")["id"]
    for typed in (["kinyo"], ["reunion", "tenko"], ["--best", "KINYOZI"], ["kiny", '"*']):
        hits = laptop.run("search", *typed)
        assert [hit["id"] for hit in hits] == [record]
        assert not any("\ue000" in hit["title"] + hit["snippet"] for hit in hits)
    for odd in ('"', "a AND", "x:", "col:foo", "*", "NEAR(", "''"):
        assert laptop.attempt("search", odd).code == 0


@pytest.mark.parametrize(
    "line, kind",
    [
        (["show", "abcd"], NotFound),
        (["show", "xyz1"], Mistaken),
        (["show", "ab"], Mistaken),
        (["list", "--space", "Nowhere"], NotFound),
        (["add", "note", "--set", "date=soon"], InvalidContent),
        (["add", "note", "--file", "text=/nowhere/at/all"], NotFound),
        (["import", "/nowhere/at/all.jsonl"], NotFound),
        (["space", "approve", "abcdef", "--space", "Nowhere"], NotFound),
        (["space", "approve", "abcdef", "--role", "king"], Mistaken),
        (["space", "join", "JOIN-0000"], InvalidContent),
        (["hub", "show"], NotFound),
        (["hub", "set", "not an address"], InvalidContent),
        (["sync"], Mistaken),
        (["space", "invite"], Mistaken),
        (["init", "--name", "Again"], InvalidContent),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_its_code(laptop, line, kind):
    before = laptop.run("state-hash")
    fails(laptop, *line, kind=kind)
    assert laptop.run("state-hash") == before


def test_a_field_without_dispute_cannot_be_settled_by_number(laptop):
    record = laptop.run("add", "note", "--set", "title=Calm")["id"]
    fails(laptop, "resolve", record, "title", "--keep", "1", kind=NotFound)
    assert laptop.run("conflicts") == []


def test_standard_input_is_imported_and_has_a_bound(laptop, monkeypatch):
    def piped(data):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))

    piped(b'{"kind":"piped","n":1}\n')
    assert laptop.run("import", "-") == {"added": 1, "changed": 0, "unchanged": 0}
    monkeypatch.setattr(transfer, "MAX_PIPED", 10)
    piped(b'{"kind":"piped","n":2}\n')
    fails(laptop, "import", "-", kind=InvalidContent)
    assert len(laptop.run("list", "piped")) == 1


def test_plain_text_tells_the_same(laptop):
    record = laptop.run("add", "note", "--set", "title=Plainly", "--set", "text=One\nTwo")["id"]
    for line, words in (
        (["show", record], ["Plainly", "One", "Two", "Neema"]),
        (["list"], ["Plainly"]),
        (["search", "plain"], ["Plainly"]),
        (["history", record], ["create", "title, text"]),
        (["space", "list"], ["Lake Zone", "coordinator"]),
        (["verify"], ["were checked"]),
        (["rebuild"], ["built anew"]),
    ):
        out = laptop.attempt(*line, "--text").out
        assert all(word in out for word in words), out
        assert not out.startswith(("{", "["))


def test_inv24_what_others_wrote_cannot_steer_the_terminal(laptop):
    steering = "\x1b]0;title\x07\x9b2J\rover"
    record = laptop.run("add", "visit", "--set", f"title={steering}", "--set", f"text=a\n{steering}")["id"]
    for line in (["show", record], ["list", "visit"], ["search", "over"], ["list", "--space", steering]):
        done = laptop.attempt(*line, "--text")
        assert "over" in done.out + done.err
        assert not set(done.out + done.err) & set("\x1b\x07\x9b\r")
    assert laptop.value(record, "title") == steering


def test_a_second_space_must_be_named(laptop, tmp_path):
    twin = laptop.copied(tmp_path / "twin")
    second = twin.run("space", "create", "Centre-Est")["id"]
    assert twin.attempt("list").code == USAGE
    assert twin.run("list", "--space", "Centre-Est") == twin.run("list", "--space", second[:6]) == []
    assert len(twin.run("list", "--space", "Lake Zone")) == len(laptop.run("list"))


def test_a_weak_passphrase_is_named_and_a_blank_one_refused(tmp_path, capsys):
    weak, blank = write_text(tmp_path / "weak", "aaaa\n"), write_text(tmp_path / "blank", "   \n")
    for file, code in ((weak, 0), (blank, CODES[InvalidContent])):
        vault = str(tmp_path / f"vault of {code}")
        assert cli.run(["--vault", vault, "--passphrase-file", file, "init", "--name", "Neema"]) == code
        assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / f"vault of {CODES[InvalidContent]}").exists()
