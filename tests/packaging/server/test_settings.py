"""Units, proxies and container agree with each other, with the protocol and with the hub."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

import kit_contents
from delve_desktop.protocol import chunks, limits, messages
from sync_server.serving import GRACE, KEEP_ALIVE
from sync_server.settings import HubSettings

from .files import FOLDER, ROOT, caddy, container, exec_start, nginx, seconds, size, text, unit

BIGGEST = messages.HEAD_SIZE + limits.REQUEST_MAX
UNITS = ("delve-hub.service", "delve-hub-backup.service")


def test_proxies_take_the_biggest_request_and_little_more():
    assert all(
        messages.HEAD_SIZE + chunks.content_max(path) <= BIGGEST
        for path in (chunks.PUT_PATH, chunks.GET_PATH)
    )
    for most in (size(nginx("client_max_body_size")), size(caddy("max_size"))):
        assert BIGGEST <= most <= BIGGEST + limits.MIB


def test_proxies_hand_on_what_arrives_at_once():
    assert nginx("proxy_request_buffering") == nginx("proxy_buffering") == "off"
    assert nginx("proxy_http_version") == "1.1"
    assert caddy("flush_interval") == "-1"
    assert "request_buffers" not in text("Caddyfile")
    assert "read_body" not in text("Caddyfile")  # the hub is who cuts off a link that is too slow


def test_the_hub_loses_patience_before_the_proxies_do():
    idle = HubSettings().idle
    for directive in ("client_body_timeout", "send_timeout", "proxy_send_timeout", "proxy_read_timeout"):
        assert seconds(nginx(directive)) > idle
    assert seconds(caddy("response_header_timeout")) > idle


def test_a_proxy_lets_an_idle_connection_to_the_hub_go_before_the_hub_does():
    assert seconds(caddy("keepalive")) < KEEP_ALIVE
    assert KEEP_ALIVE > 60  # what nginx does by itself
    assert nginx("proxy_set_header Connection") == '""'


def test_nobody_writes_down_who_was_here():
    assert nginx("access_log") == "off"
    assert nginx("error_log").endswith("crit")  # milder lines hold addresses
    assert not re.search(r"^\s*log\b", text("Caddyfile"), re.MULTILINE)
    assert "X-Forwarded" not in text("nginx.conf")


def test_every_path_of_the_protocol_goes_through():
    paths = [
        messages.SYNC_PATH,
        messages.HUB_PATH,
        messages.HEALTH_PATH,
        messages.INVITE_PATH,
        messages.JOIN_PATH,
    ]
    paths += [chunks.MISSING_PATH, chunks.PUT_PATH, chunks.GET_PATH]
    assert all(path.startswith("/v1/") for path in paths)
    assert "location /v1/ {" in text("nginx.conf")
    assert "@hub path /v1/*" in text("Caddyfile")


def test_all_of_them_mean_the_same_hub():
    port = exec_start("delve-hub.service")[-1]
    assert f"server 127.0.0.1:{port};" in text("nginx.conf")
    assert f"reverse_proxy 127.0.0.1:{port} " in text("Caddyfile")
    assert container("EXPOSE") == [port]
    assert json.loads(container("CMD")[-1])[-1] == port
    assert f"127.0.0.1:{port}{messages.HEALTH_PATH}" in text("Containerfile")


def test_the_hub_listens_to_this_machine_only_and_writes_into_its_folder_only():
    command = exec_start("delve-hub.service")
    assert command[command.index("--host") + 1] == "127.0.0.1"
    assert "--open" not in command
    (folder,) = unit("delve-hub.service")["StateDirectory"]
    assert command[command.index("--data") + 1] == f"/var/lib/{folder}"
    copies = exec_start("delve-hub-backup.service")
    assert copies[1:] == [
        f"/var/lib/{one}" for one in unit("delve-hub-backup.service")["StateDirectory"][0].split()
    ]
    assert int(unit("delve-hub.service")["TimeoutStopSec"][0]) > GRACE


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_can_do_no_more_than_it_must(name):
    settings = unit(name)
    for switch in (
        "NoNewPrivileges",
        "PrivateTmp",
        "PrivateDevices",
        "ProtectHome",
        "MemoryDenyWriteExecute",
    ):
        assert settings[switch] == ["yes"]
    assert settings["ProtectSystem"] == ["strict"]
    assert settings["CapabilityBoundingSet"] == [""]
    assert settings["User"] == settings["Group"] == ["delve-hub"]
    assert settings["UMask"] == ["0077"]
    assert re.search(r"^u delve-hub ", text("delve-hub.sysusers"), re.MULTILINE)


@pytest.mark.processes
@pytest.mark.parametrize("name", [*UNITS, "delve-hub-backup.timer"])
def test_systemd_understands_a_unit(name, tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("needs systemd-analyze")
    for source in FOLDER.glob("delve-hub*.*"):
        said = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", source.read_text(encoding="utf-8"))
        (tmp_path / source.name).write_text(said, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / name)], check=False, capture_output=True, text=True
    )
    assert [line for line in (done.stdout + done.stderr).splitlines() if "delve-hub" in line] == []
    if name in UNITS:
        rated = subprocess.run(
            ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(tmp_path / name)],
            check=False,
            capture_output=True,
            text=True,
        )
        assert rated.returncode == 0, rated.stdout[-300:]


def test_nobody_in_the_container_is_root():
    assert container("USER")[-1] == "10001"
    assert "--uid 10001" in text("Containerfile")
    assert json.loads(container("ENTRYPOINT")[0]) == ["delve-server"]
    command = json.loads(container("CMD")[-1])
    assert command[:3] == ["serve", "--data", container("VOLUME")[0]]
    assert "--require-hashes" in text("Containerfile")


def test_the_page_names_files_that_are_there():
    page = (ROOT / "docs" / "run-a-hub.md").read_text(encoding="utf-8")
    named = set(
        re.findall(
            r"\b(?:delve-hub[\w.-]*\.(?:service|timer|sysusers)|nginx\.conf|Caddyfile|Containerfile)\b", page
        )
    )
    assert named >= {
        "delve-hub.service",
        "delve-hub-backup.timer",
        "nginx.conf",
        "Caddyfile",
        "Containerfile",
    }
    assert [name for name in named if not (FOLDER / name).is_file()] == []
    assert all(Path(name).name in page for name in ("delve-hub-backup", "environment.example"))


def test_everything_that_is_installed_lies_in_the_folder_with_a_kit_and_without_one(tmp_path):
    page = (ROOT / "docs" / "run-a-hub.md").read_text(encoding="utf-8")
    ways, steps = re.findall(r"^## [12]\..*?(?=^## )", page, re.MULTILINE | re.DOTALL)
    kit_contents.add_server(tmp_path)
    there = {path.name for path in (tmp_path / "server").iterdir()}
    named = set(re.findall(r"-r (\S+)", steps))
    for line in re.findall(r"^# install (?!-d)(.+?)(?: && .*)?$", steps, re.MULTILINE):
        words = [word for word in shlex.split(line) if not re.fullmatch(r"-\w|\d+", word)]
        named |= set(words[:-1])
    assert named >= {"requirements.txt", "run-a-hub.html", "delve-hub.service", "delve-hub.sysusers"}
    assert named - there == set()
    # and the other way there leads through the same function
    without = ways.partition("Without a kit")[2]
    assert re.findall(r"\bmake ([a-z-]+)", without) == ["dist-server", "kit"]
    assert "`dist/kit/server`" in without
