"""What this program is, and whose work it stands on."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import qVersion

from delve_desktop import __version__
from delve_desktop.ui.widgets.basics import label

from .card import Card

PACKAGES = (
    "PySide6-Essentials",
    "sqlcipher3",
    "cryptography",
    "SQLModel",
    "SQLAlchemy",
    "httpx",
    "msgspec",
    "mnemonic",
    "zxcvbn",
    "segno",
    "zxing-cpp",
    "PyYAML",
)


class AboutCard(Card):
    """Version and licences."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("About Delve"),
            self.tr("Version {0}. Free software under the Apache License 2.0.").format(__version__),
        )
        self.body.addWidget(
            label(
                self.tr(
                    "Qt {0} is used under the LGPL 3, the fonts Noto Sans and Noto Serif under the Open Font"
                    " License. It also stands on the work of others:"
                ).format(qVersion()),
                "second",
                wrap=True,
            )
        )
        self.body.addWidget(label(", ".join(_versions()), "second", wrap=True, selectable=True))


def _versions() -> list[str]:
    """What is installed, by name and version; what a build left out is left out."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:  # a packed program has not the files that tell
            found.append(package)
    return found
