"""The sentences of `verify`, for the C program and for the script."""

from __future__ import annotations

import json
import shlex
import tomllib
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("en", "fr", "es", "pt")
FILE: Final = Path(__file__).with_name("sentences.toml")


def sentences() -> dict[str, dict[str, str]]:
    """Name to language to sentence."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def as_header() -> str:
    """`sentences.h`: one list that C turns into names and into words."""
    lines = (
        f"  SENTENCE({name}, {', '.join(_quoted(words[code]) for code in LANGUAGES)}) \\\n"
        for name, words in sentences().items()
    )
    return f"#define SENTENCES \\\n{''.join(lines)}\n"


def as_shell() -> str:
    """A function `worded NAME` for the script, by the variable `code`."""
    lines = ["worded() {", '  case "$code.$1" in']
    for name, words in sentences().items():
        lines += [f"  {code}.{name}) said={shlex.quote(words[code])} ;;" for code in LANGUAGES[1:]]
        lines.append(f"  *.{name}) said={shlex.quote(words['en'])} ;;")
    return "\n".join([*lines, "  esac", "}"])


def _quoted(text: str) -> str:
    """A string of C, in UTF-8."""
    return json.dumps(text, ensure_ascii=False)
