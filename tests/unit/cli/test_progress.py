"""A long command says how far it is, on a terminal and nowhere else."""

from __future__ import annotations

import io
import sys
from contextlib import suppress

import pytest

from delve_desktop.cli.progress import shown


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_percents_on_one_line_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown("Copying") as tell:
        for done in range(1001):
            tell(done, 1000)
        tell(0, 0)
    said = terminal.getvalue()
    assert "\n" not in said
    assert said.count("Copying") == 102  # each percent once, and the zero at the end
    assert " 50 %" in said
    assert said.endswith("\r" + " " * (len("Copying") + 6) + "\r")


def test_the_line_goes_away_when_something_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with suppress(OSError), shown("Copying") as tell:
        tell(1, 2)
        raise OSError("pulled out")
    assert terminal.getvalue().endswith("\r")


def test_a_pipe_gets_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with shown("Copying") as tell:
        tell(1, 2)
    assert capsys.readouterr() == ("", "")
