"""Bugs planted into the exchange: cursors, marks, chains, keys and what is applied. See `planted`."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from unittest import mock

from delve_desktop.domain.ids import new_writer, tagged_hash
from delve_desktop.protocol import messages
from delve_desktop.store.applying import Application
from delve_desktop.store.writing import WriteUnit
from delve_desktop.sync import applier, concluding, round, sealing, storing, taking
from delve_desktop.sync.reply import feed_steps
from delve_desktop.sync.status import SpaceStatus
from delve_desktop.sync.storing import Stored

from .laptop import START

Planted = Callable[[], AbstractContextManager[Any]]
YEAR = 365 * 86400


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


@contextmanager
def salt_reused_after_clone() -> Iterator[None]:
    """A nonce that counts: twins seal different edits under one key."""
    real = sealing._seal

    def broken(local: Any, chain: Any, number: int, *others: Any) -> Any:
        counted = tagged_hash("salt", chain.writer, number.to_bytes(8, "big"))
        return real(dataclasses.replace(local, random=lambda size: counted[:size]), chain, number, *others)

    with mock.patch.object(sealing, "_seal", broken):
        yield


@contextmanager
def new_writer_counted_on() -> Iterator[None]:
    """syncthing 3876: after a reset the count goes on where an older copy had it, and meets its own past."""

    def broken(unit: Any, local: Any) -> None:
        nonce = tagged_hash("next", unit.identity().nonce)[:16]
        unit.new_writer(new_writer(local.identity.device, nonce), nonce)

    with (
        mock.patch.object(taking, "renew_writer", broken),
        mock.patch.object(concluding, "renew_writer", broken),
    ):
        yield


@contextmanager
def sent_to_one_hub_counts_for_all() -> Iterator[None]:
    """Acknowledged once is taken as final: another hub never gets it."""

    def broken(self: Any, _hub: int, ids: Sequence[bytes]) -> None:
        self._run_many("DELETE FROM unsent WHERE item = ?", [(item,) for item in ids])

    with mock.patch.object(WriteUnit, "mark_sent", broken):
        yield


@contextmanager
def named_taken_as_held() -> Iterator[None]:
    """A checkpoint at the hub is ahead: what it says this device once brought is not here any more."""

    def broken(*arguments: Any) -> Any:
        steps = feed_steps(*arguments)
        for step in steps:
            step.named.clear()
        return steps

    with mock.patch.object(storing, "feed_steps", broken):
        yield


@contextmanager
def comparison_not_checked() -> Iterator[None]:
    """A hub that leaves something out of a comparison is believed."""
    with mock.patch.object(storing, "_agrees", return_value=True):
        yield


@contextmanager
def reply_not_bound_to_its_request() -> Iterator[None]:
    """An old reply, delivered once more, is taken for the answer."""
    real = vars(messages)["verify"]

    def broken(device: bytes, signature: bytes, tag: str, *parts: bytes) -> None:
        if tag != "reply":
            real(device, signature, tag, *parts)

    with mock.patch.object(messages, "verify", broken):
        yield


@contextmanager
def dispute_blocks_sync() -> Iterator[None]:
    """streetwriters/notesnook 3410: one unresolved conflict blocked all sync."""
    real = vars(round)["seal_outbox"]

    def broken(local: Any, space: Any) -> int:
        with local.vault.read() as unit:
            if unit.lines(space, kind=None, in_bin=False, disputed=True, before=None, limit=1):
                return 0
        return int(real(local, space))

    with mock.patch.object(round, "seal_outbox", broken):
        yield


@contextmanager
def future_date_stops_the_delta() -> Iterator[None]:
    """laurent22/joplin 15262: one future-dated item is never got past."""
    real = applier._Run._open

    def broken(self: Any, stored: Any) -> Any:
        opened = real(self, stored)
        if opened is not None and any(one.op.time > START + 2 * YEAR for one in opened.ops):
            return None
        return opened

    with mock.patch.object(applier._Run, "_open", broken):
        yield


@contextmanager
def cursor_by_timestamp() -> Iterator[None]:
    """laurent22/joplin 6517: what is older than the last sync is skipped, though it arrives only now."""
    real = Application._unknown

    def broken(self: Any, incoming: Any) -> Any:
        fresh = real(self, incoming)
        return [one for one in fresh if not one.segment or one.op.time > START - 10 * YEAR]

    with mock.patch.object(Application, "_unknown", broken):
        yield


@contextmanager
def absence_deletes() -> Iterator[None]:
    """laurent22/joplin 883, bitfireAT/davx5-ose 1092: what a hub does not have was deleted, it seems."""
    real = storing._note_lacking

    def broken(unit: Any, *others: Any) -> set[bytes]:
        lacking = real(unit, *others)
        for item in lacking:
            unit._run("DELETE FROM op WHERE segment = (SELECT seq FROM segment WHERE id = ?)", item)
            unit._run("DELETE FROM segment WHERE id = ?", item)
        return lacking

    with mock.patch.object(storing, "_note_lacking", broken):
        yield


@contextmanager
def missing_key_dropped() -> Iterator[None]:
    """standardnotes 126: what cannot be decrypted yet counts as dealt with."""
    real = applier._Run._note

    def broken(self: Any, stored: Any, state: str, reason: str) -> None:
        real(self, stored, "applied" if state == "parked" else state, reason)

    with mock.patch.object(applier._Run, "_note", broken):
        yield


@contextmanager
def missing_parent_skipped() -> Iterator[None]:
    """getodk/central 669: what arrives out of order is applied without what comes before it."""
    real = Application._entry_of

    def broken(self: Any, one: Any) -> Any:
        homes = [self._homes[parent] for parent in one.op.parents if parent in self._homes]
        return self._entries[homes[0]] if homes else real(self, one)

    with mock.patch.object(Application, "_entry_of", broken):
        yield


@contextmanager
def finished_bar_counts_as_done() -> Iterator[None]:
    """digidem/mapeo-mobile 872: "100 % synced" with data missing."""
    with mock.patch.object(SpaceStatus, "up_to_date", property(lambda self: not self.unsent)):
        yield


SYNC_BUGS: tuple[Planted, ...] = (
    cursor_moved_before_its_commit,
    feed_hash_not_checked,
    parked_op_dropped,
    waiting_op_not_woken,
    op_dropped_at_slice_end,
    own_writer_kept_after_clone,
    marked_as_sent_before_the_reply,
    apply_not_idempotent,
    segment_done_before_its_ops,
    restored_hub_not_refilled,
    cut_reply_believed_whole,
    salt_reused_after_clone,
    new_writer_counted_on,
    sent_to_one_hub_counts_for_all,
    named_taken_as_held,
    comparison_not_checked,
    reply_not_bound_to_its_request,
    dispute_blocks_sync,
    future_date_stops_the_delta,
    cursor_by_timestamp,
    absence_deletes,
    missing_key_dropped,
    missing_parent_skipped,
    finished_bar_counts_as_done,
)
