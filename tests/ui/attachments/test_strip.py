"""What is attached, where it is read: pictures, larger pictures; files and what can be done with them."""

from __future__ import annotations

import struct
import wave
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import PIL.Image
import pytest
from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.domain.attachments import parts_of
from delve_desktop.services.attachments import adding, reading
from delve_desktop.services.attachments.pictures import MOST_PASSES
from delve_desktop.services.attachments.sealing import store_bytes
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.store.files import OPEN
from delve_desktop.ui.attachments.file_row import FileRow
from delve_desktop.ui.attachments.lightbox import Lightbox
from delve_desktop.ui.attachments.row_pictures import RowPictures
from delve_desktop.ui.attachments.sound import SoundPlayer, wav, why_silent
from delve_desktop.ui.attachments.strip import AttachmentStrip
from delve_desktop.ui.attachments.thumbnails import decode, thumbnails_of
from delve_desktop.ui.attachments.tile import PictureTile
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records.list_pane import ListPane
from tests.ui.stand_in import SPACE, StandIn

from .conftest import picture


@pytest.fixture
def values(cases: StandIn, file_of: Callable[..., Path]) -> list[dict[str, Any]]:
    session = cases.session
    return [
        adding.seal_file(session, file_of("a.png", picture("red")), caption="The pond"),
        adding.seal_file(session, file_of("b.png", picture("blue"))),
        adding.seal_file(session, file_of()),
        adding.seal_sound(session, wav(bytes(32_000)), "voice.wav", "audio/wav", 1),
    ]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(900, 700)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def strip(
    window: QWidget, desk: Desk, values: list[dict[str, Any]], settle: Callable[[], None]
) -> AttachmentStrip:
    made = AttachmentStrip(desk, values)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(made)
    window.show()
    settle()
    return made


def test_pictures_stand_side_by_side_and_files_below(strip: AttachmentStrip) -> None:
    tiles, rows = strip.findChildren(PictureTile), strip.findChildren(FileRow)
    assert [tile.accessibleName() for tile in tiles] == ["Picture: The pond", "Picture: b.png"]
    assert len(rows) == 2
    assert strip.grab().toImage().pixelColor(tiles[0].geometry().center()).isValid()


def test_the_small_pictures_are_decoded_off_the_main_thread_and_shown(
    strip: AttachmentStrip, desk: Desk, settle: Callable[[], None]
) -> None:
    (tile, _) = strip.findChildren(PictureTile)
    tile.grab()
    settle()
    assert thumbnails_of(desk).image(tile.view.thumb) is not None
    assert tile.grab().toImage().pixelColor(100, 60).red() > 200


def test_a_picture_is_seen_larger_and_the_keys_lead_on_and_out(
    strip: AttachmentStrip, window: QWidget, settle: Callable[[], None], qtbot: QtBot
) -> None:
    first = strip.findChildren(PictureTile)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    settle()
    (box,) = window.findChildren(Lightbox)
    assert box.geometry() == window.rect()
    assert box.grab().toImage().pixelColor(window.rect().center()).red() > 200
    qtbot.keyClick(box, Qt.Key.Key_Right)
    settle()
    assert box.shown.name == "b.png"
    assert box.grab().toImage().pixelColor(window.rect().center()).blue() > 200
    qtbot.keyClick(box, Qt.Key.Key_Right)
    assert box.shown.name == "a.png"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert first.hasFocus()


def test_inv27_a_file_opens_by_an_explicit_click_and_the_window_says_what_happens(
    strip: AttachmentStrip, cases: StandIn, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert not (cases.session.vault.folder / OPEN).exists()
    row = strip.findChildren(FileRow)[0]
    row.open_button.click()
    settle()
    (url,) = opened
    assert Path(url.toLocalFile()).is_relative_to(cases.session.vault.folder / OPEN)
    assert "wiped" in row.bar.text
    row.open_button.click()
    settle()
    assert "No program" in row.bar.text, "nothing is said to be open that is not"


def test_a_file_is_saved_and_nothing_is_replaced(
    strip: AttachmentStrip, settle: Callable[[], None], tmp_path: Path
) -> None:
    row = strip.findChildren(FileRow)[0]
    (taken := tmp_path / "taken.pdf").write_bytes(b"mine")
    row.save_to(taken)
    settle()
    assert taken.read_bytes() == b"mine"
    row.save_to(tmp_path / "new.pdf")
    settle()
    assert (tmp_path / "new.pdf").read_bytes() == b"plan" * 500


def test_what_is_elsewhere_is_fetched_when_asked_and_shows_when_it_has_come(
    window: QWidget, desk: Desk, cases: StandIn, values: list[dict[str, Any]], settle: Callable[[], None]
) -> None:
    part = next(one for one in parts_of(values[2]) if one.role == "file")
    kept = {chunk: cases.session.vault.chunks.read(chunk) for chunk in cases.session.vault.chunks.ids()}
    for chunk in kept:
        if chunk == part.root:
            cases.session.vault.chunks.remove(chunk)
    reading.note_loss(cases.session, part)
    cases.fetch_attachment(values[2], wanted=False)
    strip = AttachmentStrip(desk, values)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(strip)
    settle()
    row = strip.findChildren(FileRow)[0]
    assert row.fetch_button.text() == "Fetch (2.0 kB)"
    row.fetch_button.click()
    settle()
    assert "next sync" in row.bar.text
    assert [view.where for view in cases.attachment_views([values[2]])] == ["wanted"]
    cases.session.vault.chunks.write(kept[part.root])
    with cases.session.vault.write() as unit:
        unit.set_held([part.root], held=True)
    cases.session.notices.publish(ChangeSummary("remote", SPACE, frozenset(), frozenset()))
    settle()
    assert any(hasattr(one, "open_button") for one in strip.findChildren(FileRow))


def test_sound_plays_inside_or_the_button_says_why_not(strip: AttachmentStrip) -> None:
    (player,) = strip.findChildren(SoundPlayer)
    reason = why_silent()
    assert player.play.accessibleDescription() == player.play.toolTip() == reason
    assert bool(player.play.property("unable")) == bool(reason)
    player.play.setFocus()
    assert player.play.isEnabled(), "the keyboard reaches it"
    if reason:
        player.play.click()
        assert [row.bar.text for row in strip.findChildren(FileRow) if row.bar.text] == [reason]


def test_a_recording_is_a_wav_file_of_whole_samples() -> None:
    with wave.open(BytesIO(wav(bytes(9)))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        assert file.getnframes() == 4


def test_rows_of_a_list_get_their_picture(
    desk: Desk, cases: StandIn, note: Any, values: list[dict[str, Any]], settle: Callable[[], None]
) -> None:
    adding.attach(cases.session, note, values)
    row = cases.record_row(note)
    pictures = RowPictures(desk)
    assert pictures.of(row) is None
    settle()
    found = pictures.of(row)
    assert found is not None
    assert found.deviceIndependentSize().toSize().width() == 72


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"GIF89a" + bytes(20),
    ],
    ids=["empty", "svg", "broken", "gif"],
)
def test_inv24_only_plain_pictures_are_decoded(data: bytes) -> None:
    assert decode(data, 256) is None


