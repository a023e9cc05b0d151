"""The installers for Linux on a bare Debian: put there, started, brought up to date, taken away."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import run_file
import sizes
from delve_desktop import __version__
from tests.packaging.bare_debian import STICK, USER, BareDebian, bare_debian
from tests.packaging.bill_schema import follows

pytestmark = [pytest.mark.dist, pytest.mark.processes, pytest.mark.timeout(1800)]

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
PROGRAM = DIST / "linux" / "Delve"
RUN = DIST / f"Delve-{__version__}-linux-x86_64.run"
DEB = DIST / f"delve_{__version__}_amd64.deb"
PLACE = f"/home/{USER}/.local/lib/delve"
ON_STICK = f"{STICK}/{RUN.name}"
DISPLAY = ":97"
WORDS = "maji tembo kijani jua kisima moto"


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareDebian]:
    for each in (RUN, DEB):
        assert each.is_file(), "make dist-linux comes first"
    with bare_debian(tmp_path_factory.mktemp("bare") / "root") as made:
        shutil.copyfile(RUN, made.path(ON_STICK))
        yield made


@pytest.fixture(scope="module")
def before(debian: BareDebian) -> tuple[set[str], set[str]]:
    return debian.files(), debian.folders()


@pytest.fixture
def screen(debian: BareDebian) -> Iterator[str]:
    """A screen in memory, of this machine, whose socket the Debian sees."""
    with subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], stderr=subprocess.DEVNULL
    ) as server:
        sockets = debian.path("/tmp/.X11-unix")
        sockets.mkdir(exist_ok=True)
        subprocess.run(["mount", "--bind", "/tmp/.X11-unix", str(sockets)], check=True)
        try:
            yield DISPLAY
        finally:
            subprocess.run(["umount", str(sockets)], check=True)
            server.terminate()


def shown(display: str, seconds: float = 120) -> str:
    """The title of the window on a screen, once there is one."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "^Delve$"],
            env={"DISPLAY": display, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        if found.stdout.strip():
            return found.stdout.split()[0]
        time.sleep(0.5)
    raise AssertionError("no window came")


def test_the_sizes_are_within_what_they_may_be():
    assert sizes.size_of(PROGRAM) <= 170e6
    assert RUN.stat().st_size <= 52e6


def test_the_bill_of_what_was_frozen_follows_its_schema():
    (bill,) = DIST.glob("*-linux-x86_64.cdx.json")
    follows()(json.loads(bill.read_text(encoding="utf-8")))


def test_a_system_that_lacks_a_library_is_told_which_package_has_it(debian, before):
    told = debian.run(f"sh {ON_STICK}", user=USER, code=1)
    assert "libgl1" in told
    assert "libegl1" in told
    assert "Nothing was changed" in told
    assert (debian.files(), debian.folders()) == before


def test_a_damaged_or_cut_off_file_is_refused(debian, before):
    whole = RUN.read_bytes()
    flipped = bytearray(whole)
    flipped[30_000_000] ^= 1
    for name, data in (("cut", whole[:-1000]), ("flipped", bytes(flipped))):
        debian.path(f"{STICK}/{name}.run").write_bytes(data)
        for option in ("", "--check"):
            told = debian.run(f"sh {STICK}/{name}.run {option}", user=USER, code=1, LC_ALL="pt_BR.UTF-8")
            assert "Nada foi alterado" in told
        debian.path(f"{STICK}/{name}.run").unlink()
    assert (debian.files(), debian.folders()) == before


def test_it_goes_in_from_a_stick_without_an_administrator_and_works(debian, before):
    debian.run(
        "apt-get update && apt-get install -y --no-install-recommends libgl1 libegl1 libxcb1 libx11-xcb1"
    )
    told = debian.run(f"sh {ON_STICK}", user=USER, LC_ALL="fr_FR.UTF-8")
    assert f"Delve {__version__} est installé dans {PLACE}" in told
    assert "All 9 steps passed" in debian.run(f"{PLACE}/delve --self-test", user=USER)
    entry = debian.path(f"/home/{USER}/.local/share/applications/delve.desktop").read_text("utf-8")
    assert f'Exec="{PLACE}/delve" %F' in entry
    assert debian.run("~/.local/bin/delve licences --text", user=USER).count("\n") > 50


def test_it_starts_with_a_window_and_only_once(debian, screen):
    (debian.path(f"/home/{USER}") / "card.vcf").write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Neema\r\nEND:VCARD\r\n", encoding="utf-8"
    )
    program = debian.start(f"{PLACE}/delve", DISPLAY=screen)
    try:
        assert shown(screen)
        again = debian.start(f"{PLACE}/delve card.vcf", DISPLAY=screen)
        assert again.wait(60) == 0
        told = debian.run(f"sh {ON_STICK}", user=USER, code=1)
        assert "Delve is open" in told
        assert program.poll() is None
    finally:
        program.terminate()
        program.wait(60)
    debian.path(f"/home/{USER}/card.vcf").unlink()


