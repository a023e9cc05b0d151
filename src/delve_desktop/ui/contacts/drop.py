"""Address book files, dropped on the window or chosen, become contacts and can be taken back at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from delve_desktop.services.interchange import Imported
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.dropped import files_in
from delve_desktop.ui.widgets.in_place import Action, InPlaceBar

ACTOR: Final = "drop"
ENDINGS: Final = (".vcf", ".vcard")
MOST_FILES: Final = 100
UNDONE: Final = 200  # contacts that are taken back one by one; more are for the bin's own list


def address_books(data: QMimeData) -> list[Path]:
    """The address book files among what is dragged."""
    return [path for path in files_in(data) if path.suffix.lower() in ENDINGS][:MOST_FILES]


class VcardDrop(QObject):
    """Watches a window for files; says in a bar what came of them."""

    came_in = Signal()
    """Contacts were added or brought up to date."""

    def __init__(self, window: QWidget, desk: Desk, bar: InPlaceBar) -> None:
        super().__init__(window)
        self._desk = desk
        self._bar = bar
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and address_books(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = address_books(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.take(paths)
                return True
        return super().eventFilter(watched, event)

    def choose(self) -> None:
        """Let the person choose files, who may have no mouse to drop them with."""
        names, _ = QFileDialog.getOpenFileNames(
            None,
            self.tr("Bring in contacts from a file"),
            "",
            self.tr("Address books ({0})").format(" ".join(f"*{ending}" for ending in ENDINGS)),
        )
        if names:
            self.take([Path(name) for name in names[:MOST_FILES]])

    def take(self, paths: list[Path]) -> None:
        """Import these files into the space that is open."""
        space = self._desk.space
        if space is None:
            self._bar.say(self.tr("Join or start a space first; contacts belong to one."), icon="warn")
            return
        self._desk.ask(
            lambda use: use.import_contacts(space, paths, actor=ACTOR),
            self._on_imported,
            failed=self._bar.fail,
            owner=self,
        )

    def _on_imported(self, result: Imported) -> None:
        actions: tuple[Action, ...] = ()
        if 0 < len(result.records) <= UNDONE:
            actions = ((self.tr("Undo"), lambda: self._take_back(result)),)
        self._bar.say(self._said(result), *actions, icon="contact")
        if result.added or result.changed:
            self.came_in.emit()

    def _said(self, result: Imported) -> str:
        parts = []
        if result.added:
            parts.append(self.tr("%n contacts came in", "", result.added))
        if result.changed:
            parts.append(self.tr("%n brought up to date", "", result.changed))
        if result.unchanged:
            parts.append(self.tr("%n here already", "", result.unchanged))
        return self.tr("{0}.").format(", ".join(parts)) if parts else self.tr("There was no contact in it.")

    def _take_back(self, result: Imported) -> None:
        count = len(result.records)
        self._desk.ask(
            lambda use: [use.delete_record(record, actor=ACTOR) for record in result.records],
            lambda _done: self._bar.say(self.tr("%n contacts are in the bin now.", "", count)),
            failed=self._bar.fail,
            owner=self,
        )
