"""One file of a record as a row: what it is, how big, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, icon_label, label, surface
from delve_desktop.ui.widgets.documents import documents
from delve_desktop.ui.widgets.in_place import InPlaceBar

from .sound import SoundPlayer
from .words import facts, icon_of, size_words


class FileRow(QWidget):
    """Open (an explicit click), save as, or fetch what is on other laptops only; recordings play inside."""

    def __init__(self, desk: Desk, view: AttachmentView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.bar = InPlaceBar()
        column.addWidget(self._card())
        column.addWidget(self.bar)

    def _card(self) -> QWidget:
        view = self._view
        card = surface("sunk-card")
        card.setAccessibleName(f"{view.name}, {facts(view)}")
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(icon_label(icon_of(view), "teal"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(" / ".join(view.captions) or view.name, "strong", wrap=True))
        told = f"{view.name} · {facts(view)}" if view.captions else facts(view)
        words.addWidget(label(told, "second", wrap=True))
        row.addLayout(words, 1)
        if view.where == "here":
            self._add_uses(row)
        else:
            self._add_fetch(row)
        return card

    def _add_uses(self, row: QHBoxLayout) -> None:
        view = self._view
        if view.is_sound:
            row.addWidget(SoundPlayer(self._desk, view, self.bar))
        else:
            self.open_button = button(self.tr("Open"), "quiet", "eye")
            self.open_button.setAccessibleName(self.tr("Open {0} in another program").format(view.name))
            self.open_button.clicked.connect(self._on_open)
            row.addWidget(self.open_button)
        self.save_button = button(self.tr("Save as"), "quiet", "in")
        self.save_button.setAccessibleName(self.tr("Save {0} outside the vault").format(view.name))
        self.save_button.clicked.connect(self._on_save)
        row.addWidget(self.save_button)

    def _add_fetch(self, row: QHBoxLayout) -> None:
        view = self._view
        if view.where == "wanted":
            row.addWidget(label(self.tr("Comes with the next sync"), "second", wrap=True))
            self.fetch_button = button(self.tr("Do not fetch"), "quiet", "x")
        else:
            self.fetch_button = button(self.tr("Fetch ({0})").format(size_words(view.size)), "quiet", "in")
        self.fetch_button.setAccessibleName(f"{self.fetch_button.text()}: {view.name}")
        self.fetch_button.clicked.connect(self._on_fetch)
        row.addWidget(self.fetch_button)

    def _on_open(self) -> None:
        value = self._view.values[0]
        self._desk.ask(
            lambda use: use.open_attachment(value), self._show_copy, failed=self.bar.fail, owner=self
        )

    def _show_copy(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.bar.say(self.tr("No program on this laptop opens this kind of file. Save it."), icon="warn")
            return
        self.bar.say(
            self.tr(
                "A readable copy is open in another program. It is wiped when you lock or close Delve;"
                " what you save from there stays where you save it."
            ),
            icon="eye",
        )

    def _on_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            documents(self._view.name),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write it there; an existing file is never replaced."""
        value = self._view.values[0]
        self._desk.ask(
            lambda use: use.save_attachment(value, path),
            lambda _size: self.bar.say(
                self.tr("Saved as {0}. It is readable to anybody there.").format(path.name)
            ),
            failed=self.bar.fail,
            owner=self,
        )

    def _on_fetch(self) -> None:
        value, wanted = self._view.values[0], self._view.where == "elsewhere"

        def done(_changed: bool) -> None:
            self.fetch_button.setEnabled(False)
            if wanted:
                self.bar.say(self.tr("It comes with the next sync."), icon="in")
            else:
                self.bar.say(self.tr("It is not fetched."))

        self._desk.ask(
            lambda use: use.fetch_attachment(value, wanted=wanted), done, failed=self.bar.fail, owner=self
        )
