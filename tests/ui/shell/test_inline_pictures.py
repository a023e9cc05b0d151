"""A picture at its place in a note: put in, kept, read, seen larger; nothing that a text names is loaded."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from delve_desktop.domain.ids import RecordId
from delve_desktop.services import records
from delve_desktop.services.attachments import adding
from delve_desktop.services.attachments.views import attachments
from delve_desktop.ui.attachments.lightbox import Lightbox
from delve_desktop.ui.attachments.tile import PictureTile
from delve_desktop.ui.records.items import unmarked
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.widgets.reader import Reader
from tests.ui.attachments.conftest import picture
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]


def text_of(cases: StandIn, note: RecordId) -> str:
    fields = {field.name: field.value for field in records.open_record(cases.session, note).fields}
    return str(fields["text"])


def reds(image: QImage) -> int:
    """How many points of a coarse grid are red."""
    points = ((x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8))
    colors = (image.pixelColor(x, y) for x, y in points)
    return sum(color.red() > 240 and color.green() < 20 and color.blue() < 20 for color in colors)


@pytest.fixture
def note(shell: Shell, cases: StandIn, settle: Wait) -> RecordId:
    made = add(cases.session, SPACE, "note", title="Pond", text="Above.\n\nBelow.")
    shell.go(Section.NOTES)
    shell.pane.show_record(made)
    settle()
    return made


@pytest.fixture
def with_picture(shell: Shell, cases: StandIn, note: RecordId, settle: Wait, tmp_path: Path) -> RecordId:
    """A picture was dropped behind the first line."""
    (path := tmp_path / "pond.png").write_bytes(picture("red"))
    shell.pane.edit()
    assert shell.pane.form is not None
    edit = shell.pane.form.findChildren(RichEdit)[0]
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    edit.insertFromMimeData(mime)
    settle()
    assert reds(edit.grab().toImage()) > 20
    shell.pane.finish()
    settle()
    return note


def test_a_picture_that_is_dropped_on_a_text_stands_there_and_not_below(
    shell: Shell, cases: StandIn, with_picture: RecordId, settle: Wait, qtbot: QtBot
) -> None:
    (view,) = attachments(cases.session, with_picture)
    assert text_of(cases, with_picture) == f"Above.\n\n![](delve:{view.id[:16]})\n\nBelow."
    (reader,) = shell.pane.findChildren(Reader)
    qtbot.waitUntil(lambda: reds(reader.grab().toImage()) > 20)
    assert not shell.pane.findChildren(PictureTile)
    assert "delve:" not in shell.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert (
        unmarked("Pond. ![A pump](delve:0123456789abcdef) Deep ![](delve:01234").rstrip()
        == "Pond. A pump Deep"
    )


def test_it_is_seen_larger_by_the_keys(
    shell: Shell, with_picture: RecordId, settle: Wait, qtbot: QtBot
) -> None:
    browser = shell.pane.findChildren(Reader)[0].findChildren(QTextBrowser)[0]
    browser.setFocus()
    qtbot.keyClick(browser, Qt.Key.Key_Tab)
    qtbot.keyClick(browser, Qt.Key.Key_Return)
    settle()
    (box,) = shell.window().findChildren(Lightbox)
    assert box.shown.name == "pond.png"
    qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_opening_and_saving_writes_nothing_and_taken_out_of_the_text_it_stands_below(
    shell: Shell, cases: StandIn, with_picture: RecordId, settle: Wait, qtbot: QtBot
) -> None:
    before = len(records.history(cases.session, with_picture))
    shell.pane.edit()
    settle()
    assert shell.pane.form is not None
    edit = shell.pane.form.findChildren(RichEdit)[0]
    qtbot.waitUntil(lambda: reds(edit.grab().toImage()) > 20)
    shell.pane.finish()
    settle()
    assert len(records.history(cases.session, with_picture)) == before
    shell.pane.edit()
    settle()
    assert shell.pane.form is not None
    edit = shell.pane.form.findChildren(RichEdit)[0]
    cursor = QTextCursor(edit.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    shell.pane.finish()
    settle()
    assert "delve:" not in text_of(cases, with_picture)
    assert len(shell.pane.findChildren(PictureTile)) == 1


def test_inv24_a_text_names_only_what_its_own_record_holds(
    shell: Shell, cases: StandIn, with_picture: RecordId, settle: Wait
) -> None:
    (view,) = attachments(cases.session, with_picture)
    own = adding.seal_picture(cases.session, picture("#fe0000"), "own.png")
    strange = (view.id[:16], own["root"][:8], "../../etc/passwd", "0" * 16, own["thumb"]["root"][:16])
    for number, name in enumerate((*strange, own["root"][:16])):
        text = f"x\n\n![pond](delve:{name})"
        other = add(cases.session, SPACE, "note", title=f"Other {number}", text=text, attachments=[own])
        shell.pane.show_record(other)
        settle()
        time.sleep(0.05)
        settle()
        (reader,) = shell.pane.findChildren(Reader)
        assert bool(reds(reader.grab().toImage())) == (number == len(strange)), name
