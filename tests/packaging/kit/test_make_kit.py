"""A kit with small stand-ins for the installers: what lies in it, who signed it, and that it fits a stick."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

import build_verify
import fat_image
import make_kit
from delve_desktop import __version__
from delve_desktop.domain.errors import Mistaken
from delve_desktop.services.kit.checking import check_kit, open_kit
from delve_desktop.services.kit.keys import development_keys
from delve_desktop.services.kit.manifest import number_of
from delve_desktop.services.kit.paths import LIST
from kit_contents import INSTALLERS, LANGUAGES
from kit_keys import development_secret
from start_here import NAMES
from tests.e2e.laptops import Laptop
from tests.unit.services.kit.making import KEYS, RELEASE

from .conftest import run

pytestmark = [pytest.mark.processes, pytest.mark.timeout(900)]  # the first run fetches a library
MADE = 1795678900


def plan_of(dist: Path, **changed) -> make_kit.Plan:
    told = {"key": development_secret("release"), "keys": development_keys(), "revision": 1, "made": MADE}
    return make_kit.Plan(dist, **(told | changed))


def stand_ins(dist: Path) -> None:
    dist.mkdir()
    for name, (pattern, _) in INSTALLERS.items():
        (dist / pattern.format(version=__version__)).write_bytes(f"stand-in for {name}\n".encode() * 99)
    notices = dist / "windows" / "Delve" / "_internal" / "licences"
    notices.mkdir(parents=True)
    part = {"name": "Qt", "version": "6.11", "licence": "LGPL-3.0-only", "text": "Terms\nof Qt\n"}
    (notices / "components.json").write_text(json.dumps([part, part]), encoding="utf-8")
    (dist / f"delve-{__version__}.cdx.json").write_text("{}", encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A kit of development in which nothing is missing; shared, so no test changes it."""
    dist = tmp_path_factory.mktemp("kit") / "dist"
    stand_ins(dist)
    said: list[str] = []
    make_kit.lay_out(plan_of(dist), dist / "kit", said.append)
    return dist / "kit", said


@pytest.fixture(scope="module")
def kit(whole):
    return whole[0]


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_kit_holds_what_goes_round(whole):
    kit, said = whole
    there = set(everything(kit))
    for pattern, folder in INSTALLERS.values():
        assert f"{folder}/{pattern.format(version=__version__)}" in there
    for name in NAMES.values():
        assert {f"{name}.html", f"{name}.txt"} <= there
    assert {
        LIST,
        "SHA256SUMS",
        "FINGERPRINTS.html",
        "verify.sh",
        "licences/Delve.txt",
        "licences/Delve-for-windows.txt",
    } <= there
    assert {"samples/notes.jsonl", "samples/contacts.vcf", "server/run-a-hub.html"} <= there
    for language in LANGUAGES:
        assert {f"help/{language}/index.html", f"help/pictures/{language}/home.png"} <= there
    assert [line for line in said if "verify" not in line] == []  # no compiler is no fault of the kit


def test_the_kit_passes_its_own_check(kit):
    opened = open_kit(kit, development_keys())
    check_kit(opened)
    assert (opened.manifest.product, opened.manifest.number) == (__version__, number_of(__version__, 1))
    if (kit / "verify-linux-x86_64").exists() and sys.platform.startswith("linux"):
        code, out, err = run("sh", kit / "verify.sh")
        assert (code, err) == (0, "")
        assert out.startswith("DEVELOPMENT KIT")


def test_a_kit_of_development_says_so_on_every_page(kit):
    for language, word in {
        "en": "DEVELOPMENT",
        "fr": "DÉVELOPPEMENT",
        "es": "DESARROLLO",
        "pt": "DESENVOLVIMENTO",
    }.items():
        for ending in ("html", "txt"):
            assert word in (kit / f"{NAMES[language]}.{ending}").read_text(encoding="utf-8")
    assert "DEVELOPMENT KIT, NOT FOR USE" in (kit / "FINGERPRINTS.html").read_text(encoding="utf-8")
    assert (kit / "DEVELOPMENT-KIT-DO-NOT-INSTALL.txt").is_file()


