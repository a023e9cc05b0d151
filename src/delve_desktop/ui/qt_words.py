"""Words of Qt's own dialogs that Qt's catalogues of our languages lack, though Qt shows them.

Nothing here is called by the window: Qt asks for these words itself, under these contexts, and finds them in
our files, which are asked before its own (`translations.use`). They stand here so that
`packaging/translations.py` finds them. A test opens the dialogs, and tells what another version of Qt lacks.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def of_file_dialogs() -> tuple[str, ...]:
    """Where no dialog of the system is used."""
    return (
        QCoreApplication.translate("QFileDialog", "&Look in:"),
        QCoreApplication.translate("QFileDialog", "Files of &type:"),
        QCoreApplication.translate(
            "QFileSystemModel",
            '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no'
            " punctuation marks.",
        ),
    )


def of_print_dialogs() -> tuple[str, ...]:
    """On Linux; Windows and macOS have their own."""
    return (
        QCoreApplication.translate("QPrintSettingsOutput", "Page &Set:"),
        QCoreApplication.translate("QPrintSettingsOutput", "Color"),
        QCoreApplication.translate("QPrintSettingsOutput", "Double Sided Printing"),
        QCoreApplication.translate("QPrintSettingsOutput", "Off"),
        QCoreApplication.translate("QPrintSettingsOutput", "Long side binding"),
        QCoreApplication.translate("QPrintSettingsOutput", "Short side binding"),
        QCoreApplication.translate("QPrintSettingsOutput", "Pages"),
        QCoreApplication.translate(
            "QPrintSettingsOutput",
            "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a"
            " hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
        ),
    )
