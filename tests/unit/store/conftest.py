"""A vault database on disk, and ops as another laptop would have written them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from delve_desktop.domain import ops
from delve_desktop.domain.ids import DeviceId, OpId, SpaceId, op_id
from delve_desktop.domain.ops import Op, Write
from delve_desktop.store.rows import IncomingOp
from delve_desktop.store.vault import Vault

KEY = bytes(range(32))
SPACE = SpaceId(b"s" * 16)
ANNA = DeviceId(b"a" * 32)
BORIS = DeviceId(b"b" * 32)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A fresh vault that belongs to one space."""
    vault = Vault.create(tmp_path, KEY)
    with vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    yield vault
    vault.close()


class Author:
    """Writes ops of one device, numbered as a laptop numbers them."""

    def __init__(self, device: DeviceId = ANNA) -> None:
        self.device = device
        self.counter = 0

    def write(
        self,
        *writes: Write,
        parents: tuple[OpId, ...] = (),
        kind: str = "note",
        action: int = ops.EDIT,
        origin: bytes = b"",
    ) -> IncomingOp:
        self.counter += 1
        op = Op(1, self.counter, 1000, parents, "" if parents else kind, origin, action, writes)
        body = ops.encode(op)
        return IncomingOp(op_id(SPACE, self.device, body), self.device, body, op, 0)

    def put(self, field: str, value: object, parents: tuple[OpId, ...] = ()) -> IncomingOp:
        return self.write(Write(field, ops.PUT, value), parents=parents)


@pytest.fixture
def anna() -> Author:
    return Author(ANNA)


@pytest.fixture
def boris() -> Author:
    return Author(BORIS)
