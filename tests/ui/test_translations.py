"""The language of the window: chosen, put in use, and changed while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QTreeView,
    QWidget,
)

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


SAME = {
    "fr": {"Type", "OK", "Copies", "Options", "Pages", "&Options >>"},
    "es": {"OK", "&No", "Color"},
    "pt": {"OK"},
}
"""What reads as in English."""


@pytest.mark.parametrize("language", sorted(SAME))
def test_no_dialog_of_qt_s_own_speaks_english(language: str, qapp: QApplication):
    translations.use(qapp, "en")
    english = words_of_dialogs()
    translations.use(qapp, language)
    others = words_of_dialogs()
    assert len(english) == len(others)
    alike = {one for one, other in zip(english, others, strict=True) if one == other}
    assert {one for one in alike if "/" not in one and not one.strip(".").isdigit()} - {"", "..."} <= SAME[
        language
    ]


def words_of_dialogs() -> list[str]:
    """All that is read in the dialogs and menus that Qt brings along, in one order."""
    kept: list[QObject] = []
    said: list[str] = []
    for mode in (
        QFileDialog.FileMode.ExistingFiles,
        QFileDialog.FileMode.Directory,
        QFileDialog.FileMode.AnyFile,
    ):
        files = QFileDialog()
        files.setOption(QFileDialog.Option.DontUseNativeDialog)
        files.setFileMode(mode)
        kept.append(files)
    asked = QMessageBox.StandardButton
    kept += [
        QMessageBox(
            QMessageBox.Icon.Question, "", "", asked.Yes | asked.No | asked.Cancel | asked.Ok | asked.Save
        ),
        *(QTextEdit(), QPlainTextEdit(), QLineEdit(), QSpinBox(), QDateEdit()),
        QPrintDialog(QPrinter()),
    ]
    for dialog in kept:
        said += words_in(dialog)
        dialog.deleteLater()
    return said


def words_in(dialog: QObject) -> list[str]:
    said: list[str] = []
    for part in (dialog, *dialog.findChildren(QWidget)):
        asked = ("text", "title", "toolTip", "placeholderText", "windowTitle")
        said += [getattr(part, name)() for name in asked if hasattr(part, name)]
        if isinstance(part, QComboBox):
            said += [part.itemText(row) for row in range(part.count())]
        if isinstance(part, QTabWidget):
            said += [part.tabText(row) for row in range(part.count())]
        if isinstance(part, QTreeView) and part.model() is not None:
            columns = range(part.model().columnCount())
            said += [str(part.model().headerData(one, Qt.Orientation.Horizontal)) for one in columns]
        if isinstance(part, QLineEdit | QTextEdit | QPlainTextEdit):
            menu = part.createStandardContextMenu()
            said += [action.text().partition("\t")[0] for action in menu.actions()]
            menu.deleteLater()
    return [one for one in said if one]
