"""Merging the records that take too long for the slice that brings their ops.

The work is done outside of any transaction, from a snapshot of the record's ops; the state is written in
a short one, if no further op has come meanwhile. So nobody who types waits for it, whatever somebody has
made of one record. Until then a record shows what it was, and its space is not up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from delve_desktop.domain.ids import SpaceId
from delve_desktop.domain.merge import merge, versions_of
from delve_desktop.domain.reading import open_disputes
from delve_desktop.domain.state import RecordState, encode_state
from delve_desktop.store.rows import ApplyResult, DueRecord

from .local import Local

READ_AT_ONCE: Final = 64
WRITTEN_AT_ONCE: Final = 32  # records in one transaction
BYTES_AT_ONCE: Final = 128 * 1024  # of their states


@dataclass(slots=True)
class _Batch:
    """Merged records of one space for one transaction."""

    space: SpaceId
    records: list[tuple[DueRecord, RecordState, int]] = field(default_factory=list)
    size: int = 0

    @property
    def is_full(self) -> bool:
        return len(self.records) >= WRITTEN_AT_ONCE or self.size >= BYTES_AT_ONCE


def merge_due(local: Local) -> Iterator[tuple[SpaceId, ApplyResult]]:
    """Merge all records that are due; yields after each transaction what it changed.

    A record that cannot be merged is noted as a problem and stays due: it is tried again at the next run.
    """
    batch: _Batch | None = None
    for due in _due(local):
        if batch is not None and (batch.is_full or batch.space != due.space):
            yield _written(local, batch)
            batch = None
        batch = batch or _Batch(due.space)
        _add_merged(local, batch, due)
    if batch is not None:
        yield _written(local, batch)


def _due(local: Local) -> Iterator[DueRecord]:
    after = 0
    while not local.cancelled():
        with local.vault.read() as unit:
            found = unit.due_records(READ_AT_ONCE, after)
        if not found:
            return
        for due in found:
            if local.cancelled():
                return
            yield due
        after = found[-1].row


def _add_merged(local: Local, batch: _Batch, due: DueRecord) -> None:
    try:
        with local.vault.read() as unit:
            ops = unit.known_ops_at(due.row)
        state = merge(due.record, ops)
        disputes = len(open_disputes(state, lambda: versions_of(ops)))
        size = len(encode_state(state))
    except Exception as error:  # noqa: BLE001  whatever one record provokes must not block the others
        with local.vault.write() as writing:
            reason = f"It cannot be merged: {type(error).__name__}: {error}"
            writing.add_problem(due.space, "record", due.record, reason, b"")
        return
    batch.records.append((due._replace(ops=len(ops)), state, disputes))
    batch.size += size


def _written(local: Local, batch: _Batch) -> tuple[SpaceId, ApplyResult]:
    with local.vault.write() as unit:
        records = unit.write_due(batch.space, batch.records)
        for record in records:
            unit.clear_problem(record)
    kinds = frozenset(state.kind for due, state, _ in batch.records if due.record in records)
    return batch.space, ApplyResult(frozenset(records), kinds, 0, 0, 0)
