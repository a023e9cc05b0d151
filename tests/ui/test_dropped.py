"""What counts as a file that was dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from delve_desktop.ui.dropped import files_in


def _dropped(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def test_files_of_this_laptop_are_taken():
    assert files_in(_dropped("file:///home/amina/a%20b.png", "https://example.org/c.png")) == [
        Path("/home/amina/a b.png")
    ]


@pytest.mark.parametrize(
    "address", ["file://host/share/a.png", "file:////host/share/a.png", "file://10.0.0.1/a.png"]
)
def test_inv24_a_file_of_another_machine_is_not_fetched(address: str):
    assert files_in(_dropped(address)) == []
