"""What sync needs of a store: the one contract between `sync` and whoever keeps a vault.

`store.vault.Vault` fulfils it as it is; the simulation wraps it to cut units off. Rows are those of
`store.rows`. A write unit is one transaction: durable when its block ends, rolled back if it raises.
Sync opens units that last well under 50 ms, and none across a call to a hub.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import ActId, BlobId, DeviceId, RecordId, SegmentId, SpaceId, WriterId
from delve_desktop.domain.state import RecordState
from delve_desktop.store import rows


class ReadPort(Protocol):
    """One snapshot of a vault."""

    def meta(self, key: str) -> bytes | None:
        """A fact about the vault as a whole; sync keeps `digest/<hub>/<space>` there."""

    def identity(self) -> rows.IdentityRow:
        """Who this device is, and its present incarnation."""

    def spaces(self) -> list[rows.SpaceRow]:
        """All spaces."""

    def space(self, space: SpaceId) -> rows.SpaceRow:
        """One space; raises `NotFound`."""

    def epoch_keys(self, space: SpaceId) -> dict[ActId, bytes]:
        """The space keys held."""

    def acts(self, space: SpaceId) -> list[rows.StoredAct]:
        """Every act of a space."""

    def held(self, ids: Sequence[bytes]) -> set[bytes]:
        """Which of these acts and segments are stored."""

    def segments_in(self, states: Sequence[str], limit: int, after: int = 0) -> list[rows.StoredSegment]:
        """Segments in these states by local number, behind `after`."""

    def segments_of_epoch(self, space: SpaceId, epoch: ActId, limit: int = -1) -> list[rows.StoredSegment]:
        """Unapplied segments that are stored with this epoch."""

    def chain(self, space: SpaceId) -> list[rows.ChainLink]:
        """The links of every segment of a space."""

    def chain_head(self, space: SpaceId, writer: WriterId) -> rows.ChainLink | None:
        """The last segment of a writer's chain."""

    def outgoing_ops(self, space: SpaceId, limit: int) -> list[rows.OutgoingOp]:
        """The oldest ops of the outbox."""

    def outgoing_count(self, space: SpaceId) -> int:
        """How many ops wait in the outbox."""

    def unsent(self, hub: int, space: SpaceId, max_items: int, max_bytes: int) -> list[rows.UnsentItem]:
        """What a hub lacks: acts, then segments by arrival; at least one item if there is any."""

    def unsent_count(self, hub: int, space: SpaceId) -> int:
        """How many items a hub is not known to hold."""

    def item_ids(self, space: SpaceId) -> tuple[list[ActId], list[SegmentId]]:
        """The ids of all acts and segments of a space."""

    def hubs(self) -> list[rows.HubRow]:
        """Every hub this vault knows."""

    def hub(self, hub: int) -> rows.HubRow:
        """One hub; raises `NotFound`."""

    def place(self, hub: int, space: SpaceId) -> rows.HubPlaceRow | None:
        """Where this vault stands in a hub's feed. `compared` is False while the place may be wrong."""

    def problems(self, space: SpaceId | None = None) -> list[rows.ProblemRow]:
        """Items kept that could not be used: `op`, `record`, `act`, `segment`, `key` for a wrapped space
        key, or `newer` for a segment of an unknown version.
        """

    def due_records(self, limit: int, after: int = 0) -> list[rows.DueRecord]:
        """Records whose state is behind their ops, by row."""

    def known_ops_at(self, row: int) -> list[KnownOp]:
        """Every op of the record in a row."""

    def problem_items(self, space: SpaceId) -> dict[bytes, str]:
        """The kind of each of these items by its id, without their bytes."""

    def parked_count(self, space: SpaceId) -> int:
        """Everything that waits to take effect: problems, waiting ops, parked acts, unapplied segments."""

    def invites(self, space: SpaceId | None = None) -> list[rows.InviteRow]:
        """Invites made by this vault."""

    def join_requests(self, space: SpaceId | None = None) -> list[rows.JoinRequestRow]:
        """Join requests that arrived."""

    def blobs_missing(self, space: SpaceId, small: int, limit: int) -> list[rows.BlobRow]:
        """Bytes of attachments that should come and are not here."""

    def blobs_unsent(self, hub: int, space: SpaceId, limit: int) -> list[rows.BlobRow]:
        """Bytes of attachments that are here and that a hub is not known to have."""

    def blobs_waiting(self, hub: int, space: SpaceId, small: int) -> tuple[int, int, int, int]:
        """How many should come and their bytes, how many should go and their bytes."""


