"""F1 in the main window: to the page of the help for where one is, and by Esc back to what stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sections import HELP_OF, Place, Section

if TYPE_CHECKING:
    from .shell import Shell


class HelpWay:
    """Knows where F1 was pressed."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._came_from: Place | None = None

    def ask(self) -> None:
        """Open the help at the page for where we are."""
        page, place = HELP_OF[self._shell.section], self._shell.place
        if place.section is not Section.HELP:
            self._shell.go(Section.HELP)
            self._came_from = place
        self._shell.help.open(page)

    def forget(self) -> None:
        """The person went somewhere by another way."""
        self._came_from = None

    def leave(self) -> bool:
        """Back to where F1 was pressed; False when that is not known."""
        place = self._came_from
        if place is None or self._shell.section is not Section.HELP:
            return False
        self._shell.go_to(place)
        return True
