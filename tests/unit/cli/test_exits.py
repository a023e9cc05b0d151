from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest
import typer

from delve_desktop.cli.exits import CODES, INTERNAL, OK, USAGE, explain
from delve_desktop.domain import errors

KINDS = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.DelveError)]


def made(kind):
    return kind(bytes(32)) if kind is errors.StaleChallenge else kind("A sentence.")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_error_has_a_code_and_its_own_sentence(kind):
    error = made(kind)
    code, sentence = explain(error)
    assert code not in (OK, INTERNAL)
    assert sentence == str(error)


def test_kinds_a_caller_must_tell_apart_have_codes_of_their_own():
    assert len(set(CODES.values())) == len(CODES)


def test_a_special_case_exits_as_the_kind_it_belongs_to():
    assert explain(errors.Malformed("x"))[0] == CODES[errors.InvalidContent]
    assert explain(errors.UnknownVersion("x"))[0] == CODES[errors.NewerFormat]


def test_a_sentence_stays_on_one_line():
    assert explain(errors.Damaged("One\n  two."))[1] == "One two."


@pytest.mark.parametrize(
    "error, kind",
    [
        (OSError(errno.ENOSPC, "No space left on device"), errors.DiskFull),
        (FileNotFoundError(errno.ENOENT, "No such file", "notes.md"), errors.NotFound),
        (PermissionError(errno.EACCES, "Permission denied", "notes.md"), errors.NotAllowed),
    ],
)
def test_errors_of_the_system_exit_as_the_kind_they_mean(error, kind):
    code, sentence = explain(error)
    assert code == CODES[kind]
    assert sentence.endswith(".")


def test_a_stop_by_the_keyboard_is_a_cancellation():
    assert explain(KeyboardInterrupt())[0] == CODES[errors.Cancelled]


def test_a_wrong_option_is_a_usage_error():
    code, sentence = explain(typer.BadParameter("There is no such colour."))
    assert code == USAGE
    assert "There is no such colour" in sentence


def test_a_mistake_of_the_program_tells_the_place_and_no_value(monkeypatch):
    monkeypatch.delenv("DELVE_TRACE", raising=False)
    with pytest.raises(KeyError) as raised:
        {}["what somebody wrote"]
    code, sentence = explain(raised.value)
    assert code == INTERNAL
    assert "test_exits.py" in sentence
    assert "what somebody wrote" not in sentence


def test_the_documentation_lists_every_code():
    text = (Path(__file__).parents[3] / "docs" / "cli.md").read_text(encoding="utf-8")
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    assert documented == {OK, INTERNAL, *CODES.values()}
