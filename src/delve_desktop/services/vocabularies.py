"""The words that people read for codes: terms of a vocabulary, countries, languages, currencies.

They lie in `resources/vocabularies`, are read when first asked for and kept. A language is a tag of BCP 47,
of which only the first part counts here. What a language has no words for is said in English, and a code
without any words as it is: nothing here refuses what somebody stored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from delve_desktop.domain import vocabularies
from delve_desktop.domain.errors import Damaged, NotFound
from delve_desktop.domain.fields import Field
from delve_desktop.settings import resources_dir
from delve_desktop.store.index import fold

COUNTRIES: Final = "countries"  # ISO 3166-1 alpha-2
LANGUAGES: Final = "languages"  # BCP 47
CURRENCIES: Final = "currencies"  # ISO 4217
CODES: Final = (COUNTRIES, LANGUAGES, CURRENCIES)
ENGLISH: Final = "en"
MAX_FILE: Final = 256 * 1024  # bytes of a file of words; the greatest has 20 000

_TERMS: Final = {one.name: one for one in vocabularies.VOCABULARIES}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}")

Words = Mapping[str, str]


_OF_TYPE: Final = {"country": COUNTRIES, "language": LANGUAGES, "spoken": LANGUAGES}


def list_of(field: Field | None) -> str:
    """The name of the list that has words for the values of a field; empty where none has."""
    if field is None or field.type in ("phone", "email", "address"):  # there it is for the ways
        return ""
    return field.vocabulary.name if field.vocabulary else _OF_TYPE.get(field.type, "")


def label(text: str, language: str = ENGLISH) -> str:
    """What a field is called in a language; `text` is its English name in the table of fields."""
    return _read(f"labels-{_primary(language)}.json").get("fields", {}).get(text, text)


def names() -> tuple[str, ...]:
    """What has words: the vocabularies, then the codes of ISO and the IETF."""
    return (*_TERMS, *CODES)


def is_open(name: str) -> bool:
    """Whether a person's own words may stand beside the terms; raises `NotFound`."""
    _known(name)
    return name in _TERMS and _TERMS[name].open


def offered(name: str, language: str = ENGLISH) -> Words:
    """Each term and its words, in the order in which they are offered: the vocabulary's own, or for
    countries, languages and currencies that of the words. Raises `NotFound` for a name that is none.
    """
    _known(name)
    return _offered(name, _primary(language))


def word(name: str, term: str, language: str = ENGLISH) -> str:
    """The words of one term; a term without any, such as a person's own word, stays as it is.

    A language tag with more parts is said by what has words: `pt-BR` as Portuguese (Brazil).
    """
    words = offered(name, language)
    if term in words or name != LANGUAGES:
        return words.get(term, term)
    first, *rest = term.split("-")
    if first not in words:
        return term
    places = offered(COUNTRIES, language)
    return f"{words[first]} ({', '.join(places.get(part, part) for part in rest)})" if rest else words[first]


def meant(name: str, typed: str, language: str = ENGLISH) -> str | None:
    """The term whose words, in this language or in English, or whose code was typed, whatever its case and
    accents; None when there is none.
    """
    _known(name)
    wanted = fold(typed.strip())
    for spoken in dict.fromkeys((_primary(language), ENGLISH)):
        found = _by_words(name, spoken).get(wanted)
        if found is not None:
            return found
    return _by_code(name).get(wanted)


def _known(name: str) -> None:
    if name not in names():
        raise NotFound(f"There is no vocabulary {name}; there are {', '.join(names())}.")


def _primary(language: str) -> str:
    """The file's language for a tag; English for what is none, so that no path is made of it."""
    first = re.split("[-_]", language.strip())[0].lower()
    return first if _LANGUAGE.fullmatch(first) else ENGLISH


@cache
def _offered(name: str, language: str) -> Words:
    spoken = {**_words(name, ENGLISH), **_words(name, language)}
    if name in _TERMS:
        return MappingProxyType({term: spoken.get(term, term) for term in _TERMS[name].terms})
    return MappingProxyType(dict(sorted(spoken.items(), key=lambda pair: (fold(pair[1]), pair[0]))))


@cache
def _by_words(name: str, language: str) -> Words:
    return {fold(words): term for term, words in reversed(list(_offered(name, language).items()))}


@cache
def _by_code(name: str) -> Words:
    return {fold(term): term for term in _offered(name, ENGLISH)}


def _words(name: str, language: str) -> Words:
    file = f"names-{language}.json" if name in CODES else f"terms-{language}.json"
    return _read(file).get(name, {})


@cache
def _read(file: str) -> dict[str, dict[str, str]]:
    """What a file of words says by vocabulary; nothing for a language that has no such file."""
    path = resources_dir() / "vocabularies" / file
    try:
        return _decode(path)
    except FileNotFoundError:
        return {}


def _decode(path: Path) -> dict[str, dict[str, str]]:
    with path.open("rb") as opened:
        data = opened.read(MAX_FILE + 1)
    try:
        content = json.loads(data) if len(data) <= MAX_FILE else None
    except (ValueError, RecursionError) as error:
        raise Damaged(f"The file {path.name} of this program cannot be read.") from error
    if not isinstance(content, dict) or not all(isinstance(words, dict) for words in content.values()):
        raise Damaged(f"The file {path.name} of this program cannot be read.")
    return content
