"""The pictures of the sample library: drawn stand-ins for photographs, attached to its records."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import SpaceId, record_of_origin
from delve_desktop.services.item_writes import origin_bytes
from delve_desktop.services.session import Session

from .adding import attach, seal_picture
from .views import attachments

LIST: Final = "pictures.json"  # origin of a record -> [[file, caption, perhaps a name], ...]


class _Picture(NamedTuple):
    """One line of the list. A name that says *step 2* puts the picture beside that step."""

    file: str
    caption: str
    name: str = ""


def attach_sample_pictures(
    session: Session, space: SpaceId, folder: Path, *, told: Callable[[], None] = lambda: None
) -> int:
    """Attach the pictures that `pictures.json` in this folder names to the sample's records, as far as these
    are here and have none; returns how many. `told` is called before each record, and may raise to stop.
    Raises `InvalidContent` for a list that is none.
    """
    try:
        listed: dict[str, list[list[str]]] = json.loads((folder / LIST).read_text(encoding="utf-8"))
        wanted = {
            record_of_origin(space, origin_bytes(origin)): [_Picture(*one) for one in pictures]
            for origin, pictures in listed.items()
        }
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InvalidContent("The list of sample pictures cannot be read.") from error
    count = 0
    for record, pictures in wanted.items():
        told()
        with session.vault.read() as unit:
            here = unit.has_record(record)
        if not here or attachments(session, record):
            continue
        values: list[dict[str, Any]] = [
            seal_picture(session, (folder / one.file).read_bytes(), one.name or one.file, caption=one.caption)
            for one in pictures
        ]
        attach(session, record, values)
        count += len(values)
    return count
