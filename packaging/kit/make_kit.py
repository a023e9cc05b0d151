"""Lays out `dist/kit/`, what goes round on a stick, signs it, and writes it as an image: `make kit`.

Takes the installers that lie in `dist/` and says which are missing. Without a release key the kit is one of
development: signed by a key that everybody has, and called so on every page. `docs/releasing.md` tells the
way from a tag to a stick.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import build_verify
import kit_contents
from delve_desktop import __version__
from delve_desktop.domain.errors import DelveError, Mistaken
from delve_desktop.services.kit.checking import check_kit, open_kit
from delve_desktop.services.kit.keys import KitKeys, development_keys
from delve_desktop.services.kit.manifest import KitFile, Manifest, number_of
from delve_desktop.services.kit.paths import LIST, ROTATION
from fat_image import Unfit, check_fits, check_image, files_of, missing_tools, write_image
from fingerprints import sheet
from kit_keys import SecretKey, ask_passphrase, development_secret
from public_pair import PUBLIC, public_keys
from start_here import NAMES, page_of, plain_of

ROOT: Final = Path(__file__).parents[2]
SUMS: Final = "SHA256SUMS"
OLDEST: Final = "0.1.0"  # the oldest version whose vaults and place this one can take over


@dataclass(frozen=True, slots=True)
class Plan:
    """What a kit is made of and by whom it is signed. `made` is in seconds since 1970."""

    dist: Path
    key: SecretKey
    keys: KitKeys
    revision: int
    made: int
    version: str = __version__

    @property
    def is_development(self) -> bool:
        """Whether anybody could have made it."""
        return self.keys.channel != "release"


def lay_out(plan: Plan, kit: Path, tell: Callable[[str], None]) -> Manifest:
    """Write the whole kit into a new folder; returns its list."""
    if kit.exists():
        shutil.rmtree(kit)
    kit.mkdir(parents=True)
    resources = ROOT / "resources"
    there = kit_contents.add_installers(kit, plan.dist, plan.version)
    for name, (pattern, _) in kit_contents.INSTALLERS.items():
        if not there[name]:
            tell(f"Missing, and left out: {pattern.format(version=plan.version)}")
    notices = _add_checkers(plan, kit, tell)
    kit_contents.add_help(kit, resources)
    kit_contents.add_samples(kit, resources)
    kit_contents.add_licences(kit, plan.dist, notices)
    if there["wheel"]:
        kit_contents.add_server(kit)
    facts = {
        **there,
        "version": plan.version,
        "development": "yes" if plan.is_development else "",
        "nolinux": "" if there["run"] or there["deb"] else "yes",
    }
    for language, name in NAMES.items():
        pictures = resources / "help" / "pictures" / language
        (kit / f"{name}.html").write_bytes(page_of(language, facts, pictures))
        (kit / f"{name}.txt").write_bytes(plain_of(language, facts))
    if plan.is_development:
        (kit / "DEVELOPMENT-KIT-DO-NOT-INSTALL.txt").write_bytes(
            b"This kit is not signed by the makers of Delve. Anybody can have made it.\r\n"
        )
    return _sign(plan, kit)


def _add_checkers(plan: Plan, kit: Path, tell: Callable[[str], None]) -> dict[str, str]:
    """What checks the kit; returns the licences of what is in it."""
    floor = number_of(plan.version, 0)
    (kit / "verify.sh").write_text(build_verify.script(plan.keys, floor), encoding="utf-8", newline="\n")
    built = False
    for build, name in (
        (build_verify.build_linux, "verify-linux-x86_64"),
        (build_verify.build_windows, "verify.exe"),
    ):
        try:
            build(kit / name, plan.keys, floor)
            built = True
        except build_verify.Unavailable as missing:
            if not plan.is_development:
                raise Mistaken(f"A release needs {name}, and it cannot be built: {missing}") from missing
            tell(f"Missing, and left out: {name}. {missing}")
    return build_verify.notices() if built else {}


def _sign(plan: Plan, kit: Path) -> Manifest:
    rotations = PUBLIC / ROTATION
    if rotations.exists() and not plan.is_development:
        shutil.copyfile(rotations, kit / ROTATION)
    number = number_of(plan.version, plan.revision)
    day = datetime.fromtimestamp(plan.made, UTC).strftime("%Y-%m-%d")
    (kit / "FINGERPRINTS.html").write_bytes(sheet(plan.version, number, day, plan.keys, _listed(kit)))
    lines = (f"{one.digest.hex()}  {one.path}\n" for one in _listed(kit))
    (kit / SUMS).write_text("".join(lines), encoding="ascii", newline="\n")
    listed = Manifest(plan.version, number, OLDEST, plan.keys.channel, plan.made, tuple(_listed(kit)))
    (kit / LIST).write_bytes(listed.signed(plan.key))
    check_fits(kit)
    check_kit(open_kit(kit, plan.keys))
    return listed


def _listed(kit: Path) -> list[KitFile]:
    found = []
    for path in files_of(kit):
        name = path.relative_to(kit).as_posix()
        if name not in (LIST, ROTATION):
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").digest()
            found.append(KitFile(name, path.stat().st_size, digest))
    return sorted(found, key=lambda one: one.path)


def when_made() -> int:
    """`SOURCE_DATE_EPOCH`, or when the last commit was made."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(git, check=True, capture_output=True, text=True).stdout
    return int(told)


