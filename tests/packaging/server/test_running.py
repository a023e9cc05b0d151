"""A hub as a volunteer runs it: behind a web server with TLS, copied every night, in a container's manner."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import re
import shutil
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.laptops import ENVIRONMENT, Hub, Laptop, joined, met

from .files import container, exec_start, text

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these files are for Linux"),
]
NAME = "hub.example.org"
SIZE = 12 * 1024 * 1024  # of an attachment: several requests of 2 MiB


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@pytest.fixture
def hub(tmp_path) -> Iterator[Hub]:
    """A hub that takes a new space only with a ticket, as on the internet."""
    made = Hub(tmp_path / "hub", open=False)
    made.start()
    yield made
    made.kill()


@contextlib.contextmanager
def served(command: list[str], port: int) -> Iterator[None]:
    """A web server that listens at this port, until the block ends."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT | {"XDG_DATA_HOME": str(Path(command[-1]).parent)},
    )
    try:
        deadline = time.monotonic() + 30
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            assert process.poll() is None, process.communicate()[1]
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture
def tls(tmp_path, monkeypatch) -> Path:
    """A certificate for the name of the examples, which the laptops trust and find on this machine."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")
    folder = tmp_path / "tls"
    folder.mkdir()
    subprocess.run(
        [
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
            ),
            *("-keyout", "privkey.pem", "-out", "fullchain.pem", "-subj", f"/CN={NAME}"),
            *("-addext", f"subjectAltName=DNS:{NAME}"),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "fullchain.pem"))
    monkeypatch.setenv("NO_PROXY", NAME)
    monkeypatch.setenv("DELVE_KDF", "floor")
    resolve = socket.getaddrinfo

    def here(host, *arguments, **named):
        return resolve("127.0.0.1" if host in (NAME, NAME.encode()) else host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", here)
    return folder


def nginx_command(folder: Path, hub: Hub, port: int) -> list[str]:
    """nginx with the example as it is, but for places and ports."""
    if shutil.which("nginx", path="/usr/sbin:/usr/bin") is None:
        pytest.skip("needs nginx")
    example = text("nginx.conf").replace("/etc/letsencrypt/live/hub.example.org", str(folder))
    example = example.replace("/var/log/nginx/", f"{folder}/").replace(
        "127.0.0.1:8571", f"127.0.0.1:{hub.port}"
    )
    example = re.sub(r"listen \[::\]:443.*\n", "", example).replace("listen 443", f"listen 127.0.0.1:{port}")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    scratch = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    (folder / "nginx.conf").write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nevents {{}}\nhttp {{\n{scratch}{example}}}\n",
        encoding="utf-8",
    )
    return ["nginx", "-e", f"{folder}/start.log", "-c", f"{folder}/nginx.conf"]


def caddy_command(folder: Path, hub: Hub, port: int) -> list[str]:
    """Caddy with the example as it is, but for the certificate and ports."""
    if shutil.which("caddy") is None:
        pytest.skip("needs caddy")
    example = text("Caddyfile").replace("127.0.0.1:8571", f"127.0.0.1:{hub.port}")
    example = example.replace("{\n\tservers", "{\n\tadmin off\n\tauto_https disable_redirects\n\tservers", 1)
    example = example.replace(
        f"\n{NAME} {{",
        f"\nhttps://{NAME}:{port} {{\n\tbind 127.0.0.1\n\ttls {folder}/fullchain.pem {folder}/privkey.pem",
    )
    (folder / "Caddyfile").write_text(example, encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]


@pytest.mark.parametrize("proxy", [nginx_command, caddy_command])
def test_two_laptops_meet_through_a_web_server_with_a_large_attachment(hub, tls, tmp_path, proxy):
    port = free_port()
    with served(proxy(tls, hub, port), port):
        neema, zawadi = Laptop.of(tmp_path / "neema", "Neema"), Laptop.of(tmp_path / "zawadi", "Zawadi")
        neema.run("hub", "set", f"https://{NAME}:{port}", "--ticket", hub.ticket())
        neema.run("space", "create", "Lake Zone")
        neema.run("sync")
        joined(zawadi, neema)
        big = tmp_path / "voice.bin"
        big.write_bytes(random.Random(5).randbytes(SIZE))
        note = neema.run("add", "note", "--set", "title=Pump")["id"]
        (attached,) = neema.run("attach", note, str(big), "--as-file")
        assert neema.run("sync")["files_sent"] == 1
        met(neema, zawadi)
        zawadi.run("fetch", note)
        assert zawadi.run("sync")["files_received"] == 1
        saved = zawadi.run("save-attachment", note, attached["id"], "--to", str(tmp_path / "saved"))
        assert saved["bytes"] == SIZE
        assert (
            hashlib.sha256((tmp_path / "saved").read_bytes()).digest()
            == hashlib.sha256(big.read_bytes()).digest()
        )
        told = [path.read_bytes() for path in tls.glob("*.log")]
        assert not any(b"127.0.0.1" in one for one in told)


@pytest.mark.parametrize("proxy", [nginx_command, caddy_command])
def test_what_arrives_before_a_link_breaks_is_handed_to_the_hub(tls, tmp_path, proxy):
    """A laptop behind a bad link sends half a request and stops: the proxy keeps nothing of it for itself."""
    sent = 64 * 1024
    with socket.create_server(("127.0.0.1", 0)) as listening:
        hub = Hub(
            tmp_path / "hub", port=listening.getsockname()[1]
        )  # not started: its port is listened at here
        port = free_port()
        with served(proxy(tls, hub, port), port):
            context = ssl.create_default_context(cafile=str(tls / "fullchain.pem"))
            with context.wrap_socket(
                socket.create_connection(("127.0.0.1", port)), server_hostname=NAME
            ) as link:
                head = f"POST /v1/sync HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 8000000\r\n\r\n"
                link.sendall(head.encode() + bytes(sent))
                listening.settimeout(30)
                behind, _ = listening.accept()
                with behind:
                    behind.settimeout(30)
                    _head, _, body = received(behind, b"\r\n\r\n").partition(b"\r\n\r\n")
                    came = len(body)
                    while (
                        came < sent - 4096
                    ):  # Caddy writes in pieces of 4 KiB, and keeps a piece that is not full
                        piece = behind.recv(sent)
                        assert piece
                        came += len(piece)


def received(link: socket.socket, end: bytes) -> bytes:
    """What comes until these bytes have, and a little beyond."""
    data = b""
    while end not in data:
        piece = link.recv(1 << 16)
        assert piece, data
        data += piece
    return data


def test_nightly_copies_share_what_they_have_in_common_and_the_oldest_go(hub, tmp_path, monkeypatch):
    monkeypatch.setenv("DELVE_KDF", "floor")
    neema = Laptop.of(tmp_path / "neema", "Neema")
    neema.run("hub", "set", hub.url, "--ticket", hub.ticket())
    neema.run("space", "create", "Lake Zone")
    note = neema.run("add", "note", "--set", "title=Pump")["id"]
    (tmp_path / "photo.bin").write_bytes(random.Random(6).randbytes(600_000))
    neema.run("attach", note, str(tmp_path / "photo.bin"))
    neema.run("sync")
    server = tmp_path / "delve-server"
    server.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sync_server.cli "$@"\n', encoding="utf-8")
    server.chmod(0o755)
    copies = tmp_path / "copies"
    (copies / "hub-20200101-000000.db.chunks").mkdir(parents=True)  # of a night that was cut off

    def night() -> list[str]:
        script = Path(__file__).parents[3] / "packaging" / "server" / "delve-hub-backup"
        done = subprocess.run(
            ["sh", str(script), str(hub.data), str(copies)],
            env=ENVIRONMENT | {"KEEP": "2", "DELVE_SERVER": str(server)},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["ok"]
        time.sleep(1.1)  # a copy is called by its second
        return sorted(path.name for path in copies.iterdir())

    first = night()
    assert [name.partition(".")[2] for name in first] == ["db", "db.chunks"]
    second = night()
    assert len(second) == 4
    chunks = [
        sorted(path for path in (copies / name).rglob("*") if path.is_file())
        for name in second
        if "chunks" in name
    ]
    assert len(chunks[0]) == len(chunks[1]) > 0
    assert all(one.samefile(other) for one, other in zip(*chunks, strict=True))
    third = night()
    assert len(third) == 4
    assert set(first).isdisjoint(third)
    restored = tmp_path / "restored"
    done = subprocess.run(
        [str(server), "restore", str(copies / third[0]), "--data", str(restored)],
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
    )
    assert json.loads(done.stdout)["chunks"] == len(chunks[0])
    with contextlib.closing(sqlite3.connect(restored / "hub.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_copy_that_fails_leaves_the_others(tmp_path):
    copies = tmp_path / "copies"
    copies.mkdir()
    for day in range(5):
        (copies / f"hub-2026010{day}-000000.db").write_bytes(b"a copy")
    script = Path(__file__).parents[3] / "packaging" / "server" / "delve-hub-backup"
    done = subprocess.run(
        ["sh", str(script), str(tmp_path / "nowhere"), str(copies)],
        env=ENVIRONMENT | {"KEEP": "2", "DELVE_SERVER": "/bin/false"},
        check=False,
    )
    assert done.returncode != 0
    assert len(list(copies.iterdir())) == 5


def test_the_line_of_the_unit_starts_a_hub_where_no_memory_may_become_code(tmp_path):
    """`MemoryDenyWriteExecute` and the hub's libraries go together: the kernel's own switch for it is set."""
    command = exec_start("delve-hub.service")[1:]
    command[command.index("--data") + 1] = str(tmp_path / "data")
    command[command.index("--port") + 1] = "0"
    deny = (
        "import ctypes, os, sys\n"
        "if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0): sys.exit(77)\n"  # PR_SET_MDWE, Linux 6.3
        "os.execv(sys.executable, [sys.executable, '-m', 'sync_server.cli', *sys.argv[1:]])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", deny, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout
        line = process.stdout.readline()
        if process.poll() == 77:
            pytest.skip("this kernel cannot deny it")
        assert line.startswith(b"listening on http://127.0.0.1:"), process.communicate()[1]
        process.terminate()
        assert process.wait(30) == 0


def test_the_container_tells_whether_it_is_well(hub):
    (check,) = re.findall(r"CMD (\[.+\])$", container("HEALTHCHECK")[0])
    program, *arguments = json.loads(check)
    assert program == "python"

    def asked(port: int) -> int:
        line = [sys.executable, *(one.replace(":8571", f":{port}") for one in arguments)]
        return subprocess.run(line, check=False, stderr=subprocess.DEVNULL, env=os.environ).returncode

    assert asked(hub.port) == 0
    assert asked(free_port()) != 0
