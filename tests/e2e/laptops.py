"""Laptops and a hub as a person has them: vault folders driven by the command line, and a hub process."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from delve_desktop import cli

PASSPHRASE = "maji tembo kijani jua kisima moto"
START_SECONDS = 60
# the cheapest key derivation that is ever accepted: its cost is no part of what is tested
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("DELVE_")},
    "PYTHONPATH": os.pathsep.join(sys.path),
    "DELVE_KDF": "floor",
}


@dataclass(frozen=True)
class Result:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Its JSON; fails when the command did."""
        assert self.code == 0, self.err
        return json.loads(self.out) if self.out else None


@dataclass(frozen=True)
class Laptop:
    """One vault. `run` works in this process, which spares the start; `process` is the real program."""

    folder: Path
    passphrase_file: Path

    @classmethod
    def of(cls, folder: Path, name: str) -> Laptop:
        """A laptop with a new vault."""
        folder.mkdir()
        passphrase = folder / "passphrase"
        passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
        laptop = cls(folder / "vault", passphrase)
        laptop.run("init", "--name", name)
        return laptop

    def copied(self, folder: Path) -> Laptop:
        """A laptop whose vault is a copy of this one's folder."""
        folder.mkdir()
        copy_tree(self.folder, folder / "vault")
        return Laptop(folder / "vault", self.passphrase_file)

    def line(self, *arguments: str) -> list[str]:
        """The command line that names this vault."""
        vault, file = str(self.folder), str(self.passphrase_file)
        return ["--vault", vault, "--passphrase-file", file, "--json", *arguments]

    def attempt(self, *arguments: str) -> Result:
        """Run a command that may fail."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = cli.run(self.line(*arguments))
        return Result(code, out.getvalue(), err.getvalue())

    def run(self, *arguments: str) -> Any:
        """Run a command that works; gives its JSON."""
        return self.attempt(*arguments).data

    def process(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the program itself."""
        return subprocess.Popen(
            [sys.executable, "-m", "delve_desktop", *self.line(*arguments)],
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def finish(self, process: subprocess.Popen[str]) -> Result:
        """Wait for a program that `process` started."""
        out, err = process.communicate(timeout=120)
        return Result(process.returncode, out, err)

    def value(self, record: str, name: str) -> Any:
        """What a field shows."""
        return self.run("show", record)["fields"][name]["value"]

    def conflicts(self, record: str) -> dict[str, list[Any]]:
        """The values in dispute of a record, by field."""
        found = self.run("conflicts")
        return {
            one["field"]: [version["value"] for version in one["versions"]]
            for one in found
            if one["id"] == record
        }


@dataclass
class Hub:
    """A hub process that can be killed and started again, always at the same address."""

    folder: Path
    port: int = 0
    open: bool = True  # takes new spaces without a ticket
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        """Where it keeps its data."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it and wait until it listens."""
        self.folder.mkdir(exist_ok=True)
        said = self.folder / "out.log"
        command = [sys.executable, "-m", "sync_server.cli", "serve", "--port", str(self.port)]
        command += ["--open"] if self.open else []
        with said.open("wb") as out, (self.folder / "err.log").open("ab") as err:
            self._process = subprocess.Popen(
                [*command, "--data", str(self.data)], env=ENVIRONMENT, stdout=out, stderr=err
            )
        deadline = time.monotonic() + START_SECONDS
        while not said.read_text(encoding="utf-8").endswith("\n"):
            assert self._process.poll() is None, (self.folder / "err.log").read_text(encoding="utf-8")
            assert time.monotonic() < deadline, "The hub does not listen."
            time.sleep(0.02)
        self.port = int(said.read_text(encoding="utf-8").strip().rpartition(":")[2])

    def ticket(self) -> str:
        """A ticket, as whoever runs the hub gives it out."""
        command = [sys.executable, "-m", "sync_server.cli", "ticket", "--data", str(self.data)]
        return subprocess.run(
            command, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=True
        ).stdout.strip()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(30)
            self._process = None


def joined(laptop: Laptop, coordinator: Laptop) -> None:
    """Bring a laptop into the coordinator's space: code, request, the same words, approval."""
    code = coordinator.run("space", "invite")["code"]
    words = laptop.run("space", "join", code)["words"]
    (request,) = coordinator.run("space", "requests")
    assert request["words"] == words
    coordinator.run("space", "approve", request["id"])
    laptop.run("sync")


def founded(laptop: Laptop, hub: Hub) -> None:
    """A new space of this laptop on a hub."""
    laptop.run("hub", "set", hub.url)
    laptop.run("space", "create", "Lake Zone")
    laptop.run("sync")


def met(*laptops: Laptop) -> None:
    """Let everybody sync until all have what the first ones sent; all then hold the same."""
    for laptop in (*laptops, *laptops[:-1]):
        laptop.run("sync")
    assert len({laptop.run("state-hash")["state_hash"] for laptop in laptops}) == 1


def copy_tree(source: Path, target: Path) -> None:
    """Copy a folder as it lies there, but for what vanishes meanwhile."""
    target.mkdir()
    for path in source.rglob("*"):
        if path.is_dir():
            (target / path.relative_to(source)).mkdir()
        else:
            (target / path.relative_to(source)).write_bytes(path.read_bytes())


def write_text(path: Path, text: str) -> str:
    """A text file; gives its name."""
    path.write_text(text, encoding="utf-8", newline="\n")
    return str(path)
