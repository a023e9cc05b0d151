"""The use cases on attachments bound to one open session; see `attachment_cases`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from delve_desktop.domain.errors import NotFound
from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.services.attachments import (
    adding,
    broken_off,
    choices,
    open_copies,
    reading,
    views,
    wanting,
)
from delve_desktop.services.attachments.pictures import PictureChoice
from delve_desktop.services.attachments.views import AttachmentView
from delve_desktop.services.session import Session


class BoundAttachments:
    """Attachments of one session."""

    session: Session

    def attachment_views(self, values: Sequence[Any]) -> Sequence[AttachmentView]:
        """What to show of these maps."""
        return views.views(self.session, values)

    def thumbnail(self, root: str, value: Any = None) -> bytes | None:
        """An encoded small picture, if it is here."""
        return reading.thumbnail(self.session, root, value)

    def attachment_bytes(self, value: Any) -> bytes:
        """All bytes of one that fits into memory."""
        return reading.read_whole(self.session, value)

    def seal_file(
        self,
        path: Path,
        *,
        choice: PictureChoice,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> dict[str, Any]:
        """Take a file into the vault; gives the map for the record."""
        return adding.seal_file(self.session, path, choice=choice, progress=progress, cancelled=cancelled)

    def seal_picture(
        self,
        data: bytes,
        name: str,
        choice: PictureChoice,
        *,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> dict[str, Any]:
        """Take a picture into the vault."""
        return adding.seal_picture(self.session, data, name, choice, progress=progress, cancelled=cancelled)

    def seal_sound(self, data: bytes, name: str, kind: str, seconds: int) -> dict[str, Any]:
        """Take a recording into the vault."""
        return adding.seal_sound(self.session, data, name, kind, seconds)

    def attach(self, record: RecordId, value: dict[str, Any]) -> None:
        """Let a record have one that was sealed after it was left; raises `NotFound` where it went into the
        bin meanwhile.
        """
        if records.open_record(self.session, record).in_bin:
            raise NotFound("The record is in the bin.")
        adding.attach(self.session, record, [value])

    def note_broken_off(self, name: str) -> None:
        """A file was still being added when the vault is locked."""
        broken_off.note_broken_off(self.session, name)

    def names_broken_off(self) -> Sequence[str]:
        """The names of such files that are still to be told."""
        return broken_off.names_broken_off(self.session)

    def forget_broken_off(self) -> None:
        """They were told."""
        broken_off.forget_broken_off(self.session)

    def with_caption(self, view: AttachmentView, caption: str) -> dict[str, Any]:
        """The map with another caption."""
        return adding.with_caption(view, caption)

    def save_attachment(self, value: Any, path: Path) -> int:
        """Write one to a new file outside the vault."""
        return reading.save_as(self.session, value, path)

    def open_attachment(self, value: Any) -> Path:
        """A copy for another program to show."""
        return open_copies.open_copy(self.session, value)

    def fetch_attachment(self, value: Any, *, wanted: bool = True) -> bool:
        """Ask for one that is not here; False when it is."""
        return wanting.fetch(self.session, value, wanted=wanted)

    def picture_choice(self) -> PictureChoice:
        """What the person wants of pictures."""
        return choices.picture_choice(self.session)

    def set_picture_choice(self, choice: PictureChoice) -> None:
        """Remember it."""
        choices.set_picture_choice(self.session, choice)
