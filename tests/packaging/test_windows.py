"""What the Windows build is made from and what it must not hold; nothing here needs Windows or wine."""

from __future__ import annotations

import re
import shutil
import struct
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

import fetching
import freezing
import icons
import interpreter
import setup_program
from delve_desktop import __version__, settings
from places import HERE, ROOT, Refused, pins, sha256
from prefix import SHIMS, Wine

SCRIPTS = [HERE / "delve.nsi", *(HERE / f"{part}.nsh" for part in ("common", "checks", "install", "remove"))]
NSI = "".join(script.read_text(encoding="utf-8") for script in SCRIPTS)
WORDS = (HERE / "words.nsh").read_text(encoding="utf-8")
LANGUAGES = {"en": "ENGLISH", "fr": "FRENCH", "es": "SPANISH", "pt": "PORTUGUESEBR"}
SUM = re.compile(r"[0-9a-f]{64}")


def words():
    """Of words.nsh: name to the four texts."""
    return {
        name: re.findall(r'"([^"]*)"', texts)
        for name, texts in re.findall(r"^!insertmacro Words (\w+)((?: \\\n  \".*\")+)$", WORDS, re.MULTILINE)
    }


def pe(machine=0x8664, more=b""):
    """The beginning of a program file."""
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine) + more


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "Delve"
    (made / "_internal").mkdir(parents=True)
    (made / "Delve.exe").write_bytes(pe())
    (made / "_internal" / "python313.dll").write_bytes(pe())
    return made


# -- the setup program ------------------------------------------------------------------------


