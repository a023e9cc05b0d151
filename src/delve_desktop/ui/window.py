"""The one window: the start page, and after unlocking the shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore  # whose `Qt` is not for the first page: see `early`
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QToolTip, QWidget
from shiboken6 import isValid

from .widgets.basics import label
from .widgets.icon import app_icon

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QCloseEvent, QKeyEvent


class Window(QMainWindow):
    """Closing waits until what was typed is durable."""

    help_asked = Signal()
    """F1 was pressed, and what is shown does nothing with it by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Delve")
        self.setMinimumSize(680, 480)  # half of a screen of 1366 pixels
        self.resize(1366, 720)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._before_close: Callable[[Callable[[], None]], None] | None = None
        self._closing = False

    def paint_anew(self) -> None:
        """Every part of the page; painting the window alone would leave out what stands in a scroll area."""
        for part in (self, *self.findChildren(QWidget)):
            part.update()

    def show_icon(self) -> None:
        """The program's icon in the frame and the task bar: drawn after the first page, which is awaited."""
        self.setWindowIcon(app_icon())

    def come_forward(self) -> None:
        """Before other windows, whether it was small or behind them."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_page(self, page: QWidget) -> None:
        """Put another page in the place of the one that is shown, which goes."""
        gone = [self._stack.widget(number) for number in range(self._stack.count())]
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for old in gone:
            if old is not None and old is not page:
                self._stack.removeWidget(old)
                old.deleteLater()

    def lay_over(self, page: QWidget, closed: SignalInstance) -> None:
        """Show a page over the one that is shown, which is there again, with its cursor, at `closed`."""
        below, typed_in = self._stack.currentWidget(), self.focusWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

        def back() -> None:
            self._stack.removeWidget(page)
            page.deleteLater()
            if below is None or not isValid(below) or self._stack.indexOf(below) < 0:
                return
            self._stack.setCurrentWidget(below)
            if isValid(typed_in) and below.isAncestorOf(typed_in):
                typed_in.setFocus()  # what came meanwhile may have had it made anew

        closed.connect(back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_F1:
            self.help_asked.emit()
        super().keyPressEvent(event)

    def cover(self, words: str) -> None:
        """Hide at once what is shown, which stays alive behind a plain page until the next one."""
        QToolTip.hideText()
        for above in (QApplication.activePopupWidget, QApplication.activeModalWidget):
            while (one := above()) is not None and one.close():
                pass  # a menu, a list of records, a dialog with the name of a file lies above the page
        cover = label(words, "lead")
        cover.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)

    def page(self) -> QWidget | None:
        """What is shown."""
        return self._stack.currentWidget()

    def before_close(self, act: Callable[[Callable[[], None]], None] | None) -> None:
        """What must be done before the window goes; it gets a function to call when it is done."""
        self._before_close = act

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._before_close is None or self._closing:
            event.accept()
            return
        event.ignore()
        self.setEnabled(False)
        act, self._before_close = self._before_close, None
        act(self._finish_close)

    def _finish_close(self) -> None:
        self._closing = True
        self.close()
