"""A way in, step by step: one card on the hills at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from delve_desktop.ui import theme

from .backdrop import HEAD, Backdrop
from .step import WIDTH, Step


class FlowPage(Backdrop):
    """Shows steps, which live on while another one is shown, so that nothing typed is lost."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HEAD - 16, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("surface", "none")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(24, 0, 24, 24)
        self._row.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDTH))
        self._lines = QVBoxLayout(holder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addStretch(1)
        self._row.addWidget(holder, 100)
        self._row.addStretch(1)
        area.setWidget(inner)
        column.addWidget(area)
        self._area = area
        self._step: Step | None = None

    @property
    def step(self) -> Step | None:
        """The one that is shown."""
        return self._step

    def show_step(self, step: Step) -> None:
        """Show this one, and put the cursor into it."""
        if self._step is not None:
            self._step.hide()
        if step.parentWidget() is None or self._lines.indexOf(step) < 0:
            self._lines.insertWidget(0, step)
        self._step = step
        step.show()
        step.begin()
        self._area.verticalScrollBar().setValue(0)
