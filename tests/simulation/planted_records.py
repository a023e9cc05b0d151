"""Bugs planted into what an edit says, how edits merge and how they are kept. See `planted`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest import mock

from msgspec import structs
from sqlcipher3 import dbapi2

from delve_desktop.domain import merge, standing
from delve_desktop.domain.dag import KnownOp
from delve_desktop.services import records, upkeep
from delve_desktop.store import applying
from delve_desktop.store.engine import translated
from delve_desktop.store.vault import Vault
from delve_desktop.store.writing import WriteUnit

from .planted_sync import Planted


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
def newest_clock_wins() -> Iterator[None]:
    """Of concurrent values the one with the latest time stays."""
    real = standing._joined_versions

    def broken(*arguments: Any) -> Any:
        found = real(*arguments)
        return (max(found, key=lambda version: version.time),) if found else found

    with mock.patch.object(standing, "_joined_versions", broken):
        yield


@contextmanager
def removal_takes_what_it_had_not_seen() -> Iterator[None]:
    """Only what both sides of a merge have stays a member."""
    real = standing._joined_members

    def broken(mine: Any, my_past: Any, theirs: Any, *others: Any) -> Any:
        both = {member.value for member in mine} & {member.value for member in theirs}
        found = real(mine, my_past, theirs, *others)
        return tuple(member for member in found if not (mine and theirs) or member.value in both)

    with mock.patch.object(standing, "_joined_members", broken):
        yield


@contextmanager
def deletion_beats_an_edit() -> Iterator[None]:
    """Once somebody has deleted a record, an edit that the deletion had not seen is in the bin with it."""
    with mock.patch.object(merge.BinRule, "in_bin", lambda self: bool(self._deletes)):
        yield


@contextmanager
def restore_overwrites_what_came_since() -> Iterator[None]:
    """A restore, or a decision, claims to have seen what was not on the screen."""
    with mock.patch.object(records, "state_seen", lambda unit, record, _heads: unit.state(record)):
        yield


@contextmanager
def failed_commit_taken_for_done() -> Iterator[None]:
    """The disk fails at the commit, and the person is told that it is saved."""

    @contextmanager
    def broken(self: Any) -> Iterator[WriteUnit]:
        with self._writing, translated(), self._engine.connect() as plain:
            connection = plain.execution_options(delve_begin="IMMEDIATE")
            with suppress(dbapi2.OperationalError), connection.begin():
                yield WriteUnit(connection.connection.driver_connection)

    with mock.patch.object(Vault, "write", broken):
        yield


@contextmanager
def rebuild_forgets_the_outbox() -> Iterator[None]:
    """What was not sent yet is in no segment: who builds records anew from segments alone loses it."""
    with mock.patch.object(upkeep, "_apply_outbox", return_value=0):
        yield


RECORD_BUGS: tuple[Planted, ...] = (
    settling_ignores_keeps,
    last_write_wins,
    newest_clock_wins,
    removal_takes_what_it_had_not_seen,
    deletion_beats_an_edit,
    restore_overwrites_what_came_since,
    failed_commit_taken_for_done,
    rebuild_forgets_the_outbox,
)
