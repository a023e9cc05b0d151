"""What can be done by its name from the field above."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .palette import Command
from .sections import Section, entries

if TYPE_CHECKING:
    from .shell import Shell


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)


def commands_of(shell: Shell) -> list[Command]:
    """Everything, in the order in which it is offered while nothing is typed."""
    found = [
        Command(_tr("New note"), "plus", lambda: shell.start_new("note"), "Ctrl+N"),
        Command(_tr("New contact"), "plus", lambda: shell.start_new("contact")),
        Command(_tr("Sync now"), "sync", shell.sync, also=_tr("send receive exchange")),
        Command(_tr("Lock"), "lock", shell.lock_asked.emit, "Ctrl+L"),
        Command(_tr("Settings"), "contact", lambda: shell.go(Section.SETTINGS), "Ctrl+,"),
    ]
    for entry in entries():
        go = _going(shell, entry.section)
        found.append(Command(_tr("Go to {0}").format(entry.words), entry.icon, go, also=entry.words))
    for space in shell.other_spaces():
        words = _tr("Work in {0}").format(space.name or _tr("A new space"))
        found.append(Command(words, "globe", lambda chosen=space.id: shell.choose_space(chosen)))  # type: ignore[misc]
    return found


def _going(shell: Shell, section: object) -> Callable[[], None]:
    return lambda: shell.go(section)  # type: ignore[arg-type]