def test_each_part_of_the_script_is_taken_in_and_short_enough_to_be_read():
    included = re.findall(r"^!include ([a-z]+\.nsh)$", SCRIPTS[0].read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(included) == sorted(path.name for path in HERE.glob("*.nsh"))
    assert {path.name for path in SCRIPTS} | {"words.nsh"} == {path.name for path in HERE.glob("*.ns[hi]")}
    assert max(len(path.read_text(encoding="utf-8").splitlines()) for path in SCRIPTS) < 400


@pytest.mark.processes
def test_nsis_takes_the_script_without_a_warning(folder, tmp_path, monkeypatch):
    if shutil.which("makensis") is None:
        pytest.skip("needs nsis")
    monkeypatch.setattr(setup_program, "MADE", tmp_path)
    monkeypatch.setattr(setup_program, "icon", lambda: tmp_path / "Delve.ico")
    icons.write_ico(tmp_path / "Delve.ico")
    made = [
        setup_program.make(tmp_path / name, folder=folder, fast=True).read_bytes()
        for name in ("a.exe", "b.exe")
    ]
    assert made[0].startswith(b"MZ")
    assert made[0] == made[1]


def test_the_setup_program_speaks_the_languages_of_the_program():
    spoken = {path.stem.removeprefix("delve_") for path in (ROOT / "resources" / "translations").glob("*.ts")}
    assert spoken == set(LANGUAGES)
    offered = [name.upper() for name in re.findall(r'MUI_LANGUAGE "(\w+)"', NSI)]
    assert offered == list(LANGUAGES.values())
    assert [name for name in LANGUAGES.values() if f"${{LANG_{name}}}" not in WORDS] == []


def test_every_sentence_of_the_setup_program_stands_there_in_each_language():
    assert words()
    for name, texts in words().items():
        assert len(texts) == len(LANGUAGES), name
        assert len(set(texts)) == len(LANGUAGES), name
        assert all(text.strip() for text in texts), name


def test_the_setup_program_says_nothing_that_is_not_translated():
    said = set(re.findall(r"\$\((\w+)\)", NSI))
    assert said == set(words())
    boxes = re.findall(r'MessageBox \S+ "([^"]*)"', NSI)
    assert boxes
    assert [box for box in boxes if not re.fullmatch(r"(\$\(\w+\)|\$0)(\$\\r\$\\n\S+)?", box)] == []


def test_the_setup_program_asks_for_no_administrator_and_writes_only_what_is_this_persons():
    assert "RequestExecutionLevel user" in NSI
    assert r'InstallDir "$LOCALAPPDATA\Programs\Delve"' in NSI
    assert re.findall(r"\b(HKLM|HKCR|SHCTX)\b", NSI) == []
    assert "SetShellVarContext all" not in NSI


def test_vaults_go_only_where_somebody_said_so():
    (removal,) = re.findall(r'.*RMDir /r "\$LOCALAPPDATA\\Delve\\vaults".*', NSI)
    before = NSI[: NSI.index(removal)].rstrip().splitlines()[-1]
    assert before.strip() == '${If} $Vaults == "delete"'
    assert NSI.count('StrCpy $Vaults "delete"') == 2
    assert 'MB_DEFBUTTON2 "$(DeleteVaults)" IDNO kept' in NSI
    assert r'RMDir /r "$LOCALAPPDATA\Delve"' not in NSI


def body(name):
    """The lines of one function of the script, stripped."""
    (found,) = re.findall(rf"^Function {re.escape(name)}\n(.*?)^FunctionEnd", NSI, re.MULTILINE | re.DOTALL)
    return [line.strip() for line in found.splitlines()]


def test_a_folder_without_the_program_counts_for_nothing_at_any_moment():
    """What says that a version is whole goes before anything else of it."""
    steps = [line for line in body("${un}TakeAway") if re.match(r"Delete|RMDir|\$\{IfNot", line)]
    assert steps[0] == r'Delete "$4\Delve.exe"'
    assert steps[1] == r'${IfNot} ${FileExists} "$4\Delve.exe"'
    assert steps[-2:] == [r'Delete "$4\uninstall.exe"', 'RMDir "$4"']
    assert [
        line for line in NSI.splitlines() if re.search(r'RMDir /r "\$(4|INSTDIR|Beside|Before)', line)
    ] == [r'    RMDir /r "$4\_internal"']


def test_windows_ends_an_upgrade_that_was_cut_off_and_nothing_else_does_after_that():
    (section,) = re.findall(r'^Section "Delve"\n(.*?)^SectionEnd', NSI, re.MULTILINE | re.DOTALL)
    order = [section.index(f"Call {step}\n") for step in ("FinishLater", "Swap", "Register")]
    assert order == sorted(order)
    assert section.rindex("Call WaitUntilClosed") < order[0]  # who does not close it leaves nothing for later
    assert section.index('DeleteRegValue HKCU "${ONCE}"') > order[1]
    (removal,) = re.findall(r'^Section "Uninstall"\n(.*?)^SectionEnd', NSI, re.MULTILINE | re.DOTALL)
    assert removal.index('DeleteRegValue HKCU "${ONCE}"') < removal.index('Push "$INSTDIR.old"')


def test_the_command_for_the_next_login_is_as_short_as_windows_takes_it():
    text = "\n".join(body("FinishLater")).replace(" \\\n", " ")
    rest, command = re.findall(r"'(.*)'", text)
    command = command.replace("$2", rest).replace("$SYSDIR", r"C:\Windows\system32")
    person = r"C:\Users\%s\AppData\Local\Programs" % ("x" * 20)  # the longest name of an account
    command = command.replace("$0", person).replace("$1", "Delve")
    assert "$" not in command
    assert len(command) <= 260


def test_no_error_is_asked_for_twice():
    """Asking takes the flag down, so a second question would find that all went well."""
    parts = re.findall(
        r"^(?:Function|Section) (\S+)\n(.*?)^(?:FunctionEnd|SectionEnd)", NSI, re.MULTILINE | re.DOTALL
    )
    assert len(parts) > 15
    for name, part in parts:
        asked = 0
        for line in map(str.strip, part.splitlines()):
            asked += "${Errors}" in line
            if re.match(r"ClearErrors|SetErrors", line):
                asked = 0
            assert asked < 2, name


def test_each_exit_code_is_told():
    used = set(re.findall(r'StopWith "\S*" "\S+" (\d+)', NSI)) | set(re.findall(r"SetErrorLevel (\d+)", NSI))
    told = (ROOT / "docs" / "windows.md").read_text(encoding="utf-8")
    assert used
    assert [code for code in sorted(used) if f"| {code} |" not in told] == []


def test_what_the_setup_program_unpacks_is_listed_by_name_and_in_one_order(folder):
    (folder / "_internal" / "Z.txt").write_text("z")
    (folder / "_internal" / "a.txt").write_text("a")
    assert setup_program.listing(folder).splitlines() == [
        'SetOutPath "$Beside"',
        f'File "{folder / "Delve.exe"}"',
        'SetOutPath "$Beside\\_internal"',
        f'File "{folder / "_internal" / "Z.txt"}"',
        f'File "{folder / "_internal" / "a.txt"}"',
        f'File "{folder / "_internal" / "python313.dll"}"',
    ]


@pytest.mark.parametrize("name", ["a*.txt", "a?.txt", 'a".txt', "a$b.txt"])
def test_a_name_that_nsis_would_read_as_something_else_is_refused(folder, name):
    (folder / name).write_text("")
    with pytest.raises(Refused, match="NSIS cannot take in"):
        setup_program.listing(folder)


def test_windows_gives_the_program_the_files_that_its_window_brings_in():
    offered = set(re.findall(r'FileAssociations" "(\S+)"', NSI))
    assert {each.replace("${OWN_ENDING}", setup_program.OWN_ENDING) for each in offered} == set(
        settings.OPENED
    )
    assert '"${CLASSES}\\.vcf" ""' not in NSI  # who opens address books is not taken from anybody


def test_there_is_one_version():
    assert setup_program.version() == __version__
    assert setup_program.numbers("1.4.0rc1") == "1.4.0.0"
    with pytest.raises(Refused, match="no version of three numbers"):
        setup_program.numbers("1.4")


def test_the_program_never_asks_for_an_administrator_and_knows_long_names_and_sharp_screens():
    root = ET.fromstring((HERE / "delve.manifest").read_text(encoding="utf-8"))
    found = {element.tag.rpartition("}")[2]: element for element in root.iter()}
    assert found["requestedExecutionLevel"].attrib == {"level": "asInvoker", "uiAccess": "false"}
    assert found["longPathAware"].text == "true"
    assert (found["dpiAwareness"].text or "").startswith("PerMonitorV2")


# -- what it is made from ---------------------------------------------------------------------


def test_every_part_of_the_interpreter_is_pinned_by_its_sum():
    told = pins()
    parts = [told["wheel"], *told["debian"]["packages"].values()]
    assert len(parts) >= 3
    assert [part for part in parts if not SUM.fullmatch(part["sha256"])] == []


def test_each_package_for_windows_is_pinned_to_one_wheel_of_the_tested_version():
    windows = fetching.pinned((ROOT / "requirements" / "windows.txt").read_text(encoding="utf-8"))
    frozen = fetching.pinned((ROOT / "requirements" / "freeze.txt").read_text(encoding="utf-8"))
    assert [name for name, _version, sums in windows if len(sums) != 1] == []
    known = {name: (version, sums) for name, version, sums in frozen}
    for name, version, sums in windows:
        if name in known:
            assert known[name][0] == version, name
            assert sums <= known[name][1], name
    assert {"cryptography", "pyside6-essentials", "pyside6-addons", "pyinstaller", "sqlcipher3"} <= {
        name for name, _version, _sums in windows
    }


def test_a_wheel_with_another_sum_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "cache", lambda: tmp_path)
    monkeypatch.setattr(
        fetching, "pip_download", lambda folder, *what: (folder / "panda3d.whl").write_bytes(b"another")
    )
    (tmp_path / "interpreter").mkdir()
    with pytest.raises(Refused, match="its sum differs"):
        fetching.interpreter_wheel()


