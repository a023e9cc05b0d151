"""The language of the window: which there are, which one is meant, and putting it in use.

The words lie in `resources/translations/delve_<language>.qm`, compiled from the .ts beside them when the
program is built. English is in the sources; its file has the plurals only. A running window takes another
language in when it is built anew: the start page or the shell (`Program`).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from delve_desktop.settings import resources_dir

from . import early

AVAILABLE: Final[dict[str, str]] = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
}
"""Code of a language to its own name for itself, in the order in which it is offered."""

_OF_QT: Final = {"pt": "pt_BR"}  # the only Portuguese that Qt's own words come in

_FROM_RIGHT: Final = frozenset({"ar", "fa", "he", "ur"})  # what is read so, once there are words for it

_log = logging.getLogger(__name__)
_current = ["en"]
_installed: list[QTranslator] = []  # application-wide, as Qt's are


def folder() -> Path:
    """Where the compiled words lie."""
    return resources_dir() / "translations"


def chosen(language: str | None, system: Sequence[str]) -> str:
    """The language to use: what the person chose, else the first of the system's that there is, else English.

    Languages are named as in BCP 47 or POSIX: "fr", "pt-BR", "es_PE".
    """
    for name in (language, *system):
        code = (name or "").replace("_", "-").partition("-")[0].lower()
        if code in AVAILABLE:
            return code
    return "en"


def of_system(language: str | None = None) -> str:
    """`chosen`, with the languages that this system is set to."""
    return chosen(language, QLocale.system().uiLanguages())


def current() -> str:
    """The language in use, a code of `AVAILABLE`."""
    return _current[0]


def use(app: QApplication, code: str) -> bool:
    """Show what is built from now on in a language of `AVAILABLE`; dates and numbers follow.

    False when its words are not there: the window then speaks English.
    """
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    _current[0] = code
    QLocale.setDefault(_locale(code))
    app.setProperty("layoutDirection", early.FROM_RIGHT if code in _FROM_RIGHT else early.FROM_LEFT)
    _install(
        app, f"qtbase_{_OF_QT.get(code, code)}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    )
    found = _install(app, f"delve_{code}", str(folder()))
    if not found:
        _log.warning("There are no words in %s: the program was built without them.", code)
    return found


def _locale(code: str) -> QLocale:
    """How dates and numbers are written: as the system does, where it speaks this language."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == code else QLocale(code)


def _install(app: QApplication, name: str, place: str) -> bool:
    translator = QTranslator(app)
    if not translator.load(name, place):
        return False
    _installed.append(translator)
    return app.installTranslator(translator)
