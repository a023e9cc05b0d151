"""The keys that sign kits: made, kept, read from paper, and replaced. `docs/releasing.md` tells when.

    python packaging/kit/kit_keys.py make --release FILE --offline FILE
    python packaging/kit/kit_keys.py rotate --old-offline FILE --release FILE --offline FILE
    python packaging/kit/kit_keys.py renew-offline --offline FILE
    python packaging/kit/kit_keys.py show FILE
    python packaging/kit/kit_keys.py paper FILE
    python packaging/kit/kit_keys.py from-paper --to FILE

A secret key lies in a small file that its passphrase opens (Argon2id, then the sealed box of the vaults):

    delve secret key 1
    kind release | offline
    public <64 hex digits>
    kdf <KiB> <passes> <lanes> <32 hex digits of salt>
    box <128 hex digits>

Never in a repository: a file inside one is refused. What is public goes to `resources/kit/`.
"""

from __future__ import annotations

import argparse
import getpass
import os
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from mnemonic import Mnemonic

from delve_desktop.crypto.box import open_box, seal_box
from delve_desktop.crypto.kdf import SALT_SIZE, KdfParams, calibrate, derive_key
from delve_desktop.crypto.passphrase import judge
from delve_desktop.crypto.words import LISTS, six_words
from delve_desktop.domain.errors import (
    Damaged,
    DelveError,
    InvalidContent,
    Mistaken,
    NotFound,
    WrongPassphrase,
)
from delve_desktop.domain.ids import signed_message, tagged_hash
from delve_desktop.services.kit.keys import KitKeys, development_keys, development_seed
from delve_desktop.services.kit.paths import ROTATION

PUBLIC: Final = Path(__file__).parents[2] / "resources" / "kit"
KEYS_NAME: Final = "keys.txt"
KINDS: Final = ("release", "offline")
_LABEL: Final = "kit-secret-key"
_SIZE_MAX: Final = 4096
_FORM: Final = re.compile(
    r"(delve secret key 1\nkind (release|offline)\npublic ([0-9a-f]{64})\n"
    r"kdf ([0-9]{1,7}) ([0-9]{1,3}) ([0-9]{1,2}) ([0-9a-f]{32})\n)box ([0-9a-f]{128})\n"
)


@dataclass(frozen=True, slots=True)
class SecretKey:
    """One key pair; `kind` is what it may sign."""

    kind: str
    seed: bytes

    def __repr__(self) -> str:
        return f"SecretKey({self.kind}, {self.public.hex()[:16]})"

    @property
    def public(self) -> bytes:
        """The 32 bytes that the program carries."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()

    def __call__(self, tag: str, *parts: bytes) -> bytes:
        """Sign, as `protocol.signing.Signer` says."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(signed_message(tag, *parts))

    def write(self, path: Path, passphrase: str, params: KdfParams) -> None:
        """Keep it in a new file; raises `InvalidContent` for a place or a passphrase that will not do."""
        check_place(path)
        weakness = judge(passphrase).weakness
        if weakness is not None:
            raise InvalidContent(f"This passphrase will not do ({weakness.value}): six words are good.")
        salt = os.urandom(SALT_SIZE)
        head = (
            f"delve secret key 1\nkind {self.kind}\npublic {self.public.hex()}\n"
            f"kdf {params.memory} {params.passes} {params.lanes} {salt.hex()}\n"
        )
        sealed = seal_box(derive_key(passphrase, salt, params), _LABEL, self.seed, head.encode(), os.urandom)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(f"{head}box {sealed.hex()}\n".encode("ascii"))
            file.flush()
            os.fsync(file.fileno())

    @classmethod
    def read(cls, path: Path, passphrase: str) -> SecretKey:
        """The key in a file; raises `NotFound`, `InvalidContent` or `WrongPassphrase`."""
        found = _form_of(path)
        params = KdfParams(int(found[4]), int(found[5]), int(found[6]))
        key = derive_key(passphrase, bytes.fromhex(found[7]), params)
        try:
            seed = open_box(key, _LABEL, bytes.fromhex(found[8]), found[1].encode())
        except Damaged as error:
            raise WrongPassphrase(f"The passphrase does not open {path}, or the file was changed.") from error
        made = cls(found[2], seed)
        if made.public.hex() != found[3]:
            raise InvalidContent(f"{path} holds another key than it says.")
        return made


