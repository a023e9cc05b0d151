from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from delve_desktop.ui.notes import NoteForm
from delve_desktop.ui.records.editors import read_day


def test_a_changed_text_keeps_its_hard_spaces_and_characters_beyond_the_first_plane(qtbot: QtBot) -> None:
    form = NoteForm()
    qtbot.addWidget(form)
    before = "« mot\u202f: »\u00a0! 😀\u2028x\n\nend "
    form.load(None, {"text": before})
    edit = form.findChildren(QPlainTextEdit)[0]
    qtbot.keyClicks(edit, "A")
    assert form.content()["text"] == "A" + before


@pytest.mark.parametrize(
    "typed, pattern, day",
    [
        ("2026-03-12", "M/d/yy", "2026-03-12"),
        ("3/12/26", "M/d/yy", "2026-03-12"),
        ("3/12/2026", "M/d/yy", "2026-03-12"),
        ("12/03/2026", "dd/MM/yyyy", "2026-03-12"),
        ("3/12/99", "M/d/yy", "1999-03-12"),
        ("2026-03", "M/d/yy", ""),
        ("in March", "M/d/yy", ""),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, pattern: str, day: str) -> None:
    assert read_day(typed, pattern) == day
