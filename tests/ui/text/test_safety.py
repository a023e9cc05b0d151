"""Whatever a note says, showing it opens no socket and no file (invariant 24), and takes a bounded time.

What is opened is seen by Python's audit hook and, below Python, by the system's own list of open files and
the times of last access; a server listens for whoever connects.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.domain import ops
from delve_desktop.domain.ops import Write
from delve_desktop.services import records
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.text.addresses import is_deceptive, isolated, mixes_scripts, target_of, typed_address
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.widgets.reader import Reader
from tests.ui.samples import add, arrive
from tests.ui.stand_in import SPACE, StandIn

Wait = Callable[[], None]
CORPUS = Path(__file__).parents[2] / "data" / "hostile_notes.md"

_heard: list[tuple[str, str]] = []  # what Python was told to open while somebody listens
_listening = [False]


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _listening[0] and event in (
        "open",
        "socket.connect",
        "socket.__new__",
        "subprocess.Popen",
        "os.system",
    ):
        _heard.append((event, str(arguments[0] if arguments else "")))


sys.addaudithook(_hook)  # it cannot be taken away again, only told to be silent


class Trap:
    """A picture that must not be read, and a server that must not be asked."""

    def __init__(self, folder: Path) -> None:
        self.secret = folder / "secret.png"
        picture = QImage(400, 300, QImage.Format.Format_RGB32)
        picture.fill(0xFF0000)
        assert picture.save(str(self.secret))
        os.utime(self.secret, (1, 1))  # an access would set the first of the two anew
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0.05)
        self.port = self._server.getsockname()[1]
        self.connections: list[object] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._accept)
        self._thread.start()

    def text(self) -> str:
        raw = CORPUS.read_text(encoding="utf-8")
        return raw.replace("@PORT@", str(self.port)).replace("@SECRET@", str(self.secret))

    def _accept(self) -> None:
        while not self._stop.is_set():
            try:
                made, whence = self._server.accept()
                made.close()
                self.connections.append(whence)
            except TimeoutError:
                continue

    def check(self) -> None:
        assert self.connections == []
        assert self.secret.stat().st_atime == 1, "the picture was read"
        told = [each for each in _heard if "secret" in each[1] or each[0] != "open"]
        assert told == []

    def end(self) -> None:
        self._stop.set()
        self._thread.join()
        self._server.close()


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    made = Trap(tmp_path)
    _heard.clear()
    _listening[0] = True
    yield made
    _listening[0] = False
    made.end()


def test_the_trap_snaps(trap: Trap) -> None:
    """That nothing was caught means something only if the trap works."""
    QImage(str(trap.secret))
    with pytest.raises(AssertionError, match="was read"):
        trap.check()
    os.utime(trap.secret, (1, 1))
    trap.check()
    with socket.create_connection(("127.0.0.1", trap.port)):
        pass
    with pytest.raises(AssertionError):
        trap.check()


def on_a_page(qtbot: QtBot, widget: QWidget) -> QScrollArea:
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(widget)
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    return page


def pictures_in(document: QTextDocument) -> list[str]:
    found = []
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            look = iterator.fragment().charFormat()
            if look.isImageFormat():
                found.append(look.toImageFormat().name())
            iterator += 1
        block = block.next()
    return found


def test_inv24_reading_a_hostile_note_opens_nothing(qtbot: QtBot, trap: Trap) -> None:
    asked: list[str] = []
    reader = Reader("Text", asked.append)
    page = on_a_page(qtbot, reader)
    reader.set_markdown(trap.text())
    reader.grab()
    page.grab()
    qtbot.wait(150)
    trap.check()
    document = reader.findChild(QTextDocument)
    assert document is not None
    assert pictures_in(document) == []
    assert asked == [], "not even the vault is asked for what is no id"
    assert "<script" in reader.text(), "HTML is shown, not obeyed"


def test_inv24_editing_a_hostile_note_opens_nothing_and_writes_nothing(qtbot: QtBot, trap: Trap) -> None:
    edit = RichEdit()
    page = on_a_page(qtbot, edit)
    edit.set_text(trap.text())
    edit.grab()
    page.grab()
    edit.selectAll()
    edit.copy()
    edit.textCursor().insertText("x")
    edit.undo_step()
    qtbot.wait(150)
    trap.check()
    assert pictures_in(edit.document()) == []
    assert edit.text() == trap.text()


def test_inv24_pasting_hostile_html_opens_nothing(qtbot: QtBot, trap: Trap) -> None:
    edit = RichEdit()
    page = on_a_page(qtbot, edit)
    data = QMimeData()
    data.setHtml(trap.text() + f'<p>end</p><img src="http://127.0.0.1:{trap.port}/z.png">')
    edit.insertFromMimeData(data)
    page.grab()
    qtbot.wait(150)
    trap.check()
    assert "end" in edit.text()
    assert pictures_in(edit.document()) == []


def test_inv24_whatever_a_document_asks_for_it_gets_one_empty_pixel(trap: Trap) -> None:
    edit = RichEdit()
    document = edit.sealed
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in (
        QUrl.fromLocalFile(str(trap.secret)),
        QUrl(str(trap.secret)),
        QUrl(f"http://127.0.0.1:{trap.port}/"),
        QUrl("//127.0.0.1/share/x.png"),
    ):
        got = document.resource(kind, address)
        assert (got.width(), got.height()) == (1, 1)
    trap.check()


def test_inv24_list_search_history_and_disputes_of_a_hostile_note_open_nothing(
    qtbot: QtBot, shell: Shell, cases: StandIn, settle: Wait, trap: Trap
) -> None:
    text = trap.text()
    name = 'Visit\u202egpj.<img src="file://' + str(trap.secret) + '">'
    note = add(cases.session, SPACE, "note", title=name, text=text, place=name, themes=["<b>x</b>"])
    head = records.open_record(cases.session, note).heads[0]
    mine = text.replace("wants out", f"![wants](http://127.0.0.1:{trap.port}/x.png) out")
    theirs = text.replace("wants out", f'<img src="file://{trap.secret}"> in')
    records.edit_record(cases.session, note, [records_edit(mine)])
    arrive(cases.session, SPACE, note, Write("text", ops.TEXT, theirs), at=1_700_000_000, seen=head)
    shell.go(Section.NOTES)
    settle()
    shell.list.rows.setCurrentIndex(shell.list.model.index_of(note))
    settle()
    shell.grab()
    shell.list.search.setText("wants")
    qtbot.waitUntil(lambda: shell.list.model.query.text == "wants")
    settle()
    assert shell.list.model.items
    shell.grab()
    shell.pane.show_history()
    settle()
    for button in shell.pane.findChildren(QWidget):
        if button.property("kind") == "quiet" and getattr(button, "text", str)() == "Compare":
            button.click()  # type: ignore[attr-defined]
            settle()
    shell.grab()
    shell.pane.escape()
    shell.pane.edit()
    settle()
    shell.grab()
    connections = [each for each in _heard if each[0].startswith(("socket", "subprocess", "os."))]
    assert connections == []
    assert [each for each in _heard if "secret" in each[1]] == []
    assert trap.connections == []
    assert trap.secret.stat().st_atime == 1


def records_edit(text: str) -> Any:
    from delve_desktop.services.views import EditText

    return EditText("text", text)


# -- time ----------------------------------------------------------------------------------------

HEAVY = {
    "one line of a MiB": "x" * 1_048_576,
    "one line of words": "word " * 200_000,
    "brackets": "[" * 60_000,
    "stars": "\n".join(["*a _b" * 150] * 60),
    "quotes": "> " * 30_000,
    "lines": "a\n" * 32_000,
    "nested": "\n".join(" " * depth + "- x" for depth in range(400)),
    "table": "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + ("|x" * 20 + "|\n") * 49,
    "huge table": "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + ("|x" * 300 + "|\n") * 60,
    "tables": ("|a|\n|-|\n|x|\n\n" * 2000)[:60_000],
    "data address": "![x](data:image/png;base64," + "A" * 900_000 + ")",
    "zero width": "a\u200b" * 30_000,
    "right to left": "مرحبا " * 10_000,
    "turns": "\u202e" * 60_000,
    "combining": "e" + "\u0301" * 30_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_inv24_showing_takes_a_bounded_time(qtbot: QtBot, name: str) -> None:
    for widget in (Reader("Text"), RichEdit()):
        page = on_a_page(qtbot, widget)
        begun = time.process_time()
        if isinstance(widget, Reader):
            widget.set_markdown(HEAVY[name])
        else:
            widget.set_text(HEAVY[name])
            assert widget.text() == HEAVY[name]
        page.grab()
        assert time.process_time() - begun < 6.0


# -- links ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link, opens, host",
    [
        ("https://example.org/a", True, "example.org"),
        ("mailto:neema@example.org", True, "example.org"),
        ("https://bücher.example.org/", True, "xn--bcher-kva.example.org"),
        ("https://аррӏе.com/", True, "xn--80ak6aa92e.com"),
        ("https://bank.example.org@evil.example/", False, "evil.example"),
        ("http://example.org", False, "example.org"),
        ("file:///etc/passwd", False, ""),
        ("file://host/share", False, "host"),
        ("//host/share", False, "host"),
        ("\\\\host\\share", False, ""),
        ("javascript:alert(1)", False, ""),
        ("data:text/html,x", False, ""),
        ("smb://x/y", False, "x"),
        ("mailto:", False, ""),
        ("https://", False, ""),
        ("", False, ""),
    ],
)
def test_only_web_addresses_and_mail_are_opened_and_the_true_host_is_told(
    link: str, opens: bool, host: str
) -> None:
    target = target_of(QUrl(link))
    assert (target.opens, target.host) == (opens, host)


def test_a_link_is_opened_only_after_asking_for_its_true_host(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    reader = Reader("Text")
    qtbot.addWidget(reader)
    reader.set_markdown("[https://apple.com](https://аррӏе.com/)")
    assert "⟪xn--80ak6aa92e.com⟫" in reader.text(), "the words say something else: the host is shown beside"
    reader._on_anchor(QUrl("https://аррӏе.com/"))
    assert opened == []
    assert "xn--80ak6aa92e.com" in reader._question.text()
    reader._open.click()
    assert len(opened) == 1


@pytest.mark.parametrize(
    "words, link, deceives",
    [
        ("the price", "https://example.org/x", False),
        ("example.org", "https://example.org/x", False),
        ("www.example.org", "https://example.org", False),
        ("example.org", "https://www.example.org/", False),
        ("https://example.org/x", "https://example.org/x", False),
        ("https://bank.example.org", "https://evil.example/", True),
        ("bank.example.org/login", "https://evil.example/", True),
        ("pay\u202egro.knab", "https://example.com", True),
        ("ba\u200bnk", "https://example.com", True),
        ("apple", "https://аррle.com/", True),
        ("книга", "https://книга.example/", False),
        ("Сургалт 2.0 нар", "https://example.org", False),
    ],
)
def test_links_that_say_something_else_are_marked(words: str, link: str, deceives: bool) -> None:
    assert is_deceptive(words, link) is deceives


def test_letters_of_several_scripts_in_one_name() -> None:
    assert mixes_scripts("аррle.com")
    assert not mixes_scripts("книга.com")
    assert not mixes_scripts("example.org")


@pytest.mark.parametrize(
    "typed, address",
    [
        ("example.org/a", "https://example.org/a"),
        (" https://example.org ", "https://example.org"),
        ("neema@example.org", "mailto:neema@example.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//host/share", None),
        ("two words", None),
        ("", None),
        ("https://example.org/" + "x" * 3000, None),
    ],
)
def test_what_a_person_types_as_an_address(typed: str, address: str | None) -> None:
    assert typed_address(typed) == address


def test_names_leave_the_direction_around_them_alone() -> None:
    assert isolated("Neema L.") == "Neema L."
    assert isolated("Neema\u202e.L") == "\u2068Neema.L\u2069"
    assert isolated("ندى") == "\u2068ندى\u2069"


def test_turned_text_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    reader = Reader("Text")
    qtbot.addWidget(reader)
    reader.set_markdown("invoice\u202egnp.exe")
    assert "\u202e" not in reader.text()
    assert "gnp.exe" in reader.text()
