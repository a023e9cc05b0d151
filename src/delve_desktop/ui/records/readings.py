"""Makes what the record pane reads from, and wires it to what the pane can do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from delve_desktop.domain.ids import VersionId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import RecordView
from delve_desktop.ui.attachments.record_pictures import RecordPictures
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.text.inline import prepare

from .kinds import KindScreen
from .pane_actions import PaneActions
from .pane_files import show_files
from .pictures import PictureFor
from .reading import Reading

ABOUT_OTHERS = frozenset({"adoption", "comment"})  # kinds whose new records show under another one


class Readings(QObject):
    """One reading after the other, each of the record that stands in the pane."""

    record_chosen = Signal(object)
    """The person follows a link: to this `RecordRow`."""
    begin_asked = Signal(str, object)
    """Begin a record of this kind with these fields, beside the one that is read."""
    refresh_asked = Signal()
    """What is shown has changed by the person's own hand."""

    def __init__(
        self,
        desk: Desk,
        clock: Callable[[], float],
        actions: PaneActions,
        *,
        picture_for: PictureFor | None = None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._actions = actions
        pictures = RecordPictures(desk)
        pictures.arrived.connect(self.refresh_asked)
        self._picture_for = picture_for or pictures.of
        desk.ask(lambda _use: prepare())  # the first text does not wait for the parser

    def make(self, screen: KindScreen | None, view: RecordView, place: QWidget) -> Reading:
        """Lay a record out in its place in the window: what is put there later is styled once more."""
        kind = screen.reading if screen else Reading
        made = kind(
            view,
            you=self._desk.name,
            now=self._clock(),
            desk=self._desk,
            picture_for=self._picture_for,
            parent=place,
        )
        made.version_kept.connect(
            lambda name, version: self._actions.keep_version(view, name, VersionId(bytes(version)))
        )
        made.value_written.connect(
            lambda name, value: self._actions.write_value(view.id, name, value, view.heads)
        )
        made.record_chosen.connect(self.record_chosen)
        made.begin_asked.connect(self.begin_asked)
        made.refresh_asked.connect(self.refresh_asked)
        show_files(self._desk, made)
        return made


def concerns(summary: ChangeSummary, view: RecordView) -> bool:
    """Whether a change has something to do with what is shown of a record."""
    if summary.everything or view.id in summary.records or summary.kinds & ABOUT_OTHERS:
        return True
    shown = {link.record for link in view.links} | {back.row.id for back in view.linked_from}
    if view.source is not None:
        shown.add(view.source.record)
    return not shown.isdisjoint(summary.records)
