"""The one window: the start page, and after unlocking the shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore  # whose `Qt` is not for the first page: see `early`
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from .widgets.basics import label
from .widgets.icon import app_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


class Window(QMainWindow):
    """Closing waits until what was typed is durable."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Delve")
        self.setMinimumSize(680, 480)  # half of a screen of 1366 pixels
        self.resize(1366, 720)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._before_close: Callable[[Callable[[], None]], None] | None = None
        self._closing = False

    def show_icon(self) -> None:
        """The program's icon in the frame and the task bar: drawn after the first page, which is awaited."""
        self.setWindowIcon(app_icon())

    def show_page(self, page: QWidget) -> None:
        """Put another page in the place of the one that is shown, which goes."""
        gone = [self._stack.widget(number) for number in range(self._stack.count())]
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for old in gone:
            if old is not None and old is not page:
                self._stack.removeWidget(old)
                old.deleteLater()

    def cover(self, words: str) -> None:
        """Hide at once what is shown, which stays alive behind a plain page until the next one."""
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
