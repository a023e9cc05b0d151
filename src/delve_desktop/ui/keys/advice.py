"""How passphrases are judged and suggested. Imports late: the first window needs neither lists nor meter."""

from __future__ import annotations

from collections.abc import Iterable


def judge(passphrase: str, personal: Iterable[str]) -> tuple[int, str]:
    """How good a passphrase is, 0 to 4, and the reason against it in words, or nothing."""
    from delve_desktop.crypto import passphrase as rule

    from .weakness import weakness_words

    found = rule.judge(passphrase, [part for name in personal for part in (name, *name.split())])
    return found.score, weakness_words(found.weakness.value) if found.weakness is not None else ""


def suggest(language: str) -> str:
    """Six words in a language, or in English where there is no list."""
    from delve_desktop.crypto.words import suggest_passphrase

    return suggest_passphrase(with_words(language))


def with_words(language: str) -> str:
    """The code of a language, named as in BCP 47 or POSIX, if there are words in it; else English."""
    from delve_desktop.crypto.words import LISTS

    code = language[:2].lower()
    return code if code in LISTS else "en"
