"""The use cases bound to one open session. Imports the services, so it is imported after the first paint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from delve_desktop.domain.ids import OpId, RecordId, SpaceId, VersionId
from delve_desktop.services import (
    drafts,
    home,
    leaflets,
    oneself,
    past_exchanges,
    questions,
    records,
    search,
    spaces,
    waiting,
)
from delve_desktop.services.changes import ChangeSummary, NoticeHub
from delve_desktop.services.connecting import Breakable, Connect
from delve_desktop.services.files import open_given
from delve_desktop.services.home import HomeView, Journey
from delve_desktop.services.interchange import Imported, Source, import_items
from delve_desktop.services.past_exchanges import PastExchange
from delve_desktop.services.session import Session
from delve_desktop.services.views import (
    Counts,
    DraftView,
    HistoryEntry,
    Hit,
    JoinRequestView,
    Oneself,
    OpenQuestion,
    Page,
    Reached,
    RecordRow,
    RecordView,
    SpaceView,
)
from delve_desktop.services.waiting import MemberView, WaitingView

from .bound_attachments import BoundAttachments
from .bound_exchange import Watched
from .bound_keeping import BoundKeeping
from .bound_lists import BoundLists
from .use_cases import SyncOutcome, SyncProgress


class BoundRecords(BoundLists, BoundAttachments, BoundKeeping):
    """Records, drafts and search of one session; see `use_cases.RecordCases`."""

    @property
    def name(self) -> str:
        """The person's own name."""
        return self.session.name

    @property
    def notices(self) -> NoticeHub:
        """Who is told of changes."""
        return self.session.notices

    def close(self) -> None:
        """Lock the vault."""
        self.session.close()

    def list_records(
        self,
        space: SpaceId,
        kind: str | None,
        *,
        in_bin: bool = False,
        disputed: bool = False,
        after: int | None = None,
        limit: int = 50,
    ) -> Page:
        """A page of a list."""
        return records.list_records(
            self.session, space, kind, in_bin=in_bin, disputed=disputed, after=after, limit=limit
        )

    def counts(self, space: SpaceId) -> Counts:
        """Numbers for the left pane."""
        return records.counts(self.session, space)

    def open_record(self, record: RecordId) -> RecordView:
        """A record with every standing version."""
        return records.open_record(self.session, record)

    def record_row(self, record: RecordId) -> RecordRow:
        """A record as a list row."""
        return records.record_row(self.session, record)

    def import_contacts(self, space: SpaceId, paths: Sequence[Path], *, actor: str = "") -> Imported:
        """Take in address books, all or none of them."""
        sources = [Source(path.name, partial(open_given, path), "vcard") for path in paths]
        return import_items(self.session, space, sources, actor=actor)

    def people_to_print(self, practice: RecordId) -> Sequence[Reached]:
        """Whom a leaflet may name."""
        return leaflets.people_to_print(self.session, practice)

    def oneself(self, space: SpaceId) -> Oneself:
        """Where the person belongs, as far as the space knows."""
        return oneself.oneself(self.session, space)

    def states_allowed(self, space: SpaceId) -> Sequence[str]:
        """The states that the person may give to a practice."""
        return oneself.states_allowed(self.session, space)

    def open_questions(self, space: SpaceId, limit: int = 50) -> Sequence[OpenQuestion]:
        """The newest questions that wait for an answer."""
        return questions.open_questions(self.session, space, limit)

    def delete_record(self, record: RecordId, *, actor: str = "") -> ChangeSummary:
        """Into the bin."""
        return records.delete_record(self.session, record, actor=actor)

    def put_back(self, record: RecordId, *, actor: str = "") -> ChangeSummary:
        """Out of the bin."""
        return records.put_back(self.session, record, actor=actor)

    def history(self, record: RecordId) -> Sequence[HistoryEntry]:
        """Every op, newest first."""
        return records.history(self.session, record)

    def version_fields(self, record: RecordId, op: OpId) -> RecordView:
        """The record as it stood after an op."""
        return records.version_fields(self.session, record, op)

    def record_seen(self, record: RecordId, heads: Sequence[OpId]) -> RecordView:
        """The record as it is with these heads on screen."""
        return records.record_seen(self.session, record, heads)

    def restore(
        self, record: RecordId, op: OpId, *, seen_heads: Sequence[OpId] = (), actor: str = ""
    ) -> ChangeSummary:
        """Back to how it stood after an op, as a new op; what came in since `seen_heads` stays."""
        return records.restore(self.session, record, op, seen_heads=seen_heads, actor=actor)

    def settle(
        self,
        record: RecordId,
        field: str,
        *,
        keep: VersionId | None = None,
        value: Any = None,
        seen_heads: Sequence[OpId] = (),
        actor: str = "",
    ) -> ChangeSummary:
        """Keep a version, or (without `keep`) write another value."""
        if keep is not None:
            return records.settle(self.session, record, field, keep=keep, seen_heads=seen_heads, actor=actor)
        return records.settle(self.session, record, field, value=value, seen_heads=seen_heads, actor=actor)

    def save_draft(
        self,
        space: SpaceId,
        record: RecordId | None,
        kind: str,
        content: dict[str, Any],
        *,
        draft_id: int | None = None,
        seen_heads: Sequence[OpId] = (),
    ) -> int:
        """Durable when this returns."""
        return drafts.save_draft(self.session, space, record, kind, content, draft_id, seen_heads)

    def list_drafts(self, space: SpaceId) -> Sequence[DraftView]:
        """All drafts of a space, the one begun last first."""
        return drafts.list_drafts(self.session, space)

    def open_draft(self, record: RecordId) -> DraftView | None:
        """What was being typed into a record."""
        return drafts.open_draft(self.session, record)

    def commit_draft(self, draft_id: int, *, actor: str = "") -> tuple[RecordId, ChangeSummary] | None:
        """One op of a draft; None when nothing differs."""
        return drafts.commit_draft(self.session, draft_id, actor=actor)

    def discard_draft(self, draft_id: int) -> None:
        """Throw a draft away."""
        drafts.discard_draft(self.session, draft_id)

    def home(self, space: SpaceId) -> HomeView:
        """The overview of a space."""
        return home.home(self.session, space)

    def journey(self, practice: RecordId) -> Journey:
        """Where a practice was tried."""
        return home.journey(self.session, practice)

    def note_looked(self, space: SpaceId) -> None:
        """What comes in from now on is new the next time."""
        home.note_looked(self.session, space)

    def waiting(self, space: SpaceId) -> Sequence[WaitingView]:
        """What waits to go out, by whom."""
        return waiting.waiting(self.session, space)

    def members(self, space: SpaceId) -> Sequence[MemberView]:
        """Who belongs to a space."""
        return waiting.members(self.session, space)

    def past_exchanges(self, limit: int = 100) -> Sequence[PastExchange]:
        """The log of exchanges, the latest first."""
        return past_exchanges.past_exchanges(self.session, limit)

    def search(
        self, space: SpaceId | None, text: str, *, kind: str | None = None, limit: int = 50
    ) -> Sequence[Hit]:
        """The newest hits."""
        return search.search(self.session, space, text, kind=kind, limit=limit)

    def search_ranked(
        self, space: SpaceId | None, text: str, *, kind: str | None = None, limit: int = 50
    ) -> Sequence[Hit]:
        """The best hits."""
        return search.search_ranked(self.session, space, text, kind=kind, limit=limit)


