"""What a note is about, in one row of chips below its title: the place, the themes, and *Add*."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from delve_desktop.services import vocabularies
from delve_desktop.ui.widgets.basics import button
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.flow import Flow
from delve_desktop.ui.widgets.frames import empty

THEMES = "themes"


class AboutRow(QWidget):
    """Holds the place and the themes while they are edited; themes are shown by their words."""

    edited = Signal()
    """The place or a theme came, went or changed."""

    def __init__(self) -> None:
        super().__init__()
        self._place = ""
        self._themes: list[str] = []
        self._row = Flow()
        self.place_part = QWidget()
        self._place_line = QHBoxLayout(self.place_part)
        self._place_line.setContentsMargins(0, 0, 0, 0)
        self._add = button(self.tr("Add"), "choice", "plus")
        self._add.setAccessibleName(self.tr("Add a place or a theme"))
        self._add.clicked.connect(self._on_add)
        self._entry = QLineEdit()
        self._entry.hide()
        self._taken: Callable[[str], None] = self._take_place
        self._entry.editingFinished.connect(self._on_entered)
        self._entry.textEdited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._row)
        column.addWidget(self._entry)
        self._rebuild()

    # -- values ----------------------------------------------------------------------------------

    def place(self) -> str | None:
        """The place; None for none. What is typed and not entered yet counts."""
        if self._entry.isVisibleTo(self) and self._taken == self._take_place:
            return self._entry.text().strip() or None
        return self._place or None

    def set_place(self, place: object) -> None:
        """Show this place."""
        self._place = "" if place is None else str(place)
        self._entry.hide()
        self._rebuild()

    def themes(self) -> list[str]:
        """The themes as they are stored, with what is typed and not entered yet."""
        typed = self._entry.text().strip()
        if typed and self._entry.isVisibleTo(self) and self._taken == self._take_theme:
            meant = vocabularies.meant(THEMES, typed, QLocale().name()) or typed
            return [*self._themes, *([meant] if meant not in self._themes else [])]
        return list(self._themes)

    def set_themes(self, themes: object) -> None:
        """Show these themes."""
        self._themes = [str(each) for each in themes] if isinstance(themes, list | tuple) else []
        self._rebuild()

    # -- acting ----------------------------------------------------------------------------------

    def _on_add(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self._place:
            menu.addAction(self.tr("Place …")).triggered.connect(self.ask_place)
        menu.addAction(self.tr("Another theme …")).triggered.connect(self._ask_theme)
        menu.addSeparator()
        for theme, words in vocabularies.offered(THEMES, QLocale().name()).items():
            if theme not in self._themes:
                menu.addAction(words).triggered.connect(partial(self._take_theme, theme))
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def ask_place(self) -> None:
        """Let the place be written, in place of its chip."""
        self._ask(self._take_place, self._place, self.tr("Village, mine, district"), self.tr("Place"))

    def _ask_theme(self) -> None:
        self._ask(self._take_theme, "", self.tr("Theme"), self.tr("Theme"))

    def _ask(self, taken: Callable[[str], None], start: str, hint: str, name: str) -> None:
        self._taken = taken
        self._entry.setText(start)
        set_hint(self._entry, hint)
        self._entry.setAccessibleName(name)
        self._entry.show()
        self._entry.setFocus()
        self._rebuild()

    def _on_entered(self) -> None:
        if self._entry.isHidden():
            return
        typed = self._entry.text().strip()
        if self._taken == self._take_theme and typed:
            typed = vocabularies.meant(THEMES, typed, QLocale().name()) or typed
        had_focus = self._entry.hasFocus()
        self._entry.hide()
        self._taken(typed)
        if had_focus:
            self._add.setFocus()

    def _take_place(self, place: str) -> None:
        if place != self._place:
            self._place = place
            self.edited.emit()
        self._rebuild()

    def _take_theme(self, theme: str, *_checked: object) -> None:
        if theme and theme not in self._themes:
            self._themes.append(theme)
            self.edited.emit()
        self._rebuild()

    def _drop_theme(self, theme: str) -> None:
        self._themes.remove(theme)
        self._rebuild()
        self._add.setFocus()
        self.edited.emit()

    # -- showing ---------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        empty(self._place_line)
        line = self._row.line
        for kept in (self.place_part, self._add):
            line.removeWidget(kept)
        empty(line)
        asking = not self._entry.isHidden() and self._taken == self._take_place
        if self._place and not asking:
            self._place_line.addWidget(self._place_chip())
        line.addWidget(self.place_part)
        for theme in self._themes:
            line.addWidget(self._theme_chip(theme))
        line.addWidget(self._add)
        self._row.updateGeometry()

    def _place_chip(self) -> QPushButton:
        made = button(self._place, "chip", "pin")
        made.setAccessibleName(self.tr("Place: {0}. Change it").format(self._place))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(self.ask_place)
        return made

    def _theme_chip(self, theme: str) -> QPushButton:
        words = vocabularies.word(THEMES, theme, QLocale().name())
        made = button(words, "chip", "x")
        turned = Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        made.setLayoutDirection(turned)  # the cross follows the word
        made.setIconSize(QSize(14, 14))
        made.setAccessibleName(self.tr("Take {0} off").format(words))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(partial(self._drop_theme, theme))
        return made
