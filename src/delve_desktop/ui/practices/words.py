"""What the fields of a practice are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def called(label: str) -> str:
    """A field's name in the person's language; `label` is the one in the table."""
    return QCoreApplication.translate("fields", label)