def development_secret(kind: str) -> SecretKey:
    """The key that everybody has: it signs kits of a development version."""
    return SecretKey(kind, development_seed(kind))


def fingerprint(key: bytes) -> list[str]:
    """The 64 hex digits of a public key in groups of four."""
    return [key.hex()[at : at + 4] for at in range(0, 64, 4)]


def words_of(key: bytes, language: str) -> tuple[str, ...]:
    """Six words for a public key (66 bits), to read aloud, as those of an admission are."""
    return six_words(tagged_hash("kit-key-words", key), language).words


def public_keys(folder: Path = PUBLIC) -> KitKeys:
    """The pair that this version of the program carries, that of development where there is none."""
    path = folder / KEYS_NAME
    return KitKeys.parse(path.read_text(encoding="ascii")) if path.is_file() else development_keys()


def check_place(path: Path) -> None:
    """Raise `InvalidContent` when a new secret file may not lie there."""
    absolute = path.absolute()
    if any((folder / ".git").exists() for folder in (*absolute.parents, *absolute.resolve().parents)):
        raise InvalidContent(f"{path} would lie in a repository; a secret key never does.")
    if path.exists():
        raise InvalidContent(f"There is already a file {path}; nothing is ever written over it.")


def begin(release: SecretKey, offline: SecretKey, folder: Path = PUBLIC) -> KitKeys:
    """Make the first pair the one that the program carries."""
    if (folder / KEYS_NAME).exists():
        raise InvalidContent(f"There are keys already in {folder}: `rotate` puts others in their place.")
    keys = KitKeys(1, release.public, offline.public)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / KEYS_NAME).write_bytes(keys.text().encode("ascii"))
    return keys


def rotate(
    old: SecretKey, release: SecretKey, offline: SecretKey, made: int, folder: Path = PUBLIC
) -> KitKeys:
    """Put a new pair in the place of the one that the program carries; `old` is its offline key."""
    keys = KitKeys.parse((folder / KEYS_NAME).read_text(encoding="ascii"))
    if old.public != keys.offline:
        raise Mistaken("Only the offline key that the program carries now can name the next pair.")
    path = folder / ROTATION
    rotations = (path.read_bytes() if path.exists() else b"") + keys.rotated(
        release.public, offline.public, made, old
    )
    after = keys.after(rotations)
    path.write_bytes(rotations)
    (folder / KEYS_NAME).write_bytes(after.text().encode("ascii"))
    return after


def renew_offline(offline: SecretKey, folder: Path = PUBLIC) -> KitKeys:
    """Put a new offline key in the place of a lost one.

    Nobody can sign a rotation to it: programs learn it by being updated.
    """
    before = KitKeys.parse((folder / KEYS_NAME).read_text(encoding="ascii"))
    keys = KitKeys(before.generation + 1, before.release, offline.public)
    (folder / KEYS_NAME).write_bytes(keys.text().encode("ascii"))
    # the rotations stay: they lead programs of before to the release key, which is still the same
    return keys


def to_paper(key: SecretKey) -> str:
    """24 words (BIP-39, with a checksum) that hold the secret itself."""
    return str(Mnemonic("english").to_mnemonic(key.seed))


def from_paper(kind: str, words: str) -> SecretKey:
    """The key that was written down; raises `InvalidContent`."""
    language = Mnemonic("english")
    typed = " ".join(words.lower().split())
    if len(typed.split()) != 24 or not language.check(typed):
        raise InvalidContent("These are not the 24 words of a key: a word is missing, wrong or misplaced.")
    return SecretKey(kind, bytes(language.to_entropy(typed)))


