"""What the clipboards of other programs hold, as they hold it (shortened), and what comes of it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from delve_desktop.ui.records.editors import text
from delve_desktop.ui.records.form import Form
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.text.pasted import Loss, said_of
from delve_desktop.ui.text.pasting import MAX_BLOCKS, MAX_PASTED, MAX_RUNS, MAX_TAGS, MAX_TEXT, pasted_html
from delve_desktop.ui.widgets.in_place import InPlaceBar

SAMPLES = Path(__file__).parents[2] / "data" / "pasted"


def pasted(qtbot: QtBot, html: str, plain: str = "") -> RichEdit:
    edit = RichEdit()
    qtbot.addWidget(edit)
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(plain)
    edit.insertFromMimeData(data)
    return edit


@pytest.mark.parametrize("source", ["word", "libreoffice", "google-docs", "chat", "web"])
def test_what_other_programs_copy_comes_in_clean(qtbot: QtBot, source: str) -> None:
    html, wanted = ((SAMPLES / f"{source}{end}").read_text(encoding="utf-8") for end in (".html", ".md"))
    assert pasted(qtbot, html).text() == wanted.removesuffix("\n")


def test_plain_text_keeps_its_lines(qtbot: QtBot) -> None:
    assert pasted(qtbot, "", "[12/03, 14:02] Neema: Kamba\r\nimefika\n\n- moja").text() == (
        "[12/03, 14:02] Neema: Kamba\n\nimefika\n\n- moja"
    )


def test_a_word_is_pasted_into_a_line_and_blocks_between(qtbot: QtBot) -> None:
    edit = RichEdit()
    qtbot.addWidget(edit)
    edit.set_text("the rope\n\nend")
    edit.setTextCursor(edit.document().find("rope"))
    data = QMimeData()
    data.setHtml("<p><b>new</b> can</p>")
    edit.insertFromMimeData(data)
    assert edit.text() == "the **new** can\n\nend"
    edit.setTextCursor(edit.document().find("new"))
    data.setHtml("<p>one</p><ul><li>two</li></ul>")
    edit.insertFromMimeData(data)
    assert edit.text() == "the one\n\n- two\n\n can\n\nend"
    while edit.document().isUndoAvailable():
        edit.undo_step()
    assert edit.text() == "the rope\n\nend"


def test_into_a_cell_everything_goes_as_one_line(qtbot: QtBot) -> None:
    edit = RichEdit()
    qtbot.addWidget(edit)
    edit.set_text("| a | b |\n|---|---|\n| 1 | 2 |")
    edit.setTextCursor(edit.document().find("1"))
    data = QMimeData()
    data.setHtml("<p>one</p><p>two</p><table><tr><td>x</td><td>y</td></tr></table>")
    edit.insertFromMimeData(data)
    assert edit.text() == "| a | b |\n|---|---|\n| one two x y | 2 |"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "x",
        "<b>" * 300_000,
        "<table>" * 50_000 + "<tr><td>x",
        "<table>" + "<tr>" + "<td>x" * 300_000,
        "<table>" + "<tr><td>a<td>b" * 100_000,
        "<ul>" * 100_000 + "<li>x",
        "<p>x</p>" * 200_000,
        "<!--" * 200_000,
        "&amp;" * 300_000,
        "<a href='https://example.org/" + "x" * 1_000_000 + "'>y</a>",
        "<img src='data:image/png;base64," + "A" * 1_500_000 + "'>",
        "<" * 500_000,
        "<a " * 300_000,
        "<![" * 300_000,
        "<?x" * 300_000,
        "<a " + "b=c " * 300_000 + ">x",
        "<a href='>" * 100_000,
        "<p style='mso-list:l0 level9'>" * 50_000,
    ],
    ids=lambda html: html[:9],
)
def test_reading_html_takes_a_bounded_time_and_room(html: str) -> None:
    begun = time.process_time()
    forms = pasted_html(html).forms
    assert time.process_time() - begun < 4.0
    assert len(forms) <= 2_000
    assert sum(len(form.words) for form in forms) < 200_000


@pytest.mark.parametrize(
    "html",
    ["<b>a</b>b" * 30_000, "<b>word</b> word " * 6_000, "<a href='https://e.org/'>x</a> y " * 5_000],
    ids=["each-sign", "each-word", "links"],
)
def test_words_in_very_many_looks_come_in_whole_and_soon(qtbot: QtBot, html: str) -> None:
    """They took a quarter of a minute; of too many looks the words alone come in."""
    begun = time.process_time()
    edit = pasted(qtbot, html)
    text = edit.text()
    assert time.process_time() - begun < 4.0
    words = re.sub(r"<[^>]*>", "", html)[:MAX_TEXT].strip()
    assert edit.toPlainText().strip() == words
    assert len(pasted_html(html).forms[0].runs) <= MAX_RUNS + 2
    again = RichEdit()
    qtbot.addWidget(again)
    again.set_text(text)
    assert again.toPlainText() == edit.toPlainText(), "it reads the same from its source"


def test_of_very_many_parts_the_words_come_in_a_line_each() -> None:
    row = "<tr>" + "".join(f"<td>c{at}</td>" for at in range(10)) + "</tr>"
    forms, loss = pasted_html("<style>p { }</style><table>" + row * 2_000 + "</table>")
    assert [form.words for form in forms[:11]] == [*(f"c{at}" for at in range(10)), "c0"]
    assert len(forms) == MAX_BLOCKS
    assert loss == Loss.LOOKS | Loss.WORDS


def test_of_a_picture_within_a_page_no_sign_comes_in() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 100_000 + "'>"
    (form,) = pasted_html(f"<p>before {picture}after</p>").forms
    assert form.words == "before after"


@pytest.mark.parametrize("html", ["<![x", "<b style='font-weight:²'>x</b>", "a < b", "<!DOCTYPE", "</", "<?"])
def test_html_that_is_none_is_read_as_far_as_it_is(html: str) -> None:
    assert len(pasted_html(html).forms) <= 1


def test_more_html_than_may_be_is_taken_as_its_plain_text(qtbot: QtBot) -> None:
    html = "<p>x</p>" + " " * MAX_PASTED
    assert pasted_html(html).forms == []
    assert pasted(qtbot, html, "plain").text() == "plain"


LINK = '<a href="https://example.org/{0}">here</a>'


def losses(qtbot: QtBot, html: str, plain: str = "") -> tuple[RichEdit, Loss]:
    edit = RichEdit()
    qtbot.addWidget(edit)
    said: list[Loss] = []
    edit.pasted.connect(said.append)
    data = QMimeData()
    if html:
        data.setHtml(html)
    if plain:
        data.setText(plain)
    edit.insertFromMimeData(data)
    (loss,) = said
    return edit, loss


def test_of_very_many_looks_the_links_still_lead_where_they_did(qtbot: QtBot) -> None:
    html = "".join(f"<p><b>Bold {at}</b> and {LINK.format(at)}</p>" for at in range(3_500))[:2_000_000]
    assert html.count("<") > MAX_TAGS
    edit, loss = losses(qtbot, "<p>" + LINK.format("first") + "</p>" + html)
    assert "[here](https://example.org/first)" in edit.text()
    assert Loss.LOOKS in loss


@pytest.mark.parametrize(
    "html, plain, lost",
    [
        ("<p>one <b>two</b></p>", "", Loss.NOTHING),
        (f"<p>{LINK}</p>", "", Loss.NOTHING),
        ("<p>x</p>" * 11_000, "", Loss.LOOKS | Loss.WORDS),
        ("<p><i></i>x</p>" * 1_900 + "<i></i>" * 10_000, "", Loss.LOOKS),
        (f"<p>{LINK}</p>" + "<br>" * 25_000, "", Loss.LOOKS),
        ("<p>" + "word " * 13_000 + "</p>", "", Loss.WORDS),
        ("<p>x</p>" * 2_100, "", Loss.WORDS),
        ("<table><tr>" + "<td>x</td>" * 40 + "</tr></table>", "", Loss.WORDS),
        ("<table>" + "<tr><td>x</td><td>y</td></tr>" * 1_500 + "</table>", "", Loss.WORDS),
        ("<p><a href='https://e.org/" + "x" * 3_000 + "'>y</a></p>", "", Loss.LOOKS),
        ("<p>" + "<b>a</b>b" * 500 + "</p>", "", Loss.LOOKS),
        ("<p><b>bold</b> " + "word " * 3_000 + "</p>", "", Loss.LOOKS),
        ("<p>x</p>" + " " * MAX_PASTED, "x", Loss.LOOKS),
        ("<p>x</p>" + " " * MAX_PASTED, "", Loss.WORDS),
        ("", "x" * (MAX_TEXT + 1), Loss.WORDS),
        ("", "x" * MAX_TEXT + "\n", Loss.NOTHING),
    ],
    ids=lambda value: str(value)[:12],
)
def test_what_does_not_come_in_is_said(qtbot: QtBot, html: str, plain: str, lost: Loss) -> None:
    _edit, loss = losses(qtbot, html, plain)
    assert loss == lost
    assert bool(said_of(loss)) == bool(lost)


def test_a_picture_that_a_page_wraps_comes_in(qtbot: QtBot) -> None:
    """As browsers copy one: HTML that names it, and the picture."""
    taken: list[object] = []
    edit = RichEdit()
    qtbot.addWidget(edit)
    door = Door()
    door.taken = taken
    edit._door = door  # type: ignore[assignment]
    data = QMimeData()
    data.setHtml("<meta charset='utf-8'><img src='https://example.org/pump.png'>")
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    data.setImageData(image)
    edit.insertFromMimeData(data)
    assert len(taken) == 1
    data.setHtml("<p>Words beside it, as a spreadsheet copies them.</p>")
    edit.insertFromMimeData(data)
    assert len(taken) == 1
    assert "Words beside it" in edit.text()


class Door:
    """Takes pictures."""

    taken: list[object]

    def take_image(self, image: object, _put: object) -> None:
        self.taken.append(image)


def test_a_link_is_whole_or_none(qtbot: QtBot) -> None:
    edit, _loss = losses(qtbot, "<p><a href='https://e.org/" + "x" * 3_000 + "'>y</a></p>")
    assert edit.text() == "y"


def test_it_is_said_below_the_text_until_the_next_paste(qtbot: QtBot) -> None:
    form = Form("note")
    form.add(text(form, "text", "Text"))
    qtbot.addWidget(form)
    form.show()
    (edit,) = form.findChildren(RichEdit)
    bar = next(one for one in form.findChildren(InPlaceBar) if one.parentWidget() is edit.parentWidget())
    data = QMimeData()
    data.setText("x" * (MAX_TEXT + 1))
    edit.insertFromMimeData(data)
    assert "its end is missing" in bar.text
    assert bar.isVisible()
    data.setText("y")
    edit.insertFromMimeData(data)
    assert not bar.isVisible()
