"""What this program is, and whose work it stands on."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt, qVersion

from delve_desktop import __version__
from delve_desktop.services.licences import NAME, Component, components
from delve_desktop.settings import resources_dir
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.widgets.basics import button, label

from .card import Card
from .licences import LicencesDialog

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
    """Version and licences; the notices of all parts where the program is a frozen one."""

    def __init__(self, desk: Desk) -> None:
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
        self._desk = desk
        self.dialog: LicencesDialog | None = None
        self.licences = button(self.tr("Licences of all parts"), "outline", "note")
        self.licences.clicked.connect(self._on_licences)
        self.licences.setVisible((resources_dir() / NAME).is_file())
        self.body.addWidget(self.licences, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_licences(self) -> None:
        # a megabyte: read where nobody waits for it
        self._desk.ask(lambda _use: components(), self._on_read, owner=self)

    def _on_read(self, found: list[Component]) -> None:
        if not self.isVisible():  # somebody locked meanwhile, or went elsewhere
            return
        self.dialog = LicencesDialog(found, self.window())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.open()


def _versions() -> list[str]:
    """What is installed, by name and version; what a build left out is left out."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:  # a packed program has not the files that tell
            found.append(package)
    return found
