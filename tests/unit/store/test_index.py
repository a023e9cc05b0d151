import sys

import pytest

from delve_desktop.store import index


def test_folding_takes_off_accents_and_case_and_keeps_every_place() -> None:
    text = "ÀÉœ’ßÑ, Ünïcode ﬁ 東京 Ελλάδα İstanbul"
    assert index.fold("Ação ÉCOLE Ñandú") == "acao ecole nandu"
    assert len(index.fold(text)) == len(text)


@pytest.mark.parametrize("beside", ["", "東"])
def test_a_character_folds_the_same_whatever_stands_beside_it(beside: str) -> None:
    # a text of Western letters goes by a table of its own
    for code in range(sys.maxunicode + 1):
        if code < 0x3000 or code % 97 == 0:
            assert index.fold(chr(code) + beside)[0] == index._FOLDING[code]
