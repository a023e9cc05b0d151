"""Words for a contact's choices, countries and languages in the person's own language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from delve_desktop.services import vocabularies


def categories() -> dict[str, str]:
    """What a contact is, by the value that is stored."""
    unsaid = QCoreApplication.translate("contacts", "Not said")
    return {"": unsaid, **vocabularies.offered("categories", QLocale().name())}


def countries() -> dict[str, str]:
    """Two-letter code to name, by name."""
    return dict(vocabularies.offered(vocabularies.COUNTRIES, QLocale().name()))


def country(code: str) -> str:
    """A country's name; a code that is not known stays as it is."""
    return vocabularies.word(vocabularies.COUNTRIES, code, QLocale().name())


def language(code: str) -> str:
    """A language's name; a code that is not known stays as it is."""
    return vocabularies.word(vocabularies.LANGUAGES, code, QLocale().name())


def language_code(name: str) -> str:
    """The code for a language's name, or for a code itself; else the words as typed."""
    typed = name.strip()
    found = vocabularies.meant(vocabularies.LANGUAGES, typed, QLocale().name())
    return found or (typed.lower() if len(typed) <= 3 else typed)
