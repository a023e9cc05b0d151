"""The signed list of a kit's files: ASCII text with LF; the same content always gives the same bytes.

    delve kit manifest 1
    product 0.1.0
    number 10001
    from 0.1.0
    channel release
    made 1795678900
    files 2
    <64 hex digits of SHA-256> <size> <path>
    <64 hex digits of SHA-256> <size> <path>
    signature <128 hex digits>

`number` grows with every kit that is given out; `from` is the oldest version that this one may take the
place of; `made` is a label, in seconds since 1970. Files stand in the order of their paths' bytes. The
signature is Ed25519 over `signed_message("kit-manifest", ...)` of all bytes before its own line, so it
covers every one. Numbers have no leading zeros, hexadecimal digits are small: nothing can be written in two
ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from delve_desktop.domain.errors import Damaged, Malformed, UnknownVersion
from delve_desktop.protocol.signing import SIGNATURE_SIZE, Signer, verify

from .paths import LIST, is_allowed

TAG: Final = "kit-manifest"
SIZE_MAX: Final = 1024 * 1024  # bytes of the list
FILES_MAX: Final = 4096
FILE_MAX: Final = 2**32 - 1  # what FAT32 can hold
RELEASE: Final = "release"
DEVELOPMENT: Final = "development"

_LATER: Final = re.compile(rb"delve kit manifest (?!1\n)[1-9][0-9]{0,3}\n")
_SIGNATURE: Final = b"signature "
_TAIL: Final = len(_SIGNATURE) + 2 * SIGNATURE_SIZE + 1  # bytes of the last line
_COUNT: Final = "(0|[1-9][0-9]{0,14})"
_VERSION: Final = r"((?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){2})"
_HEAD: Final = re.compile(
    rf"delve kit manifest 1\nproduct {_VERSION}\nnumber {_COUNT}\nfrom {_VERSION}\n"
    rf"channel ([a-z]{{1,16}})\nmade {_COUNT}\nfiles {_COUNT}\n"
)
_FILE: Final = re.compile(rf"([0-9a-f]{{64}}) {_COUNT} (.+)")


@dataclass(frozen=True, slots=True)
class KitFile:
    """One file: where it lies in the kit, its size in bytes, and the 32 bytes of its SHA-256."""

    path: str
    size: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a kit says of itself. `product` and `source` are versions such as 0.1.0."""

    product: str
    number: int
    source: str
    channel: str
    made: int
    files: tuple[KitFile, ...]

    def signed(self, sign: Signer) -> bytes:
        """The bytes of the list; raises `Malformed` for what no reader would take."""
        head = (
            f"delve kit manifest 1\nproduct {self.product}\nnumber {self.number}\nfrom {self.source}\n"
            f"channel {self.channel}\nmade {self.made}\nfiles {len(self.files)}\n"
        )
        lines = (f"{one.digest.hex()} {one.size} {one.path}\n" for one in self.files)
        body = (head + "".join(lines)).encode("ascii", "replace")
        if _parse(body) != self or len(body) + _TAIL > SIZE_MAX:
            raise Malformed("These files cannot make a kit.")
        return body + _SIGNATURE + sign(TAG, body).hex().encode("ascii") + b"\n"


def number_of(version: str, revision: int) -> int:
    """The number of the kit of a version; `revision`, 0 to 99, counts kits of the same version.

    Raises `Malformed` for a version that is not of the form 1.2.3.
    """
    if not 0 <= revision < 100:
        raise Malformed("There are at most a hundred kits of one version.")
    major, minor, patch = version_of(version)
    return ((major * 1000 + minor) * 1000 + patch) * 100 + revision


def version_of(text: str) -> tuple[int, int, int]:
    """The three numbers of a version such as 0.1.0; raises `Malformed`."""
    if not re.fullmatch(_VERSION, text):
        raise Malformed(f"{text} is no version of the form 1.2.3.")
    major, minor, patch = map(int, text.split("."))
    return major, minor, patch


def open_manifest(data: bytes, key: bytes) -> Manifest:
    """The list in these bytes, if `key` (32 bytes, Ed25519) signed them.

    Raises `UnknownVersion`, or `Damaged` when signature or form do not fit.
    """
    if _LATER.match(data):
        raise UnknownVersion(f"{LIST} was written by a later version of the program.")
    body, last = data[:-_TAIL], data[-_TAIL:]
    if not re.fullmatch(rb"signature [0-9a-f]{128}\n", last) or not body.endswith(b"\n"):
        raise Damaged(f"{LIST} is cut short or was changed.")
    try:
        verify(key, bytes.fromhex(last[len(_SIGNATURE) : -1].decode("ascii")), TAG, body)
    except Damaged as error:
        raise Damaged(f"{LIST} was changed, or is not signed by the makers of Delve.") from error
    try:
        return _parse(body)
    except Malformed as error:
        raise Damaged(f"{LIST} is signed, but no list of files.") from error


def _parse(body: bytes) -> Manifest:
    try:
        text = body.decode("ascii")
    except UnicodeDecodeError as error:
        raise Malformed("A list of files is ASCII.") from error
    head = _HEAD.match(text)
    if head is None:
        raise Malformed("A list of files begins otherwise.")
    product, number, source, channel, made, count = head.groups()
    rest = text[head.end() :]
    if int(count) > FILES_MAX or rest.count("\n") != int(count) or (rest and not rest.endswith("\n")):
        raise Malformed("A list of files has as many lines as it says.")
    files = tuple(_files(rest))
    _check_together([one.path for one in files])
    return Manifest(product, int(number), source, channel, int(made), files)


def _files(text: str) -> Iterator[KitFile]:
    for line in text.split("\n")[:-1]:
        found = _FILE.fullmatch(line)
        if found is None or int(found[2]) > FILE_MAX or not is_allowed(found[3]):
            raise Malformed("A list of files has a line of another form.")
        yield KitFile(found[3], int(found[2]), bytes.fromhex(found[1]))


def _check_together(paths: list[str]) -> None:
    """Raise `Malformed` unless in order and all apart, also where capitals do not count."""
    small = [path.lower() for path in paths]
    folders = {path[:at] for path in small for at, letter in enumerate(path) if letter == "/"}
    if any(one >= after for one, after in pairwise(paths)):
        raise Malformed("A list of files is in order.")
    if len(set(small)) < len(small) or not folders.isdisjoint(small):
        raise Malformed("Two files of a list have the same name.")
    if len(folders) != len({path[:at] for path in paths for at, letter in enumerate(path) if letter == "/"}):
        raise Malformed("Two folders of a list have the same name.")
