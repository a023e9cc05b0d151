"""The use cases on attachments that a window calls; see `use_cases`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from delve_desktop.services.attachments.pictures import PictureChoice
from delve_desktop.services.attachments.views import AttachmentView


class AttachmentCases(Protocol):
    """Attachments. `value` is the map that a record, or what is being typed, keeps of one."""

    def attachment_views(self, values: Sequence[Any]) -> Sequence[AttachmentView]: ...
    def thumbnail(self, root: str, value: Any = None) -> bytes | None: ...
    def attachment_bytes(self, value: Any) -> bytes: ...
    def seal_file(
        self,
        path: Path,
        *,
        choice: PictureChoice,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> dict[str, Any]: ...
    def seal_picture(
        self,
        data: bytes,
        name: str,
        choice: PictureChoice,
        *,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> dict[str, Any]: ...
    def seal_sound(self, data: bytes, name: str, kind: str, seconds: int) -> dict[str, Any]: ...
    def with_caption(self, view: AttachmentView, caption: str) -> dict[str, Any]: ...
    def save_attachment(self, value: Any, path: Path) -> int: ...
    def open_attachment(self, value: Any) -> Path: ...
    def fetch_attachment(self, value: Any, *, wanted: bool = True) -> bool: ...
    def picture_choice(self) -> PictureChoice: ...
    def set_picture_choice(self, choice: PictureChoice) -> None: ...
