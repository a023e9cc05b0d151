"""What stands right of the left pane: home, the lists, sync, help, the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from delve_desktop.ui.settings.page import SettingsPage

from .sections import Section


class Pages(QStackedWidget):
    """One page a time. The settings are made when they are first asked for: few starts need them."""

    def __init__(
        self,
        home: QWidget,
        records: QWidget,
        exchange: QWidget,
        help_: QWidget,
        make_settings: Callable[[], SettingsPage],
    ) -> None:
        super().__init__()
        self._records = records
        self._of = {Section.HOME: home, Section.SYNC: exchange, Section.HELP: help_}
        self._make_settings = make_settings
        self._settings: SettingsPage | None = None
        for page in (home, records, exchange, help_):
            self.addWidget(page)

    @property
    def settings(self) -> SettingsPage:
        """The page of the settings."""
        if self._settings is None:
            self._settings = self._make_settings()
            self.addWidget(self._settings)
        return self._settings

    @property
    def holds(self) -> str:
        """The object name of what has the keyboard on the page that is shown; empty where it has none."""
        held: QWidget | None = self.window().focusWidget()  # the stubs leave out that it may be none
        page: QWidget | None = self.currentWidget()
        name = held.objectName() if held is not None and page is not None and page.isAncestorOf(held) else ""
        return "" if name.startswith("qt_") else name  # Qt's own, of which there are many

    def end_runs(self) -> None:
        """Stop what takes long in the settings: somebody locks."""
        if self._settings is not None:
            self._settings.end_runs()

    def show_section(self, section: Section, *, lists: bool) -> None:
        """Show the page of a section; `lists` where it is a list."""
        if lists:
            self.setCurrentWidget(self._records)
        else:
            self.setCurrentWidget(self.settings if section is Section.SETTINGS else self._of[section])
