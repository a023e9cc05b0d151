"""The kit of what `make dist` built: it holds each installer, fits a stick, and passes its own check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import fat_image
from delve_desktop import __version__
from delve_desktop.services.kit.checking import check_kit, open_kit
from delve_desktop.services.kit.keys import KitKeys, development_keys, known_keys
from kit_contents import INSTALLERS

from .conftest import run

pytestmark = [pytest.mark.dist, pytest.mark.processes, pytest.mark.timeout(1800)]
DIST = Path(__file__).parents[3] / "dist"


@pytest.fixture(scope="module")
def kit() -> Path:
    if not (DIST / "kit").is_dir():
        pytest.skip("needs dist/kit: make dist")
    return DIST / "kit"


def keys_of(kit: Path) -> KitKeys:
    """Those that sign it: a kit of development says what it is by a file."""
    return development_keys() if (kit / "DEVELOPMENT-KIT-DO-NOT-INSTALL.txt").exists() else known_keys()


def test_every_installer_that_was_built_is_in_the_kit(kit):
    built = {
        f"{folder}/{name}"
        for pattern, folder in INSTALLERS.values()
        if (DIST / (name := pattern.format(version=__version__))).is_file()
    }
    assert built
    assert {
        path for path in built if (kit / path).read_bytes() != (DIST / Path(path).name).read_bytes()
    } == set()


def test_the_kit_is_whole_by_every_checker(kit):
    check_kit(open_kit(kit, keys_of(kit)))
    fat_image.check_fits(kit)
    if sys.platform.startswith("linux"):
        assert run("sh", kit / "verify.sh")[0] == 0
        assert run("sh", kit / "verify.sh", "--portable")[0] == 0
    sums = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"],
        cwd=kit,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (sums.returncode, sums.stdout) == (0, "")


def test_the_image_holds_the_kit(kit, tmp_path):
    if missing := fat_image.missing_tools():
        pytest.skip(f"needs {', '.join(missing)}")
    fat_image.check_image(DIST / "kit.img")
    fat_image.extract_image(DIST / "kit.img", tmp_path / "back")
    check_kit(open_kit(tmp_path / "back", keys_of(kit)))
