"""One simulated laptop: a real vault on a temporary disk, its person's edits, and its exchanges."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.errors import HubRefused, HubUnreachable, Mistaken
from delve_desktop.domain.ids import OpId, RecordId, SpaceId, new_writer
from delve_desktop.domain.ops import decode
from delve_desktop.services import records
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers, Edit, EditText, RecordView, SetValue
from delve_desktop.store.rows import IdentityRow
from delve_desktop.store.vault import Vault
from delve_desktop.sync.local import Local
from delve_desktop.sync.round import Outcome, exchange
from delve_desktop.sync.traffic import MeteredHub

from .faults import FragileVault, Killed, Link

KEY = b"simulated-vault-key-of-32-bytes!"
WORDS = ("agua", "oro", "pozo", "llama", "mineiro", "lavage", "filtre", "charbon", "puits", "marché", "école")
RECORDS = 3  # few, so that people meet in them
THEMES = ("mercury", "water", "safety", "finance")


class Laptop:
    """A laptop and who uses it."""

    def __init__(self, name: str, folder: Path, rng: random.Random) -> None:
        self.name = name
        self.folder = folder
        self.rng = rng
        self.clock = 1_700_000_000.0
        self.hub = 0
        self.acknowledged: set[OpId] = set()
        self.after_commit: Callable[[Sequence[str]], None] = lambda _: None
        self._ticks = 0.0
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
        return Session(vault, KEY, clock=lambda: self.clock, random=self.rng.randbytes)  # type: ignore[arg-type]

    def _committed(self, moved: Sequence[str]) -> None:
        self.after_commit(moved)

    @property
    def vault(self) -> FragileVault:
        return self.session.vault  # type: ignore[return-value]

    def close(self) -> None:
        self.session.vault.close()

    def restart(self) -> None:
        """End the process and start it again."""
        self.close()
        self.session = self._open()

    def dies_in(self, moments: int) -> None:
        """Let the process die at one of its next writes."""
        self.vault.dies_in = moments

    def survives(self) -> None:
        self.vault.dies_in = None

    def _tick(self) -> float:
        self._ticks += self.rng.choice((0.0001, 0.002, 0.03))
        return self._ticks

    def local(self) -> Local:
        return Local(self.session.vault, self.session.identity, self.rng.randbytes, self._tick)

    def sync(self, link: Link, space: SpaceId) -> Outcome | None:
        """Exchange; None when the link or the process failed. A killed process is started again."""
        metered = MeteredHub(link)
        try:
            with self.vault.read() as unit:
                hub = unit.space(space).hub
            assert hub is not None
            return exchange(self.local(), metered, hub, [space], traffic=metered.traffic)
        except Killed:
            self.restart()
        except (HubUnreachable, HubRefused):
            pass
        return None

    def edit(self, space: SpaceId) -> None:
        """One edit as a person makes it; acknowledged once the use case returns."""
        before = self._outbox(space)
        try:
            self._edit(space)
        except Killed:
            self.restart()
            return
        self.acknowledged |= self._outbox(space) - before

    def _outbox(self, space: SpaceId) -> set[OpId]:
        with self.vault.read() as unit:
            return {op.id for op in unit.outgoing_ops(space, 10_000)}

    def _edit(self, space: SpaceId) -> None:
        rng = self.rng
        known = self.records(space)
        if len(known) < RECORDS or rng.random() < 0.04:
            edits: list[Edit] = [SetValue("title", self._words(2)), EditText("text", self._text())]
            records.add_record(self.session, space, "note", [*edits, ChangeMembers("themes", add=("water",))])
            return
        record = rng.choice(known)
        view = records.open_record(self.session, record)
        action = rng.random()
        if action < 0.06:
            records.delete_record(self.session, record)
        elif action < 0.10:
            records.put_back(self.session, record)
        elif action < 0.25:
            self._settle(view)
        elif action < 0.30:
            first = records.history(self.session, record)[-1]
            records.restore(self.session, record, first.op)
        else:
            try:
                records.edit_record(self.session, record, [self._change(view)])
            except Mistaken:
                return  # this text is in dispute: a person would settle it

    def _settle(self, view: RecordView) -> None:
        disputed = [one for one in view.fields if one.disputed and one.versions]
        if disputed:
            field = self.rng.choice(disputed)
            keep = self.rng.choice(field.versions).id
            records.settle(self.session, view.id, field.name, keep=keep)

    def _change(self, view: RecordView) -> Edit:
        rng = self.rng
        fields = {one.name: one for one in view.fields}
        kind = rng.choice(("title", "title", "place", "place", "date", "text", "themes", "later"))
        disputed = [
            one.name for one in view.fields if one.disputed and one.name in ("title", "place", "date")
        ]
        if disputed and rng.random() < 0.4:
            kind = rng.choice(disputed)
        if kind == "text":
            text = fields["text"].value if "text" in fields and fields["text"].value else ""
            lines = text.split("\n") if text else []
            lines.insert(rng.randint(0, len(lines)), self._words(5))
            if len(lines) > 3 and rng.random() < 0.5:
                lines.pop(rng.randrange(len(lines)))
            return EditText("text", "\n".join(lines))
        if kind == "themes":
            return ChangeMembers("themes", add=(rng.choice(THEMES),), remove=(rng.choice(THEMES),))
        value = f"2024-0{rng.randint(1, 9)}-11" if kind == "date" else self._words(2)
        versions = fields[kind].versions if kind in fields else ()
        seen = rng.choice(versions).id if versions else None
        return SetValue(kind, value, started_from=seen)  # "later": a field this version lacks

    def _words(self, count: int) -> str:
        return " ".join(self.rng.choices(WORDS, k=count)) + f" {self.rng.randrange(1000)}"

    def _text(self) -> str:
        return "\n".join(self._words(6) for _ in range(self.rng.randint(1, 5)))

    def records(self, space: SpaceId) -> list[RecordId]:
        with self.vault.read() as unit:
            lines = unit.lines(space, kind=None, in_bin=False, disputed=False, before=None, limit=1000)
            binned = unit.lines(space, kind=None, in_bin=True, disputed=False, before=None, limit=1000)
        return sorted(line.id for line in (*lines, *binned))

    def known_ops(self, space: SpaceId) -> dict[RecordId, list[KnownOp]]:
        """Every integrated op by record, decoded."""
        with self.vault.read() as unit:
            return {
                record: [KnownOp(row.id, row.device, decode(row.body)) for row in unit.ops_of(record)]
                for record in self.records(space)
            }
