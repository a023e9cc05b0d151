"""A note to attach to, and pictures as cameras make them."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import PIL.Image
import pytest

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.records import add_record
from delve_desktop.services.session import Session
from delve_desktop.services.views import SetValue
from tests.unit.services.conftest import SPACE

PLACE = {1: "S", 2: (2.0, 54.0, 11.0), 3: "E", 4: (32.0, 12.0, 7.0)}


@pytest.fixture
def note(session: Session) -> RecordId:
    return add_record(session, SPACE, "note", [SetValue("title", "Pond")])[0]


def photo(width: int = 640, height: int = 480, *, turn: int = 1, kind: str = "JPEG", seed: int = 1) -> bytes:
    """A picture of noise in large squares, with the orientation and the place that a camera writes."""
    noise = random.Random(seed).randbytes(16 * 12 * 3)
    image = PIL.Image.frombytes("RGB", (16, 12), noise).resize((width, height))
    exif = PIL.Image.Exif()
    exif[0x0112] = turn
    exif[0x010F] = "Kamera"
    exif.get_ifd(0x8825).update(PLACE)
    out = io.BytesIO()
    image.save(out, kind, **({} if kind in ("GIF", "BMP") else {"exif": exif.tobytes()}))
    return out.getvalue()


@pytest.fixture
def make_photo() -> Callable[..., bytes]:
    return photo
