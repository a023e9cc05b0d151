"""A second start whose window does not answer says so in the language of the window, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from delve_desktop import starting
from delve_desktop.domain.errors import InUse
from delve_desktop.settings import Settings, settings_file
from delve_desktop.ui import theme, translations
from delve_desktop.ui.one_window import OneWindow

SILENT = "The other window is silent."
SAFE = {
    "en": "What was saved is safe",
    "fr": "ce qui a été",
    "es": "Lo que se guardó",
    "pt": "O que foi salvo",
}


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    translations.use(qapp, "en")
    theme.apply(qapp, theme.LIGHT_THEME)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What is said by a start while another window is open and does not answer."""
    said: list[str] = []

    def refused(_one: OneWindow, _files: Sequence[Path]) -> None:
        raise InUse(SILENT)

    monkeypatch.setenv("DELVE_HOME", str(tmp_path))
    monkeypatch.setattr(OneWindow, "take", lambda _one: False)
    monkeypatch.setattr(OneWindow, "hand_over", refused)
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    return said


@pytest.mark.parametrize("language", SAFE)
def test_a_silent_window_is_told_of_in_the_language_that_was_chosen(told: list[str], language: str) -> None:
    Settings(language=language).write(settings_file())
    assert starting.run([]) == starting.IN_USE
    (said,) = told
    assert SILENT not in said
    assert SAFE[language].lower() in said.lower()


def test_files_that_were_handed_over_are_no_failure(told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Sequence[Path]] = []
    monkeypatch.setattr(OneWindow, "hand_over", lambda _one, files: given.append(files))
    assert starting.run(["/a/b.vcf"]) == 0
    assert given == [[Path("/a/b.vcf")]]
    assert not told
