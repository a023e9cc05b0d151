"""One simulated laptop: a real vault on a temporary disk, what befalls it, and its exchanges."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import (
    Cancelled,
    Damaged,
    DiskFull,
    HubRefused,
    HubUnreachable,
    WriteProtected,
)
from delve_desktop.domain.ids import OpId, RecordId, SpaceId, new_writer
from delve_desktop.domain.ops import decode
from delve_desktop.services import exchange as exchanging
from delve_desktop.services.connecting import Connect
from delve_desktop.services.session import Session
from delve_desktop.store.rows import IdentityRow
from delve_desktop.store.vault import Vault
from delve_desktop.sync import taking
from delve_desktop.sync.local import Local
from delve_desktop.sync.round import Outcome, exchange
from delve_desktop.sync.traffic import MeteredHub

from .disk import FragileVault, Killed, Moved, Trouble, copy_files, cut_back
from .faults import Link

KEY = b"simulated-vault-key-of-32-bytes!"
DISK_ERRORS = (DiskFull, WriteProtected, Damaged)
START = 1_700_000_000.0


class Laptop:
    """A laptop with its vault. Whoever uses it is a `Person`."""

    def __init__(self, name: str, folder: Path, rng: random.Random) -> None:
        self.name = name
        self.folder = folder
        self.rng = rng
        self.clock = START
        self.hub = 0  # the one set last
        self.incarnation = 0  # counts how often what was in memory, and on the screen, went away
        self.after_commit: Callable[[Sequence[Moved]], None] = lambda _: None
        self._ticks = 0.0
        self._copies = 0
        self.session = self._open()

    @classmethod
    def create(cls, name: str, folder: Path, template: Path, rng: random.Random) -> Laptop:
        """A new vault; `template` is the folder of an empty one, copied because making tables is slow."""
        shutil.copytree(template, folder)
        vault = Vault.open(folder, KEY)
        identity = Identity.create(rng.randbytes)
        nonce = rng.randbytes(16)
        with vault.write() as unit:
            writer = new_writer(identity.device, nonce)
            unit.set_identity(IdentityRow(identity.to_bytes(), name, "en", writer, nonce, 0))
        vault.close()
        return cls(name, folder, rng)

    def clone(self, name: str, folder: Path) -> Laptop:
        """Copy the vault's folder, as somebody with a stick would."""
        self.close()
        shutil.copytree(self.folder, folder)
        self.session = self._open()
        twin = Laptop(name, folder, self.rng)
        twin.hub, twin.clock = self.hub, self.clock
        return twin

    def _open(self) -> Session:
        vault = FragileVault(Vault.open(self.folder, KEY))
        vault.after_commit = self._committed
        return Session(
            vault,  # type: ignore[arg-type]
            KEY,
            clock=lambda: self.clock,
            random=self.rng.randbytes,
            ticks=self._tick,
        )

    def _committed(self, moved: Sequence[Moved]) -> None:
        self.after_commit(moved)  # whoever watches by now

    @property
    def vault(self) -> FragileVault:
        return self.session.vault  # type: ignore[return-value]

    def close(self) -> None:
        self.session.vault.close()

    def restart(self) -> None:
        """End the process in an orderly way and start it again."""
        self.close()
        self._start_anew()

    def dies_in(self, moments: int) -> None:
        """Let the process die at one of its next writes."""
        self.vault.dies_in = moments

    def troubled_in(self, moments: int, trouble: Trouble, amount: int) -> None:
        """Let the disk fail from one of the next writes on; see `FragileVault.troubled_in`."""
        self.vault.troubled_in(moments, trouble, amount)

    def survives(self) -> None:
        """No more of that: the process lives, the disk is well. Trouble is left behind by a restart."""
        self.vault.dies_in = None
        if self.vault.heal():
            self.restart()

    def crash(self, *, torn: bool = False) -> None:
        """The process was killed: what lies on the disk is all there is.

        `torn`: if it was committing, the disk holds a part of that commit only.
        """
        self.lose_commits(int(torn and self.vault.died_committing))

    def lose_commits(self, lost_commits: int) -> None:
        """The power went, and the last commits never reached the disk."""
        kept = self.folder.with_name(f"{self.folder.name}.kept")
        copy_files(self.folder, kept)
        self.close()
        self._put_in_place(kept)
        cut_back(self.folder, lost_commits, self.rng)
        self._start_anew()

    def back_up(self) -> Path:
        """Copy the vault aside; returns where to."""
        self._copies += 1
        copy = self.folder.with_name(f"{self.folder.name}.copy{self._copies}")
        copy_files(self.folder, copy)
        return copy

    def restore(self, copy: Path) -> None:
        """Put an older copy in place, and go on as a new writer, as every restore has to."""
        kept = self.folder.with_name(f"{self.folder.name}.kept")
        copy_files(copy, kept)
        self.close()
        self._put_in_place(kept)
        self._start_anew()
        with self.vault.write() as unit:
            taking.renew_writer(unit, self.local())

    def _put_in_place(self, kept: Path) -> None:
        shutil.rmtree(self.folder)
        kept.rename(self.folder)

    def _start_anew(self) -> None:
        self.incarnation += 1
        self.session = self._open()

    def _tick(self) -> float:
        self._ticks += self.rng.choice((0.0001, 0.002, 0.03))
        return self._ticks

    def local(self) -> Local:
        return Local(self.session.vault, self.session.identity, self.rng.randbytes, self._tick)

    def sync(self, link: Link, space: SpaceId) -> Outcome | None:
        """Exchange one space; None when the link or the process failed. A killed process starts again."""
        metered = MeteredHub(link)
        try:
            with self.vault.read() as unit:
                hub = unit.space(space).hub
            assert hub is not None
            return exchange(self.local(), metered, hub, [space], traffic=metered.traffic)
        except Killed:
            self.crash()
        except (HubUnreachable, HubRefused):
            pass
        return None

    def exchange(
        self,
        connect: Connect,
        *,
        budget: int | None = None,
        cancelled: Callable[[], bool] | None = None,
        torn: bool = False,
    ) -> bool:
        """The use case: all spaces with their hubs. False when it did not come to its end.

        A killed process starts again; `torn`: in the middle of the commit that it did last.
        """
        try:
            result = exchanging.exchange(self.session, connect=connect, budget=budget, cancelled=cancelled)
        except Killed:
            self.crash(torn=torn)
        except (HubUnreachable, HubRefused, Cancelled, *DISK_ERRORS):
            pass
        else:
            return not result.unasked  # who asked nobody claims nothing new; all others are judged
        return False

    def spaces(self) -> dict[SpaceId, str]:
        """The spaces of this vault with their state."""
        with self.vault.read() as unit:
            return {row.id: row.state for row in unit.spaces()}

    def records(self, space: SpaceId) -> list[RecordId]:
        with self.vault.read() as unit:
            rows = unit._rows("SELECT id FROM record WHERE space = ? ORDER BY id", space)
        return [RecordId(row[0]) for row in rows]

    def op_ids(self) -> set[OpId]:
        """Every op of this vault, integrated or waiting for a parent."""
        with self.vault.read() as unit:
            return {OpId(row[0]) for row in unit._rows("SELECT id FROM op UNION SELECT id FROM waiting_op")}

    def item_ids(self) -> set[bytes]:
        """Every act and segment of this vault."""
        with self.vault.read() as unit:
            return {row[0] for row in unit._rows("SELECT id FROM segment UNION SELECT id FROM act")}

    def known_ops(self, space: SpaceId) -> dict[RecordId, list[KnownOp]]:
        """Every integrated op by record, decoded."""
        with self.vault.read() as unit:
            return {
                state.record: [
                    KnownOp(row.id, row.device, decode(row.body)) for row in unit.ops_of(state.record)
                ]
                for state in unit.states(space)
            }

    def remove(self) -> None:
        """Let go of the vault, whatever state it is in."""
        with suppress(*DISK_ERRORS):
            self.close()
