"""A private PostgreSQL cluster on a Unix socket, for as long as the tests run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql")


def binaries() -> Path | None:
    """The folder with `initdb` and `pg_ctl`; the newest of several."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    candidates = [path.parent for place in PLACES for path in Path(place).glob("**/bin/initdb")]
    return max(candidates, default=None, key=lambda path: [int(n) for n in path.parts if n.isdigit()])


def _as_user() -> tuple[list[str], int | None]:
    """How to run the cluster: it refuses root, so as root another user must do it."""
    if os.geteuid() != 0:
        return [], None
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
        return ["runuser", "-u", name, "--"], user
    pytest.skip("PostgreSQL does not run as root, and there is no other user to run it")


@contextmanager
def cluster() -> Iterator[str]:
    """Yields the folder of the socket. Skips when PostgreSQL is not installed."""
    tools = binaries()
    if tools is None:
        pytest.skip("PostgreSQL (initdb, pg_ctl) is not installed")
    prefix, user = _as_user()
    folder = Path(tempfile.mkdtemp(prefix="delve-pg-"))
    if user is not None:
        os.chown(folder, user, -1)
    data = folder / "data"
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=200"

    def run(*command: str) -> None:
        subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, cwd=folder, timeout=110)

    try:
        run(str(tools / "initdb"), "-A", "trust", "-U", "delve", "-E", "UTF8", "--locale=C", "-D", str(data))
        run(str(tools / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield str(folder)
        finally:
            run(str(tools / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(socket: str, name: str) -> Iterator[str]:
    """Yields the URL of a new database in the cluster with this socket folder."""
    with psycopg.connect(host=socket, user="delve", dbname="postgres", autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        yield f"postgresql://delve@/{name}?host={socket}"
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
