"""A change comes in while somebody writes in the record: it joins gently, or waits as a second version."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.views import DraftView, RecordView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.text.addresses import isolated
from delve_desktop.ui.widgets.in_place import InPlaceBar

from .drafting import DraftKeeper
from .form import Form


class Incoming(QObject):
    """Knows what the form was filled from, and asks how the record stands now. See `docs/editing.md`."""

    joined = Signal(object)
    """All that came in is in the form: the `RecordView` that it was filled from as of now."""

    reopened = Signal(object, object)
    """A draft that was left is taken up again: the `RecordView` its author saw, and the `DraftView`."""

    def __init__(self, desk: Desk, keeper: DraftKeeper, bar: InPlaceBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._bar = bar
        self._form: Form | None = None
        self._base: RecordView | None = None
        keeper.committed.connect(self._on_committed)

    def begin(self, form: Form, base: RecordView | None) -> None:
        """A form is open that was filled from `base`; None for a new record."""
        self._form, self._base = form, base

    def reopen(self, record: RecordId, draft: DraftView) -> None:
        """Read a record as the author of a draft saw it; `reopened` tells of it."""
        self._desk.ask(
            lambda use: use.record_seen(record, draft.heads),
            lambda base: self.reopened.emit(base, draft),
            failed=self._bar.fail,
            owner=self,
        )

    def look(self, form: Form | None) -> None:
        """Something came in: read how the record stands, and let it join if this form is open still."""
        if form is None or form is not self._form or self._base is None:
            return
        record = self._base.id
        self._desk.ask(lambda use: use.open_record(record), lambda now: self._on_read(form, now), owner=form)

    def _on_read(self, form: Form, now: RecordView) -> None:
        base = self._base
        if form is not self._form or base is None or not self._keeper.open or now.id != base.id:
            return
        if set(now.heads) == set(base.heads):
            return
        edit = form.text_in_hand()
        place = edit.place() if edit is not None else 0
        who = isolated(now.updated_by)
        if form.take_in(base, now):
            self._base = now
            self._keeper.move_on(now.heads, form.to_keep())
            self._bar.say(self.tr("{0} changed other parts of this; they are in.").format(who))
            self.joined.emit(now)
        else:
            self._bar.say(
                self.tr("{0} changed this too; both will be kept.").format(who), icon="two", lasting=True
            )
        if edit is not None:
            self._settle_layout()
            edit.hold_place(place)  # also when the bar pushed the page down

    def _settle_layout(self) -> None:
        pane = self.parent()
        layout = pane.layout() if isinstance(pane, QWidget) else None
        if layout is not None:
            layout.activate()

    def _on_committed(self, view: RecordView) -> None:
        """After a rest the form goes on from the version that was minted."""
        self._base = view
