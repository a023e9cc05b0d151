"""Exchanging with hubs: one use case, for the sync button, the schedule and `delve sync`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from msgspec import structs

from delve_desktop.domain.errors import DelveError, HubRefused, HubUnreachable, Mistaken, NewerFormat
from delve_desktop.domain.ids import BlobId, RecordId, SpaceId
from delve_desktop.protocol.messages import Status
from delve_desktop.store.record_reading import chunks
from delve_desktop.store.rows import ApplyResult, SpaceRow
from delve_desktop.sync.attachments import SMALL, FileProgress, budget_left, exchange_attachments
from delve_desktop.sync.chunk_mark import chunk_mark
from delve_desktop.sync.files_stopped import FilesStopped
from delve_desktop.sync.first_meeting import Joining
from delve_desktop.sync.local import Local
from delve_desktop.sync.round import Outcome, Progress
from delve_desktop.sync.round import exchange as exchange_with
from delve_desktop.sync.status import space_status

from .changes import ChangeSummary
from .connecting import Connect, Connection, by_http
from .past_exchanges import PastExchange, note_exchange, note_more
from .session import Session


@dataclass(slots=True)
class ExchangeResult:
    """What an exchange with all hubs did. `waiting`: spaces that nobody has admitted this laptop to yet.

    Of attachments `files_...` count files, not their small pictures, and `bytes_...` both; files that come
    only when somebody asks do not wait. `files_problem` is the sentence of what ended them early, after the
    text had gone, and `files_stopped` tells the same to a program: of the first hub where it happened.
    """

    sent_bytes: int = 0
    received_bytes: int = 0
    round_trips: int = 0
    ops_in: int = 0
    ops_out: int = 0
    parked: int = 0
    up_to_date: bool = True
    waiting: int = 0
    more: bool = False  # a hub was not asked to the end: the budget was used up, or it went on for too long
    unasked: int = 0  # hubs that the budget left no request for: what they hold by now is not known
    files_sent: int = 0
    files_received: int = 0
    files_moved: bool = False  # anything of attachments went over, if only small pictures
    files_to_send: int = 0
    files_to_come: int = 0
    bytes_to_send: int = 0
    bytes_to_come: int = 0
    files_problem: str = ""
    files_stopped: FilesStopped = FilesStopped.NOTHING
    records_in: int = 0  # how many records what came in changed
    undecided: int = 0  # how many of these somebody has to decide on now


def exchange(
    session: Session,
    *,
    space: SpaceId | None = None,
    budget: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    file_progress: Callable[[FileProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    connect: Connect = by_http,
    files: bool = True,
) -> ExchangeResult:
    """Bring one space, or all, level with their hubs; `budget` is in bytes both ways.

    Attachments go after the acts and texts of all spaces, with what is left of the budget; without `files`
    they wait for another time.

    Blocks on the network: call it on a worker thread. What was complete is kept whatever is raised:
    `HubUnreachable`, `HubRefused`, `Cancelled`, `Mistaken` when no server is set, `NewerFormat` for a space
    that requires a newer program, errors of the vault.
    """
    with session.exchanging:
        watching = _Watching(progress, file_progress, cancelled or (lambda: False))
        return _Exchange(session, space, budget, watching, connect).run(files=files)


@dataclass(frozen=True, slots=True)
class _Watching:
    """Who is told how far it is, and who may stop it."""

    progress: Callable[[Progress], None] | None
    file_progress: Callable[[FileProgress], None] | None
    cancelled: Callable[[], bool]


class _Exchange:
    """One call of `exchange`."""

    def __init__(
        self,
        session: Session,
        space: SpaceId | None,
        budget: int | None,
        watching: _Watching,
        connect: Connect,
    ) -> None:
        self._session = session
        self._only = space
        self._budget = budget
        self._progress = watching.progress
        self._file_progress = watching.file_progress
        self._connect = connect
        self._cancelled = watching.cancelled
        self._local = Local(
            session.vault, session.identity, session.random, session.ticks, watching.cancelled
        )
        self._result = ExchangeResult()
        self._changed: dict[SpaceId, set[RecordId]] = {}
        self._noted: dict[int, PastExchange] = {}  # what the log says of each hub

    def run(self, *, files: bool) -> ExchangeResult:
        """Every hub in turn; one that fails stops no other, and is raised at the end."""
        with self._session.vault.read() as unit:
            spaces = [row for row in unit.spaces() if self._only in (None, row.id)]
            addresses = {hub.id: hub.url for hub in unit.hubs()}
        by_hub: dict[int, list[SpaceRow]] = {}
        for row in spaces:
            if row.hub is not None:
                by_hub.setdefault(row.hub, []).append(row)
        if not by_hub:
            raise Mistaken("No server is set for this space yet.")
        failures: dict[int, DelveError] = {}
        for hub, rows in by_hub.items():
            before = replace(self._result)
            ended = "stopped"
            try:
                self._with_hub(hub, addresses[hub], rows)
                ended = "done"
            except HubUnreachable as error:
                ended = "unreached"
                failures[hub] = error
            except (HubRefused, NewerFormat) as error:
                ended = "refused"
                failures[hub] = error
            finally:
                self._note(hub, addresses[hub], before, ended)
        self._announce_spaces(spaces)
        for hub, rows in by_hub.items():
            if hub in failures or not files:
                continue
            self._files_with_hub(hub, addresses[hub], [row.id for row in rows if row.state == "active"])
        for failure in failures.values():
            raise failure
        self._judge(spaces)
        self._count_undecided()
        return self._result

    def _files_with_hub(self, hub: int, url: str, spaces: list[SpaceId]) -> None:
        """Attachments: no call where nothing waits, nor with a hub that keeps none."""
        if not any(any(self._files_waiting(hub, space)) for space in spaces):
            return
        with self._connect(url, self._cancelled) as connection:
            if connection.chunks is None:
                return
            before, ended = replace(self._result), "stopped"
            try:
                outcome = exchange_attachments(
                    self._local,
                    connection.chunks,
                    hub,
                    spaces,
                    self._session.vault.chunks,
                    left=budget_left(self._budget, connection.traffic, self._spent()),
                    on_progress=self._file_progress,
                )
                self._result.files_sent += outcome.sent
                self._result.files_received += outcome.received
                self._result.files_moved |= outcome.moved > 0
                ended = "stopped" if outcome.problem else "done"
            finally:
                self._count(connection)
                self._note_files(hub, before, ended)
        if outcome.stopped and not self._result.files_stopped:
            self._result.files_problem, self._result.files_stopped = outcome.problem, outcome.stopped
        for space, roots in outcome.arrived.items():
            self._announce_files(space, roots)

    def _files_waiting(self, hub: int, space: SpaceId) -> tuple[int, int, int, int]:
        with self._session.vault.read() as unit:
            return unit.blobs_waiting(hub, space, SMALL) if chunk_mark(unit, hub) else (0, 0, 0, 0)

    def _spent(self) -> int:
        return self._result.sent_bytes + self._result.received_bytes

    def _count(self, connection: Connection) -> None:
        self._result.sent_bytes += connection.traffic.sent
        self._result.received_bytes += connection.traffic.received
        self._result.round_trips += connection.traffic.round_trips

    def _note(self, hub: int, url: str, before: ExchangeResult, ended: str) -> None:
        """Into the log of past exchanges, however it ended."""
        now = self._result
        self._noted[hub] = entry = PastExchange(
            at=self._session.now(),
            way="hub",
            whom=url,
            changes_in=now.ops_in - before.ops_in,
            changes_out=now.ops_out - before.ops_out,
            received=now.received_bytes - before.received_bytes,
            sent=now.sent_bytes - before.sent_bytes,
            ended=ended,
        )
        note_exchange(self._session, entry)

    def _note_files(self, hub: int, before: ExchangeResult, ended: str) -> None:
        """What attachments cost belongs to the same exchange: its line in the log says so."""
        now, entry = self._result, self._noted[hub]
        more = structs.replace(
            entry,
            at=self._session.now(),
            received=entry.received + now.received_bytes - before.received_bytes,
            sent=entry.sent + now.sent_bytes - before.sent_bytes,
            files=now.files_received + now.files_sent - before.files_received - before.files_sent,
            ended=ended,
        )
        note_more(self._session, entry, more)

    def _count_undecided(self) -> None:
        with self._session.vault.read() as unit:
            for records in self._changed.values():
                self._result.records_in += len(records)
                for part in chunks(list(records)):
                    self._result.undecided += unit.disputed_among(part)

    def _with_hub(self, hub: int, url: str, rows: list[SpaceRow]) -> None:
        with self._connect(url, self._cancelled) as connection:
            try:
                outcome = exchange_with(
                    self._local,
                    connection.hub,
                    hub,
                    [row.id for row in rows],
                    budget=self._budget_left(),
                    traffic=connection.traffic,
                    on_change=self._announce,
                    on_progress=self._progress,
                )
                self._ask_again(connection, rows, outcome)
                self._tell_refused(hub, rows, outcome)
                if outcome.unspoken:
                    raise NewerFormat(next(iter(outcome.unspoken.values())))
            finally:
                self._count(connection)
        self._result.ops_in += outcome.ops_in
        self._result.ops_out += outcome.ops_out
        self._result.more = self._result.more or outcome.more
        self._result.unasked += outcome.more and not outcome.requests

    def _budget_left(self) -> int | None:
        """One budget serves all hubs."""
        if self._budget is None:
            return None
        return self._budget - self._spent()

    def _tell_refused(self, hub: int, rows: list[SpaceRow], outcome: Outcome) -> None:
        """Raise `HubRefused` or `NewerFormat` where only a person can help: a new space without a ticket that
        fits, a program too old for the space.

        A hub that forgets a space or a member it had is no matter for them: who knows more refills it.
        """
        with self._session.vault.read() as unit:
            for row in rows:
                refusal = outcome.refusals.get(row.id)
                if refusal == Status.BELOW_FLOOR:
                    raise NewerFormat("This space requires a newer version of the program; update it.")
                if refusal == Status.BAD_TICKET:
                    raise HubRefused(
                        "The server does not know this ticket, or it has opened another space.", "bad_ticket"
                    )
                if refusal == Status.UNKNOWN_SPACE and row.state == "active" and not unit.place(hub, row.id):
                    raise HubRefused("The server takes a new space only with a ticket.", "no_ticket")

    def _ask_again(self, connection: Connection, rows: list[SpaceRow], outcome: Outcome) -> None:
        """Leave the join request again where it waits: a hub restored from a copy may have lost it."""
        for row in rows:
            if row.state != "pending" or outcome.refusals.get(row.id) not in _NOT_IN:
                continue
            self._result.waiting += 1
            if not row.joining:  # a laptop was replaced: it asks once it has a new invite
                continue
            joining = Joining.from_bytes(row.joining)
            try:
                connection.hub.ask_to_join(joining.lookup, joining.request)
            except HubRefused as refusal:
                if refusal.code != "not_found":
                    raise

    def _announce(self, space: SpaceId, result: ApplyResult) -> None:
        self._changed.setdefault(space, set()).update(result.records)
        self._session.notices.publish(ChangeSummary("remote", space, result.records, result.kinds))

    def _announce_files(self, space: SpaceId, roots: list[BlobId]) -> None:
        """Tell of the records whose pictures or files have come."""
        with self._session.vault.read() as unit:
            records = unit.records_of_blobs(space, roots)
        if records:
            self._session.notices.publish(ChangeSummary("remote", space, frozenset(records), frozenset()))

    def _announce_spaces(self, before: list[SpaceRow]) -> None:
        with self._session.vault.read() as unit:
            now = {row.id: row for row in unit.spaces()}
        for row in before:
            if (row.name, row.state) != (now[row.id].name, now[row.id].state):
                self._session.notices.publish(ChangeSummary("remote", row.id, spaces_changed=True))

    def _judge(self, rows: list[SpaceRow]) -> None:
        """Up to date means it of every space, by digests and by what is left to do.

        Where a hub was not asked to the end, its digest may be of an earlier day.
        """
        if self._result.more:
            self._result.up_to_date = False
        with self._session.vault.read() as unit:
            for row in rows:
                if row.hub is None:
                    self._result.up_to_date = False
                    continue
                status = space_status(unit, row.id, row.hub)
                self._result.parked += status.parked
                come, come_bytes, go, go_bytes = waiting = self._files_waiting(row.hub, row.id)
                self._result.files_to_come += come
                self._result.bytes_to_come += come_bytes
                self._result.files_to_send += go
                self._result.bytes_to_send += go_bytes
                level = status.up_to_date and not any(waiting)
                self._result.up_to_date = self._result.up_to_date and level


_NOT_IN: Final = (Status.NOT_MEMBER, Status.UNKNOWN_SPACE)


def is_up_to_date(session: Session, space: SpaceId) -> bool:
    """Whether a space is level with its hub as far as this laptop knows; nothing is asked."""
    with session.vault.read() as unit:
        row = unit.space(space)
        if row.hub is None or not space_status(unit, space, row.hub).up_to_date:
            return False
        return not any(unit.blobs_waiting(row.hub, space, SMALL)) or not chunk_mark(unit, row.hub)