class BoundUseCases(BoundRecords):
    """All of `use_cases.UseCases`; `connect` says how a hub is reached, which is by HTTP."""

    def __init__(self, session: Session, connect: Connect | None = None) -> None:
        super().__init__(session)
        self._breakable = Breakable()
        self._connect = connect or self._breakable

    def break_off(self) -> None:
        """End every call to a hub; from any thread."""
        self._breakable.break_off()

    def list_spaces(self) -> Sequence[SpaceView]:
        """Every space, in the order they came."""
        return spaces.list_spaces(self.session)

    def create_space(self, name: str) -> SpaceId:
        """Found a space."""
        return spaces.create_space(self.session, name)

    def create_invite(self, space: SpaceId) -> str:
        """The code to hand on; talks to the hub."""
        return spaces.create_invite(self.session, space, connect=self._connect)

    def join_space(self, code: str) -> SpaceView:
        """Ask to join; talks to the hub."""
        return spaces.join_space(self.session, code, connect=self._connect)

    def join_requests(self, space: SpaceId) -> Sequence[JoinRequestView]:
        """Who asks, as far as this laptop knows."""
        return spaces.join_requests(self.session, space)

    def approve(self, request: str) -> ChangeSummary:
        """Admit who asks; the next exchange tells them."""
        return spaces.approve(self.session, request)

    def set_hub(self, url: str, ticket: str | None, space: SpaceId | None) -> None:
        """Use a server; talks to it."""
        spaces.set_hub(self.session, url, ticket, space, connect=self._connect)

    def exchange(
        self,
        space: SpaceId | None,
        *,
        progress: Callable[[SyncProgress], None],
        cancelled: Callable[[], bool],
        budget: int | None = None,
        files: bool = True,
    ) -> SyncOutcome:
        """Bring one space, or all, level with their hubs."""
        return Watched(self.session, self._connect, progress).run(space, budget, cancelled, files=files)
