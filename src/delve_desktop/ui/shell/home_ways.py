"""Where the buttons of the home page lead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from delve_desktop.ui.desk import Desk
from delve_desktop.ui.exchange.panels import Panel

from .going_on import go_on
from .sections import Section, section_of

if TYPE_CHECKING:
    from .shell import Shell


def lead_from_home(shell: Shell, desk: Desk) -> None:
    """Connect the page with the rest of the window."""
    home = shell.home
    home.write_asked.connect(lambda: shell.start_new("note"))
    home.decide_asked.connect(lambda: decide(shell))
    home.people_asked.connect(lambda: shell.go(Section.SYNC))
    home.join_asked.connect(lambda: _open_door(shell, shell.exchange.join))
    home.start_asked.connect(lambda: _open_door(shell, shell.exchange.found))
    home.record_chosen.connect(shell.show_row)
    home.draft_chosen.connect(partial(go_on, shell, desk))
    home.all_asked.connect(lambda kinds: shell.go(section_of(kinds)))
    home.call_list_asked.connect(lambda: shell.go(Section.CONTACTS))


def decide(shell: Shell) -> None:
    """To the merge desk, where the first record lies open already."""
    shell.go(Section.MERGE)
    shell.list.open_first()


def _open_door(shell: Shell, panel: Panel) -> None:
    shell.go(Section.SYNC)
    shell.exchange.open(panel)