class WritePort(ReadPort, Protocol):
    """One transaction over a vault."""

    def set_meta(self, key: str, value: bytes) -> None:
        """Write a fact about the vault as a whole."""

    def new_writer(self, writer: WriterId, nonce: bytes) -> None:
        """Go on as a new incarnation."""

    def set_space(self, space: SpaceId, **changes: str | int | bytes | None) -> None:
        """Change name, state, hub, digest or joining."""

    def add_space(self, space: SpaceId, name: str, state: str, hub: int | None, joining: bytes = b"") -> None:
        """Begin to belong to a space, or to wait for admission."""

    def set_people(self, space: SpaceId, people: Iterable[rows.PersonRow]) -> None:
        """Replace who is who."""

    def add_epoch_key(self, space: SpaceId, act: ActId, key: bytes) -> None:
        """Keep a space key."""

    def add_acts(self, acts: Sequence[rows.StoredAct]) -> int:
        """Store acts that are new."""

    def set_act_state(self, act: ActId, state: str, reason: str) -> None:
        """Mark an act as `held` or `parked`."""

    def add_segments(self, segments: Sequence[rows.StoredSegment]) -> int:
        """Store segments that are new."""

    def add_own_segment(self, segment: rows.StoredSegment, ops: Sequence[int]) -> None:
        """Store a segment sealed here; its ops (by `seq`) leave the outbox."""

    def set_segment_state(self, segment: SegmentId, state: str, reason: str = "") -> None:
        """Note how far a segment has come."""

    def set_segment_epoch(self, segment: SegmentId, epoch: ActId) -> None:
        """Note the epoch of a segment that could not be read when it came."""

    def set_unsent(self, hub: int, space: SpaceId, kind: rows.ItemKind, ids: Sequence[bytes]) -> None:
        """Note that a hub lacks these."""

    def mark_sent(self, hub: int, ids: Sequence[bytes]) -> None:
        """Note that a hub has stored these."""

    def clear_unsent(self, hub: int, space: SpaceId) -> None:
        """Forget what a hub lacks, before a comparison says it anew."""

    def set_challenge(self, hub: int, challenge: bytes) -> None:
        """Keep the challenge for the next request."""

    def set_place(self, hub: int, space: SpaceId, position: int, feed_hash: bytes, compared: bool) -> None:
        """Move the cursor."""

    def apply_ops(
        self,
        space: SpaceId,
        incoming: Sequence[rows.IncomingOp],
        *,
        may_defer: bool = False,
        own: DeviceId | None = None,
    ) -> rows.ApplyResult:
        """Integrate ops; those that are here already change nothing, those without a parent wait.

        With `may_defer` records that take long to merge become due instead; with `own`, the device of this
        vault, those that others changed are noted as fresh.
        """

    def write_due(
        self, space: SpaceId, merged: Sequence[tuple[rows.DueRecord, RecordState, int]]
    ) -> set[RecordId]:
        """Write states, with the number of disputes; returns the records that had no further ops."""

    def add_problem(
        self,
        space: SpaceId,
        item: str,
        key: bytes,
        reason: str,
        data: bytes,
        segment: int = 0,
        device: int = 0,
    ) -> None:
        """Keep an item that cannot be used."""

    def clear_problem(self, key: bytes) -> None:
        """Forget a problem that is solved."""

    def add_invite(self, lookup: bytes, space: SpaceId, seed: bytes, act: ActId) -> None:
        """Remember an invite made here."""

    def use_invite(self, lookup: bytes) -> None:
        """Mark an invite as spent."""

    def set_join_request(self, request: bytes, state: str) -> None:
        """Mark a join request as `approved`, or `open` again."""

    def add_join_request(self, request: bytes, space: SpaceId, lookup: bytes, data: bytes) -> bool:
        """Keep a join request; False when it is known."""

    def set_held(self, roots: Sequence[BlobId], *, held: bool) -> None:
        """Note whether all chunks of these are here."""

    def mark_blobs_sent(self, hub: int, space: SpaceId, roots: Sequence[BlobId]) -> None:
        """Note that a hub has these."""

    def doubt_blobs(self, hub: int, space: SpaceId | None = None) -> None:
        """Forget what a hub has."""


class ChunkPort(Protocol):
    """The folder of sealed chunks; `store.chunk_folder.ChunkFolder` is one."""

    def has(self, chunk: BlobId) -> bool:
        """Whether it seems to be here."""

    def read(self, chunk: BlobId) -> bytes:
        """Its bytes; raises `NotFound` or `Damaged`."""

    def write(self, data: bytes) -> BlobId:
        """Keep it, durably; raises `DiskFull`."""

    def remove(self, chunk: BlobId) -> None:
        """Take away one that is damaged; harmless when it is not here."""


class VaultPort(Protocol):
    """An open vault. One write unit runs at a time; others wait for it."""

    def read(self) -> AbstractContextManager[ReadPort]:
        """A consistent snapshot."""

    def write(self) -> AbstractContextManager[WritePort]:
        """One transaction."""
