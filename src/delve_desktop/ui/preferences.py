"""What a person chose for this laptop: language, text size, light or dark, when to lock."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from delve_desktop.domain.errors import DelveError
from delve_desktop.settings import Settings

from . import theme, translations

UNREADABLE = ".unreadable"  # the end of the name that settings get which could not be read
_THEMES = {"light": theme.LIGHT_THEME, "dark": theme.DARK_THEME}
_log = logging.getLogger(__name__)


class Preferences(QObject):
    """The settings while the program runs. Main thread; `keep` writes them on a worker's.

    Settings that cannot be read are left aside, with a warning, and stay as they are until the person chooses
    something: then their file is renamed, and a new one is written.
    """

    outdated = Signal()
    """Another language or text size: whatever is on screen must be built anew."""
    idle_changed = Signal()
    """Another time until an untouched window locks."""

    def __init__(
        self, file: Path | None = None, keep: Callable[[Callable[[], Any]], Any] | None = None
    ) -> None:
        super().__init__()
        self._file = file
        self._keep = keep or (lambda write: write())
        self._readable = True
        self._settings = self._read()

    def _read(self) -> Settings:
        if self._file is None:
            return Settings()
        try:
            return Settings.read(self._file)
        except (DelveError, OSError) as error:
            _log.warning("The settings were left aside: %s", error)
            self._readable = False
            return Settings()

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    @property
    def language(self) -> str:
        """The language of the window: as chosen, or the system's, or English."""
        return translations.of_system(self._settings.language)

    @property
    def text_size(self) -> int:
        """Percent."""
        return self._settings.text_size or 100

    def remember_vault(self, folder: Path) -> None:
        """Who was here last; not worth replacing settings that cannot be read."""
        self._settings = self._settings.with_vault(folder)
        if self._readable:
            self._write()

    def choose_language(self, code: str) -> None:
        """One of `translations.AVAILABLE`, in use at once."""
        self._choose(language=code)
        translations.use(_app(), code)
        self.outdated.emit()

    def choose_text_size(self, percent: int) -> None:
        """One of `settings.TEXT_SIZES`, in use at once."""
        self._choose(text_size=percent)
        self.apply_look()
        self.outdated.emit()

    def choose_theme(self, name: str | None) -> None:
        """One of `settings.THEMES`, or None for the system's, in use at once."""
        self._choose(theme=name)
        self.apply_look()

    def choose_idle_minutes(self, minutes: int) -> None:
        """One of `settings.IDLE_MINUTES`."""
        self._choose(idle_minutes=minutes)
        self.idle_changed.emit()

    def apply_look(self) -> None:
        """Colours and type sizes, for the whole program."""
        theme.apply(_app(), _THEMES.get(self._settings.theme or ""), self.text_size / 100)

    def apply(self) -> None:
        """Language and look, before the first window."""
        translations.use(_app(), self.language)
        self.apply_look()

    def _choose(self, **chosen: Any) -> None:
        self._settings = self._settings._replace(**chosen)
        self._write()

    def _write(self) -> None:
        file, settings, aside = self._file, self._settings, not self._readable
        self._readable = True
        if file is not None:
            self._keep(lambda: _write(file, settings, aside=aside))


def _write(file: Path, settings: Settings, *, aside: bool) -> None:
    """On a worker's thread. Nobody needs the settings to go on: a disk that takes nothing is noted."""
    try:
        if aside and file.exists():
            file.replace(file.with_name(file.name + UNREADABLE))
        settings.write(file)
    except OSError as error:
        _log.warning("The settings could not be kept: %s", error)


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the program has no QApplication yet")
    return app
