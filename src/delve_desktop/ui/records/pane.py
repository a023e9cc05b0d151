"""The record pane: reading first, editing in place, history, and the foot that says where it is safe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import DraftView, HistoryEntry, RecordView
from delve_desktop.ui.ages import age
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.foot import Where

from .drafting import DraftKeeper
from .form import Form
from .history import HistoryList
from .incoming import Incoming
from .kinds import KindScreen
from .pane_actions import ACTOR, PaneActions
from .pane_files import form_for, left
from .pane_frame import PaneFrame
from .pane_history import PaneHistory
from .readings import ABOUT_OTHERS, Readings, concerns


class RecordPane(PaneFrame):
    """One record at a time. Moving to another record mints what was typed in this one."""

    record_shown = Signal(object)
    """Another record stands here: its id, or None."""
    record_chosen = Signal(object)
    """The person follows a link: to this `RecordRow`."""

    def __init__(self, desk: Desk, kinds: dict[str, KindScreen], clock: Callable[[], float]) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._kinds = kinds
        self._wanted: RecordId | None = None
        self._view: RecordView | None = None
        self._visit = 0  # counts what has stood here, so that a late answer is told from a timely one
        self._form: Form | None = None
        self._new_kind = ""
        self._beside: RecordId | None = None  # where to come back to from a record begun beside it
        self._draft_at_start: DraftView | None = None
        self._keeper = DraftKeeper(desk, ACTOR, self)
        self._keeper.typed.connect(lambda: self.foot.show_state(Where.WRITING, self.tr("Writing …")))
        self._keeper.saved.connect(lambda: self.foot.say_kept(editing=True) if self.editing else None)
        self._keeper.committed.connect(self._on_committed)
        self._keeper.failed.connect(self._on_failed)
        desk.changed.connect(self._on_changed)
        self._connect_head()
        self._incoming = Incoming(desk, self._keeper, self.bar, self)
        self._incoming.joined.connect(self._adopt)  # where undo of the whole edit leads back to
        self._incoming.reopened.connect(self._reopen)
        self._actions = PaneActions(desk, self.bar, self)
        self._history = PaneHistory(desk, self._actions, self)
        self._history.closed.connect(self._show_view)
        self._actions.acted.connect(self._on_acted)
        self._actions.deleted.connect(lambda record: self.clear() if record == self._wanted else None)
        self._actions.undeleted.connect(self.show_record)
        self._readings = Readings(desk, clock, self._actions, parent=self)
        self._readings.record_chosen.connect(self.record_chosen)
        self._readings.begin_asked.connect(self.start_beside)
        self._readings.refresh_asked.connect(self.refresh)
        self.clear()

    # -- what stands here ---------------------------------------------------------------------

    @property
    def record(self) -> RecordId | None:
        """The record that stands here, if any."""
        return self._wanted

    @property
    def view(self) -> RecordView | None:
        """The record as it was last read."""
        return self._view

    @property
    def form(self) -> Form | None:
        """The form while editing."""
        return self._form

    @property
    def editing(self) -> bool:
        """True while the form is open."""
        return self._form is not None

    def show_record(self, record: RecordId) -> None:
        """Read another record; what was typed in the one before is kept as a version."""
        if record == self._wanted and self._view is not None and not self.editing:
            return
        self._turn_to(record)
        self.record_shown.emit(record)
        self._reload()

    def start_new(self, kind: str, draft: DraftView | None = None) -> None:
        """Begin a record, or go on with one that was begun before."""
        self._turn_to(None, kind)
        self.record_shown.emit(None)
        self._open_form(None, draft)

    def start_beside(self, kind: str, given: dict[str, Any]) -> None:
        """Begin a record that has to do with the one that is read, and come back to that when it is done."""
        beside = self._wanted
        self._turn_to(None, kind)
        self._beside = beside if kind in ABOUT_OTHERS else None
        self.record_shown.emit(None)
        self._open_form(None, None, given)

    def clear(self) -> None:
        """Show nothing."""
        self._turn_to(None)
        self._body.say_nothing_chosen()
        self._head.hide()
        self.foot.show_state(Where.NOTHING, "")
        self.foot.hide()
        self.record_shown.emit(None)

    def _turn_to(self, record: RecordId | None, new_kind: str = "") -> None:
        """From what stands here to a record, to a new one, or to nothing."""
        self.leave()
        self._body.turn()
        self._visit += 1
        self.bar.clear()
        self._wanted, self._view = record, None
        self._new_kind, self._beside = new_kind, None

    def leave(self, done: Callable[[RecordView | None], None] | None = None) -> None:
        """Mint what was typed and close the form; `done` is called when it is durable."""
        self._form = left(self._form)
        self._body.keep_typed()
        self._keeper.leave(done)

    # -- actions ------------------------------------------------------------------------------

    def edit(self) -> None:
        """Switch to the form, in place."""
        if self._view is not None and not self.editing and not self._view.in_bin:
            self._open_form(self._view, None)

    def finish(self) -> None:
        """Done: back to reading."""
        if self._form is None:
            return
        if not self._form.is_complete():
            self.save_now()  # what is to be mended first is kept all the same
            return
        before, visit, beside = self._view, self._visit, self._beside
        self._form = left(self._form, held=True)
        self.bar.clear()  # what was wrong before may be mended now

        def read_again(view: RecordView | None) -> None:
            if self._visit != visit:
                return  # the person is somewhere else by now
            if beside is not None:
                self.show_record(beside)
            elif view is not None:
                self._adopt(view)
                self._show_view()
                if before is not None:
                    self._actions.offer_undo(before, view)
            elif before is None:
                self.clear()
            else:
                self._reload()

        self._keeper.leave(read_again, stay_on_failure=True)

    def refresh(self) -> None:
        """Read the record again, as after a sync that sent it; the form stays as it is."""
        if self._wanted is not None and not self.editing:
            self._reload()

    def save_now(self) -> None:
        """Ctrl+S: durable at once (it would be anyway)."""
        self._keeper.save_now()

    def delete(self) -> None:
        """Into the bin; undoable on the spot."""
        record = self._wanted
        if record is None:
            self._keeper.discard()
            self._form = None
            self.clear()
            return
        self.leave()
        self._actions.delete(record)

    def put_back(self) -> None:
        """Out of the bin."""
        if self._wanted is not None:
            self._actions.put_back(self._wanted)

    def show_history(self) -> None:
        """Instead of the record, how it came about."""
        record = self._wanted
        if record is None:
            return
        self.leave()
        visit = self._visit

        def show(entries: list[HistoryEntry]) -> None:
            view = self._view
            if view is not None and self._visit == visit and not self.editing:  # nobody has gone on
                self._body.put(self._history.made(view, entries, self._clock()))
                self._show_head()

        self._desk.ask(lambda use: use.history(record), show, owner=self)

    def escape(self) -> bool:
        """Esc: leave the form, the history or what is open in the page; False when nothing was."""
        if self.editing:
            self.finish()
            return True
        if isinstance(self._body.shown, HistoryList):
            self._show_view()
            return True
        return self._body.escape()

    def take_focus(self) -> None:
        """Unless something here has it already."""
        if self.focusWidget() is None or not self.editing:
            self._body.setFocus()

    # -- building -----------------------------------------------------------------------------

    def _connect_head(self) -> None:
        self._head.history.clicked.connect(self.show_history)
        self._head.bin.clicked.connect(self.delete)
        self._head.put_back.clicked.connect(self.put_back)
        self._head.edit.clicked.connect(self.edit)
        self._head.done.clicked.connect(self.finish)

    def _screen(self) -> KindScreen | None:
        return self._kinds.get(self._view.kind if self._view is not None else self._new_kind)

    def _show_head(self) -> None:
        self._show_head_for(self._screen(), self._view, self._form)

    # -- reading ------------------------------------------------------------------------------

    def _reload(self) -> None:
        record = self._wanted
        if record is None:
            return
        self._desk.ask(
            lambda use: (use.open_record(record), use.open_draft(record)),
            self._on_read,
            failed=self.bar.fail,
            owner=self,
        )

    def _on_read(self, answer: tuple[RecordView, DraftView | None]) -> None:
        view, draft = answer
        if view.id != self._wanted or self.editing or self._body.is_typing:
            return
        first = self._view is None
        self._view, self._draft_at_start = view, draft
        if not isinstance(self._body.shown, HistoryList) or first:
            self._show_view()
        if first:
            self.bar.clear()
        if draft is not None and not view.in_bin:
            when = age(draft.updated, self._clock())
            self._actions.offer_draft(when, self._go_on, lambda: self._keeper.discard(draft.id))

    def _show_view(self) -> None:
        view = self._view
        if view is None:
            return
        made = self._readings.make(self._screen(), view, self._body.place)
        self._body.put_in_place(made)
        self._show_head()
        self._head.offer([] if view.in_bin else made.head_buttons())
        self.foot.say_where(view, you=self._desk.name, now=self._clock(), editing=self.editing)
        self.foot.end_with(made.remark())

    # -- editing ------------------------------------------------------------------------------

    def _open_form(
        self, view: RecordView | None, draft: DraftView | None, given: dict[str, Any] | None = None
    ) -> None:
        kind = view.kind if view is not None else self._new_kind
        screen = self._kinds.get(kind)
        space = view.space if view is not None else self._desk.space
        if screen is None or screen.form is None or space is None:
            return
        form = form_for(self._desk, screen.form(), kind, view, draft, given)
        form.edited.connect(lambda: self._on_edited(form))
        self._form = form
        self._incoming.begin(form, view)
        self._keeper.begin(
            space,
            kind,
            view.id if view is not None else None,
            view.heads if view is not None and draft is None else (),  # a draft keeps its own
            draft.id if draft is not None else None,
            form.given,
        )
        self._body.put(form)
        self._show_head()
        self.foot.say_begun(new=view is None, drafted=draft is not None)
        form.focus_first()

    def _on_edited(self, form: Form) -> None:
        if form is self._form:  # fields that lose the focus as a form goes say so too
            self._keeper.touch(form.to_keep)

    def _go_on(self) -> None:
        if self._draft_at_start is not None and self._wanted is not None:
            self._incoming.reopen(self._wanted, self._draft_at_start)

    def _reopen(self, base: RecordView, draft: DraftView) -> None:
        if base.id == self._wanted and not self.editing:
            self._open_form(base, draft)
            self._incoming.look(self._form)  # what came in since the draft was left

    def _on_failed(self, why: Sentence) -> None:
        """Nothing typed is gone: back to the form, with the reason."""
        self.bar.fail(why)
        body = self._body.shown
        if self._keeper.open and isinstance(body, Form):
            self._form = body
            body.hold(held=False)
            self.foot.say_failed(pending=self._keeper.pending)

    def _on_committed(self, view: RecordView) -> None:
        """After a rest of ten minutes; the form stays open."""
        self._adopt(view)
        if not self._keeper.pending:
            self.foot.say_kept(editing=self.editing)

    def _adopt(self, view: RecordView) -> None:
        """The record that stands here has got a new version, or its first."""
        self._view = view
        if self._wanted != view.id:
            self._wanted = view.id
            self.record_shown.emit(view.id)

    def _on_acted(self, record: RecordId) -> None:
        """Something was decided, restored or put back: show how it stands now."""
        if record == self._wanted:
            if isinstance(self._body.shown, HistoryList):
                self._body.put(QWidget())
            self._reload()

    def _on_changed(self, summary: ChangeSummary) -> None:
        view = self._view
        if view is None or summary.actor == ACTOR or not concerns(summary, view):
            return
        if not self.editing:
            self._reload()
        elif summary.everything or view.id in summary.records:
            self._incoming.look(self._form)
