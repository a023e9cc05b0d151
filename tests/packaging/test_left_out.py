"""What is not shipped with a frozen program, on any system, and what must be."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from left_out import MODULES, first_copies, kept, reached, wanted

ROOT = Path(__file__).parents[2]

SHIPPED = (
    "delve_desktop/_resources/translations/delve_fr.qm",
    "delve_desktop/_resources/help/pictures/fr/sync.png",
    "PySide6/Qt/lib/libQt6Core.so.6",
    "PySide6/Qt6Widgets.dll",
    "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
    "PySide6/QtWidgets.abi3.so",
    "PySide6/QtWidgets.pyd",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/plugins/platforms/qwindows.dll",
    r"PySide6\plugins\platforms\qoffscreen.dll",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    "PySide6/Qt/plugins/imageformats/libqjpeg.so",
    "PySide6/Qt/translations/qtbase_fr.qm",
    "PySide6/Qt/translations/qtbase_pt_BR.qm",
    "mnemonic/wordlist/english.txt",
    "cryptography-50.0.2.dist-info/METADATA",
    "certifi/cacert.pem",
    "vcruntime140.dll",
    "libcrypto.so.3",
)
LEFT_OUT = (
    "delve_desktop/_resources/translations/delve_fr.ts",
    "PySide6/Qt/lib/libQt6Quick.so.6",
    "PySide6/Qt6OpenGL.dll",
    "PySide6/Qt6VirtualKeyboard.dll",
    "PySide6/opengl32sw.dll",
    "PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml",
    "PySide6/QtQml.pyd",
    "PySide6/Qt/qml/QtQuick/qmldir",
    "PySide6/Qt/plugins/platforms/libqwayland.so",
    "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
    "PySide6/plugins/platforms/qdirect2d.dll",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
    "PySide6/plugins/multimedia/ffmpegmediaplugin.dll",
    "PySide6/plugins/styles/qmodernwindowsstyle.dll",
    "PySide6/plugins/tls/qschannelbackend.dll",
    "PySide6/Qt/plugins/generic/libqevdevtouchplugin.so",
    "PySide6/Qt/plugins/imageformats/libqtiff.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/Qt/translations/qt_help_pt_BR.qm",
    "PySide6/Qt/translations/qtdeclarative_fr.qm",
    "mnemonic/wordlist/korean.txt",
    "click-8.5.1.dist-info/RECORD",
    "click-8.5.1.dist-info/INSTALLER",
    "certifi/py.typed",
    "libcups.so.2",
)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_the_program_needs_is_shipped(name: str):
    assert wanted(name, sound=True)


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_nobody_asks_for_is_not(name: str):
    assert not wanted(name, sound=True)


def test_the_network_of_qt_comes_only_where_sound_asks_for_it():
    assert wanted("PySide6/QtNetwork.pyd", sound=True)
    assert not wanted("PySide6/QtNetwork.abi3.so", sound=False)


def test_a_link_to_what_is_left_out_is_left_out():
    entries = [
        ("libQt6Quick.so.6", "PySide6/Qt/lib/libQt6Quick.so.6", "SYMLINK"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
    ]
    assert kept(entries, sound=False) == entries[1:]


def test_a_library_that_nothing_needs_any_more_goes_and_so_does_what_only_it_needed():
    entries = [
        ("PySide6/QtGui.abi3.so", "/w/QtGui.abi3.so", "EXTENSION"),
        ("libdbus-1.so.3", "/lib/libdbus-1.so.3", "BINARY"),
        ("libsystemd.so.0", "/lib/libsystemd.so.0", "BINARY"),
        ("libgtk-3.so.0", "/lib/libgtk-3.so.0", "BINARY"),
        ("libpango.so.0", "/lib/libpango.so.0", "BINARY"),
        ("libpython3.11.so.1.0", "/lib/libpython3.11.so.1.0", "BINARY"),
        ("x/libdbus-link.so", "../libdbus-1.so.3", "SYMLINK"),
        ("x/libgtk-link.so", "../libgtk-3.so.0", "SYMLINK"),
        ("resources/word.qm", "/r/word.qm", "DATA"),
    ]
    needs = {
        "/w/QtGui.abi3.so": ["libdbus-1.so.3", "libc.so.6"],
        "/lib/libdbus-1.so.3": ["libsystemd.so.0"],
        "/lib/libgtk-3.so.0": ["libpango.so.0", "libdbus-1.so.3"],
    }
    left = reached(entries, lambda source: needs.get(source, []))
    assert [entry[0] for entry in left] == [
        "PySide6/QtGui.abi3.so",
        "libdbus-1.so.3",
        "libsystemd.so.0",
        "libpython3.11.so.1.0",
        "x/libdbus-link.so",
        "resources/word.qm",
    ]


def test_no_style_is_asked_for_but_the_one_that_is_part_of_the_widgets():
    found = {
        line.strip()
        for path in (ROOT / "src").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\bapp\.setStyle\(|QStyleFactory|QProxyStyle|QCommonStyle", line)
    }
    assert found == {'app.setStyle("Fusion")'}


RUNTIME = ("vcruntime140.dll", "shiboken6/msvcp140.dll")


@pytest.mark.parametrize(
    "there, dropped",
    [
        ((*RUNTIME, r"PySide6\VCRUNTIME140.dll", "shiboken6/VCRUNTIME140.dll"), {1, 0}),
        ((*RUNTIME, "PySide6/MSVCP140.dll", "PySide6/MSVCP140_2.dll", "PySide6/VCRUNTIME140_1.dll"), {0}),
        (("shiboken6/vcruntime140.dll", "PySide6/vcruntime140.dll", "PySide6/msvcp140.dll"), set()),
        (("msvcp140.dll", "PySide6/msvcp140.dll"), set()),
    ],
)
def test_of_the_runtime_only_copies_go_that_another_one_stands_before(there, dropped):
    entries = [(name, f"/w/{name}", "BINARY") for name in there]
    after = [name for name in there if name not in RUNTIME]
    gone = [after[number] for number in dropped]
    assert first_copies(entries) == [entry for entry in entries if entry[0] not in gone]


BLOCKED = """
import sys
names = sys.argv[1].split()
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(each + ".") for each in names):
            raise ModuleNotFoundError(name, name=name)
for name in names:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Blocked())
import backports.zstd, shutil, tarfile, zipfile, pydantic, sqlmodel, fastapi, segno, PIL.ImageOps
from delve_desktop.interchange import front_matter
from sync_server import app
held = {"title": "Água: 'ñandú'", "when": "2026-11-26", "n": 3, "list": ["a", "b"]}
text = front_matter.write(held)
assert list(front_matter.nodes(text)) == list(held), text
@fastapi.FastAPI().get("/")
def answer(name: str) -> dict[str, str]:
    return {name: name}
print("works")
"""


@pytest.mark.processes
def test_what_is_left_out_of_packages_is_missed_by_nobody():
    names = {
        *("bz2", "_bz2", "lzma", "_lzma", "yaml.cyaml", "yaml._yaml", "_yaml"),
        *("pydantic.v1", "pydantic.mypy"),
        *("xml.etree", "xml.parsers", "xml.dom", "xml.sax.expatreader", "pyexpat", "_elementtree", "xmlrpc"),
    }
    assert names <= set(MODULES)
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, " ".join(names)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("works\n", 0), done.stderr
