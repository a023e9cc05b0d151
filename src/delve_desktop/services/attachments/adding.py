"""Attaching files and pictures to records, and taking them off again.

Two steps, so that what is attached while somebody types is as safe as the text: the bytes go into the vault
and give a map (`seal_file`, `seal_picture`); the map becomes a member of the record's field, by a draft or
at once. What is taken off a record stays in its history, and so do its bytes.
"""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from delve_desktop.domain.attachments import FIELD, check_attachment, safe_name
from delve_desktop.domain.errors import DelveError, InvalidContent
from delve_desktop.domain.fields import field_of
from delve_desktop.domain.ids import RecordId
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.files import open_given
from delve_desktop.services.records import edit_record
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers

from .pictures import PictureChoice, Prepared, is_picture, prepare
from .sealing import Progress, check_size, drop, never, store_bytes, store_stream
from .views import AttachmentView

WARN_FROM: Final = 5 * 1024 * 1024  # bytes from which a person is told what sending costs
AT_ONCE: Final = 25  # attachments of one change: an op has at most 48 KiB
_UNKNOWN: Final = "application/octet-stream"
_HEAD: Final = 16  # bytes that tell a picture


def seal_file(
    session: Session,
    path: Path,
    *,
    choice: PictureChoice | None = None,
    as_file: bool = False,
    caption: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> dict[str, Any]:
    """Take a file into the vault; returns the map that a record keeps of it.

    A picture becomes a copy fit to travel and a small picture, unless it is to stay `as_file`. Raises
    `NotFound`, `InvalidContent` for what is no file, is too big, or a picture that cannot be read,
    `DiskFull`, `Cancelled`; nothing is kept then.
    """
    name = safe_name(path.name.encode("utf-8", "replace").decode())  # an old stick may name it otherwise
    try:
        with open_given(path) as source:
            size = os.fstat(source.fileno()).st_size
            check_size(size)
            if not as_file and is_picture(source.read(_HEAD)):
                source.seek(0)
                data = source.read(size + 1)
                return seal_picture(
                    session, data, name, choice, caption=caption, progress=progress, cancelled=cancelled
                )
            source.seek(0)
            stored = store_stream(
                session, source, size, media_type(name), progress=progress, cancelled=cancelled
            )
    except OSError as error:
        raise InvalidContent(f"{path.name} cannot be read ({error.strerror}).") from error
    return _checked({"name": name, **stored}, caption)


def seal_picture(
    session: Session,
    data: bytes,
    name: str,
    choice: PictureChoice | None = None,
    *,
    caption: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> dict[str, Any]:
    """Take a picture into the vault; returns the map that a record keeps of it. Raises as `seal_file`.

    `progress` tells of the bytes of all its forms, once they are made.
    """
    check_size(len(data))
    prepared = prepare(data, choice)
    forms = [form for form in (prepared.copy, prepared.thumb, prepared.original) if form is not None]
    whole, done = sum(len(form.data) for form in forms), 0

    def told(bytes_done: int, _bytes: int) -> None:
        if progress is not None:
            progress(done + bytes_done, whole)

    kept: list[dict[str, Any]] = []
    try:
        for form in forms:
            stored = store_bytes(session, form.data, form.type, progress=told, cancelled=cancelled)
            kept.append({**stored, "width": form.width, "height": form.height})
            done += len(form.data)
        value = {"name": _named(safe_name(name, "picture"), prepared), **kept[0], "thumb": kept[1]}
        if prepared.original is not None:
            value["original"] = kept[2]
        return _checked(value, caption)
    except DelveError:
        for one in kept:
            drop(session, one)
        raise


def seal_sound(session: Session, data: bytes, name: str, kind: str, seconds: int) -> dict[str, Any]:
    """Take a recording into the vault; returns the map that a record keeps of it."""
    value = {"name": safe_name(name, "voice"), **store_bytes(session, data, kind), "seconds": max(0, seconds)}
    return _checked(value, "")


def attach(
    session: Session, record: RecordId, values: list[dict[str, Any]], *, actor: str = ""
) -> ChangeSummary:
    """Let a record have these attachments: in one change, or several where they are many."""
    with session.vault.read() as unit:
        kind = unit.state(record).kind
    if field_of(kind, FIELD) is None:
        raise InvalidContent("Records of this kind take no files.")
    summary = edit_record(session, record, [ChangeMembers(FIELD, add=tuple(values[:AT_ONCE]))], actor=actor)
    for start in range(AT_ONCE, len(values), AT_ONCE):
        more = tuple(values[start : start + AT_ONCE])
        summary = edit_record(session, record, [ChangeMembers(FIELD, add=more)], actor=actor)
    return summary


def detach(session: Session, record: RecordId, view: AttachmentView, *, actor: str = "") -> ChangeSummary:
    """Take an attachment off a record; history and undo still have it."""
    return edit_record(session, record, [ChangeMembers(FIELD, remove=view.values)], actor=actor)


def with_caption(view: AttachmentView, caption: str) -> dict[str, Any]:
    """The map of an attachment with another caption, to stand in place of its `values`."""
    value = {name: part for name, part in view.values[0].items() if name != "caption"}
    return _checked(value, caption.strip())


def media_type(name: str) -> str:
    """What a file is, by the ending of its name."""
    guessed, packed = mimetypes.guess_type(name, strict=False)
    return guessed.lower() if guessed and not packed else _UNKNOWN


def _named(name: str, prepared: Prepared) -> str:
    """The name with the ending of the copy, which may be of another kind than the file was."""
    ending = {"image/jpeg": ".jpg", "image/png": ".png"}[prepared.copy.type]
    stem, dot, old = name.rpartition(".")
    if dot and ending == ".jpg" and old.lower() in ("jpg", "jpeg"):
        return name
    return safe_name((stem if dot else name) + ending)


def _checked(value: dict[str, Any], caption: str) -> dict[str, Any]:
    if caption:
        value = {**value, "caption": caption}
    check_attachment("Pictures and files", value)
    return value
