"""The pages of the help: Markdown in `resources/help/<language>/<name>.md`, the first line its title."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from delve_desktop.settings import resources_dir

NAMES: Final = (
    *("first-steps", "notes", "contacts", "practices", "we-tried-this", "questions", "two-versions", "sync"),
    *("search", "history", "photos", "lock", "passphrase", "settings", "privacy", "shortcuts", "problems"),
)
"""In the order of the contents."""
FIRST: Final = NAMES[0]
_MARKS: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[#*_|\[]|-{3,}")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page. `text` is its Markdown with the title."""

    name: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """Its words on one line, without marks."""
        return " ".join(_MARKS.sub(" ", self.text).split())


def folder() -> Path:
    """Where the help lies."""
    return resources_dir() / "help"


@cache
def pages(language: str) -> tuple[HelpPage, ...]:
    """Every page in a language, in the order of the contents; in English where the language has none."""
    found = []
    for name in NAMES:
        path = folder() / language / f"{name}.md"
        text = (path if path.is_file() else folder() / "en" / f"{name}.md").read_text(encoding="utf-8")
        found.append(HelpPage(name, text.partition("\n")[0].removeprefix("# ").strip(), text))
    return tuple(found)


def picture_file(target: str, language: str) -> Path | None:
    """The file of a picture that a page names, `pictures/sync.png`, as the window looks in a language.

    None for whatever else a page may name.
    """
    pictures = folder() / "pictures"
    for spoken in (language, "en"):
        path = (pictures / spoken / target.removeprefix("pictures/")).resolve()
        if path.is_relative_to(pictures.resolve()) and path.is_file():
            return path
    return None


def search(language: str, words: str) -> list[HelpPage]:
    """The pages that have all these words or beginnings of words, in the title first; all for no words."""
    wanted = _folded(words).split()
    found = []
    for page in pages(language):
        title, text = _folded(page.title).split(), _folded(page.plain).split()
        if all(any(word.startswith(part) for word in text) for part in wanted):
            in_title = all(any(word.startswith(part) for word in title) for part in wanted)
            found.append((not in_title, page))
    return [page for _, page in sorted(found, key=lambda each: each[0])]


def _folded(text: str) -> str:
    """Without case, accents and punctuation."""
    split = unicodedata.normalize("NFKD", text.casefold())
    kept = (letter if letter.isalnum() else " " for letter in split if not unicodedata.combining(letter))
    return "".join(kept)
