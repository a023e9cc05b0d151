"""`verify-kit` on the command line."""

from __future__ import annotations

import json

import pytest

from delve_desktop import __version__, cli
from delve_desktop.services.kit.keys import development_keys, development_seed
from delve_desktop.services.kit.manifest import number_of
from tests.unit.services.kit.making import KEYS, RELEASE, make


@pytest.fixture
def kit(tmp_path, monkeypatch):
    monkeypatch.setattr("delve_desktop.services.kit.keys.known_keys", lambda: KEYS)
    return make(tmp_path / "kit", product=__version__, number=number_of(__version__, 1))


def said(capsys, *arguments):
    code = cli.run(["verify-kit", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_whole_kit_is_told_as_json_and_as_a_sentence(kit, capsys):
    code, out, err = said(capsys, kit, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "version": __version__,
        "number": number_of(__version__, 1),
        "from": "0.1.0",
        "channel": "release",
        "made": 1795678900,
        "files": 4,
        "bytes": 1280905,
        "generation": 1,
        "copy": None,
    }
    assert said(capsys, kit, "--text")[1] == (
        f"This kit holds Delve {__version__} as its makers signed it: 4 whole files.\n"
    )


def test_a_changed_kit_ends_with_code_7_and_one_sentence(kit, capsys):
    (kit / "START-HERE.html").write_bytes(b"other")
    assert said(capsys, kit) == (7, "", "START-HERE.html was changed or cut short.\n")


def test_an_older_kit_ends_with_code_4(tmp_path, kit, capsys):
    old = make(tmp_path / "old", product="0.0.1", number=number_of("0.0.1", 99), source="0.0.1")
    code, out, err = said(capsys, old)
    assert (code, out) == (4, "")
    assert "older than this program" in err


def test_a_checked_copy_is_made(kit, capsys, tmp_path):
    code, out, _err = said(capsys, kit, "--copy-to", tmp_path / "new", "--text")
    assert code == 0
    assert out.endswith("install from there.\n")
    assert (tmp_path / "new" / "START-HERE.html").is_file()


def test_a_development_kit_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("delve_desktop.services.kit.keys.known_keys", development_keys)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from delve_desktop.domain.ids import signed_message

    key = Ed25519PrivateKey.from_private_bytes(development_seed("release"))
    told = {"product": __version__, "number": number_of(__version__, 0)}
    folder = make(
        tmp_path / "kit",
        sign=lambda tag, *parts: key.sign(signed_message(tag, *parts)),
        channel="development",
        **told,
    )
    assert "anybody can have made it" in said(capsys, folder, "--text")[1]
    make(folder, sign=RELEASE, **told)
    assert said(capsys, folder)[0] == 7