def test_a_released_kit_does_not(tmp_path, kit):
    if not (kit / "verify.exe").exists() or not (kit / "verify-linux-x86_64").exists():
        pytest.skip("needs both compilers: a release has both programs")
    stand_ins(tmp_path / "dist")
    make_kit.lay_out(plan_of(tmp_path / "dist", key=RELEASE, keys=KEYS), tmp_path / "kit", print)
    check_kit(open_kit(tmp_path / "kit", KEYS))
    said = b"".join(
        data for name, data in everything(tmp_path / "kit").items() if re.match(r"START|FINGER|verify", name)
    )
    assert b"DEVELOPMENT" not in re.sub(rb"WHOLE_DEVELOPMENT|DEVELOPMENT KIT, not for use", b"", said)


def test_a_release_is_not_made_without_what_checks_it(tmp_path, monkeypatch):
    def unavailable(*_):
        raise build_verify.Unavailable("mingw is missing.")

    monkeypatch.setattr("build_verify.build_linux", lambda *_: None)
    monkeypatch.setattr("build_verify.build_windows", unavailable)
    (tmp_path / "dist").mkdir()
    with pytest.raises(Mistaken, match=r"needs verify\.exe"):
        make_kit.lay_out(plan_of(tmp_path / "dist", key=RELEASE, keys=KEYS), tmp_path / "kit", print)


def test_what_is_missing_is_said(tmp_path):
    (tmp_path / "dist").mkdir()
    said: list[str] = []
    make_kit.lay_out(plan_of(tmp_path / "dist"), tmp_path / "kit", said.append)
    for pattern, _ in INSTALLERS.values():
        assert f"Missing, and left out: {pattern.format(version=__version__)}" in said
    text = (tmp_path / "kit" / f"{NAMES['fr']}.txt").read_text(encoding="utf-8")
    assert "pas d’installateur pour Windows" in text
    assert "pas d’installateur pour Linux" in text
    assert "{" not in text
    assert not (tmp_path / "kit" / "server").exists()


def test_the_same_is_laid_out_twice(kit, tmp_path):
    stand_ins(tmp_path / "dist")
    make_kit.lay_out(plan_of(tmp_path / "dist"), tmp_path / "kit", print)
    one, other = everything(kit), everything(tmp_path / "kit")
    assert {name for name in one if one[name] != other.get(name)} == set()
    assert one.keys() == other.keys()


