"""The names of countries, languages and currencies are what the script makes of CLDR."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_script_writes_the_files_that_are_there(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("make_names", ROOT / "packaging" / "make_names.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    monkeypatch.setattr(script, "FOLDER", tmp_path)
    assert script.main() == 0
    there = sorted((ROOT / "resources" / "vocabularies").glob("names-*.json"))
    assert len(there) == 4
    for path in there:
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_the_licence_of_the_names_lies_beside_them():
    notice = (ROOT / "resources" / "vocabularies" / "LICENSE.unicode").read_text(encoding="utf-8")
    assert "Unicode-3.0" in notice
    assert "this copyright and permission notice" in notice
