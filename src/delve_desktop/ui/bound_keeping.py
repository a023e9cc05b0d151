"""`keeping_cases.KeepingCases` bound to one open session. Imports the services, so it is imported late."""

from __future__ import annotations

from pathlib import Path

from delve_desktop.crypto import kdf
from delve_desktop.crypto.kdf import KdfParams
from delve_desktop.domain.fields import CONTACT
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services import records
from delve_desktop.services.keeping import backup, passphrases, renewal
from delve_desktop.services.session import Session
from delve_desktop.services.views import SetValue
from delve_desktop.settings import wants_least_cost

from .keeping_cases import Progress, Stopped


class BoundKeeping:
    """Of one session; the codes are returned as their text."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def introduce(self, space: SpaceId, association: str, country: str) -> None:
        """The person's own contact in a space; `country` is an ISO code, or empty as `association` may be."""
        said = {
            "name": self.session.name,
            "category": "person",
            "organisation": association,
            "country": country,
        }
        edits = [SetValue(name, value) for name, value in said.items() if value]
        records.add_record(self.session, space, CONTACT, edits)

    def change_passphrase(self, passphrase: str, new: str) -> None:
        """The new one opens from now on."""
        passphrases.change_passphrase(self.session, passphrase, new, cost())

    def renew_everything(
        self, passphrase: str, new: str, *, progress: Progress, cancelled: Stopped
    ) -> str | None:
        """Everything under a new key; the new recovery code when there was one."""
        code = renewal.renew_everything(
            self.session, passphrase, new, cost(), progress=progress, cancelled=cancelled
        )
        return code.to_text() if code is not None else None

    def new_recovery_code(self, passphrase: str) -> str:
        """One made before is void."""
        return passphrases.new_recovery_code(self.session, passphrase).to_text()

    def has_recovery_code(self) -> bool:
        """Whether one opens this vault."""
        return passphrases.has_recovery_code(self.session)

    def back_up(self, passphrase: str, file: Path, *, progress: Progress, cancelled: Stopped) -> int:
        """Into a new file; returns its bytes."""
        folder = self.session.vault.folder
        return backup.back_up(folder, passphrase, file, progress=progress, cancelled=cancelled).size


def cost() -> KdfParams:
    """What deriving a key from a new passphrase costs: about a second here, unless a test asks."""
    return kdf.FLOOR if wants_least_cost() else kdf.calibrate()
