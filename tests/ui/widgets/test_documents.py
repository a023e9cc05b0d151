"""Where what leaves Delve is offered to go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from delve_desktop.ui.widgets.documents import documents


def test_it_is_among_the_documents_or_else_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folders: dict[object, object] = {place: tmp_path / "Documents"}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda asked: str(folders.get(asked, tmp_path)))
    assert documents("Sheet.pdf") == str(tmp_path / "Sheet.pdf")
    folders[place] = ""  # as Qt says of one that cannot be reached
    assert documents("Sheet.pdf") == str(tmp_path / "Sheet.pdf")
    folders[place] = tmp_path / "Documents"
    (tmp_path / "Documents").mkdir()
    assert documents("Sheet.pdf") == str(tmp_path / "Documents" / "Sheet.pdf")
