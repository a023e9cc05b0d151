"""Two laptops and a hub as they lie on disk between two starts; everything is opened by whoever breaks it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.crypto.keys import VaultKey
from delve_desktop.domain.ids import OpId, RecordId, SpaceId
from delve_desktop.domain.state import encode_state
from delve_desktop.services import records, spaces
from delve_desktop.services.connecting import Connect, in_process
from delve_desktop.services.exchange import exchange
from delve_desktop.services.session import Session, create_vault, open_with_key, unlock_key
from delve_desktop.services.views import ChangeMembers, EditText, SetValue
from sync_server.service import HubService
from sync_server.settings import HubSettings
from sync_server.store.hub_store import HubStore

PASSPHRASE: Final = "maji tembo kijani jua kisima moto"
ADDRESS: Final = "http://127.0.0.1:1"  # nobody listens there: the hub is called in the process
NAMES: Final = ("neema", "zawadi")  # the coordinator, the officer


@dataclass(frozen=True)
class Scene:
    """A folder with both vaults and the hub's data. `keys` opens the vaults without a derivation."""

    folder: Path
    space: SpaceId
    keys: dict[str, VaultKey]

    @classmethod
    def create(cls, folder: Path) -> Scene:
        """Two laptops that have met in one space."""
        folder.mkdir(parents=True, exist_ok=True)
        keys: dict[str, VaultKey] = {}
        for name in NAMES:
            create_vault(folder / name, PASSPHRASE, name.title(), params=FLOOR).close()
            keys[name] = unlock_key(folder / name, PASSPHRASE)
        scene = cls(folder, SpaceId(bytes(16)), keys)
        with scene.hub() as connect, scene.session("neema") as neema, scene.session("zawadi") as zawadi:
            spaces.set_hub(neema, ADDRESS, connect=connect)
            space = spaces.create_space(neema, "Lake Zone")
            code = spaces.create_invite(neema, space, connect=connect)
            spaces.join_space(zawadi, code, connect=connect)
            exchange(neema, connect=connect)
            (request,) = spaces.join_requests(neema)
            spaces.approve(neema, request.id)
            for session in (neema, zawadi):
                exchange(session, connect=connect)
        return cls(folder, space, keys)

    def copied(self, folder: Path) -> Scene:
        """The same, copied to another folder, in place of what was there."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Scene(folder, self.space, self.keys)

    @property
    def hub_file(self) -> Path:
        """The hub's database."""
        return self.folder / "hub.db"

    def vault(self, name: str) -> Path:
        """The folder of a laptop's vault."""
        return self.folder / name

    @contextmanager
    def session(self, name: str) -> Iterator[Session]:
        """A laptop's vault, open."""
        session = open_with_key(self.vault(name), self.keys[name])
        try:
            yield session
        finally:
            session.close()

    @contextmanager
    def hub(self) -> Iterator[Connect]:
        """A way to the hub, which runs in this process on its data."""
        store = HubStore.open(f"sqlite:///{self.hub_file}")
        try:
            yield in_process(HubService(store, HubSettings(open=True)))
        finally:
            store.close()


def write_note(session: Session, space: SpaceId, title: str, size: int = 300) -> RecordId:
    """A note whose text does not compress well."""
    text = session.random(size // 2).hex()
    edits = [SetValue("title", title), EditText("text", text), ChangeMembers("themes", ("water",))]
    return records.add_record(session, space, "note", edits)[0]


def states_of(session: Session, space: SpaceId) -> dict[RecordId, bytes]:
    """Every record as it stands."""
    with session.vault.read() as unit:
        return {state.record: encode_state(state) for state in unit.states(space)}


def ops_of(session: Session, space: SpaceId) -> set[OpId]:
    """Every op that has been integrated."""
    with session.vault.read() as unit:
        return {row.id for state in unit.states(space) for row in unit.ops_of(state.record)}
