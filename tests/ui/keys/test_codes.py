"""Codes out of files and pictures, the field for them, and the sheet that carries one."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from delve_desktop.crypto.invite import InviteCode
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.domain.errors import DelveError, InvalidContent, NotFound
from delve_desktop.ui.exchange.panels import InvitePanel
from delve_desktop.ui.keys import code_reading
from delve_desktop.ui.keys.code_field import CodeField
from delve_desktop.ui.keys.code_reading import MAX_FILE, MAX_TEXT_FILE, code_in_picture, read_code
from delve_desktop.ui.keys.code_words import code_sentence
from delve_desktop.ui.keys.recovery_card import RecoveryCard
from delve_desktop.ui.keys.secret_field import SecretField
from delve_desktop.ui.keys.sheet_paper import Sheet, square, write_pdf
from delve_desktop.ui.tasks import Worker

CODE = InviteCode.create("https://hub.delve.example.org", random=lambda size: bytes(range(size))).to_text()
RECOVERY = RecoveryCode(bytes(range(20))).to_text()


def photo(code: str, scale: int = 6, turn: float = 0.0) -> QImage:
    """A square code as somebody photographs it: on a table, turned a little."""
    code_square = square(code)
    side = code_square.width() * scale
    image = QImage(side * 2, side * 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#B9A88C"))
    painter = QPainter(image)
    painter.translate(image.width() / 2, image.height() / 2)
    painter.rotate(turn)
    painter.drawImage(-side // 2, -side // 2, code_square.scaled(side, side))
    painter.end()
    return image


@pytest.mark.parametrize("turn", [0.0, 7.0, 90.0, 200.0])
def test_a_picture_of_a_square_code_is_read(tmp_path: Path, qapp: object, turn: float) -> None:
    for name in ("code.png", "code.jpg"):
        assert photo(CODE, turn=turn).save(str(tmp_path / name))
        assert read_code(tmp_path / name) == CODE


def test_a_picture_larger_than_what_is_looked_at_is_read_all_the_same(tmp_path: Path, qapp: object) -> None:
    photo(CODE, scale=27).save(str(tmp_path / "code.jpg"), quality=80)  # type: ignore[call-overload]
    assert QImage(str(tmp_path / "code.jpg")).width() > code_reading.LARGEST
    assert read_code(tmp_path / "code.jpg") == CODE


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        CODE.lower(),
        f"Dear Tatu,\nhere is it: {CODE.replace('-', ' ')}\nthanks, Rehema 2026",
        f"\ufeff{CODE}\r\n",
        f"JOIN us: {CODE}",
    ],
)
def test_a_text_with_a_code_and_words_around_is_read(tmp_path: Path, qapp: object, text: str) -> None:
    (tmp_path / "code.txt").write_text(text, encoding="utf-8")
    assert InviteCode.parse(read_code(tmp_path / "code.txt")).to_text() == CODE


def header_only_png(width: int, height: int) -> bytes:
    """A picture whose header promises this size, and nothing else."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing of the kind",
        b"JOIN-",
        b"JOIN-ZZZZ-0",
        b"\xff" * 2000,
        b"x" * (MAX_TEXT_FILE + 1),
        header_only_png(60_000, 60_000),
        header_only_png(100, 100),
    ],
    ids=["empty", "words", "cut", "short", "bytes", "long", "bomb", "torn"],
)
def test_what_holds_no_code_is_refused_in_a_sentence(tmp_path: Path, qapp: object, content: bytes) -> None:
    (tmp_path / "code").write_bytes(content)
    with pytest.raises(InvalidContent, match=r"\.$"):
        read_code(tmp_path / "code")


def test_what_is_no_file_is_not_read_at_all(tmp_path: Path) -> None:
    """See `unit/services/test_files.py`."""
    with pytest.raises(InvalidContent, match="is no file"):
        read_code(tmp_path)
    with pytest.raises(NotFound, match="There is no file"):
        read_code(tmp_path / "a\0b")


def test_a_drawing_that_could_name_other_files_is_not_drawn(tmp_path: Path, qapp: object) -> None:
    """Only pictures of points are: the reader of SVG opens what a drawing names (invariant 24)."""
    segno.make(CODE).save(str(tmp_path / "code.svg"), scale=6, light="white", border=4)
    with pytest.raises(InvalidContent, match="no code in this file"):
        read_code(tmp_path / "code.svg")


def test_a_file_too_big_is_refused_before_it_is_decoded(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "big.png").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    monkeypatch.setattr(code_reading, "reader_of", None)
    with pytest.raises(InvalidContent, match="too big"):
        read_code(tmp_path / "big.png")


