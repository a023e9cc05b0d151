"""Words for a contact's choices, countries and languages in the person's own language."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale


def categories() -> dict[str, str]:
    """What a contact is, by the value that is stored."""
    return {
        "": QCoreApplication.translate("contacts", "Not said"),
        "person": QCoreApplication.translate("contacts", "Person"),
        "association": QCoreApplication.translate("contacts", "Association"),
        "cooperative": QCoreApplication.translate("contacts", "Cooperative"),
        "agency": QCoreApplication.translate("contacts", "Agency"),
        "supplier": QCoreApplication.translate("contacts", "Supplier"),
    }


@cache
def countries() -> dict[str, str]:
    """Two-letter code to name, by name."""
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == 2 and code.isalpha():
            found[code] = QLocale.territoryToString(territory)
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def country(code: str) -> str:
    """A country's name; a code that is not known stays as it is."""
    return countries().get(code, code)


def language(code: str) -> str:
    """A language's name; a code that is not known stays as it is."""
    found = QLocale.codeToLanguage(code)
    return code if found == QLocale.Language.AnyLanguage else QLocale.languageToString(found)


@cache
def _codes() -> dict[str, str]:
    return {
        QLocale.languageToString(each).casefold(): QLocale.languageToCode(each)
        for each in QLocale.Language
        if len(QLocale.languageToCode(each)) in (2, 3)
    }


def language_code(name: str) -> str:
    """The code for a language's name, or for a code itself; else the words as typed."""
    typed = name.strip()
    return _codes().get(typed.casefold(), typed.lower() if len(typed) <= 3 else typed)
