"""Pictures, voice notes and files in the editor: they go to a door, and come to where they were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextCursor
from pytestqt.qtbot import QtBot

from delve_desktop.ui.text.attachments import Put
from delve_desktop.ui.text.blocks import Picture
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.text.toolbar import ToolBar

from .conftest import keys


class Door(QObject):
    """Notes what it is given; a picture is in the vault when `come` is called."""

    picture_arrived = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.here: dict[str, QImage] = {}
        self.coming: list[tuple[Put, Picture]] = []

    def come(self) -> None:
        for put, picture in self.coming:
            put([picture])
        self.coming.clear()

    why_no_voice = ""

    def pick_picture(self, put: Put) -> None:
        self.coming.append((put, Picture("delve:picked", "A pump")))

    def record_voice(self) -> None:
        self.got.append("voice")

    def take_files(self, paths: Sequence[Path], put: Put) -> None:
        self.got += paths
        self.coming.append((put, Picture("delve:file")))

    def take_image(self, image: QImage | bytes, put: Put) -> None:
        assert isinstance(image, QImage)
        self.got.append((image.width(), image.height()))
        self.coming.append((put, Picture("delve:image")))

    def picture_for(self, name: str) -> QImage | None:
        return self.here.get(name)


def test_pictures_and_voice_have_buttons_only_behind_a_door(edit: RichEdit, qtbot: QtBot) -> None:
    bar = ToolBar()
    qtbot.addWidget(bar)
    bar.serve(edit)
    bar.show()
    assert not bar.picture.isVisible()
    assert not bar.voice.isVisible()
    door = Door()
    edit.door = door
    assert bar.picture.isVisible()
    bar.picture.click()
    bar.voice.click()
    door.come()
    assert edit.text() == "![A pump](delve:picked)"
    assert door.got == ["voice"]


def test_files_and_images_go_to_the_door_and_without_one_nowhere(edit: RichEdit, tmp_path: Path) -> None:
    files, image = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.docx"))])
    image.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
    assert not edit.canInsertFromMimeData(files)
    for each in (files, image):
        edit.insertFromMimeData(each)
    assert edit.text() == ""
    edit.door = door = Door()
    for each in (files, image):
        assert edit.canInsertFromMimeData(each)
        edit.insertFromMimeData(each)
    assert door.got == [tmp_path / "a.docx", (30, 20)]
    assert edit.text() == ""
    door.come()
    assert edit.text() == "![](delve:file) ![](delve:image)"


def test_pictures_come_to_where_they_were_asked_for_and_the_cursor_stays(
    edit: RichEdit, qtbot: QtBot
) -> None:
    edit.set_text("first\n\nsecond")
    edit.door = door = Door()
    image = QMimeData()
    image.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    edit.insertFromMimeData(image)
    edit.insertFromMimeData(image)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    keys(qtbot, edit, " more")
    door.come()
    keys(qtbot, edit, " words")
    assert edit.text() == "first\n\n![](delve:image) ![](delve:image)\n\nsecond more words"
    edit.inline = False
    edit.insertFromMimeData(image)
    door.come()
    assert edit.text().count("delve:image") == 2, "where none stand in the text, they stand elsewhere"


def test_a_picture_that_comes_gets_its_place_and_changes_no_text(edit: RichEdit, qtbot: QtBot) -> None:
    text = "A pump:\n\n![A pump](delve:aaaa)  \n\nand more"
    edit.set_text(text)
    edit.door = door = Door()
    edit.resize(600, 400)
    placeholder = edit.grab().toImage()
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    edited: list[bool] = []
    edit.edited.connect(lambda: edited.append(True))
    door.here["aaaa"] = image
    door.picture_arrived.emit("aaaa")
    shown = edit.grab().toImage()
    assert shown != placeholder
    assert any(shown.pixelColor(40, y).name() == "#ff0000" for y in range(shown.height()))
    assert edit.text() == text
    assert not edited
    assert not edit.document().isUndoAvailable()
