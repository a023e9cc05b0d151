"""What can be done by its name from the field above."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from delve_desktop.ui import translations

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
        Command(
            _tr("Bring in contacts from a file"),
            "contact",
            shell.vcards.choose,
            also=_tr("import address book vCard"),
        ),
        Command(_tr("Sync now"), "sync", shell.sync, also=_tr("send receive exchange")),
        Command(_tr("Lock"), "lock", shell.lock_asked.emit, "Ctrl+L"),
        Command(_tr("Settings"), "contact", lambda: shell.go(Section.SETTINGS), "Ctrl+,"),
        Command(_tr("Help for this page"), "ask", shell.ways_back.ask_help, "F1", also=_tr("help")),
    ]
    for entry in entries():
        go = _going(shell, entry.section)
        found.append(Command(_tr("Go to {0}").format(entry.words), entry.icon, go, also=entry.words))
    for space in shell.other_spaces():
        words = _tr("Work in {0}").format(space.name or _tr("A new space"))
        found.append(Command(words, "globe", lambda chosen=space.id: shell.choose_space(chosen)))  # type: ignore[misc]
    return [*found, *_looks(shell), *_languages(shell)]


def _looks(shell: Shell) -> Iterator[Command]:
    """The looks that are not in use."""
    themes: tuple[tuple[str | None, str], ...] = (
        (None, _tr("Light or dark as the system")),
        ("light", _tr("Light")),
        ("dark", _tr("Dark")),
    )
    for name, words in themes:
        if name != shell.preferences.settings.theme:
            choose = partial(shell.preferences.choose_theme, name)
            yield Command(words, "eye", choose, also=_tr("theme colours"))


def _languages(shell: Shell) -> Iterator[Command]:
    """The languages that are not in use, each by its own name."""
    for code, name in translations.AVAILABLE.items():
        if code != shell.preferences.language:
            choose = partial(shell.preferences.choose_language, code)
            yield Command(_tr("Language: {0}").format(name), "globe", choose, also="language")


def _going(shell: Shell, section: object) -> Callable[[], None]:
    return lambda: shell.go(section)  # type: ignore[arg-type]
