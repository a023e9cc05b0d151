"""What a screen reader says of a line of a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from delve_desktop.services.views import RecordRow

from .words import home_of


def spoken(row: RecordRow) -> str:
    """One sentence for a screen reader."""
    parts = [
        row.title or QCoreApplication.translate("RecordList", "(without a title)"),
        home_of(row),
        row.author,
    ]
    if row.fresh:
        parts.append(QCoreApplication.translate("RecordList", "new"))
    if row.attachments:
        parts.append(
            QCoreApplication.translate("RecordList", "%n picture(s) or file(s)", "", row.attachments)
        )
    if row.voice:
        parts.append(QCoreApplication.translate("RecordList", "with a recording"))
    if row.disputes:
        parts.append(QCoreApplication.translate("RecordList", "two versions, needs a decision"))
    if row.in_bin:
        parts.append(QCoreApplication.translate("RecordList", "in the bin"))
    elif row.unsent:
        parts.append(QCoreApplication.translate("RecordList", "not yet sent"))
    return ", ".join(part for part in parts if part)
