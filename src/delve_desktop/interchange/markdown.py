"""Records as Markdown files, one each: fields in a block of YAML, the long texts as text below it.

    ---
    kind: practice
    origin: sample/practice/retort-closed
    title: A closed retort
    themes:
    - mercury
    ---

    # Summary

    Burn no amalgam in the open.

    # Steps
    ...

A kind with one long text has it as the body, word for word. A kind with several has each under a heading of
its own (`HEADINGS`), also word for word: a line of a text that would be taken for such a heading gets a
backslash.

A file that names no kind is a note, and one without a block of YAML too. Its title is the first heading, or
the name of the file; its text is kept whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, BinaryIO, Final

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import FIELDS, MAX_LINE, NOTE, field_of, merge_of
from delve_desktop.domain.ops import encode_value

from . import front_matter
from .items import MAX_FIELDS, MAX_KIND, MAX_ORIGIN, MAX_VERSIONS, Item, check_value

MAX_FILE: Final = front_matter.MAX_BLOCK + 1024 * 1024  # bytes

HEADINGS: Final = {
    "summary": "Summary",
    "problem": "Problem",
    "steps": "Steps",
    "hazards": "Hazards",
    "do_nots": "Never do this",
    "evidence": "What shows that it works",
    "report": "What happened",
    "adapted": "What was changed",
}
"""Headings of long texts. They are part of the format: files of other people have them."""

_FENCE: Final = "---"
_HASHED: Final = "markdown-"
_RECORD: Final = re.compile("[0-9a-f]{64}")
_HEADING: Final = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_CODE: Final = re.compile(r" {0,3}(```|~~~)")
_NOT_FIELDS: Final = ("kind", "origin", "versions")


def read(file: BinaryIO, name: str) -> Iterator[tuple[int, Item]]:
    """The one record of a file, with the number of its first line; raises `InvalidContent`."""
    data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise InvalidContent(f"{name} is longer than {MAX_FILE} bytes.")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InvalidContent(f"{name} line {line}: this is not UTF-8.") from error
    try:
        item = parse(text, name)
    except InvalidContent as error:
        raise InvalidContent(f"{name} {error}") from error
    yield 1, item


def parse(text: str, name: str) -> Item:
    """The record in a text with LF line ends; raises `InvalidContent` that begins with the line."""
    block, body = _divided(text)
    if len(block) > front_matter.MAX_BLOCK:
        raise InvalidContent(f"line 1: the block of YAML is longer than {front_matter.MAX_BLOCK} characters.")
    # a line feed for the fence, so that errors count as the file does
    nodes = front_matter.nodes(f"\n{block}") if block else {}
    kind = _word(nodes, "kind", MAX_KIND) or NOTE
    origin = _word(nodes, "origin", MAX_ORIGIN)
    fields = _fields(kind, {name: node for name, node in nodes.items() if name not in _NOT_FIELDS})
    fields.update(_texts(kind, body))
    if "kind" not in nodes and "title" not in fields:
        title = _title(body) or PurePath(name).stem.strip("-")
        fields |= {"title": title.encode("utf-8")[:MAX_LINE].decode("utf-8", "ignore")} if title else {}
    if len(fields) > MAX_FIELDS:
        raise InvalidContent(f"line 1: it has more than {MAX_FIELDS} fields.")
    versions = _versions(kind, front_matter.below(nodes["versions"]) if "versions" in nodes else {}, fields)
    record = origin if _RECORD.fullmatch(origin) else ""
    origin = origin or _HASHED + hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
    return Item(kind, fields, "" if record else origin, record, versions)


def write(item: Item) -> bytes:
    """The file of a record; `read` gives the same item back."""
    fields = {name: _in_order(item.kind, name, value) for name, value in item.fields.items()}
    versions = item.versions
    for name, values in versions.items():
        fields[name] = values[0]
    texts = {}
    for name in _text_fields(item.kind):
        if isinstance(fields.get(name), str):
            texts[name] = fields.pop(name)
    head: dict[str, Any] = {"kind": item.kind}
    if origin_of(item):
        head["origin"] = origin_of(item)
    known = [field.name for field in FIELDS.get(item.kind, ()) if field.name in fields]
    head |= {name: fields[name] for name in [*known, *sorted(fields.keys() - set(known))]}
    if versions:
        head["versions"] = {name: versions[name] for name in sorted(versions)}
    body = _body(item.kind, texts)
    return f"{_FENCE}\n{front_matter.write(head)}{_FENCE}\n{body}".encode()


def _in_order(kind: str, name: str, value: Any) -> Any:
    """A set by what it says: links have other ids, and another order by them, in every space."""
    if isinstance(value, list) and merge_of(kind, name, value) == "set":
        return sorted(value, key=encode_value)
    return value


def origin_of(item: Item) -> str:
    """What tells a record from all others: its origin, or else its own id."""
    return item.origin or item.id


def title_of(item: Item) -> str:
    """What a file is named after: the title or name, or else how a text begins, or the kind."""
    fields = item.fields
    for name in ("title", "name", *_text_fields(item.kind), "organisation"):
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip().split("\n")[0]
    return item.kind


def _divided(text: str) -> tuple[str, str]:
    """The block of YAML, with the line end of its last line, and the text below it."""
    if not text.startswith(f"{_FENCE}\n"):
        return "", text.removesuffix("\n")
    start = len(_FENCE) + 1
    end = text.find(f"\n{_FENCE}\n", start - 1) + 1
    if not end and text.endswith(f"\n{_FENCE}"):
        end = len(text) - len(_FENCE)
    if not end:
        raise InvalidContent(f"line 1: the block of YAML that begins here has no end, a line of {_FENCE}.")
    below = text[end + len(_FENCE) + 1 :]
    return text[start:end], below.removeprefix("\n").removesuffix("\n")


def _fields(kind: str, nodes: dict[str, front_matter.Node]) -> dict[str, Any]:
    """The values of fields. In a field of the table a bare word is a text, so that a title may be 2024."""
    fields: dict[str, Any] = {}
    for name, node in nodes.items():
        field = field_of(kind, name)
        value = front_matter.plain(node, texts=field is not None and field.type not in ("flag", "vcard"))
        try:
            check_value(value)
        except InvalidContent as error:
            raise InvalidContent(f"line 1: {name[:40]}: {error}") from error
        if value is not None:
            fields[name] = value
    return fields


def _word(nodes: dict[str, front_matter.Node], key: str, limit: int) -> str:
    value = front_matter.plain(nodes[key], texts=True) if key in nodes else None
    if value is None:
        return ""
    if not isinstance(value, str) or len(value.encode("utf-8")) > limit:
        raise InvalidContent(f"line 1: the {key} must be text of at most {limit} bytes.")
    return value


def _versions(kind: str, nodes: dict[str, front_matter.Node], fields: dict[str, Any]) -> dict[str, list[Any]]:
    """The standing values of fields in dispute; what else the file says of such a field is one of them."""
    versions = _fields(kind, nodes)
    for name, values in versions.items():
        if not isinstance(values, list) or not 0 < len(values) < MAX_VERSIONS:
            raise InvalidContent(f"line 1: the versions of {name[:40]!r} are a list of 1 to {MAX_VERSIONS}.")
        said = fields.get(name)
        if name in fields and all(encode_value(said) != encode_value(value) for value in values):
            values.append(said)
    return versions


# long texts ------------------------------------------------------------------------------------------


def _text_fields(kind: str) -> list[str]:
    return [field.name for field in FIELDS[kind] if field.type == "text"] if kind in FIELDS else ["text"]


def _heading(name: str) -> str:
    return f"# {HEADINGS.get(name, name.replace('_', ' ').capitalize())}"


def _body(kind: str, texts: dict[str, str]) -> str:
    names = _text_fields(kind)
    if len(names) == 1:
        text = texts.get(names[0], "")
        return f"\n{text}\n" if text else ""
    headings = {_heading(name) for name in names}
    sections = [
        f"\n{_heading(name)}\n\n{_escaped(texts[name], headings)}\n" for name in names if texts.get(name)
    ]
    return "".join(sections)


def _escaped(text: str, headings: set[str]) -> str:
    lines = text.split("\n")
    return "\n".join(f"\\{line}" if line.lstrip("\\").rstrip() in headings else line for line in lines)


def _texts(kind: str, body: str) -> dict[str, str]:
    """The long texts in a body; raises `InvalidContent` for text that belongs under no heading."""
    names = _text_fields(kind)
    if len(names) == 1:
        return {names[0]: body} if body else {}
    by_heading = {_heading(name): name for name in names}
    sections: list[tuple[str, list[str]]] = [("", [])]
    for line in body.split("\n"):
        name = by_heading.get(line.rstrip())
        if name:
            sections.append((name, []))
        else:
            plain = line[1:] if line.startswith("\\") and line.lstrip("\\").rstrip() in by_heading else line
            sections[-1][1].append(plain)
    (_, before), *named = sections
    last = len(named) - 1
    texts: dict[str, str] = {}
    for place, (name, lines) in enumerate(named):
        inner = lines[1:] if lines and not lines[0] else lines  # the blank line below the heading
        if place < last and inner and not inner[-1]:
            inner = inner[:-1]  # and the one before the next
        if name in texts:
            raise InvalidContent(f"line 1: the heading {_heading(name)!r} stands here twice.")
        texts[name] = "\n".join(inner)
    preface = "\n".join(before).strip("\n")
    if preface and texts.get(names[0]):
        raise InvalidContent(f"line 1: text stands before the first heading, {_heading(names[0])!r}.")
    texts |= {names[0]: preface} if preface else {}
    return {name: text for name, text in texts.items() if text}


def _title(text: str) -> str:
    """The first heading of a Markdown text."""
    code = False
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if _CODE.match(line):
            code = not code
        found = None if code else _HEADING.fullmatch(line)
        if found and found[1].strip():
            return found[1].strip()
        underlined = place + 1 < len(lines) and re.fullmatch(r" {0,3}=+[ \t]*", lines[place + 1])
        if not code and line.strip() and underlined:
            return line.strip()
    return ""