def ask_passphrase(what: str, file: Path | None = None, *, twice: bool = False) -> str:
    """From the first line of a file, or from the keyboard."""
    if file is not None:
        return file.read_text(encoding="utf-8").split("\n", 1)[0]
    typed = getpass.getpass(f"Passphrase of the {what} key: ")
    if twice and getpass.getpass("Once more: ") != typed:
        raise Mistaken("The two passphrases differ.")
    return typed


def _form_of(path: Path) -> re.Match[str]:
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE_MAX)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    found = _FORM.fullmatch(data.decode("ascii", "replace"))
    if found is None:
        raise InvalidContent(f"{path} is no file of a secret key.")
    return found


def _make_pair(
    release_file: Path, offline_file: Path, passphrases: Path | None
) -> tuple[SecretKey, SecretKey]:
    for path in (release_file, offline_file):
        check_place(path)
    params = calibrate(2.0)
    pair = [SecretKey(kind, os.urandom(32)) for kind in KINDS]
    for key, path in zip(pair, (release_file, offline_file), strict=True):
        key.write(path, ask_passphrase(key.kind, passphrases, twice=True), params)
    return pair[0], pair[1]


def _tell(kind: str, key: bytes) -> None:
    print(f"{kind} key")
    print(f"  {' '.join(fingerprint(key))}")
    for language in LISTS:
        print(f"  {language}: {' '.join(words_of(key, language))}")


def _carry_out(chosen: argparse.Namespace) -> None:
    if chosen.command == "show":
        found = _form_of(chosen.file)
        _tell(found[2], bytes.fromhex(found[3]))
    elif chosen.command == "paper":
        print(to_paper(SecretKey.read(chosen.file, ask_passphrase("secret", chosen.passphrase_file))))
    elif chosen.command == "from-paper":
        check_place(chosen.to)
        key = from_paper(chosen.kind, input("The 24 words: "))
        key.write(chosen.to, ask_passphrase(chosen.kind, chosen.passphrase_file, twice=True), calibrate(2.0))
        _tell(key.kind, key.public)
    elif chosen.command == "renew-offline":
        check_place(chosen.offline)
        key = SecretKey("offline", os.urandom(32))
        key.write(
            chosen.offline, ask_passphrase(key.kind, chosen.passphrase_file, twice=True), calibrate(2.0)
        )
        _tell("offline", renew_offline(key).offline)
    else:
        _carry_out_pair(chosen)


def _carry_out_pair(chosen: argparse.Namespace) -> None:
    old = None
    if chosen.command == "rotate":
        old = SecretKey.read(chosen.old_offline, ask_passphrase("old offline", chosen.old_passphrase_file))
    release, offline = _make_pair(chosen.release, chosen.offline, chosen.passphrase_file)
    keys = rotate(old, release, offline, int(time.time())) if old else begin(release, offline)
    _tell("release", keys.release)
    _tell("offline", keys.offline)
    print(
        f"Generation {keys.generation}. Commit {PUBLIC.name}/{KEYS_NAME}"
        + (f" and {ROTATION}." if old else ".")
    )


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="The keys that sign kits.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("make", "rotate"):
        command = commands.add_parser(name)
        command.add_argument("--release", type=Path, required=True)
        command.add_argument("--offline", type=Path, required=True)
        if name == "rotate":
            command.add_argument("--old-offline", type=Path, required=True)
            command.add_argument("--old-passphrase-file", type=Path)
    commands.add_parser("renew-offline").add_argument("--offline", type=Path, required=True)
    commands.add_parser("show").add_argument("file", type=Path)
    commands.add_parser("paper").add_argument("file", type=Path)
    back = commands.add_parser("from-paper")
    back.add_argument("--to", type=Path, required=True)
    back.add_argument("--kind", choices=KINDS, default="offline")
    for command in commands.choices.values():
        command.add_argument("--passphrase-file", type=Path)
    return parser


def main() -> int:
    """Carry out one command; an error is one sentence."""
    try:
        _carry_out(_options().parse_args())
    except DelveError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
