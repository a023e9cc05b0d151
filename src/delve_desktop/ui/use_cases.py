"""The use cases a window calls, bound to one open vault. Every call belongs on a worker's thread.

`services` is imported only after the start window stands (start-up is a feature), so the window
speaks to this interface; `bound.BoundUseCases` is the implementation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from delve_desktop.domain.ids import OpId, RecordId, SpaceId, VersionId
from delve_desktop.services.changes import ChangeSummary, NoticeHub
from delve_desktop.services.views import (
    Counts,
    DraftView,
    HistoryEntry,
    Hit,
    JoinRequestView,
    Page,
    RecordRow,
    RecordView,
    SpaceView,
)

from .attachment_cases import AttachmentCases


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far an exchange is, in counts: how much is still to come is not known before it is there."""

    moved_bytes: int  # both ways
    changes_in: int
    pieces_out: int


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What an exchange did."""

    sent_bytes: int
    received_bytes: int
    changes_in: int
    changes_out: int
    parked: int
    up_to_date: bool
    waiting: int = 0  # spaces that have not admitted this laptop yet


class RecordCases(Protocol):
    """Records, drafts and search."""

    def list_records(
        self,
        space: SpaceId,
        kind: str | None,
        *,
        in_bin: bool = False,
        disputed: bool = False,
        after: int | None = None,
        limit: int = 50,
    ) -> Page: ...
    def counts(self, space: SpaceId) -> Counts: ...
    def open_record(self, record: RecordId) -> RecordView: ...
    def record_row(self, record: RecordId) -> RecordRow: ...
    def delete_record(self, record: RecordId, *, actor: str = "") -> ChangeSummary: ...
    def put_back(self, record: RecordId, *, actor: str = "") -> ChangeSummary: ...
    def history(self, record: RecordId) -> Sequence[HistoryEntry]: ...
    def version_fields(self, record: RecordId, op: OpId) -> RecordView: ...
    def restore(
        self, record: RecordId, op: OpId, *, seen_heads: Sequence[OpId] = (), actor: str = ""
    ) -> ChangeSummary: ...
    def settle(
        self,
        record: RecordId,
        field: str,
        *,
        keep: VersionId | None = None,
        value: Any = None,
        seen_heads: Sequence[OpId] = (),
        actor: str = "",
    ) -> ChangeSummary: ...

    def save_draft(
        self,
        space: SpaceId,
        record: RecordId | None,
        kind: str,
        content: dict[str, Any],
        *,
        draft_id: int | None = None,
        seen_heads: Sequence[OpId] = (),
    ) -> int: ...
    def list_drafts(self, space: SpaceId) -> Sequence[DraftView]: ...
    def open_draft(self, record: RecordId) -> DraftView | None: ...
    def commit_draft(self, draft_id: int, *, actor: str = "") -> tuple[RecordId, ChangeSummary] | None: ...
    def discard_draft(self, draft_id: int) -> None: ...

    def search(
        self, space: SpaceId | None, text: str, *, kind: str | None = None, limit: int = 50
    ) -> Sequence[Hit]: ...
    def search_ranked(
        self, space: SpaceId | None, text: str, *, kind: str | None = None, limit: int = 50
    ) -> Sequence[Hit]: ...


class SpaceCases(Protocol):
    """Spaces, admission and the hub."""

    def list_spaces(self) -> Sequence[SpaceView]: ...
    def create_space(self, name: str) -> SpaceId: ...
    def create_invite(self, space: SpaceId) -> str: ...
    def join_space(self, code: str) -> SpaceView: ...
    def join_requests(self, space: SpaceId) -> Sequence[JoinRequestView]: ...
    def approve(self, request: str) -> ChangeSummary: ...
    def set_hub(self, url: str, ticket: str | None, space: SpaceId | None) -> None: ...
    def exchange(
        self,
        space: SpaceId | None,
        *,
        progress: Callable[[SyncProgress], None],
        cancelled: Callable[[], bool],
    ) -> SyncOutcome: ...


class UseCases(RecordCases, AttachmentCases, SpaceCases, Protocol):
    """Everything, and the vault's own name and end."""

    @property
    def name(self) -> str: ...
    @property
    def notices(self) -> NoticeHub: ...
    def close(self) -> None: ...
