"""What a command prints: one JSON document, or plain text for people."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from delve_desktop.domain.values import Type
from delve_desktop.domain.valuetext import to_text

_CONTROLS: Final = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "\ufffd")


def prepare_streams() -> None:
    """Write UTF-8 whatever the console's code page is, so that names of any language come out whole."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def emit(data: Any, text: Iterable[str], *, as_json: bool) -> None:
    """Print the data as one line of JSON, or else the lines of text."""
    if as_json:
        print(msgspec.json.encode(data).decode("utf-8"))
        return
    for line in text:
        print(harmless(line))


def harmless(text: str) -> str:
    """The text without what would steer a terminal: other people wrote it."""
    return text.translate(_CONTROLS)


def moment(at: int) -> str:
    """A label time as a person reads it, in local time; times outside the calendar as they are."""
    try:
        return datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return str(at)


def shown(value: Any, kind: Type | Literal[""] = "") -> str:
    """A field's value in plain text; `kind` is the type of its values, empty where it is not known."""
    if isinstance(value, list | tuple):
        return ", ".join(shown(member, kind) for member in value)
    return to_text(kind, value)


def indented(text: str, margin: str = "    ") -> list[str]:
    """The lines of a text, moved to the right."""
    return [f"{margin}{line}".rstrip() for line in text.split("\n")]
