"""What can be done with the record that stands in the pane, each with its undo on the spot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QObject, Signal

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import check
from delve_desktop.domain.ids import OpId, RecordId, VersionId
from delve_desktop.services.views import RecordView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.in_place import Action, InPlaceBar

from .disputes import other_version

ACTOR: Final = "record-pane"
_Versions: TypeAlias = tuple[Any, Any]  # the value that was taken, and the one that was not


def _can_be_written(kind: str, name: str, value: Any) -> bool:
    """Whether this version of the program would write a value that another one wrote."""
    try:
        check(kind, name, value)
    except InvalidContent:
        return False
    return True


class PaneActions(QObject):
    """Asks the use cases and says in the bar what came of it."""

    acted = Signal(object)
    """A record was changed by an action: its id."""
    deleted = Signal(object)
    """A record went into the bin: its id."""
    undeleted = Signal(object)
    """It came back at once: its id."""

    def __init__(self, desk: Desk, bar: InPlaceBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bar = bar

    def delete(self, record: RecordId) -> None:
        """Into the bin; undoable on the spot."""

        def done(_summary: object) -> None:
            self.deleted.emit(record)
            undo = self._desk.last_move.remember(lambda: self._undelete(record))
            self._bar.say(self.tr("It is in the bin. Nothing is gone."), (self.tr("Undo"), undo))

        self._ask(lambda use: use.delete_record(record, actor=ACTOR), done)

    def put_back(self, record: RecordId) -> None:
        """Out of the bin."""
        self._desk.last_move.forget()
        self._act(record, lambda use: use.put_back(record, actor=ACTOR), self.tr("It is back in its list."))

    def restore(self, seen: RecordView, op: OpId, *, undo: bool = False) -> None:
        """Back to how it stood after an op, as a new version; what came in since `seen` stays.

        `undo` offers the way back, where `seen` was one version.
        """

        def change(use: UseCases) -> RecordView:
            use.restore(seen.id, op, seen_heads=seen.heads, actor=ACTOR)
            return use.open_record(seen.id)

        def done(now: RecordView) -> None:
            actions: tuple[Action, ...] = ()
            if undo and len(seen.heads) == 1:
                actions = ((self.tr("Undo"), lambda: self.restore(now, seen.heads[0])),)
            self._bar.say(self.tr("Restored as a new version."), *actions)
            self.acted.emit(seen.id)

        self._ask(change, done)

    def offer_draft(self, when: str, go_on: Callable[[], None], discard: Callable[[], None]) -> None:
        """Words that were typed into this record before wait to be gone on with."""
        self._bar.say(
            self.tr("You were writing here ({0}). Your words are kept.").format(when),
            (self.tr("Go on"), go_on),
            (self.tr("Throw away"), discard),
            icon="pencil",
            lasting=True,
        )

    def offer_undo(self, before: RecordView, now: RecordView) -> None:
        """After an edit: back to how it was, where it was one version."""
        actions: tuple[Action, ...] = ()
        if len(before.heads) == 1:
            actions = ((self.tr("Undo"), lambda: self.restore(now, before.heads[0])),)
        self._bar.say(self.tr("Kept as a new version."), *actions)

    def keep_version(self, view: RecordView, name: str, kept: VersionId) -> None:
        """Settle a dispute by one of its versions."""
        field = next((each for each in view.fields if each.name == name), None)
        other = other_version(field, kept) if field is not None else None
        versions: _Versions | None = None
        if field is not None and other is not None:
            value = next(version.value for version in field.versions if version.id == kept)
            if _can_be_written(view.kind, name, value) and _can_be_written(view.kind, name, other.value):
                versions = value, other.value
        self._decide(
            view.id,
            name,
            lambda use: use.settle(view.id, name, keep=kept, seen_heads=view.heads, actor=ACTOR),
            versions,
        )

    def _decide(
        self, record: RecordId, name: str, change: Callable[[UseCases], Any], versions: _Versions | None
    ) -> None:
        """Settle, and offer the other version, to and fro; what comes in meanwhile stays undecided."""

        def act(use: UseCases) -> Sequence[OpId]:
            change(use)
            return use.open_record(record).heads

        def done(heads: Sequence[OpId]) -> None:
            actions: tuple[Action, ...] = ()
            if versions is not None:
                taken, other = versions

                def swap(use: UseCases) -> None:
                    use.settle(record, name, value=other, seen_heads=heads, actor=ACTOR)

                take = partial(self._decide, record, name, swap, (other, taken))
                actions = ((self.tr("Take the other one"), take),)
            self._bar.say(self.tr("Decided. The other version stays in the history."), *actions)
            self.acted.emit(record)

        self._ask(act, done)

    def write_value(self, record: RecordId, name: str, value: Any, seen_heads: Sequence[OpId]) -> None:
        """Settle a dispute by another value; what came in since `seen_heads` stays."""
        self._act(
            record,
            lambda use: use.settle(record, name, value=value, seen_heads=seen_heads, actor=ACTOR),
            self.tr("Decided. What stood before stays in the history."),
        )

    def _undelete(self, record: RecordId) -> None:
        self._ask(lambda use: use.put_back(record, actor=ACTOR), lambda _summary: self.undeleted.emit(record))

    def _act(self, record: RecordId, change: Callable[[UseCases], Any], said: str, *actions: Action) -> None:
        def done(_summary: object) -> None:
            self._bar.say(said, *actions)
            self.acted.emit(record)

        self._ask(change, done)

    def _ask(self, change: Callable[[UseCases], Any], done: Callable[[Any], None]) -> None:
        self._desk.ask(change, done, failed=self._bar.fail, owner=self)
