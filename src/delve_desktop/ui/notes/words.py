"""Words for a note's choices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from delve_desktop.services import vocabularies


def sensitivities() -> dict[str, str]:
    """Who may see a note, by the value that is stored."""
    unsaid = QCoreApplication.translate("notes", "Not said")
    return {"": unsaid, **vocabularies.offered("sensitivities", QLocale().name())}
