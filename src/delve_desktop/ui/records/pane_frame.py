"""What the record pane is laid out of: its head, a bar for messages, what is shown, and its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from delve_desktop.services.views import RecordView
from delve_desktop.ui.widgets.in_place import InPlaceBar

from .form import Form
from .kinds import KindScreen
from .pane_body import PaneBody
from .pane_foot import PaneFoot
from .pane_head import PaneHead


class PaneFrame(QWidget):
    """One below the other; knows nothing of what is done with a record."""

    back_asked = Signal()
    """The arrow that leads back to the list, where the window is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = PaneHead()
        self._head.back_asked.connect(self.back_asked)
        self._body = PaneBody()
        self.bar = InPlaceBar()
        self.bar.setContentsMargins(24, 8, 24, 0)
        self.foot = PaneFoot()
        for part in (self._head, self.bar, self._body, self.foot):
            column.addWidget(part, 1 if part is self._body else 0)

    def set_narrow(self, *, narrow: bool, list_name: str = "") -> None:
        """Show the way back."""
        self._head.set_narrow(narrow=narrow, list_name=list_name or self.tr("Back"))

    def print_record(self) -> None:
        """Ctrl+P, where what is read can be printed."""
        self._body.print_record()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self._body.lead_on(self.focusWidget())  # Tab leads through all of it, as far as it goes
        return super().focusNextPrevChild(forward)

    def _show_head_for(self, screen: KindScreen | None, view: RecordView | None, form: Form | None) -> None:
        """Fit the head to the record that is read or written."""
        self._head.show_for(
            screen,
            exists=view is not None,
            editing=form is not None,
            in_bin=view is not None and view.in_bin,
            reading=view is not None and form is None,
        )
        self._head.show_tools(form.tools if form is not None else None)
        self.foot.show()
