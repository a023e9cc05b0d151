"""A bare window that says when it has painted, to be frozen as the program is (see `frozen`)."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """Painted once."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    """Say so, and end."""
    print("painted", flush=True)
    app.quit()


app = QApplication([])
window = Bare()
window.resize(1366, 720)
window.show()
app.exec()
