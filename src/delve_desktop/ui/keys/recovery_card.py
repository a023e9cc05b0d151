"""The recovery sheet on screen: the code in groups and as a square, to print, or to keep as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from delve_desktop.domain.errors import DelveError
from delve_desktop.ui.sentences import sentence
from delve_desktop.ui.widgets.basics import button, icon_label, label, surface
from delve_desktop.ui.widgets.documents import documents

from .sheet_paper import Sheet, draw, square, write_pdf

SQUARE = 164  # pixels of the square code


class RecoveryCard(QWidget):
    """One sheet. What is written elsewhere is written at once: it is one page."""

    kept = Signal()
    """It was printed or saved."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._make_paper())
        column.addLayout(self._make_acts())
        column.addLayout(self._make_warning())
        self._told = label("", "strong", wrap=True)
        self._told.hide()
        column.addWidget(self._told)

    def _make_paper(self) -> QWidget:
        """Whose vault, the code in groups, and the code as a square."""
        paper = surface("sunk-card")
        row = QHBoxLayout(paper)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._name = label("", "second", wrap=True)
        words.addWidget(self._name)
        self._code = label("", "code", selectable=True)
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.addWidget(self._code)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._square = QLabel()
        self._square.setAccessibleName(self.tr("The same code as a square"))
        row.addWidget(self._square)
        return paper

    def _make_acts(self) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(12)
        self.print_ = button(self.tr("Print it"), "outline", "print", tall=True)
        self.print_.clicked.connect(self._on_print)
        acts.addWidget(self.print_)
        self.save = button(self.tr("Save as PDF"), "plain", "copy", tall=True)
        self.save.clicked.connect(self._on_save)
        acts.addWidget(self.save)
        acts.addStretch(1)
        return acts

    def _make_warning(self) -> QHBoxLayout:
        warning = QHBoxLayout()
        warning.setSpacing(8)
        warning.addWidget(icon_label("warn", "ochre-text"), 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(
            label(
                self.tr(
                    "Print it if you can. A PDF on this laptop can be read by whoever opens"
                    " the laptop: put it on a stick, print it elsewhere, and delete it here."
                ),
                "second",
                wrap=True,
            ),
            1,
        )
        return warning

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a code that was just made."""
        self._sheet = sheet
        self._name.setText(self.tr("Vault of: {0}").format(sheet.name))
        self._code.setText("\n".join(sheet.lines))
        self._code.setAccessibleName(self.tr("Recovery code: {0}").format(sheet.code))
        drawn = QPixmap.fromImage(square(sheet.code)).scaled(SQUARE, SQUARE)
        self._square.setPixmap(drawn)
        self._told.hide()

    def write_pdf(self, file: Path) -> None:
        """Into this file; what came of it is told below."""
        if self._sheet is None:
            return
        try:
            write_pdf(self._sheet, file)
        except DelveError as error:
            self._tell(sentence(error).text)
            return
        self._tell(
            self.tr("Saved as {0}. Print it, and keep the paper apart from the laptop.").format(file.name)
        )
        self.kept.emit()

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()

    def _on_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the recovery sheet"),
            documents(self.tr("Delve recovery sheet") + ".pdf"),
            "PDF (*.pdf)",
        )
        if chosen:
            self.write_pdf(Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf"))

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # late: another library of Qt

        if self._sheet is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self._tell(
                self.tr("This laptop knows no printer. Save the sheet as a PDF and print it elsewhere.")
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        asked: Callable[[], int] = dialog.exec
        if asked() != QPrintDialog.DialogCode.Accepted:
            return
        if draw(self._sheet, printer):
            self._tell(self.tr("The sheet was sent to the printer. Keep it apart from the laptop."))
            self.kept.emit()
        else:
            self._tell(self.tr("The printer did not take the sheet. Try again, or save it as a PDF."))
