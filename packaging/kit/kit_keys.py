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
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
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
    WriteProtected,
    WrongPassphrase,
)
from delve_desktop.domain.ids import signed_message, tagged_hash
from delve_desktop.services.kit.keys import KitKeys, development_seed
from delve_desktop.services.kit.paths import ROTATION
from public_pair import KEYS_NAME, PUBLIC, begin, can_rotate, carried, check_none, renew_offline, rotate

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
        check_passphrase(passphrase)
        salt = os.urandom(SALT_SIZE)
        head = (
            f"delve secret key 1\nkind {self.kind}\npublic {self.public.hex()}\n"
            f"kdf {params.memory} {params.passes} {params.lanes} {salt.hex()}\n"
        )
        sealed = seal_box(derive_key(passphrase, salt, params), _LABEL, self.seed, head.encode(), os.urandom)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(f"{head}box {sealed.hex()}\n".encode("ascii"))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise

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


def check_place(path: Path) -> None:
    """Raise `InvalidContent` when a new secret file may not lie there."""
    absolute = path.absolute()
    if any((folder / ".git").exists() for folder in (*absolute.parents, *absolute.resolve().parents)):
        raise InvalidContent(f"{path} would lie in a repository; a secret key never does.")
    if path.exists() or path.is_symlink():
        raise InvalidContent(f"There is already a file {path}; nothing is ever written over it.")
    if not path.parent.is_dir():
        raise NotFound(f"There is no folder {path.parent}.")
    if not os.access(path.parent, os.W_OK):
        raise WriteProtected(f"Nothing can be written into {path.parent}.")


def check_passphrase(passphrase: str) -> None:
    """Raise `InvalidContent` for one that is guessed too soon."""
    weakness = judge(passphrase).weakness
    if weakness is not None:
        raise InvalidContent(f"This passphrase will not do ({weakness.value}): six words are good.")


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


@dataclass(frozen=True, slots=True)
class _Planned:
    """A key that has a place and a passphrase already, and is not written yet."""

    key: SecretKey
    path: Path
    passphrase: str


def _planned(places: Mapping[str, Path], passphrases: Path | None) -> list[_Planned]:
    """New keys by kind, for these files: nothing is made before all of it will do."""
    for path in places.values():
        check_place(path)
    if len({path.resolve() for path in places.values()}) < len(places):
        raise Mistaken("Each key needs a file of its own.")
    plans = []
    for kind, path in places.items():
        passphrase = ask_passphrase(kind, passphrases, twice=True)
        check_passphrase(passphrase)
        plans.append(_Planned(SecretKey(kind, os.urandom(32)), path, passphrase))
    return plans


def _written(plans: Sequence[_Planned], make_public: Callable[..., KitKeys]) -> KitKeys:
    """Write the keys and what is public of them, or nothing."""
    params = calibrate(2.0)
    with ExitStack() as undo:
        for plan in plans:
            plan.key.write(plan.path, plan.passphrase, params)
            undo.callback(plan.path.unlink, missing_ok=True)
        keys = make_public(*(plan.key for plan in plans))
        undo.pop_all()
    return keys


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
        carried(PUBLIC)
        plans = _planned({"offline": chosen.offline}, chosen.passphrase_file)
        _tell("offline", _written(plans, lambda key: renew_offline(key, PUBLIC)).offline)
    else:
        _carry_out_pair(chosen)


def _carry_out_pair(chosen: argparse.Namespace) -> None:
    old = None
    if chosen.command == "rotate":
        can_rotate(bytes.fromhex(_form_of(chosen.old_offline)[3]), PUBLIC)
        old = SecretKey.read(chosen.old_offline, ask_passphrase("old offline", chosen.old_passphrase_file))
    else:
        check_none(PUBLIC)
    plans = _planned({"release": chosen.release, "offline": chosen.offline}, chosen.passphrase_file)
    keys = _written(
        plans,
        lambda release, offline: (
            rotate(old, release, offline, int(time.time()), PUBLIC)
            if old
            else begin(release, offline, PUBLIC)
        ),
    )
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
    except (OSError, UnicodeDecodeError) as error:
        print(f"A file cannot be read or written: {error}", file=sys.stderr)
        return 1
    except EOFError:
        print("Nothing was typed, so nothing was changed.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
