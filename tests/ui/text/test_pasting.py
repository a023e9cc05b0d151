"""What the clipboards of other programs hold, as they hold it (shortened), and what comes of it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.text.pasting import MAX_BLOCKS, MAX_PASTED, MAX_RUNS, MAX_TEXT, forms_of_html

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
    forms = forms_of_html(html)
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
    assert len(forms_of_html(html)[0].runs) <= MAX_RUNS + 2
    again = RichEdit()
    qtbot.addWidget(again)
    again.set_text(text)
    assert again.toPlainText() == edit.toPlainText(), "it reads the same from its source"


def test_of_very_many_parts_the_words_come_in_a_line_each() -> None:
    row = "<tr>" + "".join(f"<td>c{at}</td>" for at in range(10)) + "</tr>"
    forms = forms_of_html("<style>p { }</style><table>" + row * 2_000 + "</table>")
    assert [form.words for form in forms[:11]] == [*(f"c{at}" for at in range(10)), "c0"]
    assert len(forms) == MAX_BLOCKS


def test_of_a_picture_within_a_page_no_sign_comes_in() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 100_000 + "'>"
    (form,) = forms_of_html(f"<p>before {picture}after</p>")
    assert form.words == "before after"


@pytest.mark.parametrize("html", ["<![x", "<b style='font-weight:²'>x</b>", "a < b", "<!DOCTYPE", "</", "<?"])
def test_html_that_is_none_is_read_as_far_as_it_is(html: str) -> None:
    assert len(forms_of_html(html)) <= 1


def test_more_html_than_may_be_is_taken_as_its_plain_text(qtbot: QtBot) -> None:
    html = "<p>x</p>" + " " * MAX_PASTED
    assert forms_of_html(html) == []
    assert pasted(qtbot, html, "plain").text() == "plain"
