"""Files that were taken into the vault and that nothing names yet, and the sweeping away of those that
nothing will.

A file is sealed before the draft or the version that names it is written. A note of it stands in the vault
from then until an op names it, and is gone through whenever the vault is opened: what neither a draft nor
any op names is removed (a draft that was thrown away, a program that was killed, a window that was closed).
While a vault is open nothing is swept, so an undo in the window finds its bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

import msgspec

from delve_desktop.domain.attachments import Part
from delve_desktop.domain.errors import Damaged, NotFound
from delve_desktop.domain.ids import BlobId
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.vault import Vault
from delve_desktop.store.writing import WriteUnit

from .whole import chunk_names

_KEY: Final = "loose-files"
_Row = tuple[bytes, bytes, int]  # root, key, bytes


def note_loose(unit: WriteUnit, part: Part) -> None:
    """Bytes are about to be here that nothing names yet."""
    _keep(unit, [*_noted(unit), part])


def note_named(unit: WriteUnit, bodies: Iterable[bytes]) -> None:
    """Ops with these bytes were minted: what they name is never swept."""
    noted = _noted(unit)
    if not noted:
        return
    minted = list(bodies)
    left = [part for part in noted if not any(_name(part) in body for body in minted)]
    if len(left) < len(noted):
        _keep(unit, left)


def sweep(vault: Vault) -> int:
    """Remove the bytes of files that no draft and no op names; returns how many files.

    For the opening of a vault, before anything is taken in. Raises as writing to the vault does; what is
    left then goes the next time.
    """
    with vault.read() as unit:
        noted = _noted(unit)
        if not noted:
            return 0
        drafted = unit.names_in_drafts([_name(part) for part in noted])
        rest = [part for part in noted if _name(part) not in drafted]
        named = unit.names_in_ops([_name(part) for part in rest])
    gone = [part for part in rest if _name(part) not in named]
    for part in gone:
        with suppress(NotFound, Damaged):  # without its list, what is left of it is not found
            for name in chunk_names(vault.chunks, part):
                vault.chunks.remove(name)
        vault.chunks.remove(part.root)  # last: it leads to the others
    if rest:
        with vault.write(reserve=True) as writing:
            writing.set_held([part.root for part in gone], held=False)
            _keep(writing, [part for part in noted if _name(part) in drafted])
    return len(gone)


def _name(part: Part) -> bytes:
    """A root as maps of attachments write it, in drafts and in ops."""
    return part.root.hex().encode()


def _noted(unit: ReadUnit) -> list[Part]:
    data = unit.meta(_KEY)
    rows = msgspec.msgpack.decode(data, type=list[_Row]) if data else []
    return [Part("file", BlobId(root), key, size) for root, key, size in rows]


def _keep(unit: WriteUnit, parts: Sequence[Part]) -> None:
    unit.set_meta(_KEY, msgspec.msgpack.encode([(part.root, part.key, part.size) for part in parts]))
