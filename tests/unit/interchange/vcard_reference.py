"""A second reader of address books, after the specifications and by other means than the product's.

It says what a card holds, so that a test can see that nothing of it is lost. What counts as the same, it
takes from the table in `docs/interchange.md`; each such rule stands in `_same`.
"""

from __future__ import annotations

import quopri
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

LISTS = ("NICKNAME", "CATEGORIES")
PARTS = ("N", "ADR")
COMPONENTS = ("ORG", "GENDER")
TEXTS = ("FN", "NOTE", "TITLE", "ROLE", "LABEL", "EMAIL", "TEL", "URL", "UID", "TZ", "LANG")


class Said(NamedTuple):
    """One thing that a card says."""

    group: str
    name: str
    params: frozenset[tuple[str, str]]
    value: Any


def cards(data: bytes) -> list[Counter[Said]]:
    """What each card of a file says; nested cards are not for this reader."""
    text = data.decode("latin-1").replace("\r\n", "\n")
    found = []
    for body in re.findall(r"BEGIN:VCARD\n(.*?)END:VCARD", text, re.DOTALL):
        version = re.search(r"^VERSION:(.*)$", body, re.MULTILINE)
        assert version
        found.append(Counter(said for line in _lines(body) for said in _said(line, version[1])))
    return found


def _lines(body: str) -> Iterator[str]:
    body = re.sub(r"(?m)^(.*BASE64.*:)((?:\n?[ \t]*[A-Za-z0-9+/=]+)*)$", _without_breaks, body)
    quoted = re.compile(r"(?m)^[^:\n]*QUOTED-PRINTABLE[^:\n]*:(?:.*=\n)*.*$")
    body = quoted.sub(lambda found: found[0].replace("=\n", ""), body)
    body = re.sub(r"\n[ \t]", "", body)
    return (line for line in body.split("\n") if line)


def _without_breaks(found: re.Match[str]) -> str:
    return found[1] + re.sub(r"\s", "", found[2])


def _said(line: str, version: str) -> Iterator[Said]:
    head, raw = _split_head(line)
    full, *pieces = re.findall(r'(?:[^;"]|"[^"]*")+', head)
    group, _, name = full.rpartition(".")
    name = name.upper()
    params: set[tuple[str, str]] = set()
    encoding, charset = "", "utf-8"
    for piece in pieces:
        key, equals, given = piece.partition("=")
        if not equals:
            key, given = _bare(piece)
        key = key.upper()
        if key == "ENCODING":
            encoding = {"base64": "b"}.get(given.lower(), given.lower())
        elif key == "CHARSET":
            charset = given
        elif key == "TYPE":
            params |= {("TYPE", one.lower()) for one in given.replace('"', "").split(",")}
        else:
            params |= {(key, one.strip('"')) for one in re.findall(r'"[^"]*"|[^,]+', given)}
    if name == "VERSION":
        return
    value, params = _value(name, raw, params, encoding, charset, version)
    values = value if name in LISTS else [value]
    for one in values:
        yield _same(Said(group.lower(), name, frozenset(params), one))


def _split_head(line: str) -> tuple[str, str]:
    found = re.match(r'((?:[^":]|"[^"]*")*):(.*)', line, re.DOTALL)
    assert found, line
    return found[1], found[2]


def _bare(word: str) -> tuple[str, str]:
    return ("ENCODING", word) if word.upper() in ("BASE64", "QUOTED-PRINTABLE") else ("TYPE", word)


def _value(
    name: str, raw: str, params: set[tuple[str, str]], encoding: str, charset: str, version: str
) -> tuple[Any, set[tuple[str, str]]]:
    if encoding == "b":
        return ("data", "".join(raw.split())), params
    inside = re.fullmatch(r"data:(?:image/(\w+)|[\w/-]+);base64,(.*)", raw)
    if inside:
        return ("data", inside[2]), params | ({("TYPE", inside[1].lower())} if inside[1] else set())
    data = raw.encode("latin-1")
    if encoding == "quoted-printable":
        data = quopri.decodestring(data)
    try:
        text = data.decode(charset).replace("\r\n", "\n")
    except UnicodeDecodeError:
        return ("bytes", data), params
    old = version == "2.1"
    if name in LISTS:
        return [_plain(one, old=old) for one in re.split(r"(?<!\\),", text)], params
    if name in PARTS:
        lists = [[part] if old else re.split(r"(?<!\\),", part) for part in re.split(r"(?<!\\);", text)]
        return tuple(tuple(_plain(one, old=old) for one in part) for part in lists), params
    if name in COMPONENTS:
        return tuple(_plain(one, old=old) for one in re.split(r"(?<!\\);", text)), params
    return (_plain(text, old=old) if name in TEXTS else text), params


def _plain(value: str, *, old: bool) -> str:
    """A text without the backslashes that make signs plain; 2.1 has none but before a semicolon."""
    if old:
        return value.replace("\\;", ";")
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _same(said: Said) -> Said:
    """One spelling of all that mean the same."""
    params, value = set(said.params), said.value
    if ("TYPE", "pref") in params:  # of versions 2.1 and 3.0
        params = (params - {("TYPE", "pref")}) | {("PREF", "1")}
    if said.name == "EMAIL":  # the type that an address has unless it says otherwise
        params -= {("TYPE", "internet")}
    params -= {("VALUE", "date"), ("VALUE", "text"), ("VALUE", "binary")}
    if said.name == "TEL" and str(value).startswith("tel:"):
        params -= {("VALUE", "uri")}
        value = value.removeprefix("tel:")
    if said.name in ("BDAY", "ANNIVERSARY"):
        value = re.sub(r"^(\d{4})-?(\d\d)-?(\d\d)$", r"\1\2\3", value)
    if said.name == "GEO":
        value = value.removeprefix("geo:").replace(";", ",")
    if said.name in ("PHOTO", "KEY") and not isinstance(value, tuple):
        params -= {("VALUE", "uri")}
    return Said(said.group, said.name, frozenset(params), value)