def test_inv24_a_picture_coded_in_thousands_of_passes_is_not_decoded() -> None:
    """Each pass goes over all points: 64 KiB of them hold a worker up for minutes."""
    made = BytesIO()
    PIL.Image.new("RGB", (64, 64), "red").save(made, "JPEG", progressive=True)
    data = made.getvalue()
    last = data.rindex(b"\xff\xda")
    assert decode(data, 256) is not None
    assert decode(data[:last] + data[last:-2] * MOST_PASSES + data[-2:], 256) is None


def test_inv24_texts_within_a_picture_are_not_unpacked() -> None:
    """A piece of a kilobyte may unpack to megabytes, and there may be thousands of them."""
    plain = picture()
    text = b"zTXt" + b"t\0\0" + zlib.compress(b"secret")
    piece = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    with_text = plain[:33] + piece + plain[33:]
    assert QImage.fromData(with_text).text("t") == "secret"
    read = decode(with_text, 640)
    assert read is not None
    assert read.text("t") == ""
    assert read.size().toTuple() == (640, 480)


@pytest.mark.parametrize("side, shown", [(900, True), (1100, False)])
def test_a_small_picture_of_many_points_is_not_decoded(
    desk: Desk, cases: StandIn, settle: Callable[[], None], side: int, shown: bool
) -> None:
    """Lists show small pictures unasked, and few bytes may be many points."""
    stored = store_bytes(cases.session, picture(size=(side, side)), "image/png")
    thumbnails = thumbnails_of(desk)
    thumbnails.know(stored["root"], {"thumb": stored})
    thumbnails.image(stored["root"])
    settle()
    assert (thumbnails.image(stored["root"]) is not None) is shown


def test_a_picture_is_decoded_no_bigger_than_asked() -> None:
    image = decode(picture(size=(2000, 1000)), 256)
    assert image is not None
    assert (image.width(), image.height()) == (256, 128)


def test_a_larger_picture_closes_though_what_it_was_opened_from_is_gone(
    window: QWidget, strip: AttachmentStrip, qtbot: QtBot, qapp: QApplication
) -> None:
    tile = strip.findChildren(PictureTile)[0]
    window.activateWindow()
    tile.setFocus()
    tile.click()
    (box,) = window.findChildren(Lightbox)
    tile.setParent(None)  # the record was read anew
    tile.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(Lightbox) == []


def test_a_large_picture_that_comes_late_is_not_shown_for_another(
    window: QWidget, strip: AttachmentStrip, cases: StandIn, settle: Callable[[], None]
) -> None:
    strip.findChildren(PictureTile)[0].click()
    (box,) = window.findChildren(Lightbox)
    settle()
    cases.gate.clear()
    box.turn(1)
    box.turn(1)  # two pictures: the first again; the answer of the second is on its way
    blue: list[bool] = []
    timer = QTimer(box, interval=0)
    timer.timeout.connect(lambda: blue.append(is_blue(box)))
    timer.start()
    cases.gate.set()
    settle()
    assert blue
    assert not any(blue)


def is_blue(box: Lightbox) -> bool:
    image = box._image
    return image is not None and image.pixelColor(image.width() // 2, image.height() // 2).blue() > 128


def test_a_small_picture_that_comes_after_its_list_has_gone_harms_nothing(
    desk: Desk, qapp: QApplication
) -> None:
    pane = ListPane(desk, lambda: 0.0)
    pane.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    thumbnails_of(desk).arrived.emit("ab" * 32)
