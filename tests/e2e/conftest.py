"""A hub and two laptops in one space, made once for a module; tests that break them make their own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .laptops import Hub, Laptop, founded, joined


@dataclass(frozen=True)
class Pair:
    """Neema coordinates, Zawadi is an officer."""

    hub: Hub
    neema: Laptop
    zawadi: Laptop


@pytest.fixture(scope="module", autouse=True)
def _quick_vaults() -> Iterator[None]:
    """As `laptops.ENVIRONMENT`, for commands that run in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DELVE_KDF", "floor")
        for name in ("DELVE_VAULT", "DELVE_PASSPHRASE", "DELVE_TRACE"):
            patch.delenv(name, raising=False)
        yield


def new_pair(folder: Path) -> Pair:
    """A running hub and two laptops that have met."""
    hub = Hub(folder / "hub")
    hub.start()
    pair = Pair(hub, Laptop.of(folder / "neema", "Neema"), Laptop.of(folder / "zawadi", "Zawadi"))
    founded(pair.neema, hub)
    joined(pair.zawadi, pair.neema)
    return pair


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, _quick_vaults: None) -> Iterator[Pair]:
    """Shared by a module's tests: each works on records of its own."""
    made = new_pair(tmp_path_factory.mktemp("pair"))
    yield made
    made.hub.kill()


@pytest.fixture
def own_pair(tmp_path: Path) -> Iterator[Pair]:
    """For one test alone."""
    made = new_pair(tmp_path)
    yield made
    made.hub.kill()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 100 MB in memory."""
    (folder := tmp_path / "small").mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
