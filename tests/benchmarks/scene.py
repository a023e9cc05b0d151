"""Laptops and a hub in a scratch folder: real vaults, a real hub process, real sockets."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services.interchange import Source, import_items
from delve_desktop.services.records import list_records
from delve_desktop.services.session import Session, create_vault

PASSPHRASE: Final = "seven quiet rivers under one bright moon"
PAGE: Final = 1000


def new_laptop(folder: Path, name: str) -> Session:
    """A fresh vault, with the cheapest key derivation: its cost is no part of any figure."""
    return create_vault(folder, PASSPHRASE, name, params=FLOOR)


@contextmanager
def laptop(folder: Path, name: str) -> Iterator[Session]:
    """As `new_laptop`, closed when the block ends."""
    with contextlib.closing(new_laptop(folder, name)) as session:
        yield session


def import_lines(session: Session, space: SpaceId, lines: bytes) -> None:
    """Import as `delve import` does."""
    import_items(session, space, [Source("records.jsonl", lambda: io.BytesIO(lines))])


def record_ids(session: Session, space: SpaceId, count: int) -> list[RecordId]:
    """The ids of the newest records."""
    found: list[RecordId] = []
    after: int | None = None
    while len(found) < count:
        page = list_records(session, space, after=after, limit=min(PAGE, count - len(found)))
        found += [row.id for row in page.rows]
        after = page.after
        if after is None:
            break
    return found


@contextmanager
def hub_process(folder: Path) -> Iterator[str]:
    """A hub in a process of its own; yields its address."""
    command = [
        sys.executable,
        "-m",
        "sync_server.cli",
        "serve",
        "--data",
        str(folder),
        "--port",
        "0",
        "--open",
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with (folder.parent / f"{folder.name}.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment)
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            if not line.startswith("listening on "):
                raise RuntimeError(f"The hub did not start: {line!r}")
            yield line.removeprefix("listening on ").strip()
        finally:
            process.terminate()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()
