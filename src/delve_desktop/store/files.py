"""The files of a vault's folder that the store keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATABASE: Final = "vault.db"
NEXT: Final = "vault.db.next"  # the same content under a new key, while a change of the key goes on
DAMAGED: Final = "vault.damaged"  # empty; says that a page could not be read
RESTORING: Final = "vault.restoring"  # empty; says that what lies there is not a vault yet
BLOBS: Final = "blobs"  # a folder: the sealed chunks of attachments, each under its name
OPEN: Final = "open"  # a folder: copies of attachments that another program shows
PART: Final = ".part"  # the end of the name of a file that is not whole yet
BEFORE: Final = ".before-"  # then a number: a copy from before a migration
LOGS: Final = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def remove_database(path: Path) -> None:
    """Remove a database file and what SQLite keeps beside it; harmless when there is none."""
    for suffix in (*LOGS, ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