def key_of(release: Path | None, passphrase: Path | None) -> tuple[SecretKey, KitKeys]:
    """The key to sign with and the pair that counts; raises `Mistaken` when one does not fit the other."""
    if release is None:
        return development_secret("release"), development_keys()
    key, keys = SecretKey.read(release, ask_passphrase("release", passphrase)), public_keys()
    if key.public != keys.release:
        raise Mistaken(
            "This is not the release key that the program carries, so no program would take the kit."
        )
    return key, keys


def check_tools(plan: Plan) -> None:
    """Raise `Mistaken` when a release lacks a tool without which its kit would be another one."""
    lacks = [*missing_tools(), *(["musl-gcc"] if shutil.which("musl-gcc") is None else [])]
    if lacks and not plan.is_development:
        raise Mistaken(f"A release needs {', '.join(lacks)}: docs/releasing.md names the packages.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Lays out and signs a kit, and writes it as an image.")
    parser.add_argument(
        "--dist", type=Path, default=ROOT / "dist", help="where installers lie and the kit goes"
    )
    parser.add_argument("--release-key", type=Path, help="file of the release key; without it: development")
    parser.add_argument("--passphrase-file", type=Path, help="its passphrase, in the first line")
    parser.add_argument("--revision", type=int, default=1, help="counts kits of the same version, from 1")
    return parser.parse_args()


def main() -> int:
    """Make `kit/` and `kit.img` in the folder of what was built; an error is one sentence."""
    chosen = _options()
    try:
        key, keys = key_of(chosen.release_key, chosen.passphrase_file)
        plan = Plan(chosen.dist, key, keys, chosen.revision, when_made())
        kit, image = chosen.dist / "kit", chosen.dist / "kit.img"
        image.unlink(missing_ok=True)  # one of before would be taken for that of this kit
        check_tools(plan)
        listed = lay_out(plan, kit, print)
        if missing := missing_tools():
            print(f"Missing, so there is no kit.img: {', '.join(missing)} (dosfstools and mtools)")
        else:
            write_image(kit, image, plan.made)
            check_image(image)
    except (DelveError, Unfit) as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(one.size for one in listed.files)
    print(f"{kit}: Delve {listed.product}, number {listed.number}, {len(listed.files)} files, {size:,} bytes")
    if plan.is_development:
        print(
            "DEVELOPMENT KIT: signed by a key that everybody has. Hand it to nobody. See docs/releasing.md."
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
