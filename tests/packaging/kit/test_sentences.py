"""What `verify` says is there in every language, with the same gaps."""

from __future__ import annotations

import re

import pytest

from kit_sentences import LANGUAGES, as_header, as_shell, sentences


@pytest.mark.parametrize("name", sentences())
def test_a_sentence_is_there_in_every_language(name):
    words = sentences()[name]
    assert tuple(words) == LANGUAGES
    assert len({tuple(re.findall(r"\{\d\}", text)) for text in words.values()}) == 1
    assert len(set(words.values())) == len(LANGUAGES)
    assert all(0 < len(text) < 200 and "\n" not in text for text in words.values())
    # French as the rest of the program writes it
    assert not re.search(r"'| [:;!?»]|« ", words["fr"])
    assert not re.search(r"ficheiro|equipa|ecrã", words["pt"])


def test_both_programs_have_all_of_them():
    assert as_header().count("SENTENCE(") == len(sentences())
    assert as_shell().count(";;") == len(sentences()) * len(LANGUAGES)
