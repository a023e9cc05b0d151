from __future__ import annotations

import json

import pytest

from delve_desktop import cli


@pytest.fixture(autouse=True)
def _no_vault(monkeypatch):
    monkeypatch.delenv("DELVE_VAULT", raising=False)


def test_the_lists_are_told_without_a_vault(capsys):
    assert cli.run(["terms", "--json"]) == 0
    lists = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert lists["themes"] == {"name": "themes", "open": True, "terms": 9}
    assert lists["countries"] == {"name": "countries", "open": False, "terms": 249}
    assert cli.run(["terms", "--text"]) == 0
    assert "themes  9 terms, or one's own words\n" in capsys.readouterr().out


def test_one_list_is_told_in_a_language(capsys):
    assert cli.run(["terms", "stages", "--language", "fr", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["terms"][0] == {"term": "prospect", "words": "Prospection"}
    assert (told["name"], told["open"], len(told["terms"])) == ("stages", False, 5)
    assert cli.run(["terms", "stages", "--language", "pt", "--text"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "extract  Extração"


def test_a_language_without_words_is_said_in_english(capsys):
    assert cli.run(["terms", "results", "--language", "sw", "--text"]) == 0
    assert "too-early  Too early to say" in capsys.readouterr().out


@pytest.mark.parametrize(
    "line, code", [(["terms", "moods"], 3), (["terms", "themes", "--language", "../x"], 2)]
)
def test_what_makes_no_sense_is_one_sentence(line, code, capsys):
    assert cli.run(line) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.rstrip().endswith(".")
