"""The vault header and its spare copy: either opens the vault, and no older secret does.

`vault.hdr` is the header; `vault.hdr.spare` holds the same bytes, for the day a bad disk or a careless hand
spoils the first. The spare is written first and the header last. So wherever a change is cut off, the header
is still the old one, which then counts, or both are new: at no moment does an old spare stand beside a new
header and wait for the header to be spoiled.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from delve_desktop.domain.errors import Damaged, NotFound

from .header_file import NEW, read_header, write_header
from .keys import VaultKey
from .vault_header import MAX_SIZE, VaultHeader

HEADER: Final = "vault.hdr"
SPARE: Final = "vault.hdr.spare"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenedHeader:
    """A header that a secret opened. `from_spare`: the header itself was damaged or missing."""

    header: VaultHeader
    vault_key: VaultKey
    from_spare: bool


def has_header(folder: Path) -> bool:
    """Whether there is a vault in this folder, as far as a header tells."""
    return (folder / HEADER).exists() or (folder / SPARE).exists()


def open_header(folder: Path, unlock: Callable[[VaultHeader], VaultKey]) -> OpenedHeader:
    """What `unlock` makes of the header, or of the spare when the header is damaged or missing.

    Raises `NotFound`, `NewerFormat`, `Damaged` when neither can be used, and what `unlock` raises: a wrong
    secret for a sound header is not tried on the spare.
    """
    return _first_usable(folder, lambda header, is_spare: OpenedHeader(header, unlock(header), is_spare))


def find_header(folder: Path) -> VaultHeader:
    """The header, or the spare when it cannot be read; raises as `open_header`."""
    return _first_usable(folder, lambda header, _is_spare: header)


def _first_usable(folder: Path, use: Callable[[VaultHeader, bool], T]) -> T:
    faults: list[Damaged] = []
    for header, is_spare in _headers(folder, faults):
        try:
            return use(header, is_spare)
        except Damaged as fault:
            faults.append(fault)
    if not faults:
        raise NotFound("There is no vault here.")
    raise Damaged(f"The vault header cannot be used, nor its spare copy: {faults[0]}") from faults[0]


def _headers(folder: Path, faults: list[Damaged]) -> Iterator[tuple[VaultHeader, bool]]:
    """The readable ones, the header first; damage goes to `faults`, a newer format is raised."""
    for name in (HEADER, SPARE):
        try:
            yield read_header(folder / name), name == SPARE
        except NotFound:
            continue
        except PermissionError:
            raise
        except OSError as error:  # a bad sector
            faults.append(Damaged(f"The file cannot be read: {error.strerror}."))
        except Damaged as fault:
            faults.append(fault)


def is_in_place(folder: Path, opened: OpenedHeader) -> bool:
    """Whether the file that was opened still holds the same: another program may have changed it."""
    return _content(folder / (SPARE if opened.from_spare else HEADER)) == opened.header.to_bytes()


def write_both(folder: Path, header: VaultHeader, pause: Callable[[float], None] = time.sleep) -> None:
    """Put a header in place, spare first; the caller holds the vault's lock. Raises as `write_header`."""
    write_header(folder / SPARE, header, pause)
    write_header(folder / HEADER, header, pause)


def keep_in_step(folder: Path, header: VaultHeader) -> bool:
    """Make spare and header hold what was opened, and remove what a cut off change left behind.

    The caller holds the vault's lock. Returns whether anything was written.
    """
    data = header.to_bytes()
    written = False
    for name in (SPARE, HEADER):
        if _content(folder / name) != data:
            write_header(folder / name, header)
            written = True
    for name in (SPARE, HEADER):
        (folder / (name + NEW)).unlink(missing_ok=True)
    return written


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_SIZE + 1)
    except FileNotFoundError:
        return b""
