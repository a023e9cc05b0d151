"""An exchange as a window watches it: the bytes of all its connections so far, and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.connecting import Connect, Connection
from delve_desktop.services.exchange import ExchangeResult, exchange
from delve_desktop.services.session import Session
from delve_desktop.sync.attachments import FileProgress
from delve_desktop.sync.round import Progress
from delve_desktop.sync.traffic import Traffic

from .use_cases import SyncOutcome, SyncProgress


class Watched:
    """One exchange. Blocks on the network: run it on a worker's thread; `progress` is called there."""

    def __init__(self, session: Session, connect: Connect, progress: Callable[[SyncProgress], None]) -> None:
        self._session = session
        self._connect = connect
        self._progress = progress
        self._meters: list[Traffic] = []

    def run(
        self, space: SpaceId | None, budget: int | None, cancelled: Callable[[], bool], *, files: bool
    ) -> SyncOutcome:
        """Bring one space, or all, level with their hubs; raises what `services.exchange` raises."""
        return _outcome(
            exchange(
                self._session,
                space=space,
                budget=budget,
                progress=self._on_progress,
                file_progress=self._on_file_progress,
                cancelled=cancelled,
                connect=self._metered,
                files=files,
            )
        )

    @contextmanager
    def _metered(self, url: str, stop: Callable[[], bool]) -> Iterator[Connection]:
        with self._connect(url, stop) as connection:
            self._meters.append(connection.traffic)
            yield connection

    def _on_progress(self, far: Progress) -> None:
        self._progress(SyncProgress(self._moved, far.ops_in, far.items_out, self._sent))

    def _on_file_progress(self, far: FileProgress) -> None:
        self._progress(SyncProgress(self._moved, 0, 0, self._sent, far.files, far.of_files))

    @property
    def _moved(self) -> int:
        return sum(meter.total for meter in self._meters)

    @property
    def _sent(self) -> int:
        return sum(meter.sent for meter in self._meters)


def _outcome(result: ExchangeResult) -> SyncOutcome:
    return SyncOutcome(
        result.sent_bytes,
        result.received_bytes,
        result.ops_in,
        result.ops_out,
        result.parked,
        result.up_to_date,
        result.waiting,
        result.records_in,
        result.undecided,
        result.more,
        result.files_sent,
        result.files_received,
        result.files_moved,
        result.files_to_send + result.files_to_come,
        result.files_stopped,
    )