def test_a_picture_without_a_code_says_so(qapp: object) -> None:
    blank = QImage(300, 300, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    with pytest.raises(InvalidContent, match="No square code"):
        code_in_picture(blank)
    with pytest.raises(InvalidContent, match="cannot be read"):
        code_in_picture(QImage())


@pytest.fixture
def field(qtbot: QtBot, workers: tuple[Worker, Worker]) -> CodeField:
    made = CodeField("Code", "JOIN-....", workers[0])
    qtbot.addWidget(made)
    made.show()
    return made


def said(field: CodeField) -> str:
    return "\n".join(one.text() for one in field.findChildren(QLabel) if one.isVisible())


def test_a_file_that_is_dropped_fills_the_field(tmp_path: Path, qtbot: QtBot, field: CodeField) -> None:
    photo(CODE).save(str(tmp_path / "code.png"))
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "code.png"))])
    field.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            held,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: field.text == CODE, timeout=10_000)
    assert "was read" in said(field)
    field.read_file(tmp_path / "not-there.png")
    qtbot.waitUntil(lambda: "was read" not in said(field) and "Reading" not in said(field), timeout=10_000)
    assert field.text == CODE, "what was there before stays"


def test_a_picture_in_the_clipboard_is_pasted_as_a_code(qtbot: QtBot, field: CodeField) -> None:
    QGuiApplication.clipboard().setImage(photo(CODE))
    qtbot.keyClick(field.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: field.text == CODE, timeout=10_000)
    QGuiApplication.clipboard().setText("JOIN-1")
    field.edit.clear()
    qtbot.keyClick(field.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text == "JOIN-1"


def test_what_is_wrong_with_a_code_names_the_group(qapp: object) -> None:
    groups = CODE.split("-")
    groups[3] = groups[3][:-1] + ("0" if groups[3][-1] != "0" else "1")
    for text, words in (
        ("-".join(groups), "group 3"),
        ("", "Type the code"),
        ("JOIN-Ω", "only letters and digits"),
        (CODE[:-5], "not whole"),
        (RECOVERY, "something else"),
    ):
        with pytest.raises(DelveError) as caught:
            InviteCode.parse(text)
        assert words in code_sentence(caught.value).text
    assert "Nothing else was changed" not in code_sentence(InvalidContent("Odd.")).text


def test_the_sheet_carries_a_square_that_reads_as_its_code(tmp_path: Path, qapp: object) -> None:
    sheet = Sheet(RECOVERY, "Zawadi M.", 1_790_000_000)
    assert "".join(sheet.lines).replace(" ", "") == RECOVERY.replace("-", "")
    write_pdf(sheet, tmp_path / "sheet.pdf")
    data = (tmp_path / "sheet.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    (page,) = PdfReader(io.BytesIO(data)).pages
    printed = "".join(page.extract_text().split())
    assert RECOVERY.replace("-", "") in printed, "whole, to be typed"
    assert "ZawadiM." in printed
    assert RecoveryCode.parse(code_in_picture(photo(RECOVERY))).secret == bytes(range(20))


def test_a_sheet_that_cannot_be_written_is_told_and_not_taken_for_kept(tmp_path: Path, qtbot: QtBot) -> None:
    card = RecoveryCard()
    qtbot.addWidget(card)
    card.show_sheet(Sheet(RECOVERY, "Zawadi M.", 0))
    with qtbot.assertNotEmitted(card.kept):
        card.write_pdf(tmp_path / "no-folder" / "sheet.pdf")
    with qtbot.waitSignal(card.kept, timeout=2000):
        card.write_pdf(tmp_path / "sheet.pdf")


@pytest.mark.parametrize(
    "key, shift, capitals", [("a", False, False), ("A", True, False), ("A", False, True), ("a", True, True)]
)
def test_caps_lock_is_noticed_by_what_comes_of_the_keys(
    qtbot: QtBot, key: str, shift: bool, capitals: bool
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    made = SecretField("Passphrase")
    qtbot.addWidget(made)
    told: list[bool] = []
    made.capitals_told.connect(told.append)
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(made.edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, key))
    assert told == [capitals]
    QGuiApplication.sendEvent(made.edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, held, "1"))
    assert told == [capitals], "a digit tells nothing"


def test_an_invite_that_is_saved_as_a_picture_is_read_back(tmp_path: Path, qtbot: QtBot) -> None:
    panel = InvitePanel()
    qtbot.addWidget(panel)
    panel.begin()
    panel.show_code(CODE)
    panel.save_picture(tmp_path / "invite.png")
    assert read_code(tmp_path / "invite.png") == CODE
    panel.save_picture(tmp_path / "no-folder" / "invite.png")
    assert "could not be written" in "\n".join(one.text() for one in panel.findChildren(QLabel))
