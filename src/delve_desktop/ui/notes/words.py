"""Words for a note's choices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def sensitivities() -> dict[str, str]:
    """Who may see a note, by the value that is stored."""
    return {
        "": QCoreApplication.translate("notes", "Not said"),
        "open": QCoreApplication.translate("notes", "Open to all"),
        "members": QCoreApplication.translate("notes", "For members"),
        "personal": QCoreApplication.translate("notes", "Names persons, handle with care"),
    }
