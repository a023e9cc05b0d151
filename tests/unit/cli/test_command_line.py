from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from delve_desktop import cli
from delve_desktop.cli import opening
from delve_desktop.cli.exits import CODES, USAGE
from delve_desktop.cli.settling import version_of
from delve_desktop.domain.errors import Mistaken, NotFound
from delve_desktop.domain.ids import DeviceId, OpId
from delve_desktop.services.views import HistoryEntry


@pytest.fixture
def unlocked(monkeypatch):
    """Stands in for an open vault and keeps what the command line said about it."""
    asked: list[tuple[Path | None, Path | None]] = []

    @contextmanager
    def pretend(vault, passphrase_file):
        asked.append((vault, passphrase_file))
        yield object()

    monkeypatch.setattr(opening, "unlocked", pretend)
    monkeypatch.setattr(opening, "choose_space", lambda session, wanted: wanted)
    return asked


@pytest.fixture
def hashed(monkeypatch):
    upkeep = pytest.importorskip("delve_desktop.services.upkeep")
    monkeypatch.setattr(upkeep, "state_hash", lambda session, space: f"hash of {space}")


@pytest.mark.parametrize(
    "line",
    [
        ["--vault", "v", "--json", "--passphrase-file", "p", "state-hash", "--space", "s"],
        ["state-hash", "--space", "s", "--vault", "v", "--json", "--passphrase-file", "p"],
        ["--vault", "x", "--text", "state-hash", "--space=s", "--vault=v", "--json", "--passphrase-file=p"],
    ],
)
def test_shared_options_stand_before_or_after_the_subcommand(line, unlocked, hashed, capsys):
    assert cli.run(line) == 0
    assert unlocked == [(Path("v"), Path("p"))]
    assert json.loads(capsys.readouterr().out) == {"state_hash": "hash of s"}


def test_text_is_plain_and_json_is_the_form_for_programs(unlocked, hashed, capsys, monkeypatch):
    assert cli.run(["state-hash", "--text"]) == 0
    assert capsys.readouterr().out == "hash of None\n"
    assert cli.run(["state-hash"]) == 0
    assert json.loads(capsys.readouterr().out) == {"state_hash": "hash of None"}
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert cli.run(["state-hash"]) == 0
    assert capsys.readouterr().out == "hash of None\n"


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["space"],
        ["--json"],
        ["no-such-command"],
        ["--no-such-option"],
        ["show"],
        ["list", "--limit", "none"],
        ["list", "--limit", "0"],
        ["edit", "abcd"],
        ["resolve", "abcd", "title"],
        ["resolve", "abcd", "title", "--keep", "1", "--value", "x"],
        ["add", "note", "--set", "title"],
    ],
)
def test_a_wrong_line_gives_one_sentence_and_the_code_of_usage(line, unlocked, capsys):
    assert cli.run(line) == USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert len(err) < 200


def test_no_vault_and_no_passphrase_are_said_plainly(tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("DELVE_VAULT", raising=False)
    monkeypatch.setenv("DELVE_PASSPHRASE", "six words are enough for it")
    assert cli.run(["state-hash"]) == USAGE
    assert "--vault" in capsys.readouterr().err
    assert cli.run(["--vault", str(tmp_path / "none"), "state-hash"]) == CODES[NotFound]
    assert "no vault" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_a_passphrase_comes_from_a_file_or_from_the_environment(tmp_path, monkeypatch):
    file = tmp_path / "passphrase"
    file.write_bytes("\ufeffcaché sous la pierre\r\nsecond line\n".encode())
    monkeypatch.setenv("DELVE_PASSPHRASE", "of the environment")
    assert opening.passphrase(file) == "caché sous la pierre"
    assert opening.passphrase(None) == "of the environment"
    monkeypatch.delenv("DELVE_PASSPHRASE")
    with pytest.raises(Mistaken):
        opening.passphrase(None)


@pytest.mark.parametrize("content", [b"", b"\nx", b"\xff\xfe", b"x" * 5000])
def test_a_passphrase_file_without_a_passphrase_is_refused(tmp_path, content):
    file = tmp_path / "passphrase"
    file.write_bytes(content)
    with pytest.raises(Mistaken):
        opening.passphrase(file)


def test_help_is_quick_it_loads_no_database_and_no_window():
    program = (
        "import sys; from delve_desktop import cli; code = cli.run(['--help']);"
        "heavy = {'sqlalchemy', 'pydantic', 'PySide6', 'httpx', 'cryptography'} & sys.modules.keys();"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in ("init", "import", "state-hash", "space", "hub"):
        assert name in done.stdout


def entries(*names):
    made = [
        HistoryEntry(OpId(name * 32), "Neema", DeviceId(bytes(32)), 0, "hub", "edit", ("title",))
        for name in names
    ]
    return made[::-1]  # newest first, as a history is shown


def test_a_version_is_meant_by_its_number_or_by_how_its_id_begins():
    history = entries(b"\x11", b"\xaa", b"\xbb")
    assert version_of(history, "1") == OpId(b"\x11" * 32)
    assert version_of(history, "3") == OpId(b"\xbb" * 32)
    assert version_of(history, "AAAA") == OpId(b"\xaa" * 32)
    assert version_of(history, "1111") == OpId(b"\x11" * 32)
    for unknown in ("0", "4", "aa", "cccc"):
        with pytest.raises(NotFound):
            version_of(history, unknown)


@pytest.mark.parametrize("group", [[], ["space"], ["hub"]])
def test_the_list_of_commands_says_each_in_a_whole_sentence(group, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.run([*group, "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    cut = [line for line in lines[lines.index("Commands:") :] if line.endswith("...")]
    assert cut == []


def test_the_help_names_arguments_once(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for command in ("list", "search", "import", "export"):
        assert cli.run([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "[[" not in shown
    assert "...}" not in shown