def test_the_sums_are_those_of_sha256sum(kit):
    lines = (kit / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = everything(kit)
    assert sums.keys() == there.keys() - {LIST, "SHA256SUMS"}
    assert all(hashlib.sha256(there[name]).hexdigest() == digest for name, digest in sums.items())


def test_the_sheet_shows_whole_sums_and_keys(kit):
    sheet = re.sub(r"<[^>]*>| ", "", (kit / "FINGERPRINTS.html").read_text(encoding="utf-8"))
    for name in (
        "verify.sh",
        f"windows/Delve-{__version__}-setup.exe",
        f"linux/delve_{__version__}_amd64.deb",
    ):
        assert hashlib.sha256((kit / name).read_bytes()).hexdigest() in sheet
    assert development_keys().release.hex() in sheet
    assert development_keys().offline.hex() in sheet


class Outside(HTMLParser):
    """What a page asks for beside itself, and whether it runs anything."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.runs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "link", "form", "base"):
            self.runs.append(tag)
        for name, value in attrs:
            if name in ("src", "href", "srcset", "action", "background", "poster"):
                self.asked.append(value or "")
            elif name.startswith("on"):
                self.runs.append(name)


def test_pages_hold_all_they_need_and_run_nothing(kit):
    pages = sorted(kit.rglob("*.html"))
    assert len(pages) > 70
    for page in pages:
        found = Outside()
        text = page.read_text(encoding="utf-8")
        found.feed(text)
        assert found.runs == [], page
        assert "url(" not in text, page
        for target in found.asked:
            if target.startswith("data:image/png;base64,"):
                continue
            if page.parts[-2] == "server" and target.startswith("https://"):
                continue  # links of the page for whoever runs a server
            assert not re.match(r"[a-z]+:|//", target), (page, target)
            if target.partition("#")[0]:
                assert (page.parent / target.partition("#")[0]).is_file(), (page, target)


def test_the_notices_of_the_frozen_programs_are_there_to_read(kit):
    notices = (kit / "licences" / "Delve-for-windows.txt").read_bytes().decode("utf-8-sig")
    assert notices.startswith("Qt 6.11: LGPL-3.0-only\r\n\r\nTerms\r\nof Qt\r\n")
    assert (kit / "licences" / f"delve-{__version__}.cdx.json").is_file()
    if (kit / "verify.exe").exists():
        assert "Copyright" in (kit / "licences" / "verify-libsodium.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_text_is_for_notepad(kit, language):
    data = (kit / f"{NAMES[language]}.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    text = data[3:].decode("utf-8")
    assert text.count("\n") == text.count("\r\n") > 50
    assert text.replace("\r\n", "").count("\r") == 0
    lines = text.split("\r\n")
    assert max(map(len, lines)) <= 90
    assert not re.search(r"\*\*|`|^#|!\[", text, re.MULTILINE)
    assert "sh verify.sh --copy-to ~/delve-kit" in lines
    assert f"sh ~/delve-kit/linux/Delve-{__version__}-linux-x86_64.run" in lines


def test_every_language_says_the_same():
    from start_here import TEXTS

    def shape(language: str) -> list[str]:
        text = (TEXTS / f"start-here.{language}.md").read_text(encoding="utf-8")
        marks = re.findall(r"^(#+|@\w+(?: \w+)?|\d+\.|-|!\[)|(`[^`]+`)|(\{\w+\})", text, re.MULTILINE)
        return sorted("".join(one).replace(f"/{language}/", "/xx/") for one in marks)

    assert {language for language in LANGUAGES if shape(language) != shape("en")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_to_read_first_is_written_as_the_window_is(kit, language):
    text = (kit / f"{NAMES[language]}.txt").read_text(encoding="utf-8-sig")
    words = ET.parse(make_kit.ROOT / "resources" / "translations" / f"delve_{language}.ts")
    found = [one for one in words.iter("message") if one.findtext("source") == "Sync"]
    called = {one.findtext("translation") for one in found} if language != "en" else {"Sync"}
    assert called
    assert any(str(name) in text for name in called)
    if language == "fr":
        assert not re.search(r"\w'\w| [:;!?»]|« ", text)
    if language == "pt":
        assert not re.search(r"ficheiro|ecrã|contacto|palavra-passe|\bpen\b", text)
    if language == "es":
        assert not re.search(r"ordenador|móvil|[«»]", text)


def test_samples_can_be_imported_twice(kit, tmp_path, monkeypatch):
    monkeypatch.setenv("DELVE_KDF", "floor")
    laptop = Laptop.of(tmp_path / "laptop", "Neema")
    laptop.run("space", "create", "Lake Zone")
    lines = [str(path) for path in sorted((kit / "samples").glob("*.jsonl"))]
    cards = str(kit / "samples" / "contacts.vcf")
    texts = str(kit / "samples" / "practices")
    assert laptop.run("import", *lines)["added"] > 400
    for again in ([cards], [texts], lines):
        assert laptop.run("import", *again)["added"] == 0


def test_a_release_key_that_the_program_does_not_carry_signs_nothing(tmp_path):
    key_file = tmp_path / "release.key"
    from delve_desktop.crypto.kdf import FLOOR
    from kit_keys import SecretKey

    passphrase = "copper ladder morning river window seven"
    SecretKey("release", bytes(range(32))).write(key_file, passphrase, FLOOR)
    (tmp_path / "words").write_text(f"{passphrase}\n", encoding="utf-8")
    with pytest.raises(Mistaken, match="not the release key that the program carries"):
        make_kit.key_of(key_file, tmp_path / "words")


def test_an_image_of_the_kit_is_a_sound_file_system_with_the_same_files(kit, tmp_path):
    if missing := fat_image.missing_tools():
        pytest.skip(f"needs {', '.join(missing)}")
    image = tmp_path / "kit.img"
    fat_image.write_image(kit, image, MADE)
    fat_image.check_image(image)
    fat_image.extract_image(image, tmp_path / "back")
    assert everything(tmp_path / "back") == everything(kit)
    check_kit(open_kit(tmp_path / "back", development_keys()))
    first = hashlib.sha256(image.read_bytes()).hexdigest()
    fat_image.write_image(kit, image, MADE)
    assert hashlib.sha256(image.read_bytes()).hexdigest() == first


def test_a_damaged_image_is_noticed(kit, tmp_path):
    if missing := fat_image.missing_tools():
        pytest.skip(f"needs {', '.join(missing)}")
    image = tmp_path / "kit.img"
    fat_image.write_image(kit, image, MADE)
    with image.open("r+b") as file:  # the first of its two tables
        file.seek(32 * 512 + 64)
        file.write(b"\xff" * 512)
    with pytest.raises(fat_image.Unfit, match=r"fsck\.vfat failed"):
        fat_image.check_image(image)


@pytest.mark.parametrize("name", ["con.txt", "a:b", "caf\u00e9.txt", "a.", "what?.html"])
def test_a_name_that_no_stick_takes_is_refused(tmp_path, name):
    if sys.platform == "win32":
        pytest.skip("Windows refuses it before")
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(fat_image.Unfit, match="no name for every system"):
        fat_image.check_fits(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems have no such names")
def test_names_that_differ_by_capitals_links_and_endless_files_are_refused(tmp_path):
    def said() -> str:
        with pytest.raises(fat_image.Unfit) as caught:
            fat_image.check_fits(tmp_path)
        return str(caught.value)

    (tmp_path / "Setup.exe").touch()
    fat_image.check_fits(tmp_path)
    (tmp_path / "setup.exe").touch()
    assert "are the same name on FAT" in said()
    (tmp_path / "setup.exe").unlink()
    (tmp_path / "A").mkdir()
    (tmp_path / "A" / "x").touch()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "y").touch()
    assert "are the same name on FAT" in said()
    (tmp_path / "a" / "y").unlink()
    (tmp_path / "b").symlink_to(tmp_path / "A")
    assert "FAT has no links" in said()
    (tmp_path / "b").unlink()
    with (tmp_path / "big").open("wb") as file:
        file.truncate(2**32)
    assert "4 GiB or more" in said()


def test_the_command_makes_kit_and_image(tmp_path):
    stand_ins(tmp_path / "dist")
    script = Path(make_kit.__file__)
    done = subprocess.run(
        [sys.executable, str(script), "--dist", str(tmp_path / "dist")],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "DEVELOPMENT KIT: signed by a key that everybody has" in done.stdout
    assert (tmp_path / "dist" / "kit.img").exists() != bool(fat_image.missing_tools())
    check_kit(open_kit(tmp_path / "dist" / "kit", development_keys()))


def test_a_release_without_its_tools_is_refused_where_a_development_kit_is_not(monkeypatch):
    monkeypatch.setattr(make_kit, "missing_tools", lambda: ["mcopy"])
    pair = development_secret("release"), Path("dist")
    make_kit.check_tools(make_kit.Plan(pair[1], pair[0], development_keys(), 1, 0))
    with pytest.raises(Mistaken, match="mcopy"):
        make_kit.check_tools(make_kit.Plan(pair[1], pair[0], KEYS, 1, 0))
