"""The files that the program reads beside its code: each must be there, and be what it is taken for."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from delve_desktop.services.licences import components
from delve_desktop.settings import resources_dir

from .scene import Failure, Scene, must

LANGUAGES: Final = ("en", "fr", "es", "pt")
_QT: Final = {"pt": "pt_BR"}
_KINDS: Final = ("associations", "people", "practices", "adoptions", "notes", "comments")


def check_parts(_scene: Scene) -> str:
    """Words, help, samples, pictures, vocabularies, notices."""
    folder = resources_dir()
    pages = _help(folder / "help")
    samples = sum(_lines(folder / "sample" / f"{kind}.jsonl") for kind in _KINDS)
    for code in LANGUAGES:
        _not_empty(folder / "translations" / f"delve_{code}.qm")
        _not_empty(folder / "vocabularies" / f"terms-{code}.json")
        _not_empty(folder / "vocabularies" / f"names-{code}.json")
    for each in ("logo-ink.svg", "first-start-scene.svg", "fonts/NotoSans-Regular.ttf"):
        _not_empty(folder / "ui" / each)
    _words_of_qt()
    return (
        f"the words in {len(LANGUAGES)} languages, {pages} pages of help, {samples} sample records,"
        f" {_notices()} are there."
    )


def _help(folder: Path) -> int:
    pages = {code: {page.name for page in (folder / code).glob("*.md")} for code in LANGUAGES}
    must(pages["en"], "There is no page of help in English.")
    for code in LANGUAGES:
        missing = pages["en"] - pages[code]
        must(not missing, f"The help in {code} lacks {', '.join(sorted(missing))}.")
    return sum(map(len, pages.values()))


def _lines(file: Path) -> int:
    _not_empty(file)
    with file.open("rb") as opened:
        return sum(1 for line in opened if json.loads(line))


def _not_empty(file: Path) -> None:
    must(file.is_file() and file.stat().st_size > 0, f"{file.name} is missing or empty.")


def _words_of_qt() -> None:
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for code in LANGUAGES[1:]:
        _not_empty(folder / f"qtbase_{_QT.get(code, code)}.qm")


def _notices() -> str:
    if not getattr(sys, "frozen", False):
        return "the licence (the notices of all components come with a frozen program)"
    found = components()
    for component in found:
        must(component.text.strip(), f"The licence of {component.name} has no text.")
    if not found:
        raise Failure("The licence notices are missing.")
    return f"the licence notices of {len(found)} components"
