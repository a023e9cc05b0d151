from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from delve_desktop.ui.ages import day
from delve_desktop.ui.notes import NoteForm
from delve_desktop.ui.records.editors import read_date
from delve_desktop.ui.text.edit import RichEdit


def test_a_changed_text_keeps_its_hard_spaces_and_characters_beyond_the_first_plane(qtbot: QtBot) -> None:
    form = NoteForm()
    qtbot.addWidget(form)
    before = "« mot\u202f: »\u00a0! 😀\u2028x\n\nend "
    form.load(None, {"text": before})
    edit = form.findChildren(RichEdit)[0]
    qtbot.keyClicks(edit, "A")
    assert form.content()["text"] == "A" + before


@pytest.mark.parametrize(
    "typed, pattern, stored",
    [
        ("2026-03-12", "M/d/yy", "2026-03-12"),
        ("3/12/26", "M/d/yy", "2026-03-12"),
        ("3/12/2026", "M/d/yy", "2026-03-12"),
        ("12/03/2026", "dd/MM/yyyy", "2026-03-12"),
        ("3/12/99", "M/d/yy", "1999-03-12"),
        ("5 May 2026", "M/d/yy", "2026-05-05"),
        ("31 March 2026", "M/d/yy", "2026-03-31"),
        ("March 2026", "M/d/yy", "2026-03"),
        ("Mar 2026", "M/d/yy", "2026-03"),
        ("2026-03", "M/d/yy", ""),
        ("in March", "M/d/yy", ""),
        ("31 Feb 2026", "M/d/yy", ""),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, pattern: str, stored: str) -> None:
    assert read_date(typed, pattern) == stored


@pytest.mark.parametrize("stored", ["2026-03-12", "2026-12", "1998-01-01"])
def test_a_date_is_read_as_it_is_shown(qtbot: QtBot, stored: str) -> None:
    form = NoteForm()
    qtbot.addWidget(form)
    form.load(None, {"date": None})
    edit = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == "Date")
    qtbot.keyClicks(edit, day(stored))
    assert form.content()["date"] == stored
