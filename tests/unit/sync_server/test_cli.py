"""`delve-server` as a process: ready line, tickets, signals, kills, and errors in one sentence."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from delve_desktop.domain.errors import HubUnreachable
from delve_desktop.protocol.messages import pack_request
from delve_desktop.protocol.ticket import Ticket
from sync_server import cli
from sync_server.store.hub_store import HubStore
from tests.contracts.http_hub import HttpHub
from tests.contracts.laptop import Group

pytestmark = pytest.mark.processes
ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "DELVE_DATABASE": ""}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sync_server.cli", *arguments]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), env=ENVIRONMENT, capture_output=True, text=True, timeout=60, check=False
    )


@contextmanager
def serving(data: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A hub process and its address."""
    with (data.parent / "log").open("a") as log:
        process = subprocess.Popen(
            command("serve", "--data", str(data), "--port", "0", *options),
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline().strip()
            assert line.startswith("listening on http://127.0.0.1:")
            yield process, line.removeprefix("listening on ")
        finally:
            process.kill()
            process.wait(30)
            if process.stdout is not None:
                process.stdout.close()


def test_a_ticket_opens_a_space_and_sigterm_ends_the_hub_cleanly(tmp_path):
    data = tmp_path / "hub"
    first = run("ticket", "--data", str(data))
    assert first.returncode == 0
    ticket = Ticket.parse(first.stdout)
    with serving(data) as (process, url), closing(HttpHub(url)) as hub:
        assert ticket.is_for(hub.describe().key)
        group = Group.create()
        group.founder.ticket = ticket.secret
        group.founder.write(3)
        group.founder.sync(hub)
        # while it runs, another process gives out tickets from the same data
        second = Ticket.parse(run("ticket", "--data", str(data)).stdout)
        assert second.is_for(hub.describe().key)
        other = Group.create(50)
        other.founder.ticket = second.secret
        other.founder.sync(hub)
        listed = json.loads(run("spaces", "--data", str(data)).stdout)
        assert [one["items"] for one in listed] == [6, 3]
        # a request that has come to a halt does not keep the hub from stopping
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname, parts.port)) as halted:
            halted.sendall(b"POST /v1/sync HTTP/1.1\r\nhost: h\r\ncontent-length: 999\r\n\r\nsome")
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0
    assert "raceback" not in (tmp_path / "log").read_text()
    if os.name == "posix":
        assert (data / "hub.db").stat().st_mode & 0o077 == 0
        assert data.stat().st_mode & 0o077 == 0


def test_a_hub_that_is_killed_at_any_moment_loses_nothing_it_acknowledged(tmp_path):
    data = tmp_path / "hub"
    group = Group.create()
    for delay in (0.01, 0.03, 0.06, 0.1):
        with serving(data, "--open") as (process, url), closing(HttpHub(url)) as hub:
            killer = threading.Timer(delay, process.kill)
            killer.start()
            with suppress(HubUnreachable):
                while True:
                    group.founder.write(8, 8192)
                    group.founder.sync(hub)
            killer.join()
    with serving(data, "--open") as (_, url), closing(HttpHub(url)) as hub:
        group.founder.sync(hub)
        group.officer.sync(hub)
        assert group.officer.items.keys() == group.founder.items.keys()
        assert group.officer.sync(hub).digest == group.officer.digest()
    with closing(sqlite3.connect(data / "hub.db")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_hub_is_copied_checked_and_counted_while_it_runs(tmp_path):
    data, copy, fresh = tmp_path / "hub", tmp_path / "copy", tmp_path / "fresh"
    group = Group.create()
    with serving(data, "--open") as (_, url), closing(HttpHub(url)) as hub:
        group.founder.write(5)
        group.founder.sync(hub)
        counted = json.loads(run("stats", "--data", str(data)).stdout)
        assert (counted["spaces"], counted["acts"], counted["segments"]) == (1, 3, 5)
        assert (counted["database"], counted["devices"], counted["forks"]) == ("sqlite", 1, 0)
        checked = json.loads(run("verify", "--data", str(data)).stdout)
        sums = {"spaces": 1, "items": 8, "bytes": counted["bytes"]}
        none = {"chunks": 0, "chunk_bytes": 0, "lost_chunks": 0}
        assert checked == {"ok": True, "findings": [], **sums, **none}
        made = run("backup", str(copy), "--data", str(data))
        assert (made.returncode, made.stderr, json.loads(made.stdout)) == (0, "", checked)
        group.founder.write(1)
        group.founder.sync(hub)
    if os.name == "posix":
        assert copy.stat().st_mode & 0o077 == 0
    again = run("backup", str(copy), "--data", str(data))
    assert (again.returncode, again.stdout) == (4, "")
    assert len(again.stderr.splitlines()) == 1
    assert run("restore", str(copy), "--data", str(fresh)).returncode == 0
    with serving(fresh, "--open") as (_, url), closing(HttpHub(url)) as hub:
        group.founder.sync(hub)
        group.officer.sync(hub)
        assert group.officer.items.keys() == group.founder.items.keys()


def test_verify_ends_with_a_code_of_its_own_when_something_is_wrong(tmp_path):
    data = tmp_path / "hub"
    with serving(data, "--open") as (_, url), closing(HttpHub(url)) as hub:
        Group.create().founder.sync(hub)
    with closing(sqlite3.connect(data / "hub.db")) as raw, raw:
        raw.execute("DELETE FROM item WHERE position = 2")
    found = run("verify", "--data", str(data))
    assert found.returncode == 7
    assert not json.loads(found.stdout)["ok"]
    assert len(found.stderr.splitlines()) == 1
    refused = run("backup", str(tmp_path / "copy"), "--data", str(data))
    assert (refused.returncode, refused.stdout) == (7, "")
    assert not list(tmp_path.glob("copy*"))


def test_a_hub_that_stops_keeps_the_whole_items_of_a_request_under_way(tmp_path):
    data = tmp_path / "hub"
    group = Group.create()
    with serving(data, "--open") as (process, url), closing(HttpHub(url)) as hub:
        group.founder.sync(hub)
        group.founder.write(4, 2048)
        content = pack_request(
            group.founder.hello(), [group.founder.items[key] for key in group.founder.unsent]
        )
        head = group.founder.request(hub, content)
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname, parts.port)) as halted:
            body = head + content
            lines = f"POST /v1/sync HTTP/1.1\r\nhost: h\r\ncontent-length: {len(body)}\r\n\r\n"
            halted.sendall(lines.encode() + body[: len(body) - 1000])  # cut inside the last item
            wait_for(lambda: json.loads(run("stats", "--data", str(data)).stdout)["segments"] == 3)
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0
    assert json.loads(run("verify", "--data", str(data)).stdout)["ok"]
    with serving(data, "--open") as (_, url), closing(HttpHub(url)) as hub:
        group.founder.sync(hub)
        group.officer.sync(hub)
        assert group.officer.items.keys() == group.founder.items.keys()


