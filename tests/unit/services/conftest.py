"""An open vault with one space, as a person would have after the first start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.session import Session, create_vault

SPACE = SpaceId(b"s" * 16)
PASSPHRASE = "maji tembo kijani jua kisima moto"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR)
    with session.vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    yield session
    session.close()
