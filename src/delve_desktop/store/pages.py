"""The pages of a damaged database file, unsealed one by one without SQLite, as far as each is intact.

SQLite reaches a page only through those above it, so one bad page near the root hides hundreds of good ones.
Formats: SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/) with a raw key: AES-256-CBC; each page of
4096 bytes ends with its IV (16) and an HMAC-SHA512 (64) over ciphertext, IV and the page's number in little
endian; the HMAC key is PBKDF2-HMAC-SHA512 of the key over the salt XOR 0x3a, two rounds. The first 16 bytes
of the file are the salt. The log: https://www.sqlite.org/fileformat2.html#walformat.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from .engine import salt_of

PAGE: Final = 4096
RESERVED: Final = 80
USABLE: Final = PAGE - RESERVED
_IV: Final = 16
_MAC: Final = 64
_SALT: Final = 16
_WAL_HEAD: Final = struct.Struct(">IIIIIIII")
_FRAME_HEAD: Final = struct.Struct(">IIIIII")
_WAL_MAGIC: Final = (0x377F0682, 0x377F0683)  # checksums of little and of big endian words


class Pages:
    """Every page of a database and of its log; a page that the log holds anew counts as that."""

    def __init__(self, path: Path, database_key: bytes) -> None:
        self._path = path
        self._key = database_key
        salt = bytes(byte ^ 0x3A for byte in salt_of(database_key))
        self._mac_key = hashlib.pbkdf2_hmac("sha512", database_key, salt, 2, 32)
        self._frames = _frames_of(path.with_name(path.name + "-wal"))
        in_file = path.stat().st_size // PAGE
        self.count = max([in_file, *self._frames])
        self.whole = 0  # how many of those that `intact` went through are

    def intact(self, progress: Callable[[int, int], None] | None = None) -> Iterator[tuple[int, bytes]]:
        """Number and content of each page whose seal holds, the 4016 bytes that SQLite uses of it."""
        for number in range(1, self.count + 1):
            page = self.read(number)
            if page is not None:
                self.whole += 1
                yield number, page
            if progress is not None:
                progress(number, self.count)

    def read(self, number: int) -> bytes | None:
        """One page's content; None when its seal is broken or it is not there."""
        for sealed in self._candidates(number):
            if len(sealed) == PAGE and self._is_whole(number, sealed):
                return self._opened(number, sealed)
        return None

    def _candidates(self, number: int) -> Iterator[bytes]:
        if number in self._frames:
            yield self._frames[number]
        if number > 0:
            with self._path.open("rb") as file:
                file.seek((number - 1) * PAGE)
                yield file.read(PAGE)

    def _is_whole(self, number: int, sealed: bytes) -> bool:
        covered = sealed[_SALT if number == 1 else 0 : PAGE - _MAC]
        wanted = hmac.digest(self._mac_key, covered + struct.pack("<I", number), "sha512")
        return hmac.compare_digest(wanted, sealed[PAGE - _MAC :])

    def _opened(self, number: int, sealed: bytes) -> bytes:
        start = _SALT if number == 1 else 0
        cipher = Cipher(algorithms.AES256(self._key), modes.CBC(sealed[USABLE : USABLE + _IV])).decryptor()
        plain = cipher.update(sealed[start:USABLE]) + cipher.finalize()
        return (b"SQLite format 3\0" if number == 1 else b"") + plain


def _frames_of(log: Path) -> dict[int, bytes]:
    """The newest content of each page in the committed part of a log; nothing when its head is broken."""
    if not log.exists() or log.stat().st_size <= _WAL_HEAD.size:
        return {}
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    with log.open("rb") as file:
        head = file.read(_WAL_HEAD.size)
        magic, _, size, _, *salts, one, two = _WAL_HEAD.unpack(head)
        order = "<" if magic == _WAL_MAGIC[0] else ">"
        if magic not in _WAL_MAGIC or size != PAGE or _sums(head[:24], order, (0, 0)) != (one, two):
            return {}
        sums = (one, two)
        while len(frame := file.read(_FRAME_HEAD.size + PAGE)) == _FRAME_HEAD.size + PAGE:
            number, commit, *frame_salts, first, second = _FRAME_HEAD.unpack_from(frame)
            sums = _sums(frame[_FRAME_HEAD.size :], order, _sums(frame[:8], order, sums))
            if frame_salts != salts or sums != (first, second):
                break  # what an older log left, or a torn end
            waiting[number] = frame[_FRAME_HEAD.size :]
            if commit:
                committed.update(waiting)
                waiting.clear()
    return committed


def _sums(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + two) & 0xFFFFFFFF
        two = (two + odd + one) & 0xFFFFFFFF
    return one, two
