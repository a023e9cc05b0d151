from __future__ import annotations

import socket
import threading
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.ui.widgets.reader import LEAST, Reader, _Browser, sealed_document
from delve_desktop.ui.widgets.two_versions import Choice, TwoVersions, differing


def formats(document: QTextDocument) -> list[bool]:
    """For every fragment, whether it is an image."""
    found = []
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            found.append(iterator.fragment().charFormat().isImageFormat())
            iterator += 1
        block = block.next()
    return found


@pytest.fixture
def listener():
    """A server that notes whether anybody connects."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.05)
    seen: list[object] = []
    stop = threading.Event()

    def accept() -> None:
        while not stop.is_set():
            try:
                seen.append(server.accept()[1])
            except TimeoutError:
                continue

    thread = threading.Thread(target=accept)
    thread.start()
    yield server.getsockname()[1], seen
    stop.set()
    thread.join()
    server.close()


def test_inv24_rendering_opens_no_socket_and_no_file(qtbot: QtBot, tmp_path: Path, listener) -> None:
    port, connections = listener
    picture = tmp_path / "secret.png"
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    image.save(str(picture))
    picture.chmod(0o600)
    before = picture.stat().st_atime_ns
    text = "\n".join(
        [
            f"Before ![one](file://{picture}) after",
            f"![two]({picture})",
            f"![three](http://127.0.0.1:{port}/pixel.png)",
            f'<img src="http://127.0.0.1:{port}/pixel.png">',
            f'<img src="{picture}"><link rel="stylesheet" href="http://127.0.0.1:{port}/a.css">',
            f"[![four](http://127.0.0.1:{port}/x.png)](https://example.org)",
        ]
    )
    reader = Reader("Text")
    qtbot.addWidget(reader)
    reader.resize(600, 400)
    reader.show()
    reader.set_markdown(text)
    reader.grab()
    qtbot.wait(250)
    document = reader.findChild(QTextDocument)
    assert document is not None
    assert not any(formats(document)), "pictures are left out"
    assert document.size().height() < 290, "no picture was laid out"
    assert connections == []
    assert picture.stat().st_atime_ns == before
    assert "Before" in reader.text()
    assert "<img" in reader.text(), "raw HTML is shown, not obeyed"


def test_inv24_whatever_a_document_asks_for_it_gets_one_empty_pixel(tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(picture))
    document = sealed_document("text")
    kind = QTextDocument.ResourceType.ImageResource.value
    got = document.resource(kind, QUrl.fromLocalFile(str(picture)))
    assert (got.width(), got.height()) == (1, 1)


def test_inv24_the_card_of_two_versions_shows_markup_as_text(qtbot: QtBot) -> None:
    evil = '<img src="file:///etc/hostname"> <a href="file:///etc/passwd">x</a>'
    card = TwoVersions("Two versions", [Choice(0, evil, "a", "b", True), Choice(1, "plain", "c", "d", False)])
    qtbot.addWidget(card)
    shown = [each.text() for each in card.findChildren(QLabel) if "src=" in each.text()]
    assert len(shown) == 1
    assert "<img" not in shown[0]
    assert "&lt;img" in shown[0]


def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    urls: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toString()))
    return urls


def test_a_link_asks_before_it_is_opened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    urls = opened(monkeypatch)
    reader = Reader("Text")
    qtbot.addWidget(reader)
    reader.set_markdown("[see](https://example.org/a)")
    reader._on_anchor(QUrl("https://example.org/a"))
    assert urls == []
    assert "https://example.org/a" in reader._question.text()
    reader._open.click()
    assert urls == ["https://example.org/a"]


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "http://example.org", "smb://x/y", "/etc/passwd"]
)
def test_other_addresses_are_never_opened(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    urls = opened(monkeypatch)
    reader = Reader("Text")
    qtbot.addWidget(reader)
    reader._on_anchor(QUrl(address))
    assert reader._open.isHidden()
    reader._on_open()
    assert urls == []


def test_differences_are_marked_in_whole_words() -> None:
    assert differing("+255 700 555 014", "+255 700 555 071") == (13, 16)
    text = "the rope is worn"
    start, stop = differing(text, "the rope was worn")
    assert text[start:stop] == "is"


@pytest.mark.parametrize("words", [12, 60, 200])
def test_the_whole_text_is_in_view_at_every_width(qtbot: QtBot, words: int) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(900, 600)
    area.show()
    page, reader = QWidget(), Reader("Text")
    column = QVBoxLayout(page)
    column.addWidget(reader)
    column.addStretch(1)
    reader.set_markdown("word " * words)
    area.setWidget(page)
    browser = reader.findChildren(QTextBrowser)[0]
    for width in (900, 300, 700, 900, 320):
        area.resize(width, 600)
        QApplication.processEvents()
        place, needed = browser.viewport().geometry(), ceil(browser.document().size().height())
        assert browser.document().textWidth() == place.width()
        assert place.height() == max(needed, LEAST - 2 * browser.frameWidth()), width
        assert place.bottom() < browser.height(), width


def test_a_text_is_laid_out_once_for_a_width_however_often_layouts_ask(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader("Text")
    qtbot.addWidget(reader)
    reader.set_markdown("one two three four five " * 40)
    browser = reader.findChild(QTextBrowser)
    assert browser is not None
    measured: list[int] = []
    assert isinstance(browser, _Browser)
    measure = _Browser._height

    def noted(asked: _Browser, width: int) -> int:
        measured.append(width)
        return measure(asked, width)

    monkeypatch.setattr(_Browser, "_height", noted)
    high = [browser.heightForWidth(width) for width in (300, 200, 300)]
    assert measured == [300, 200]
    assert high[0] == high[2] < high[1]
    reader.set_markdown("one two three four five " * 20)
    half = browser.heightForWidth(300)
    assert half < high[0]
    large = browser.font()
    large.setPointSizeF(large.pointSizeF() * 3)
    browser.setFont(large)
    assert browser.heightForWidth(300) > half


def test_what_asks_before_a_link_opens_is_made_when_a_link_is_pressed(qtbot: QtBot) -> None:
    reader = Reader("Text")
    qtbot.addWidget(reader)
    reader.set_markdown("[a](https://example.org)")
    assert not reader.findChildren(QLabel)
    browser = reader.findChild(QTextBrowser)
    assert browser is not None
    browser.anchorClicked.emit(QUrl("https://example.org"))
    assert any("example.org" in one.text() for one in reader.findChildren(QLabel))
