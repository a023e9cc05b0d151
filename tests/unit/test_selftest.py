"""`delve --self-test`: what it says when all is well and when something is not, and what it leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from delve_desktop import selftest
from delve_desktop.selftest import running, scene
from delve_desktop.selftest.report import Report
from delve_desktop.selftest.running import STEPS, run_steps
from delve_desktop.selftest.scene import Failure, must


@pytest.fixture(autouse=True)
def _own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch):
    """All but the window, whose tests are in `tests/ui`, and which can be there once in a process."""
    monkeypatch.setattr(running, "STEPS", STEPS[:-1])


def lines(tmp_path: Path) -> list[str]:
    return (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.slow
def test_every_step_passes_and_nothing_is_left(tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DELVE_HOME", str(tmp_path / "home"))
    before = dict(os.environ)
    assert selftest.run(["--self-test", "--report", str(tmp_path / "report.txt")]) == 0
    said = lines(tmp_path)
    assert said[0].startswith("Delve ")
    assert [line.partition(":")[0] for line in said[1:-1]] == [
        f"{number}. {name}" for number, (name, _, _) in enumerate(STEPS[:-1], 1)
    ]
    assert said[-1].startswith("All 8 steps passed")
    assert list((tmp_path / "temp").iterdir()) == []
    assert not (tmp_path / "home").exists()
    assert dict(os.environ) == before


@pytest.mark.parametrize(
    "error, told",
    [
        (Failure("The note came out changed."), "FAILED. The note came out changed."),
        (RuntimeError("no such part"), "FAILED. RuntimeError: no such part"),
    ],
)
def test_a_step_that_fails_is_named_with_the_reason_and_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
):
    def search(_scene: object) -> str:
        raise error

    monkeypatch.setattr("delve_desktop.selftest.vault_steps.search_records", search)
    monkeypatch.setattr("delve_desktop.selftest.parts.check_parts", lambda _scene: "all there.")
    assert selftest.run(["--self-test", f"--report={tmp_path / 'report.txt'}"]) == selftest.FAILED
    said = lines(tmp_path)
    assert said[4] == f"4. Search: {told}"
    assert said[-1] == "The self-test failed. Nothing of yours was opened or changed."
    assert list((tmp_path / "temp").iterdir()) == []


def test_a_part_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from delve_desktop.selftest import parts

    (tmp_path / "resources" / "help" / "en").mkdir(parents=True)
    (tmp_path / "resources" / "help" / "en" / "notes.md").write_text("# Notes", encoding="utf-8")
    monkeypatch.setattr(parts, "resources_dir", lambda: tmp_path / "resources")
    with pytest.raises(Failure, match=r"The help in fr lacks notes\.md"):
        parts.check_parts(scene.Scene(tmp_path))


def test_a_frozen_program_without_notices_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from delve_desktop.selftest import parts

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(parts, "components", list)
    with pytest.raises(Failure, match="notices are missing"):
        parts.check_parts(scene.Scene(tmp_path))


@pytest.mark.parametrize(
    "arguments", [["--self-test", "x"], ["--self-test", "--report"], ["--report=", "--self-test"]]
)
def test_other_arguments_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    assert selftest.run(arguments) == selftest.USAGE
    assert "--report FILE" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_said_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert (
        selftest.run(["--self-test", "--report", str(tmp_path / "nowhere" / "report.txt")]) == selftest.USAGE
    )
    assert "cannot be written" in capsys.readouterr().err


def test_a_windowed_program_has_no_output_and_reports_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(running, "STEPS", STEPS[:1])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with Report(tmp_path / "report.txt") as report:
        assert run_steps(report)
    assert lines(tmp_path)[-1].startswith("All 1 steps passed")


def test_must_is_silent_when_it_holds():
    must(1, "never said")
    with pytest.raises(Failure, match="said"):
        must([], "said")


@pytest.mark.processes
@pytest.mark.slow
def test_the_whole_program_tests_itself_with_its_window(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "delve_desktop", "--self-test", "--report", str(tmp_path / "report.txt")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(tmp_path / "temp")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == lines(tmp_path)
    assert lines(tmp_path)[-1].startswith("All 9 steps passed")
    assert list((tmp_path / "temp").iterdir()) == []
