"""The use cases a window calls, bound to one open vault. Every call belongs on a worker's thread.

`services` is imported only after the start window stands (start-up is a feature), so the window
speaks to this interface; `bound.BoundUseCases` is the implementation.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from delve_desktop.domain.ids import OpId, RecordId, SpaceId, VersionId
from delve_desktop.services.changes import ChangeSummary, NoticeHub
from delve_desktop.services.home import HomeView, Journey
from delve_desktop.services.interchange import Imported
from delve_desktop.services.past_exchanges import PastExchange
from delve_desktop.services.views import (
    Counts,
    DraftView,
    HistoryEntry,
    Hit,
    JoinRequestView,
    ListQuery,
    Oneself,
    OpenQuestion,
    Page,
    Reached,
    RecordRow,
    RecordView,
    SpaceView,
)
from delve_desktop.services.waiting import MemberView, WaitingView
from delve_desktop.sync.files_stopped import FilesStopped

from .attachment_cases import AttachmentCases
from .keeping_cases import KeepingCases

if TYPE_CHECKING:
    from delve_desktop.services.batch import Batch


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far an exchange is, in counts: how much is still to come is not known before it is there."""

    moved_bytes: int  # both ways
    changes_in: int
    pieces_out: int
    sent_bytes: int = 0
    files: int = 0  # pictures and files that have gone or come, of how many
    of_files: int = 0


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
    records_in: int = 0  # how many records what came in changed
    undecided: int = 0  # how many of these wait for a decision
    more: bool = False  # the budget was used up before the end
    files_sent: int = 0
    files_in: int = 0
    files_moved: bool = False  # one of them, or at least a small picture
    files_waiting: int = 0  # to go or to come, which the next sync goes on with
    files_stopped: FilesStopped = FilesStopped.NOTHING  # by what they ended early, though the text is through


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
    def import_contacts(self, space: SpaceId, paths: Sequence[Path], *, actor: str = "") -> Imported: ...
    def people_to_print(self, practice: RecordId) -> Sequence[Reached]: ...
    def oneself(self, space: SpaceId) -> Oneself: ...
    def states_allowed(self, space: SpaceId) -> Sequence[str]: ...
    def open_questions(self, space: SpaceId, limit: int = 50) -> Sequence[OpenQuestion]: ...
    def delete_record(self, record: RecordId, *, actor: str = "") -> ChangeSummary: ...
    def put_back(self, record: RecordId, *, actor: str = "") -> ChangeSummary: ...
    def history(self, record: RecordId) -> Sequence[HistoryEntry]: ...
    def version_fields(self, record: RecordId, op: OpId) -> RecordView: ...
    def record_seen(self, record: RecordId, heads: Sequence[OpId]) -> RecordView: ...
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


class ListCases(Protocol):
    """Lists of many records, and changes to many at once."""

    def list_positions(self, space: SpaceId, query: ListQuery, limit: int | None) -> array[int]: ...
    def rows_at(self, positions: Sequence[int], text: str) -> Sequence[Hit]: ...
    def positions_of(self, records: Sequence[RecordId]) -> dict[RecordId, int]: ...
    def records_at(self, positions: Sequence[int]) -> Sequence[RecordId]: ...
    def filter_values(self, space: SpaceId, kind: str | None) -> dict[str, tuple[str, ...]]: ...
    def find(self, space: SpaceId, text: str, limit: int) -> Sequence[Hit]: ...
    def mark_seen(self, record: RecordId) -> None: ...
    def refill_lists(self) -> bool: ...
    def change_many(
        self, records: Sequence[RecordId], batch: Batch, *, actor: str = ""
    ) -> tuple[RecordId, ...]: ...


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
        budget: int | None = None,
        files: bool = True,
    ) -> SyncOutcome: ...


class OverviewCases(Protocol):
    """The home page, and what was exchanged before."""

    def home(self, space: SpaceId) -> HomeView: ...
    def journey(self, practice: RecordId) -> Journey: ...
    def note_looked(self, space: SpaceId) -> None: ...
    def waiting(self, space: SpaceId) -> Sequence[WaitingView]: ...
    def members(self, space: SpaceId) -> Sequence[MemberView]: ...
    def past_exchanges(self, limit: int = 100) -> Sequence[PastExchange]: ...


class UseCases(RecordCases, ListCases, AttachmentCases, SpaceCases, OverviewCases, KeepingCases, Protocol):
    """Everything, and the vault's own name and end."""

    @property
    def name(self) -> str: ...
    @property
    def notices(self) -> NoticeHub: ...
    def break_off(self) -> None:
        """End every call to a server; from any thread, at once."""

    def close(self) -> None: ...
