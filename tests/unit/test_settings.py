import json
import os
import sys
from pathlib import Path

import pytest

from delve_desktop import settings
from delve_desktop.domain.errors import InvalidContent, Mistaken, NotFound
from delve_desktop.settings import (
    Settings,
    resources_dir,
    settings_file,
    vaults_folder,
    walks_folder,
    wants_least_cost,
)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "made" / "when missing" / "settings.json"


def test_without_a_file_nothing_is_chosen(path):
    assert Settings.read(path) == Settings()
    assert not path.parent.exists()


def test_what_is_written_is_read_back(path):
    chosen = Settings("pt-BR", Path("/vaults/Élodie"), text_size=150, theme="dark", idle_minutes=1)
    chosen.write(path)
    assert Settings.read(path) == chosen
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_what_a_later_version_wrote_is_kept(path):
    path.parent.mkdir(parents=True)
    path.write_text('{"language": "fr", "zoom": {"percent": 150}}', encoding="utf-8")
    Settings.read(path).with_vault(Path("/vaults/a")).write(path)
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written["zoom"] == {"percent": 150}
    assert written["language"] == "fr"
    assert Path(written["last_vault"]).is_absolute()


def test_an_editors_byte_order_mark_does_no_harm(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b'\xef\xbb\xbf{"language": "es"}')
    assert Settings.read(path).language == "es"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b'{"language": 5}',
        b'{"language": ""}',
        b'{"last_vault": ["a"]}',
        b'{"text_size": 40}',
        b'{"text_size": "100"}',
        b'{"text_size": 100.0}',
        b'{"theme": "purple"}',
        b'{"theme": ["dark"]}',
        b'{"idle_minutes": 0}',
        b'{"idle_minutes": true}',
        b"[" * 60_000,
        b'{"x": "' + b"a" * 70_000 + b'"}',
    ],
)
def test_a_broken_file_is_told_in_one_sentence_and_left_alone(path, content):
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(InvalidContent) as caught:
        Settings.read(path)
    assert str(caught.value).endswith(".")
    assert path.read_bytes() == content


def test_a_write_that_fails_leaves_the_old_settings(path, monkeypatch):
    Settings(language="fr").write(path)

    def fail(descriptor):
        raise OSError("full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        Settings(language="es").write(path)
    assert Settings.read(path).language == "fr"


def test_a_home_of_its_own_holds_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("DELVE_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "settings.json"
    assert vaults_folder() == tmp_path / "vaults"
    assert walks_folder() == tmp_path / "look-around"
    Settings(language="fr").write()
    assert Settings.read().language == "fr"


def test_without_it_files_lie_where_the_system_wants_them(monkeypatch):
    monkeypatch.delenv("DELVE_HOME", raising=False)
    assert settings_file().is_absolute()
    assert vaults_folder().is_absolute()
    assert "Delve" in vaults_folder().parts
    if sys.platform == "win32":
        assert "Roaming" not in vaults_folder().parts


def test_only_tests_ask_for_the_least_cost_and_only_by_its_name(monkeypatch):
    for value, expected in (("", False), ("floor", True)):
        monkeypatch.setenv("DELVE_KDF", value)
        assert wants_least_cost() is expected
    monkeypatch.setenv("DELVE_KDF", "none")
    with pytest.raises(Mistaken):
        wants_least_cost()


def test_the_source_tree_has_its_resources():
    assert (resources_dir() / "sample").is_dir()


def test_an_installed_package_has_its_resources_inside(monkeypatch, tmp_path):
    package = tmp_path / "lib" / "delve_desktop"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(settings, "__file__", str(package / "settings.py"))
    assert resources_dir() == package / "_resources"


def test_an_installation_without_resources_says_so(monkeypatch, tmp_path):
    package = tmp_path / "lib" / "delve_desktop"
    package.mkdir(parents=True)
    monkeypatch.setattr(settings, "__file__", str(package / "settings.py"))
    with pytest.raises(NotFound):
        resources_dir()


def test_logs_lie_in_the_home_that_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))
    assert settings.logs_folder() == tmp_path / "logs"
    monkeypatch.delenv(settings.HOME_VARIABLE)
    assert settings.logs_folder() != tmp_path / "logs"
