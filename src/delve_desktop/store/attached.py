"""What is kept of a record's attachments beside its state: derived from it, as links are."""

from __future__ import annotations

from typing import Any, Final

from delve_desktop.domain.attachments import attachments_of, parts_standing
from delve_desktop.domain.state import RecordState

INSERT_ROW_FILES: Final = "INSERT INTO row_files(row, attachments, voice, thumb) VALUES (?, ?, ?, ?)"
INSERT_ATTACHED: Final = "INSERT INTO attached(source, root, role, key, size) VALUES (?, ?, ?, ?, ?)"


def attached_rows(row: int, state: RecordState) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The rows of `row_files` (one or none) and of `attached` for the record in a row."""
    values = attachments_of(state)
    if not values:
        return [], []
    parts = parts_standing(state)
    roots = {value.get("root") for value in values}
    voice = any(str(value.get("type", "")).startswith("audio/") for value in values)
    thumb = next((part.root for part in parts if part.role == "thumb"), b"")
    shown = (row, len(roots), int(voice), thumb)
    return [shown], sorted((row, part.root, part.role, part.key, part.size) for part in parts)
