"""Esc in the main window: one thing is closed at a time, and what F1 or a search led to leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sections import HELP_OF, Place, Section, listing

if TYPE_CHECKING:
    from .shell import Shell


class WaysBack:
    """Knows where F1 was pressed, and where one was before all that was found was listed."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._before_help: Place | None = None
        self._before_found = Section.HOME

    def ask_help(self) -> None:
        """Open the help at the page for where we are."""
        page, place = HELP_OF[self._shell.section], self._shell.place
        if place.section is not Section.HELP:
            self._shell.go(Section.HELP)
            self._before_help = place
        self._shell.help.open(page)

    def note(self, section: Section) -> None:
        """The person goes to a section."""
        self._before_help = None
        if section is Section.FOUND and self._shell.section is not Section.FOUND:
            self._before_found = self._shell.section

    def escape(self) -> None:
        """Close what is open in the page, or go back."""
        shell = self._shell
        if listing(shell.section) is None:
            if not self._leave_help() and shell.section is Section.SYNC:
                shell.exchange.escape()
            return
        if shell.pane.escape() or shell.list.escape():
            return
        if shell.narrow and not shell.list.isVisible():
            shell.show_list()
            shell.list.rows.setFocus()
        elif shell.section is Section.FOUND:
            shell.go(self._before_found)
        elif shell.list.search.text():
            shell.list.search.clear()

    def _leave_help(self) -> bool:
        """Back to where F1 was pressed; False when that is not known."""
        place = self._before_help
        if place is None or self._shell.section is not Section.HELP:
            return False
        self._shell.go(place.section)
        if place.record is not None:
            self._shell.show_record(place.record)
        return True