def test_a_debian_package_with_another_sum_is_refused_and_an_update_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(fetching, "cache", lambda: tmp_path)
    wanted = pins()["debian"]["packages"]

    def fetched(version_of):
        def download(folder, names):
            folder.mkdir(exist_ok=True)
            paths = {name: folder / f"{name}_{version_of(name)}_amd64.deb" for name in names}
            for path in paths.values():
                path.write_bytes(path.name.encode())
            return paths

        return download

    monkeypatch.setattr(fetching, "_apt_download", fetched(lambda name: wanted[name]["version"]))
    with pytest.raises(Refused, match="its sum differs"):
        fetching.library_packages()
    monkeypatch.setattr(fetching, "_apt_download", fetched(lambda name: "3.13.5-2+deb13u99"))
    assert [path.name for path in fetching.library_packages()] == [
        f"{name}_3.13.5-2+deb13u99_amd64.deb" for name in wanted
    ]
    assert capsys.readouterr().err.count("Debian updated") == len(wanted)


def test_what_is_in_the_cache_is_not_fetched_again(tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "cache", lambda: tmp_path)
    monkeypatch.setattr(fetching, "pip_download", lambda *what: pytest.fail("fetched again"))
    (tmp_path / "wheels").mkdir()
    wheel = tmp_path / "wheels" / "one-1-py3-none-any.whl"
    wheel.write_bytes(b"one")
    asked = tmp_path / "asked.txt"
    asked.write_text(f"one==1 \\\n    --hash=sha256:{sha256(wheel)}\n")
    assert fetching.wheels(asked) == [wheel]


