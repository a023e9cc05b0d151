"""A backup: one file that holds the database of one moment and the vault header that opens it.

    database   as SQLCipher wrote it, page by page
    header     as it lies in `vault.hdr`, at most 4 KiB
    chunks     of attachments, `u32 length, bytes` each; only in version 2
    end      113 bytes, or 153 in version 2; numbers big endian:
      database   8   bytes of the database
      header     4   bytes of the header
      schema     4   the database's schema version
      made       8   Unix seconds by the clock of whoever made it: a label
      sha256    32   of the database
      sha256    32   of the header
      chunks     8   bytes of the chunks; this and the next in version 2 only
      sha256    32   of the chunks
      checksum  16   SHA-256("delve/1/backup-end" 00 all of the end but this), cut to 16
      version    1   1, or 2 where the vault has attachments
      mark       8   b"DLVBACK."

It ends with what says that it is whole, so a file that was cut off, on a stick that was pulled out, is none.
Every version ends with the version and the mark, so a newer backup is told from a broken one. Nothing in it
is in the clear that the vault's folder does not show as well: sizes, dates, and that it is a Delve vault.

The hashes find what a bad stick did. That nobody changed it on purpose is said by the seal of each page and
by the proof in the header, once the passphrase is given.
"""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from delve_desktop.crypto.vault_header import MAX_SIZE as MAX_HEADER
from delve_desktop.domain.errors import Damaged, NewerFormat
from delve_desktop.domain.ids import tagged_hash

from .migrate import check_format

MARK: Final = b"DLVBACK."
VERSION: Final = 2
PAGE: Final = 4096
NO_CHUNKS: Final = hashlib.sha256().digest()
_FIELDS: Final = {1: struct.Struct(">QIIQ32s32s"), 2: struct.Struct(">QIIQ32s32sQ32s")}
_CHECKSUM: Final = 16
END_SIZE: Final = _FIELDS[VERSION].size + _CHECKSUM + 1 + len(MARK)  # of the present version


@dataclass(frozen=True, slots=True)
class BackupEnd:
    """What the end of a backup says of it."""

    database: int
    header: int
    schema: int
    made: int
    database_hash: bytes
    header_hash: bytes
    chunks: int = 0
    chunks_hash: bytes = NO_CHUNKS

    @property
    def version(self) -> int:
        """Without attachments it is one that an older program reads as well."""
        return 2 if self.chunks else 1

    @property
    def size(self) -> int:
        """Bytes of the whole file."""
        return self.database + self.header + self.chunks + end_size(self.version)

    def to_bytes(self) -> bytes:
        """The end as it is written."""
        parts = (self.database, self.header, self.schema, self.made, self.database_hash, self.header_hash)
        more = (self.chunks, self.chunks_hash) if self.chunks else ()
        fields = _FIELDS[self.version].pack(*parts, *more)
        return fields + _checksum(fields, self.version) + bytes((self.version,)) + MARK

    @classmethod
    def parse(cls, data: bytes) -> BackupEnd:
        """The end in these last bytes of a file; raises `Damaged` or `NewerFormat`."""
        if not data.endswith(MARK):
            raise Damaged("This is no backup, or one that was cut off.")
        version = data[-len(MARK) - 1] if len(data) > len(MARK) else 0
        if version > VERSION:
            raise NewerFormat(f"This backup has version {version}; this program knows {VERSION}.")
        if version not in _FIELDS:
            raise Damaged("The end of this backup is damaged.")
        data = data[-end_size(version) :]
        fields = data[: _FIELDS[version].size]
        tail = _checksum(fields, version) + bytes((version,)) + MARK
        if len(data) != end_size(version) or data[_FIELDS[version].size :] != tail:
            raise Damaged("The end of this backup is damaged.")
        end = cls(*_FIELDS[version].unpack(fields))
        if not 0 < end.header <= MAX_HEADER or not end.database or end.database % PAGE:
            raise Damaged("The end of this backup names sizes that cannot be.")
        if (version == 2) != bool(end.chunks):
            raise Damaged("The end of this backup does not fit its version.")
        return end


def end_size(version: int) -> int:
    """Bytes of the end of a backup."""
    return _FIELDS[version].size + _CHECKSUM + 1 + len(MARK)


def _checksum(fields: bytes, version: int) -> bytes:
    return tagged_hash("backup-end", fields + bytes((version,)))[:_CHECKSUM]


def read_end(file: Path) -> BackupEnd:
    """What the end of a backup says; raises `NotFound` of the system, `Damaged` or `NewerFormat`."""
    with file.open("rb") as opened:
        size = opened.seek(0, os.SEEK_END)
        opened.seek(max(0, size - END_SIZE))
        end = BackupEnd.parse(opened.read(END_SIZE))
    if end.size != size:
        raise Damaged(f"This backup should have {end.size} bytes; here are {size}.")
    check_format(end.schema)
    return end


def read_backup_header(file: Path, end: BackupEnd) -> bytes:
    """The bytes of the vault header in a backup."""
    with file.open("rb") as opened:
        opened.seek(end.database)
        return opened.read(end.header)
