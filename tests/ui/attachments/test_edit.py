"""Adding while writing: in the draft at once, taken off and back, with a caption, by paste and drop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.services.attachments.choices import picture_choice
from delve_desktop.services.attachments.pictures import PictureChoice
from delve_desktop.ui.attachments import edit as edit_module
from delve_desktop.ui.attachments.edit import AttachmentEdit
from delve_desktop.ui.attachments.edit_item import EditItem
from delve_desktop.ui.attachments.sound import why_silent
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.text.attachments import picture_in
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.text.toolbar import ToolBar
from tests.ui.stand_in import StandIn

from .conftest import picture


@pytest.fixture
def edit(qtbot: QtBot, desk: Desk, settle: Callable[[], None]) -> AttachmentEdit:
    made = AttachmentEdit(desk)
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def items(edit: AttachmentEdit) -> list[EditItem]:
    return edit.findChildren(EditItem)


def test_files_are_taken_in_and_told(
    edit: AttachmentEdit, settle: Callable[[], None], file_of: Callable[..., Path], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(edit.edited):
        edit.take_files([file_of(), file_of("pond.png", picture())])
    settle()
    assert [value["name"] for value in edit.values()] == ["plan.pdf", "pond.png"]
    assert len(items(edit)) == 2
    assert edit.bar.text == ""


def test_what_cannot_be_taken_in_says_so_and_changes_nothing(
    edit: AttachmentEdit, settle: Callable[[], None], tmp_path: Path, file_of: Callable[..., Path]
) -> None:
    edit.take_files([tmp_path / "nothing.pdf"])
    settle()
    assert edit.values() == []
    assert edit.bar.text
    edit.take_files([file_of()] * (edit_module.MOST_AT_ONCE + 1))
    settle()
    assert edit.values() == []


def test_a_big_file_is_taken_in_with_a_warning_that_says_its_size(
    edit: AttachmentEdit, settle: Callable[[], None], file_of: Callable[..., Path]
) -> None:
    edit.take_files([file_of("film.mp4", bytes(6 * 1024 * 1024))])
    settle()
    assert len(edit.values()) == 1
    assert "6.0 MB" in edit.bar.text


def test_taking_off_is_undone_by_one_click(
    edit: AttachmentEdit, settle: Callable[[], None], file_of: Callable[..., Path]
) -> None:
    edit.take_files([file_of()])
    settle()
    before = edit.values()
    items(edit)[0].remove.setFocus()
    items(edit)[0].remove.click()
    settle()
    assert edit.values() == []
    assert edit.add_button.hasFocus(), "and not something else in the window"
    undo = next(one for one in edit.bar.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    settle()
    assert edit.values() == before
    assert len(items(edit)) == 1


def test_a_caption_becomes_part_of_what_is_kept(
    edit: AttachmentEdit, settle: Callable[[], None], file_of: Callable[..., Path], qtbot: QtBot
) -> None:
    edit.take_files([file_of("pond.png", picture())])
    settle()
    (item,) = items(edit)
    item.caption.setText("From the road")
    with qtbot.waitSignal(edit.edited):
        item.caption.editingFinished.emit()
    settle()
    assert [value["caption"] for value in edit.values()] == ["From the road"]
    assert items(edit)[0].caption.text() == "From the road"


def test_a_caption_that_is_being_written_is_kept_without_leaving_its_field(
    edit: AttachmentEdit, settle: Callable[[], None], file_of: Callable[..., Path], qtbot: QtBot
) -> None:
    edit.take_files([file_of("pond.png", picture())])
    settle()
    (item,) = items(edit)
    with qtbot.waitSignal(edit.edited):  # so that a draft is saved
        qtbot.keyClicks(item.caption, "From the")
    assert [value["caption"] for value in edit.values()] == ["From the"]
    edit.take_files([file_of()])  # another file shows all of them anew
    settle()
    assert [value.get("caption") for value in edit.values()] == ["From the", None]
    assert [one.caption.text() for one in items(edit)] == ["", "From the"]


def test_a_picture_is_pasted_and_files_are_dropped(
    edit: AttachmentEdit, settle: Callable[[], None], qtbot: QtBot, file_of: Callable[..., Path]
) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [value["type"] for value in edit.values()] == ["image/png"]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file_of())), QUrl("https://example.org/x.pdf")])
    edit.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()
    assert len(edit.values()) == 2  # an address is not fetched
    QGuiApplication.clipboard().clear()


def test_what_is_wanted_of_pictures_is_remembered(
    edit: AttachmentEdit,
    settle: Callable[[], None],
    cases: StandIn,
    desk: Desk,
    qtbot: QtBot,
    file_of: Callable[..., Path],
) -> None:
    assert not edit.original_box.isChecked()
    edit.original_box.click()
    settle()
    assert picture_choice(cases.session) == PictureChoice(keep_original=True)
    edit.take_files([file_of("pond.png", picture())])
    settle()
    assert "original" in edit.values()[0]
    again = AttachmentEdit(desk)
    qtbot.addWidget(again)
    settle()
    assert again.original_box.isChecked()
    assert not again.place_box.isChecked()


def test_where_no_sound_can_be_recorded_the_buttons_can_be_reached_and_say_why(
    edit: AttachmentEdit, monkeypatch: pytest.MonkeyPatch, desk: Desk, qtbot: QtBot
) -> None:
    monkeypatch.setattr("delve_desktop.ui.attachments.edit.why_silent", lambda: "No sound here.")
    monkeypatch.setattr("delve_desktop.ui.attachments.sound.multimedia", lambda: None)
    silent = AttachmentEdit(desk)
    text, tools = RichEdit(), ToolBar()
    for one in (silent, text, tools):
        qtbot.addWidget(one)
        one.show()
    tools.serve(text)
    text.door = silent
    reason = "No microphone can be used here."
    for button in (silent.voice_button, tools.voice):
        assert button.property("unable") == "true", "it looks switched off"
        assert button.accessibleDescription() == button.toolTip() == reason
        assert button.isEnabled()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, "and the keyboard reaches it all the same"
        silent.bar.clear()
        button.click()
        assert silent.bar.text == reason
    assert not edit.voice_button.property("unable") or why_silent()


def test_what_was_not_taken_in_stays_said_when_the_next_file_was(
    edit: AttachmentEdit, settle: Callable[[], None], tmp_path: Path, file_of: Callable[..., Path]
) -> None:
    edit.take_files([tmp_path / "nothing.pdf", file_of()])
    settle()
    assert [value["name"] for value in edit.values()] == ["plan.pdf"]
    assert edit.bar.text
    edit.take_files([file_of("second.pdf")])
    settle()
    assert edit.bar.text == ""


def test_what_is_said_of_a_file_dropped_on_a_text_is_scrolled_to(
    qtbot: QtBot, desk: Desk, settle: Callable[[], None], tmp_path: Path
) -> None:
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    made = AttachmentEdit(desk)
    lines = QVBoxLayout(inner)
    lines.addSpacing(2000)
    lines.addWidget(made)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.resize(600, 400)
    area.show()
    settle()
    made.take_files([tmp_path / "nothing.pdf"])
    settle()
    qtbot.waitUntil(lambda: made.bar.visibleRegion().boundingRect() == made.bar.rect())


def test_what_takes_a_while_shows_numbers_and_is_stopped_without_harm(
    edit: AttachmentEdit,
    settle: Callable[[], None],
    cases: StandIn,
    file_of: Callable[..., Path],
    qtbot: QtBot,
) -> None:
    cases.gate.clear()  # the worker waits before each use case
    edit.take_files([file_of("film.mp4", bytes(3 * 1024 * 1024)), file_of()])
    assert edit.run.isVisible()
    told: list[str] = []
    edit._intake.progressed.connect(lambda _far: told.append(edit.run.said))
    edit.run.stop.click()
    cases.gate.set()
    settle()
    assert edit.values() == []
    assert not edit.run.isVisible()
    assert "2 files were not added" in edit.bar.text
    assert not list(cases.session.vault.chunks.ids())
    edit.take_files([file_of("film.mp4", bytes(3 * 1024 * 1024))])
    settle()
    assert [value["name"] for value in edit.values()] == ["film.mp4"]
    assert "film.mp4: 3.0 MB of 3.0 MB" in told


def test_what_was_not_added_is_named(
    edit: AttachmentEdit, settle: Callable[[], None], tmp_path: Path
) -> None:
    edit.take_files([tmp_path / "nothing.pdf"])
    settle()
    assert edit.bar.text.startswith("nothing.pdf was not added.")


def test_inv28_a_picture_from_the_clipboard_is_encoded_on_the_worker(
    edit: AttachmentEdit, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    save = QImage.save

    def noted(image: QImage, *given: object) -> bool:
        threads.append(threading.get_ident())
        return save(image, *given)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(QImage, "save", noted)
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    edit.take_image(image)
    settle()
    assert [value["type"] for value in edit.values()] == ["image/png"]
    assert threads
    assert threading.get_ident() not in threads


def test_an_encoded_picture_is_taken_as_it_comes(edit: AttachmentEdit, settle: Callable[[], None]) -> None:
    mime = QMimeData()
    mime.setData("image/png", picture())
    found = picture_in(mime)
    assert found == picture()
    assert found is not None
    edit.take_image(found)
    settle()
    assert [(value["width"], value["height"]) for value in edit.values()] == [(640, 480)]
