"""The language of the window: chosen, put in use, and changed while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from delve_desktop.ui import translations
from delve_desktop.ui.ages import age


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    translations.use(qapp, "en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    "language, system, expected",
    [
        ("pt-BR", ["fr-FR"], "pt"),
        (None, ["sw-TZ", "fr_BF", "en"], "fr"),
        (None, ["mn"], "en"),
        ("xx", ["es_PE"], "es"),
        (None, [], "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_first_of_the_system_that_there_is(language, system, expected):
    assert translations.chosen(language, system) == expected


def test_english_has_its_plurals(qapp: QApplication):
    assert translations.use(qapp, "en")
    assert age(1_000_000, 1_000_000 + 60 * 2) == "2 minutes ago"
    assert age(1_000_000, 1_000_000 + 3600) == "1 hour ago"


def test_dates_numbers_and_standard_words_follow_the_language(qapp: QApplication):
    translations.use(qapp, "fr")
    assert QLocale().toString(1234.5, "f", 1).endswith(",5")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    translations.use(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_without_words_leaves_english(qapp: QApplication, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(translations, "folder", lambda: tmp_path)
    assert not translations.use(qapp, "fr")
    assert QCoreApplication.translate("ages", "now") == "now"
