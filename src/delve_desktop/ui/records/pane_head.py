"""The head of the record pane: what this is, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from delve_desktop.ui.widgets.basics import button, icon_label, label, tool
from delve_desktop.ui.widgets.elided import ElidedLabel
from delve_desktop.ui.widgets.frames import empty, framed

from .kinds import KindScreen

LEVELS: Final = 3  # of room that is spared: words of some, words of most, then a menu for what is rarer


class PaneHead(QWidget):
    """Buttons come and go with what stands below; one of them at most is filled.

    Where there is little room, icons stand without their words, which are in their tooltips then; where there
    is less, the rarer ones are behind "More".
    """

    back_asked = Signal()
    """Back to the list (narrow windows)."""

    def __init__(self) -> None:
        super().__init__()
        frame = framed(self, "head")
        frame.setMinimumHeight(56)
        self._outer = self.layout()
        assert self._outer is not None
        self._outer.setSpacing(0)
        self._tools: QWidget | None = None
        row = QHBoxLayout(frame)
        row.setContentsMargins(24, 7, 24, 7)
        row.setSpacing(8)
        self._back = button(self.tr("Back"), "quiet", "back")
        self._back.clicked.connect(self.back_asked)
        self._icon = QHBoxLayout()
        self._noun = ElidedLabel("second")
        self._mark = label(self.tr("Editing"), "editing")
        row.addWidget(self._back)
        row.addLayout(self._icon)
        row.addWidget(self._noun)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.history = button(self.tr("History"), "quiet", "history")
        self.bin = button(self.tr("Bin"), "quiet", "bin")
        self.put_back = button(self.tr("Put back"), "primary", "undo")
        self.edit = button(self.tr("Edit"), "plain", "pencil")
        self.done = button(self.tr("Done"), "primary", "check")
        self.more = tool("more", self.tr("More"))
        self.more.clicked.connect(self._on_more)
        self._offered: list[QPushButton] = []
        self._level = 0
        self._row = row
        for made in (self.history, self.bin, self.put_back, self.edit, self.done, self.more):
            row.addWidget(made)
        self._tips = {self.bin: self.tr("Put this into the bin; you can take it back")}
        self._words = {made: made.text() for made in (self._back, self.history, self.bin, self.edit)}
        self._absent: set[QPushButton] = {self._back}  # what cannot be done now
        self._show_level(0)

    def offer(self, buttons: list[QPushButton]) -> None:
        """What this record alone offers, in place of what was offered before: a filled one comes last, the
        others beside the history.
        """
        for old in self._offered:
            self._words.pop(old, None)
            self._tips.pop(old, None)
            old.setParent(None)
            old.deleteLater()
        self._offered = buttons
        for made in buttons:
            filled = made.property("kind") == "primary"
            at = self._row.indexOf(self.more if filled else self.bin)
            self._row.insertWidget(at, made)
            self._words[made] = made.text()
            self._tips[made] = made.toolTip()
        self._fit(anew=True)

    def show_tools(self, tools: QWidget | None) -> None:
        """Put the tools of what is edited below the head; those of before go."""
        if tools is self._tools:
            return
        if self._tools is not None:
            self._tools.setParent(None)
            self._tools.deleteLater()
        self._tools = tools
        if tools is not None and self._outer is not None:
            self._outer.addWidget(tools)

    def show_for(
        self, screen: KindScreen | None, *, exists: bool, editing: bool, in_bin: bool, reading: bool
    ) -> None:
        """Fit the head to what stands below."""
        empty(self._icon)
        self._icon.addWidget(icon_label(screen.icon if screen else "ask", "ink2"))
        self._noun.setText(screen.noun if screen else self.tr("From a newer Delve"))
        editable = screen is not None and screen.form is not None
        self._mark.setVisible(editing)
        for made, offered in (
            (self.history, exists),
            (self.bin, not in_bin),
            (self.put_back, in_bin),
            (self.edit, reading and editable and not in_bin),
            (self.done, editing),
        ):
            self._allow(made, offered=offered)
        self.offer([])
        self.show()

    def set_narrow(self, *, narrow: bool, list_name: str) -> None:
        """Show the way back to the list."""
        self._words[self._back] = list_name
        self._back.setAccessibleName(self.tr("Back to the list"))
        self._allow(self._back, offered=narrow)
        self._fit(anew=True)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with as little as can be: no window has to be wider for this."""
        return QSize(self._width(LEVELS), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Words and letters may have grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    # -- room ---------------------------------------------------------------------------------

    def _allow(self, made: QPushButton, *, offered: bool) -> None:
        self._absent = self._absent - {made} if offered else self._absent | {made}

    def _acts(self) -> list[QPushButton]:
        """Everything that can be done now."""
        every = [self._back, self.history, *self._offered, self.bin, self.put_back, self.edit, self.done]
        return [made for made in every if made not in self._absent]

    def _besides(self) -> list[QPushButton]:
        return [one for one in self._offered if one.property("kind") != "primary"]

    def _spared(self, level: int) -> list[QPushButton]:
        """Whose icons say enough where there is little room."""
        rarer = [self.history, self.bin]
        return [[], rarer, [*rarer, *self._besides(), self.edit, self._back], [self.edit, self._back]][level]

    def _behind(self, level: int) -> list[QPushButton]:
        """What is behind "More" where there is still less."""
        rarer = [self.history, *self._besides(), self.bin] if level == LEVELS else []
        return [made for made in rarer if made not in self._absent]

    def _width(self, level: int) -> int:
        """How wide it has to be with the room spared of a level."""
        behind, bare = self._behind(level), self._spared(level)
        stay = [made for made in self._acts() if made not in behind]
        parts = [_wide(made, self._words.get(made), bare=made in bare) for made in stay]
        if behind:
            parts.append(self.more.minimumWidth())  # it is fixed
        if not self._mark.isHidden():
            parts.append(self._mark.sizeHint().width())
        parts.append(self._icon.sizeHint().width())
        parts.append(self._noun.sizeHint().width() if level < LEVELS else 0)
        margins = self._row.contentsMargins()
        return margins.left() + margins.right() + sum(parts) + self._row.spacing() * len(parts)

    def _fit(self, *, anew: bool = False) -> None:
        """Words beside all icons where there is room for them."""
        level = next((one for one in range(LEVELS) if self._width(one) <= self.width()), LEVELS)
        if anew or level != self._level:
            self._show_level(level)

    def _show_level(self, level: int) -> None:
        self._level = level
        behind, bare = self._behind(level), self._spared(level)
        acts = self._acts()
        for made in (self._back, self.history, self.bin, self.put_back, self.edit, self.done):
            made.setVisible(made in acts and made not in behind)
        for made in self._offered:
            made.setVisible(made not in behind)
        for made, words in self._words.items():
            made.setText("" if made in bare else words)
            made.setToolTip(self._tips.get(made) or (words if made in bare else ""))
        self.more.setVisible(bool(behind))

    def _on_more(self) -> None:
        menu = QMenu(self.more)
        menu.setAccessibleName(self.more.accessibleName())
        for made in self._behind(self._level):
            menu.addAction(made.icon(), self._words[made], made.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _wide(made: QPushButton, words: str | None, *, bare: bool) -> int:
    """How wide a button is with its words or without them, whichever it has now."""
    hint = made.sizeHint().width()
    if not words or bare == (not made.text()):
        return hint
    advance = made.fontMetrics().horizontalAdvance(words)
    return hint - advance if bare else hint + advance