def test_a_newer_one_takes_its_place_and_an_older_one_that_knows_less_does_not(debian):
    mark = debian.path(f"{PLACE}/version")
    mark.write_text("0.0.1 1\n", encoding="ascii")
    debian.run(f"sh {ON_STICK}", user=USER)
    assert mark.read_text(encoding="ascii") == f"{__version__} {run_file.schema()}\n"
    mark.write_text(f"99.0.0 {run_file.schema() + 1}\n", encoding="ascii")
    assert "cannot open the vaults" in debian.run(f"sh {ON_STICK}", user=USER, code=1)
    mark.write_text(f"99.0.0 {run_file.schema()}\n", encoding="ascii")
    assert "the older" in debian.run(f"sh {ON_STICK}", user=USER)


def test_one_that_does_not_work_here_leaves_what_was_there(debian):
    shadow = debian.path("/usr/lib/x86_64-linux-gnu/libGL.so.1")
    shadow.rename(shadow.with_name("libGL.away"))
    shadow.write_bytes(b"no library")
    try:
        told = debian.run(f"sh {ON_STICK}", user=USER, code=1)
    finally:
        shadow.unlink()
        shadow.with_name("libGL.away").rename(shadow)
    assert "What was there before stays" in told
    assert "All 9 steps passed" in debian.run(f"{PLACE}/delve --self-test", user=USER)
    assert len(list(debian.path(f"{PLACE}.versions").glob("?"))) == 1


def test_it_goes_and_leaves_nothing_but_the_vault(debian, before):
    vault = ".local/share/Delve/vaults/zawadi"
    debian.run(f"~/.local/bin/delve --vault ~/{vault} init --name Zawadi", user=USER, DELVE_PASSPHRASE=WORDS)
    told = debian.run(f"sh {PLACE}/uninstall.sh", user=USER, LC_ALL="es_PE.UTF-8")
    assert f"/home/{USER}/.local/share/Delve/vaults" in told
    left = debian.files() - before[0]
    assert left
    assert all(name.startswith(vault) for name in left), left
    folders = debian.folders() - before[1]
    assert all(vault.startswith(name) or name.startswith(vault) for name in folders), folders


def test_the_package_goes_in_for_all_and_goes_without_a_trace(debian):
    shutil.copyfile(DEB, debian.path(f"/tmp/{DEB.name}"))
    debian.run(f"apt-get install -y --no-install-recommends /tmp/{DEB.name}")
    assert "All 9 steps passed" in debian.run("delve --self-test", user=USER)
    assert debian.path("/usr/share/applications/delve.desktop").is_file()
    debian.run("apt-get purge -y delve")
    for left in (
        "/usr/lib/delve",
        "/usr/bin/delve",
        "/usr/share/applications/delve.desktop",
        "/usr/share/doc/delve",
    ):
        assert not debian.path(left).exists()


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path):
    import frozen_build
    from share import add_share

    again = frozen_build.build(tmp_path / "dist", tmp_path / "work")
    add_share(again)
    assert digests(again) == digests(PROGRAM)
    epoch = frozen_build.epoch()
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = run_file.make(PROGRAM, tmp_path / "one", __version__, epoch, fast=True)
    second = run_file.make(again, tmp_path / "two", __version__, epoch, fast=True)
    assert first.read_bytes() == second.read_bytes()


def digests(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
