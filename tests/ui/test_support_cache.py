"""PySide's own Python is compiled at the first start and taken from what is kept at the next ones."""

from __future__ import annotations

import importlib.util
import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from delve_desktop.ui import support_cache
from delve_desktop.ui.support_cache import ENDING, compiled_once, place_of_cache, read, write

ROOT = Path(__file__).parents[2]
STARTS = """
import builtins
plain, compiled = builtins.compile, []
def counted(source, filename, *rest, **more):
    if str(filename).startswith("shibokensupport/"):
        compiled.append(filename)
    return plain(source, filename, *rest, **more)
builtins.compile = counted
import delve_desktop.ui
from PySide6.QtWidgets import QLabel
try:
    QLabel(1, 2, 3)
except TypeError as error:
    print(len(compiled), "Supported signatures" in str(error), builtins.compile is counted)
"""


def start(compiled: Path, **more: str) -> list[str]:
    """What a start says: how much it compiled, whether PySide's Python works, whether `compile` is back."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", STARTS], env=environment | more, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def kept(compiled: Path) -> Path:
    (place,) = compiled.rglob(f"*{ENDING}")
    return place


@pytest.mark.processes
def test_only_the_first_start_compiles_them(tmp_path: Path) -> None:
    first, second = start(tmp_path), start(tmp_path)
    assert int(first[0]) > 5
    assert first[1:] == ["True", "True"]
    assert second == ["0", "True", "True"]


@pytest.mark.processes
def test_what_is_damaged_or_of_another_python_is_made_anew(tmp_path: Path) -> None:
    first = start(tmp_path)
    whole = kept(tmp_path).read_bytes()
    for data in (
        b"",
        whole[: len(whole) // 2],
        b"no such thing",
        marshal.dumps((b"old\r\n", {})),
        marshal.dumps(7),
    ):
        kept(tmp_path).write_bytes(data)
        assert start(tmp_path) == first
        assert kept(tmp_path).read_bytes() == whole


@pytest.mark.processes
def test_where_nothing_is_to_be_kept_all_is_as_ever(tmp_path: Path) -> None:
    first = start(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert start(tmp_path, PYTHONDONTWRITEBYTECODE="1") == first
    assert not list(tmp_path.rglob("*"))


def test_other_words_are_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / f"kept{ENDING}"
    monkeypatch.setattr(support_cache, "place_of_cache", lambda: place)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def run(words: bytes, name: str = "shibokensupport/x.py") -> int:
        held: dict[str, int] = {}
        with compiled_once():
            exec(compile(words, name, "exec"), held)
        return held["n"]

    assert [run(b"n = 1"), run(b"n = 1"), run(b"n = 2"), run(b"n = 1")] == [1, 1, 2, 1]
    assert list(read(place)) == ["shibokensupport/x.py"]
    assert run(b"n = 3", "another.py") == 3
    assert list(read(place)) == ["shibokensupport/x.py"], "nobody else's is kept"


def test_a_folder_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    write(tmp_path / "file" / "kept", {})
    assert read(tmp_path / "file" / "kept") == {}


def test_the_frozen_program_takes_what_it_brings_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert place_of_cache() == Path(support_cache.__file__).with_suffix(ENDING)
    monkeypatch.setattr(support_cache, "place_of_cache", lambda: tmp_path / "kept")
    with compiled_once():
        compile(b"n = 1", "shibokensupport/x.py", "exec")
    assert not list(tmp_path.iterdir())


@pytest.mark.processes
def test_what_the_frozen_program_brings_is_made_by_a_process_of_its_own(tmp_path: Path) -> None:
    made = [sys.executable, str(ROOT / "packaging" / "freeze" / "support.py"), str(tmp_path / "brought")]
    subprocess.run(made, check=True)
    first = (tmp_path / "brought").read_bytes()
    assert all(name.startswith("shibokensupport/") for name in read(tmp_path / "brought"))
    subprocess.run(made, check=True)
    assert (tmp_path / "brought").read_bytes() == first, "two builds are alike"


def test_it_lies_with_what_python_compiled_of_the_module() -> None:
    compiled = Path(importlib.util.cache_from_source(support_cache.__file__))
    assert place_of_cache().parent == compiled.parent
    assert place_of_cache().name.startswith("support_cache.cpython-")
