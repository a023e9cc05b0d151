"""Leaflets as PDFs: all words of all sample practices, read back out of the file, and who may be named."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.outline import plain, points_of, steps_of
from delve_desktop.services import records
from delve_desktop.services.leaflets import people_to_print
from delve_desktop.services.session import Session, create_vault
from delve_desktop.services.views import RecordView, SetValue
from delve_desktop.ui.practices.leaflet import print_on, printed
from delve_desktop.ui.practices.leaflet_blocks import POINT
from delve_desktop.ui.practices.leaflet_content import Leaflet, Passage, Step, leaflet_of
from delve_desktop.ui.practices.leaflet_pages import SIZES, laid_out
from delve_desktop.ui.practices.leaflet_panel import LeafletPanel
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add, fill
from tests.ui.stand_in import SPACE, StandIn

A4 = QPageSize(QPageSize.PageSizeId.A4)
LETTER = QPageSize(QPageSize.PageSizeId.Letter)
EMPTY = Leaflet("Title", "", "", (), "Danger", (), (), "", (), (), "foot")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("library") / "vault"
    session = create_vault(folder, "maji tembo kijani jua kisima moto", "Z", params=FLOOR)
    with session.vault.write() as unit:
        unit.add_space(SPACE, "Lake Zone", "active", None)
    fill(session, SPACE)
    yield session
    session.close()


def text_of(pdf: bytes) -> str:
    """Every letter and digit of a PDF in reading order, for lines break where they like."""
    return letters(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def letters(text: str) -> str:
    return "".join(letter for letter in plain(text).casefold() if letter.isalnum())


def said(view: RecordView, name: str) -> str:
    return next(str(field.value or "") for field in view.fields if field.name == name)


@pytest.mark.slow
def test_every_sample_practice_prints_whole_on_two_pages_at_most(library: Session, qapp) -> None:
    rows = records.list_records(library, SPACE, "practice", limit=50).rows
    assert len(rows) == 32
    for number, row in enumerate(rows):
        view = records.open_record(library, row.id)
        people = people_to_print(library, row.id)
        made = printed(leaflet_of(view, people, {}), LETTER if number % 2 else A4, 1.0)
        text = text_of(made.pdf)
        assert len(PdfReader(io.BytesIO(made.pdf)).pages) == made.pages <= 2, row.title
        assert letters(view.title) in text
        for part in (*steps_of(said(view, "steps")).parts, *points_of(said(view, "do_nots"))):
            for words in (part.name, *re.split(r"[\s]+", part.text)):
                assert letters(words) in text, (row.title, words)
        for one in people:
            assert letters(one.name) in text
        assert text.index(letters("read this first")) < text.index(
            letters(steps_of(said(view, "steps")).parts[0].name)
        )


def test_letters_are_in_the_file(library: Session, qapp) -> None:
    row = records.list_records(library, SPACE, "practice", limit=50).rows[2]  # in Mongolian
    made = printed(leaflet_of(records.open_record(library, row.id), (), {}), A4, 1.0)
    reader = PdfReader(io.BytesIO(made.pdf))
    assert letters(row.title) in text_of(made.pdf)
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(inner.get_object().keys())


def test_a_short_practice_fits_one_page_in_large_letters(qapp) -> None:
    leaflet = Leaflet(
        "Hand-washing", "Nyota", "Two jerrycans.", (), "Danger", (), (), "Steps",
        tuple(Step(n, part, None) for n, part in enumerate(steps_of("1. **Hang.** It.\n2. Wash.").parts, 1)),
        (Passage("Cost", "20 USD"),), "CC BY",
    )  # fmt: skip
    layout = laid_out(leaflet, QSizeF(595 * POINT, 842 * POINT))
    assert (layout.pages, layout.size) == (1, SIZES[0])


def test_a_middling_one_gets_smaller_letters_before_a_second_page(qapp) -> None:
    sizes = []
    for count in range(4, 60, 2):
        passage = Passage("Problem", "\n".join(["Word after word after word. " * 6] * count))
        leaflet = Leaflet("T", "", "", (), "", (), (passage,), "", (), (), "foot")
        layout = laid_out(leaflet, QSizeF(595 * POINT, 842 * POINT))
        sizes.append((layout.pages, layout.size))
    assert (1, SIZES[0]) in sizes
    assert (1, SIZES[-1]) in sizes
    assert sizes == sorted(sizes, key=lambda one: one[0]), "more words never take fewer pages"


def test_a_paragraph_longer_than_a_page_is_parted_between_lines_and_none_is_lost(qapp) -> None:
    words = " ".join(f"word{number}" for number in range(10_000, 16_000))
    leaflet = Leaflet("T", "", "", (), "", (), (Passage("Problem", words),), "", (), (), "foot")
    made = printed(leaflet, A4, 1.0)
    text = text_of(made.pdf)
    assert made.pages > 3
    assert re.findall(r"word(\d{5})", text) == [f"{number}" for number in range(10_000, 16_000)], "each once"


def test_pictures_stand_with_their_steps(qapp) -> None:
    picture = QImage(512, 352, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    part = steps_of("1. **Wash.** Run the ore.").parts[0]
    leaflet = Leaflet("T", "", "", (), "", (), (), "Steps", (Step(1, part, picture),), (), "foot")
    made = printed(leaflet, A4, 1.0)
    (page,) = PdfReader(io.BytesIO(made.pdf)).pages
    assert len(page.images) == 1


def test_only_who_agreed_is_named(cases: StandIn) -> None:
    def person(name: str, **more: object) -> str:
        return add(cases.session, SPACE, "contact", name=name, phones=["+255 700"], **more).hex()

    asked = [
        person("Agreed", consent="spoken", role="Chair"),
        person("In writing", consent="written", sensitivity="open"),
        person("Not asked", consent="not-asked"),
        person("Silent"),
        person("Close", consent="written", sensitivity="personal"),
    ]
    binned = person("Binned", consent="written")
    records.delete_record(cases.session, bytes.fromhex(binned))
    practice = add(cases.session, SPACE, "practice", title="Gold", people=[*asked, binned, "ab" * 32])
    found = {one.name: one for one in people_to_print(cases.session, practice)}
    assert set(found) == {"Agreed", "In writing"}
    assert (found["Agreed"].role, found["Agreed"].phone) == ("Chair", "+255 700")


def test_markup_that_people_wrote_loads_nothing_and_is_words(qapp) -> None:
    hostile = "<img src='file:///etc/passwd'> ![x](https://example.org/a.png) [here](https://example.org)"
    leaflet = Leaflet(
        "<b>T</b>", "", hostile, (), "", (), (Passage("<i>P</i>", hostile),), "", (), (), "foot"
    )
    text = text_of(printed(leaflet, A4, 1.0).pdf)
    assert "imgsrcfileetcpasswd" in text
    assert "btb" in text
    assert "ipi" in text
    assert "herehttpsexampleorg" in text


def test_ctrl_p_shows_the_leaflet_and_saves_it_where_the_person_says(
    shell: Shell, cases: StandIn, tmp_path: Path, settle: Callable[[], None], qtbot: QtBot
) -> None:
    record = add(cases.session, SPACE, "practice", title="Gold", licence="members-only")
    records.edit_record(cases.session, record, [SetValue("area", "Geita")])
    shell.go(Section.PRACTICES)
    settle()
    shell.pane.show_record(record)
    settle()
    shell.pane.print_record()
    settle()
    (panel,) = shell.pane.findChildren(LeafletPanel)
    told = " ".join(one.text() for one in panel.findChildren(QLabel))
    assert "leaves Delve" in told
    assert "not open to all" in told
    target = tmp_path / "gold.pdf"
    panel.save_to(str(target))
    settle()
    assert "gold" in text_of(target.read_bytes())
    assert "Saved outside Delve" in panel.bar.text
    panel.save_to(str(tmp_path / "no such folder" / "gold.pdf"))
    settle()
    assert "cannot be written" in panel.bar.text
    qtbot.keyClick(panel.save, Qt.Key.Key_Escape)
    settle()
    assert not shell.pane.findChildren(LeafletPanel)
    assert shell.pane.record == record, "Esc closes one thing at a time"
    assert {one.name for one in tmp_path.iterdir()} == {"vault", "gold.pdf"}, "nothing half written is left"


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_not_said_to_have_printed(tmp_path: Path, qapp: object) -> None:
    for folder, pages in ((tmp_path, 1), (tmp_path / "nowhere", 0)):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / "leaflet.pdf"))
        assert print_on(printer, EMPTY) == pages
