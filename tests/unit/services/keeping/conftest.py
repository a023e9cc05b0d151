"""A vault with records of one's own space, and derivations that cost next to nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from delve_desktop.crypto import kdf
from delve_desktop.crypto.kdf import FLOOR, KdfParams
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services import records, spaces
from delve_desktop.services.session import Session, create_vault
from delve_desktop.services.views import SetValue

PASSPHRASE = "maji tembo kijani jua kisima moto"
NEW = "jembe dhahabu shimo mvua barabara soko"


def _derive(passphrase: str, salt: bytes, params: KdfParams) -> bytes:
    """A derivation that still depends on everything it should."""
    params.check()
    return hashlib.sha256(repr((kdf.normalise(passphrase), salt, params)).encode()).digest()


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kdf, "derive_key", _derive)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    made = create_vault(folder, PASSPHRASE, "Zawadi", params=FLOOR)
    yield made
    made.close()


@pytest.fixture
def space(session: Session) -> SpaceId:
    """A space of this vault's own, with three notes."""
    made = spaces.create_space(session, "Lake Zone")
    for number in range(3):
        records.add_record(session, made, "note", [SetValue("title", f"Note {number}")])
    return made


def titles(session: Session) -> set[str]:
    """The titles of all records of a vault."""
    with session.vault.read() as unit:
        found = [row.id for row in unit.spaces()]
    return {row.title for one in found for row in records.list_records(session, one, limit=1000).rows}
