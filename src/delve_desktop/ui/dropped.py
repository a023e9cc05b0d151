"""The files among what is dropped or pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> list[Path]:
    """Those of this laptop.

    An address with a host is of another machine: to read it would be a call over the network, and on Windows
    hand that machine what proves who one is. Qt calls it local all the same.
    """
    urls = (url for url in data.urls() if url.isLocalFile() and not url.host())
    return [Path(name) for url in urls if not (name := url.toLocalFile()).startswith(("//", "\\\\"))]
