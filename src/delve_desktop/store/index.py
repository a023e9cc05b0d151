"""The search index inside the vault: an FTS5 table whose rows are records in newest-first order.

It holds no copy of the text (`content=''`), folds accents and case, and keeps prefixes of one and
two letters ready. `marks` holds a token for the kind, one for the space and one for each facet, so that
searches and lists can be narrowed without reading records (ADR 18). What a person types is split into
words here and every word is quoted, so no input is query syntax.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Sequence
from encodings.cp1252 import encoding_table
from functools import lru_cache
from typing import Final

CREATE: Final = """
CREATE VIRTUAL TABLE record_index USING fts5(
  title, body, marks, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 2", prefix='1 2', detail=column)
"""
INSERT: Final = "INSERT INTO record_index(rowid, title, body, marks) VALUES (?, ?, ?, ?)"
DELETE: Final = "DELETE FROM record_index WHERE rowid = ?"
# every mark of a facet that stands in the index; the table is the connection's own and holds nothing
TERMS: Final = """CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_terms
USING fts5vocab('main', 'record_index', 'col')"""
# names of facets begin with small letters, of which the hexadecimal form begins with 6 or 7
FACETS: Final = "SELECT term FROM temp.index_terms WHERE term >= 'f6' AND term < 'f8' AND col = 'marks'"
NEWEST: Final = "SELECT rowid FROM record_index WHERE record_index MATCH ? ORDER BY rowid DESC LIMIT ?"
MAX_WORDS: Final = 12
_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)


def space_mark(space: bytes) -> str:
    """The token that stands for a space in the index."""
    return "s" + space.hex()


@lru_cache(64)
def kind_mark(kind: str) -> str:
    """The token that stands for a kind; hex, because a kind may be any text."""
    return "k" + kind.encode("utf-8", "surrogatepass").hex()


@lru_cache(1024)  # few values of few facets come again and again
def facet_mark(name: str, value: str) -> str:
    """The token that stands for one value of a facet; hex, because a value may be any text."""
    return "f" + f"{name}={value}".encode("utf-8", "surrogatepass").hex()


def facet_value(mark: str) -> tuple[str, str]:
    """The name and value that a token of `facet_mark` stands for."""
    name, _, value = bytes.fromhex(mark[1:]).decode("utf-8", "surrogatepass").partition("=")
    return name, value


def marks_of(space: bytes, kind: str, facets: Iterable[tuple[str, str]]) -> str:
    """What the column `marks` holds of a record."""
    return " ".join((space_mark(space), kind_mark(kind), *(facet_mark(*facet) for facet in facets)))


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


def narrowed(
    typed: str, space: bytes, kind: str | None, facets: Sequence[tuple[str, Sequence[str]]] = ()
) -> str:
    """As `query`, for a space, with one of the given values for each facet; words may be missing."""
    marks = [[space_mark(space)], *([[kind_mark(kind)]] if kind is not None else [])]
    marks += [[facet_mark(name, value) for value in values] for name, values in facets]
    parts = [query(typed)] if words_of(typed) else []
    parts += ["marks : (" + " OR ".join(f'"{mark}"' for mark in some) + ")" for some in marks]
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