def wait_for(met: Callable[[], bool]) -> None:
    """Give the hub time to take what was sent to it; each look starts a process, so none is wasted."""
    for _ in range(40):
        if met():
            return
    raise AssertionError("the hub did not take what was sent")


def test_a_port_that_is_taken_is_one_sentence(tmp_path):
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--data", str(tmp_path / "hub"), "--port", str(port))
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Cannot listen on 127.0.0.1")
    assert len(result.stderr.splitlines()) == 1


@pytest.fixture
def same_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("same_umask")
def test_each_mistake_is_one_sentence_and_an_exit_code(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "newer").mkdir()
    HubStore.open(f"sqlite:///{tmp_path / 'newer' / 'hub.db'}").close()
    with closing(sqlite3.connect(tmp_path / "newer" / "hub.db")) as raw, raw:
        raw.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (b"\x03\xe7",))
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "hub.db").write_bytes(b"not a database" * 400)
    data = str(tmp_path / "hub")
    for arguments, code in (
        (["serve", "--data", data, "--open", "--host", "0.0.0.0"], 2),
        (["serve", "--data", data, "--open", "--host", "example.org"], 2),
        (["serve", "--data", data, "--port", "65536"], 2),
        (["serve", "--data", data, "--port", "no number"], 2),
        (["serve"], 2),
        (["frob"], 2),
        (["serve", "--data", str(tmp_path / "newer")], 8),
        (["ticket", "--data", str(tmp_path / "broken")], 7),
        (["ticket", "--data", str(tmp_path / "file")], 2),
        (["ticket", "--data", data, "--database", "mysql://x"], 2),
        (["ticket", "--data", data, "--database", "postgresql://nobody@127.0.0.1:1/x"], 11),
        (["spaces", "--data", str(tmp_path / "nothing here")], 3),
        (["stats", "--data", str(tmp_path / "nothing here")], 3),
        (["verify", "--data", str(tmp_path / "broken")], 7),
        (["backup", str(tmp_path / "copy"), "--data", str(tmp_path / "nothing here")], 3),
        (["restore", str(tmp_path / "copy"), "--data", str(tmp_path / "begun")], 3),
        (["restore", str(tmp_path / "file"), "--data", str(tmp_path / "begun")], 7),
    ):
        monkeypatch.setattr(sys, "argv", ["delve-server", *arguments])
        monkeypatch.setattr(cli, "start_logging", lambda: None)
        with pytest.raises(SystemExit) as caught:
            cli.main()
        shown = capsys.readouterr()
        assert (caught.value.code, shown.out) == (code, "")
        assert len(shown.err.strip().splitlines()) == 1


def test_the_list_of_commands_says_each_in_a_whole_sentence(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "argv", ["delve-server", "-h"])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code in (0, None)
    lines = capsys.readouterr().out.splitlines()
    commands = lines[lines.index("Commands:") + 1 :]
    assert len(commands) >= 7
    assert [line for line in commands if line.endswith("...")] == []
