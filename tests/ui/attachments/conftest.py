"""A desk over a real vault, and a note to attach to."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import PIL.Image
import pytest
from PySide6.QtWidgets import QApplication

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.records import add_record
from delve_desktop.services.views import SetValue
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.tasks import Worker
from tests.ui.stand_in import SPACE, StandIn


def picture(color: str = "red", size: tuple[int, int] = (640, 480)) -> bytes:
    out = io.BytesIO()
    PIL.Image.new("RGB", size, color).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def desk(qapp: QApplication, cases: StandIn, workers: tuple[Worker, Worker]) -> Iterator[Desk]:
    made = Desk(cases, *workers)
    made.space = SPACE
    yield made
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture
def note(cases: StandIn) -> RecordId:
    return add_record(cases.session, SPACE, "note", [SetValue("title", "Pond")])[0]


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[..., Path]:
    def make(name: str = "plan.pdf", data: bytes = b"plan" * 500) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return make
