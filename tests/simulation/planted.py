"""Bugs planted into the real code, each of the kind that some product shipped. The simulation must find them.

Each is a context in which one function of the program is replaced by a broken one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from unittest import mock

from msgspec import structs

from delve_desktop.domain import standing
from delve_desktop.domain.dag import KnownOp
from delve_desktop.store import applying
from delve_desktop.store.applying import Application
from delve_desktop.store.writing import WriteUnit
from delve_desktop.sync import applier, concluding, round, storing, taking
from delve_desktop.sync.reply import feed_steps
from delve_desktop.sync.storing import Stored

Planted = Callable[[], AbstractContextManager[Any]]


@contextmanager
def cursor_moved_before_its_commit() -> Iterator[None]:
    """apache/pouchdb 1240: the checkpoint was ahead of the stored documents."""
    real = storing.store_feed

    def broken(local: Any, request: Any, index: int, entries: Any, end: Any) -> Stored:
        steps = feed_steps(request, index, entries)
        if steps and end is not None and steps[-1].end == end:
            with local.vault.write() as unit:
                unit.set_place(request.hub.id, request.asked[index].turn.space, *end, True)
        return real(local, request, index, entries, end)

    with mock.patch.object(round, "store_feed", broken):
        yield


@contextmanager
def feed_hash_not_checked() -> Iterator[None]:
    """The hub's word is taken for where the cursor stands."""
    real = storing.store_feed

    def broken(local: Any, request: Any, index: int, entries: Any, end: Any) -> Stored:
        stored = real(local, request, index, entries, end)
        if end is not None:
            with local.vault.write() as unit:
                unit.set_place(request.hub.id, request.asked[index].turn.space, *end, True)
        return Stored(stored.taken, complete=True)

    with mock.patch.object(round, "store_feed", broken):
        yield


@contextmanager
def parked_op_dropped() -> Iterator[None]:
    """laurent22/joplin 15262: what cannot be applied yet is forgotten."""
    with mock.patch.object(WriteUnit, "insert_waiting"):
        yield


@contextmanager
def waiting_op_not_woken() -> Iterator[None]:
    """An op waits for ever although its parent has come."""
    with mock.patch.object(Application, "_woken", return_value=[]):
        yield


@contextmanager
def op_dropped_at_slice_end() -> Iterator[None]:
    """The last op before a slice ends goes missing."""
    real = applier._Run._commit

    def broken(self: Any, part: Any) -> None:
        if len(part.ops) >= self._aim > 1:
            part.ops.pop()
        real(self, part)

    with mock.patch.object(applier._Run, "_commit", broken):
        yield


@contextmanager
def own_writer_kept_after_clone() -> Iterator[None]:
    """learningequality/kolibri 8824: twins go on under one identity."""
    with (
        mock.patch.object(taking, "renew_writer"),
        mock.patch.object(concluding, "renew_writer"),
    ):
        yield


@contextmanager
def marked_as_sent_before_the_reply() -> Iterator[None]:
    """ankidroid/Anki-Android 4366: marked as sent though the sync had timed out."""
    real = round.Exchange._ask

    def broken(self: Any, turns: Sequence[Any]) -> Any:
        request = real(self, turns)
        with self._local.vault.write() as unit:
            unit.mark_sent(request.hub.id, [item.id for _, item in request.sent])
        return request

    with mock.patch.object(round.Exchange, "_ask", broken):
        yield


@contextmanager
def settling_ignores_keeps() -> Iterator[None]:
    """A write wipes out the versions that its author had kept."""
    real = standing._versions_after

    def broken(versions: Any, write: Any, known: Any, depth: int) -> Any:
        return real(versions, type(write)(write.field, write.how, write.value), known, depth)

    with mock.patch.object(standing, "_versions_after", broken):
        yield


@contextmanager
def last_write_wins() -> Iterator[None]:
    """syncthing 3876: of two concurrent values the one that comes later silently replaces the other."""
    real = vars(applying)["extend"]

    def broken(state: Any, known: KnownOp) -> Any:
        if not known.op.parents:
            return real(state, known)
        return real(state, structs.replace(known, op=structs.replace(known.op, parents=state.heads)))

    with mock.patch.object(applying, "extend", broken):
        yield


@contextmanager
def apply_not_idempotent() -> Iterator[None]:
    """jupyterlab/jupyter-collaboration 621: what is here already is applied again."""
    with mock.patch.object(Application, "_unknown", lambda self, incoming: list(incoming)):
        yield


@contextmanager
def segment_done_before_its_ops() -> Iterator[None]:
    """A segment counts as applied before the transaction that applies it."""
    real = applier._Run._open

    def broken(self: Any, stored: Any) -> Any:
        opened = real(self, stored)
        if opened is not None:
            with self._local.vault.write() as unit:
                unit.set_segment_state(stored.id, "applied")
        return opened

    with mock.patch.object(applier._Run, "_open", broken):
        yield


@contextmanager
def restored_hub_not_refilled() -> Iterator[None]:
    """medic/cht-core 8093: what a restored server lost is never sent again."""
    with mock.patch.object(storing, "_note_lacking", return_value=set()):
        yield


@contextmanager
def cut_reply_believed_whole() -> Iterator[None]:
    """A reply that broke off moves the cursor to where the whole one would have."""
    real = round.Exchange._salvage
    salvaged = vars(round)["salvaged"]

    def broken(self: Any, request: Any, cut: Any) -> None:
        real(self, request, cut)
        found = salvaged(cut.received)
        if found is not None and found[0].spaces[0].status == 0:
            told = found[0].spaces[0]
            with self._local.vault.write() as unit:
                unit.set_place(
                    request.hub.id, request.asked[0].turn.space, told.position, told.feed_hash, True
                )

    with mock.patch.object(round.Exchange, "_salvage", broken):
        yield


BUGS: tuple[Planted, ...] = (
    cursor_moved_before_its_commit,
    feed_hash_not_checked,
    parked_op_dropped,
    waiting_op_not_woken,
    op_dropped_at_slice_end,
    own_writer_kept_after_clone,
    marked_as_sent_before_the_reply,
    settling_ignores_keeps,
    last_write_wins,
    apply_not_idempotent,
    segment_done_before_its_ops,
    restored_hub_not_refilled,
    cut_reply_believed_whole,
)
