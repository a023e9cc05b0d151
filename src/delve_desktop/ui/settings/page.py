"""The settings: what is chosen for this laptop, and what opens and copies the vault."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from delve_desktop.services.keeping.pin import IdleLock
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.preferences import Preferences
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.columns import Columns
from delve_desktop.ui.widgets.frames import page

from .about import AboutCard
from .backup import BackupCard
from .laptop import LaptopCard
from .passphrase import PassphraseCard
from .pin import PinCard
from .recovery import RecoverySettings

LEAST = 120  # pixels of a text that wraps


class SettingsPage(QWidget):
    """`walking`: somebody only looks around; then there is no vault of theirs to set anything for."""

    def __init__(
        self, desk: Desk, preferences: Preferences, lock: IdleLock, *, walking: bool = False
    ) -> None:
        super().__init__()
        column = page(self)
        column.addWidget(label(self.tr("Settings"), "record"))
        columns = Columns()
        self._runs: tuple[PassphraseCard | BackupCard, ...] = ()
        self.laptop = LaptopCard(preferences, locks=not walking)
        columns.left.addWidget(self.laptop)
        self.about = AboutCard(desk)
        if not walking:
            self.passphrase = PassphraseCard(desk, preferences.language)
            self.recovery = RecoverySettings(desk)
            self.pin = PinCard(lock)
            self.backup = BackupCard(desk)
            self._runs = (self.passphrase, self.backup)
            columns.left.addWidget(self.passphrase)
            columns.left.addWidget(self.recovery)
            columns.right.addWidget(self.pin)
            columns.right.addWidget(self.backup)
        columns.right.addWidget(self.about)
        columns.left.addStretch(1)
        columns.right.addStretch(1)
        column.addWidget(columns)
        column.addStretch(1)
        for text in self.findChildren(QLabel):
            if text.wordWrap():  # a long text asks for a wide shape, and it bears a narrow one
                text.setMinimumWidth(LEAST)

    def end_runs(self) -> None:
        """Stop what takes long, as its own button would: nothing is harmed."""
        for card in self._runs:
            card.stop()
