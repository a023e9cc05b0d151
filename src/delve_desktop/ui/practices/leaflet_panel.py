"""In place above a practice: how its leaflet will look, and the ways by which it can leave the vault."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from delve_desktop.services.files import write_whole
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, label, surface, tool
from delve_desktop.ui.widgets.documents import documents
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.in_place import InPlaceBar

from .leaflet import Printed, paper, print_on

_UNSAFE: Final = re.compile(r"[^\w\- ]+")
LONGEST_NAME: Final = 60  # characters of a file's name


class LeafletPanel(QWidget):
    """Shows the pages small, and prints or saves them when asked."""

    closed = Signal()
    """The person is done with it."""

    def __init__(self, made: Printed, desk: Desk, warning: str = "") -> None:
        super().__init__()
        self._made = made
        self._desk = desk
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = surface("soft-card")
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("As a leaflet"), "section"), 1)
        close = tool("x", self.tr("Close the leaflet"))
        close.clicked.connect(self.closed)
        head.addWidget(close)
        column.addLayout(head)
        told = self.tr("On paper or as a file it leaves Delve: whoever holds it can read it and hand it on.")
        column.addWidget(label(told, wrap=True))
        if warning:
            column.addWidget(label(warning, "needs-you", wrap=True))
        column.addWidget(Flow(*self._pages()))
        row = QHBoxLayout()
        self.save = button(self.tr("Save as PDF …"), "outline", "note")
        self.save.clicked.connect(self._on_save)
        self.printing = button(self.tr("Print …"), "outline", "print")
        self.printing.clicked.connect(self._on_print)
        row.addWidget(self.save)
        row.addWidget(self.printing)
        row.addStretch(1)
        column.addLayout(row)
        self.bar = InPlaceBar(stacked=True)
        column.addWidget(self.bar)
        self.setFocusProxy(self.save)

    def _pages(self) -> list[QWidget]:
        shown: list[QWidget] = []
        for number, image in enumerate(self._made.previews, 1):
            one = QLabel()
            one.setPixmap(QPixmap.fromImage(image))
            one.setAccessibleName(self.tr("Page {0} of {1}").format(number, self._made.pages))
            shown.append(one)
        return shown

    def save_to(self, path: str) -> None:
        """Write the PDF, and say what came of it."""
        data = self._made.pdf
        self._desk.ask(
            lambda _use: write_whole(Path(path), data),
            lambda _saved: self.bar.say(self.tr("Saved outside Delve, as {0}.").format(Path(path).name)),
            failed=self.bar.fail,
            owner=self,
        )

    def _on_save(self) -> None:
        name = _UNSAFE.sub("", self._made.leaflet.title).strip()[:LONGEST_NAME].strip() or self.tr("Leaflet")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the leaflet"), documents(f"{name}.pdf"), self.tr("PDF (*.pdf)")
        )
        if path:
            self.save_to(path if path.lower().endswith(".pdf") else f"{path}.pdf")

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few print, and it takes long to load

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(paper())
        printer.setDocName(self._made.leaflet.title)
        if not QPrintDialog(printer, self).exec():
            return
        leaflet = self._made.leaflet
        self._desk.ask(
            lambda _use: print_on(printer, leaflet),
            self._on_printed,
            failed=self.bar.fail,
            owner=self,
        )

    def _on_printed(self, pages: int) -> None:
        if pages:
            self.bar.say(self.tr("Handed to the printer."))
        else:
            told = self.tr("The printer did not take the leaflet. Try again, or save it as a PDF.")
            self.bar.say(told, icon="warn")