def test_a_wheel_that_would_write_elsewhere_is_refused(tmp_path):
    wheel = tmp_path / "one-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("../outside.py", "")
    packages = tmp_path / "packages"
    packages.mkdir()
    with pytest.raises(Refused, match="outside of its folder"):
        interpreter._unpack(wheel, packages)
    assert not (tmp_path / "outside.py").exists()


# -- what it must not hold --------------------------------------------------------------------


def test_a_clean_folder_has_no_problem(folder):
    assert freezing.problems(folder) == []


@pytest.mark.parametrize(
    "name", [f"{name}.dll" for name in SHIMS] + [f"{name.upper()}.DLL" for name in SHIMS]
)
def test_a_stand_in_for_wine_is_never_shipped(folder, name):
    (folder / "_internal" / name).write_bytes(pe())
    (found,) = freezing.problems(folder)
    assert "stand-in for wine" in found


def test_nothing_of_wine_is_shipped(folder):
    (folder / "_internal" / "ucrtbase.dll").write_bytes(pe(more=b"Wine builtin DLL"))
    (found,) = freezing.problems(folder)
    assert found == "_internal/ucrtbase.dll comes from wine."


@pytest.mark.parametrize("data", [pe(0x14C), b"\x7fELF", b""], ids=["32 bits", "Linux", "empty"])
def test_what_is_not_for_64_bit_windows_is_found(folder, data):
    (folder / "_internal" / "x.pyd").write_bytes(data)
    (found,) = freezing.problems(folder)
    assert found == "_internal/x.pyd is not made for 64-bit Windows."


def test_a_link_and_a_folder_that_is_too_large_are_found(folder, monkeypatch):
    (folder / "link.txt").symlink_to("Delve.exe")
    monkeypatch.setattr(freezing, "LARGEST", 10)
    link, large = freezing.problems(folder)
    assert link.startswith("link.txt is a link")
    assert "at most 0 are meant" in large


def test_a_program_in_the_prefix_learns_nothing_of_whoever_builds(monkeypatch, tmp_path):
    monkeypatch.setenv("DELVE_VAULT", "/home/somebody/vault")
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    given = Wine(tmp_path).environment()
    assert not {"DELVE_VAULT", "PYTHONPATH"} & set(given)
    assert given["WINEPREFIX"] == str(tmp_path)
    assert all(shim in given["WINEDLLOVERRIDES"] for shim in SHIMS)


def test_the_stand_ins_lie_nowhere_else_than_in_their_folder():
    elsewhere = [
        path
        for path in (ROOT / "src", ROOT / "resources")
        for shim in SHIMS
        for path in Path(path).rglob(f"{shim}*")
    ]
    assert elsewhere == []
    assert {path.stem for path in (HERE / "shims").glob("*.c")} == set(SHIMS)
