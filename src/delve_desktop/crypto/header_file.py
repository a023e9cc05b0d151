"""A file that holds a vault header: read with a limit, replaced as a whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from delve_desktop.domain.errors import NO_ROOM, Damaged, DiskFull, NotFound

from .durable import replace
from .vault_header import MAX_SIZE, VaultHeader

NEW: Final = ".new"  # the end of the name under which a header is written first


def read_header(path: Path) -> VaultHeader:
    """The header in this file; raises `NotFound`, `Damaged` or `NewerFormat`."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
    except FileNotFoundError as error:
        raise NotFound("There is no vault here.") from error
    return VaultHeader.parse(data)


def write_header(path: Path, header: VaultHeader, pause: Callable[[float], None] = time.sleep) -> None:
    """Put the header in place of what is at `path`, durably.

    The caller holds the vault's lock. Raises `DiskFull`, `Damaged` when the disk gives back other bytes, or
    the `OSError` of the system; then the old file is as it was. Only when the very last step fails, to make
    the new name durable, the new file is there already.
    """
    data = header.to_bytes()
    if len(data) > MAX_SIZE:
        raise Damaged("The vault header has grown beyond its limit.")
    new = path.with_name(path.name + NEW)
    try:
        _write_durably(new, data)
        replace(new, path, pause)
    except (OSError, Damaged) as error:
        with suppress(OSError):  # the next write truncates what cannot be removed now
            new.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            raise DiskFull("The disk has no room for the vault header.") from error
        raise


def _write_durably(path: Path, data: bytes) -> None:
    # truncates what an interrupted write left behind
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise Damaged("The disk gave back another vault header than was written.")
