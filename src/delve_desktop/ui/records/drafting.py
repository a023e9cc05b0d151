"""Keeps what is typed: a durable draft soon after each pause, and every second of typing without one; one op
when the person moves on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import OpId, RecordId, SpaceId
from delve_desktop.services.views import RecordView
from delve_desktop.ui.attachments.intake import Coming, on_the_way, settled
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.use_cases import UseCases

Contents: TypeAlias = Callable[[], dict[str, Any]]
PAUSE_MS: Final = 400
LATEST_MS: Final = 1000  # a person who types on and on has no pause, and a laptop may go dark at any time
REST_MS: Final = 10 * 60 * 1000


@dataclass
class _Slot:
    """One draft. `draft_id` and `saved` belong to the database worker, which does all of this in order."""

    space: SpaceId
    kind: str
    record: RecordId | None
    heads: Sequence[OpId]
    actor: str
    draft_id: int | None = None
    given: dict[str, Any] = field(default_factory=dict)  # what stood in the form before anybody typed
    saved: dict[str, Any] | None = field(default=None)
    owed: dict[str, Any] | None = field(default=None)  # what was saved without a file that is on its way

    def save(self, use: UseCases, content: dict[str, Any]) -> None:
        self.owed = content if on_the_way(content) else None
        content = settled(content)
        if content != self.saved or self.draft_id is None:
            self.draft_id = use.save_draft(
                self.space, self.record, self.kind, content, draft_id=self.draft_id, seen_heads=self.heads
            )
            self.saved = content

    def move_on(self, use: UseCases, heads: Sequence[OpId], content: dict[str, Any]) -> None:
        """What came in since is in the editor: the draft, if there is one, goes on from there."""
        self.heads = tuple(heads)
        if self.draft_id is not None:
            self.saved = None
            self.save(use, content)

    def commit(
        self, use: UseCases, content: dict[str, Any] | None, *, left: bool = True
    ) -> RecordView | None:
        """Mint the op; the record as it now stands, or None when nothing differs.

        Files that are on their way when the form is `left` come into the record when they are sealed.
        """
        content = content if content is not None else self.owed
        if content is not None:
            self.save(use, content)
        if self.draft_id is None:
            return None
        owed = self.owed if left else None
        known = self.saved  # None: a draft that was found, as it was
        made = None
        if self.record is not None or known is None or _worth_keeping(known, self.given):
            try:
                made = use.commit_draft(self.draft_id, actor=self.actor)
            except DelveError:
                self._await(owed, lambda use, _one: self._add_to_draft(use, owed))
                raise
        elif owed is not None:  # there is nothing of it yet but what is still to come
            self._await(owed, lambda use, _one: self._commit_late(use, owed))
            return None
        else:
            use.discard_draft(self.draft_id)
        self.draft_id = None
        self.saved = self.owed = None
        record = self.record if made is None else made[0]
        self._await(owed, lambda use, one: _attach(use, record, one))
        return None if made is None else use.open_record(made[0])

    def _await(self, owed: dict[str, Any] | None, then: Callable[[UseCases, Coming], None]) -> None:
        """What the worker does with each file on its way, as soon as it is sealed or will not be."""
        for one in on_the_way(owed or {}):
            one.then = partial(_with, then, one)

    def _add_to_draft(self, use: UseCases, owed: dict[str, Any] | None) -> None:
        if self.draft_id is not None and owed is not None and self.owed is owed:  # nothing newer is kept
            self.save(use, owed)

    def _commit_late(self, use: UseCases, owed: dict[str, Any] | None) -> None:
        if self.draft_id is not None:
            self.commit(use, owed)


def _with(then: Callable[[UseCases, Coming], None], one: Coming, use: UseCases) -> None:
    then(use, one)


def _attach(use: UseCases, record: RecordId | None, one: Coming) -> None:
    if record is not None and one.value is not None:
        use.attach(record, one.value)


def _worth_keeping(content: dict[str, Any], given: dict[str, Any]) -> bool:
    """Whether somebody wrote anything into a new record that did not stand there from the start."""
    return any(
        value.strip() if isinstance(value, str) else value
        for name, value in content.items()
        if name not in ("sensitivity", "category") and given.get(name) != value
    )


class DraftKeeper(QObject):
    """From the first keystroke to the op. One record at a time."""

    typed = Signal()
    """Something was typed that is not on the disk yet."""
    saved = Signal()
    """All that was typed is durable, as a draft."""
    committed = Signal(object)
    """An op was minted and the editing goes on: the `RecordView` as it now stands."""
    failed = Signal(object)
    """The draft could not be saved or minted: a `Sentence`. The words stay in the editor; `pending` says
    whether they are on the disk."""

    def __init__(self, desk: Desk, actor: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actor = actor
        self._slot: _Slot | None = None
        self._read: Contents | None = None  # for what is typed and not handed to the worker yet
        self._typed = 0  # counts keystrokes, so that "saved" is said of the last one only
        self._durable = 0  # the count up to which all is on the disk
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save_now)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._latest.timeout.connect(self.save_now)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application)

    @property
    def open(self) -> bool:
        """True while a record is being edited."""
        return self._slot is not None

    @property
    def pending(self) -> bool:
        """True while something typed is not known to be durable."""
        return self._typed != self._durable

    def begin(
        self,
        space: SpaceId,
        kind: str,
        record: RecordId | None,
        heads: Sequence[OpId],
        draft_id: int | None = None,
        given: dict[str, Any] | None = None,
    ) -> None:
        """Edit a record (or a new one, where `given` stands already, to which may be added what the form
        suggests later); `draft_id` goes on with a draft that was found.
        """
        self._slot = _Slot(
            space, kind, record, tuple(heads), self._actor, draft_id, given if given is not None else {}
        )
        self._read = None

    def touch(self, read: Contents) -> None:
        """The editor holds something else now; `read` is asked for it when it is to be kept, not before."""
        self._read = read
        self._typed += 1
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()
        self._rest.start()
        self.typed.emit()

    def move_on(self, heads: Sequence[OpId], content: dict[str, Any]) -> None:
        """The person has these heads on screen now, and the editor holds all that they brought."""
        slot = self._slot
        if slot is not None:
            self._desk.ask(lambda use: slot.move_on(use, heads, content), failed=self.failed.emit, owner=self)

    def save_now(self) -> None:
        """Make what is typed durable, now."""
        slot, content, typed = self._slot, self._taken(), self._typed
        self._stop_waiting()
        if slot is None or content is None:
            return

        def done(_answer: object) -> None:
            self._durable = typed
            if self._typed == typed and self._slot is slot:
                self.saved.emit()

        self._desk.ask(
            lambda use: slot.save(use, content), done, failed=lambda why: self._keep(content, why), owner=self
        )

    def leave(
        self, done: Callable[[RecordView | None], None] | None = None, *, stay_on_failure: bool = False
    ) -> None:
        """Mint the op and end the editing. `done` gets the record, or None when nothing differs.

        Where it cannot be minted (a value that does not fit), the draft stays, and with
        `stay_on_failure` the editing goes on; `done` is then called only without it.
        """
        slot, self._slot = self._slot, None
        content = self._taken()
        self._stop_waiting()
        self._rest.stop()
        if slot is None:
            if done is not None:  # behind whatever was left before this
                self._desk.ask(lambda _use: None, done, owner=self)
            return

        def broken(why: Sentence) -> None:
            if stay_on_failure and self._slot is None:
                self._slot = slot
                self._give_back(content)
            self.failed.emit(why)
            if not stay_on_failure and done is not None:
                done(None)

        self._mint(slot, content, done, broken)

    def discard(self, draft_id: int | None = None) -> None:
        """Throw the draft away (this one, or one that was found)."""
        slot, self._slot, self._read = self._slot, None, None
        self._stop_waiting()
        self._rest.stop()

        def drop(use: UseCases) -> None:
            found = draft_id if draft_id is not None else (slot.draft_id if slot else None)
            if slot is not None:
                slot.draft_id = None  # nothing that is still on its way makes it anew
            if found is not None:
                use.discard_draft(found)

        self._desk.ask(drop, owner=self)

    def _mint(
        self,
        slot: _Slot,
        content: dict[str, Any] | None,
        done: Callable[[RecordView | None], None] | None,
        broken: Callable[[Sentence], None],
        *,
        left: bool = True,
    ) -> None:
        typed = self._typed

        def reported(view: RecordView | None) -> None:
            self._durable = typed
            if done is not None:
                done(view)

        def failed(why: Sentence) -> None:
            if content is None or slot.saved == settled(content):  # the draft is on the disk all the same
                self._durable = typed
            broken(why)

        self._desk.ask(lambda use: slot.commit(use, content, left=left), reported, failed=failed, owner=self)

    def _keep(self, content: dict[str, Any] | None, why: Sentence) -> None:
        self._give_back(content)
        self.failed.emit(why)

    def _stop_waiting(self) -> None:
        self._pause.stop()
        self._latest.stop()

    def _taken(self) -> dict[str, Any] | None:
        """What is typed and not handed to the worker yet; from now on it is."""
        read, self._read = self._read, None
        return None if read is None else read()

    def _give_back(self, content: dict[str, Any] | None) -> None:
        """What could not be kept is to be kept again, unless something newer is."""
        if self._read is None and content is not None:
            self._read = lambda: content

    def _on_application(self, state: Qt.ApplicationState) -> None:
        """Who turns to another program, or closes the lid, may not come back to this one."""
        if state is not Qt.ApplicationState.ApplicationActive:
            self.save_now()

    def _on_rest(self) -> None:
        """Ten minutes without a keystroke: mint, and stay in the editor."""
        slot, content = self._slot, self._taken()
        if slot is None:
            return
        self._stop_waiting()

        def go_on(view: RecordView | None) -> None:
            if view is not None and self._slot is slot:
                self.begin(slot.space, slot.kind, view.id, view.heads)
                self.committed.emit(view)

        self._mint(slot, content, go_on, lambda why: self._keep(content, why), left=False)
