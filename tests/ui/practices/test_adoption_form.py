"""The choice of what came of a trial."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from delve_desktop.ui.practices.adoption_form import ResultChoice
from delve_desktop.ui.practices.results import RESULTS, Result

EDGE = 6  # pixels of a border with the focus


def inked(image: QImage) -> int:
    """How many columns within the border hold something dark."""
    high, wide = range(EDGE, image.height() - EDGE), range(EDGE, image.width() - EDGE)
    return sum(any(image.pixelColor(x, y).lightness() < 120 for y in high) for x in wide)


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: result.term)
def test_the_words_of_a_chosen_result_are_whole(qtbot: QtBot, qapp: QApplication, result: Result) -> None:
    choice = ResultChoice("Result")
    qtbot.addWidget(choice)
    choice.show()
    choice.resize(choice.minimumSizeHint())
    choice.set_term(result.term)
    qapp.processEvents()
    made = next(one for one in choice.findChildren(QPushButton) if one.isChecked())
    tight = inked(made.grab().toImage())
    made.resize(made.width() + 80, made.height())
    assert tight == inked(made.grab().toImage())
