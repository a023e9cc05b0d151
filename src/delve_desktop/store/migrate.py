"""Bringing an older vault to the schema of this program: a copy first, then numbered steps."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from delve_desktop.crypto.durable import replace, sync_file
from delve_desktop.domain.errors import Damaged, DiskFull, NewerFormat

from . import migrations
from .engine import connect
from .files import BEFORE, PART
from .room import check_room


def schema_version(connection: Any) -> int:
    """The schema version of an open database; 0 before the tables exist."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_format(version: int, known: int = migrations.CURRENT) -> None:
    """Raise `NewerFormat` for a schema that only a later program knows."""
    if version > known:
        raise NewerFormat(
            f"This vault was written by a newer Delve (format {version}; this one knows {known})."
        )


def bring_up(
    path: Path,
    database_key: bytes,
    steps: Mapping[int, migrations.Step] = migrations.STEPS,
    target: int = migrations.CURRENT,
) -> None:
    """Upgrade the database at `path` to `target` if it is older.

    Before the first step the file is copied to `<name>.before-<target>`, where it stays. All steps
    run in one transaction. Raises `NewerFormat` for a database from a newer program, `Damaged` when
    a step is missing; the database is then as it was.
    """
    connection = connect(path, database_key)
    try:
        version = schema_version(connection)
        check_format(version, target)
        if version == target:
            return
        if version == 0 or any(number not in steps for number in range(version, target)):
            raise Damaged(f"The vault database has format {version}, which nothing leads on from.")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        _copy(path, path.with_name(f"{path.name}{BEFORE}{target}"))
    finally:
        connection.close()
    _run(path, database_key, [steps[number] for number in range(version, target)], target)


def _copy(source: Path, target: Path) -> None:
    """Copy durably: a temporary name, fsync, rename. Raises `DiskFull`."""
    check_room(source.parent, source.stat().st_size)
    unfinished = target.with_name(target.name + PART)
    try:
        shutil.copyfile(source, unfinished)
        sync_file(unfinished)
        replace(unfinished, target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull("The disk has no room for the copy that comes before a new format.") from error
        raise


def _run(path: Path, database_key: bytes, steps: list[migrations.Step], target: int) -> None:
    # imported only here: alembic costs a noticeable part of a start on an old laptop
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    from .engine import open_engine

    engine = open_engine(path, database_key)
    try:
        with (
            engine.connect().execution_options(delve_begin="IMMEDIATE") as connection,
            connection.begin(),
        ):
            operations = Operations(MigrationContext.configure(connection))
            for step in steps:
                step(operations)
            connection.exec_driver_sql(f"PRAGMA user_version = {target}")
    finally:
        engine.dispose()
