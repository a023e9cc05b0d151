"""What is chosen for this laptop: language, text size, light or dark, and the time until it locks."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox

from delve_desktop.services.keeping.pin import IDLE_AFTER
from delve_desktop.settings import IDLE_MINUTES, TEXT_SIZES, THEMES
from delve_desktop.ui import translations
from delve_desktop.ui.preferences import Preferences

from .card import Card


def _select(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))


class LaptopCard(Card):
    """Each choice counts at once."""

    def __init__(self, preferences: Preferences, *, locks: bool) -> None:
        super().__init__(self.tr("This laptop"))
        self._preferences = preferences
        chosen = preferences.settings
        self.language = self.choice(self.tr("Language"))
        self.language.setObjectName(
            "language"
        )  # who chooses one goes on there, in a window that is built anew
        for code, name in translations.AVAILABLE.items():
            self.language.addItem(name, code)
        _select(self.language, preferences.language)
        self.language.activated.connect(lambda _at: preferences.choose_language(self.language.currentData()))
        self.text_size = self.choice(self.tr("Size of letters"))
        self.text_size.setObjectName("text-size")
        for percent in TEXT_SIZES:
            self.text_size.addItem(self.tr("{0} %").format(QLocale().toString(percent)), percent)
        _select(self.text_size, preferences.text_size)
        self.text_size.activated.connect(
            lambda _at: preferences.choose_text_size(self.text_size.currentData())
        )
        self.theme = self.choice(self.tr("Light or dark"))
        self.theme.addItem(self.tr("As the system"), None)
        words = {"light": self.tr("Light"), "dark": self.tr("Dark")}
        for name in THEMES:
            self.theme.addItem(words[name], name)
        self.theme.setCurrentIndex(1 + THEMES.index(chosen.theme) if chosen.theme in THEMES else 0)
        self.theme.activated.connect(lambda _at: preferences.choose_theme(self.theme.currentData()))
        if locks:
            self.idle = self.choice(self.tr("Lock when nobody touches it for"))
            for minutes in IDLE_MINUTES:
                self.idle.addItem(self.tr("%n minute(s)", "", minutes), minutes)
            _select(self.idle, chosen.idle_minutes or round(IDLE_AFTER / 60))
            self.idle.activated.connect(lambda _at: preferences.choose_idle_minutes(self.idle.currentData()))
