"""The search index inside the vault: an FTS5 table whose rows are records in newest-first order.

It holds no copy of the text (`content=''`), folds accents and case, and keeps prefixes of one and
two letters ready. `marks` holds one token for the kind and one for the space, so that a search can
be narrowed without reading records. What a person types is split into words here and every word is
quoted, so no input is query syntax.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from encodings.cp1252 import encoding_table
from typing import Final

CREATE: Final = """
CREATE VIRTUAL TABLE record_index USING fts5(
  title, body, marks, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 2", prefix='1 2', detail=column)
"""
INSERT: Final = "INSERT INTO record_index(rowid, title, body, marks) VALUES (?, ?, ?, ?)"
DELETE: Final = "DELETE FROM record_index WHERE rowid = ?"
NEWEST: Final = "SELECT rowid FROM record_index WHERE record_index MATCH ? ORDER BY rowid DESC LIMIT ?"
MAX_WORDS: Final = 12
_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)


def space_mark(space: bytes) -> str:
    """The token that stands for a space in the index."""
    return "s" + space.hex()


def kind_mark(kind: str) -> str:
    """The token that stands for a kind; hex, because a kind may be any text."""
    return "k" + kind.encode("utf-8", "surrogatepass").hex()


def words_of(typed: str) -> list[str]:
    """The words in what somebody typed: runs of letters and digits, at most `MAX_WORDS`."""
    return _WORD.findall(unicodedata.normalize("NFC", typed))[:MAX_WORDS]


def query(
    typed: str, space: bytes | None = None, kind: str | None = None, *, title_only: bool = False
) -> str:
    """An FTS5 query that asks for all words as prefixes; empty when nothing was typed."""
    words = words_of(typed)
    if not words:
        return ""
    parts = [
        ("title" if title_only else "{title body}")
        + " : ("
        + " AND ".join(f'"{word}"*' for word in words)
        + ")"
    ]
    if space is not None:
        parts.append(f'marks : "{space_mark(space)}"')
    if kind is not None:
        parts.append(f'marks : "{kind_mark(kind)}"')
    return " AND ".join(parts)


class _Folding(dict[int, str]):
    """What `str.translate` asks for each character, worked out once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKD", character)[:1].casefold()[:1] or character
        self[code] = folded
        return folded


_FOLDING: Final = _Folding()
_WESTERN_FOLDED: Final = bytes(range(256)).decode("cp1252", errors="replace").translate(_FOLDING)


def fold(text: str) -> str:
    """Text without accents and case, one output character for each input character."""
    if text.isascii():
        return text.lower()
    try:
        # one table for the letters of Western Europe and much of Africa: many times faster
        western = codecs.charmap_encode(text, "strict", encoding_table)[0]
        return codecs.charmap_decode(western, "strict", _WESTERN_FOLDED)[0]
    except UnicodeEncodeError:
        return text.translate(_FOLDING)
