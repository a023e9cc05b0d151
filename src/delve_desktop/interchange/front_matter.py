"""The block of YAML before a Markdown text, as a bounded subset of YAML 1.2.

Maps with texts as keys, lists, texts, numbers, true, false and null; nothing else: no tags, no anchors and
aliases, no key twice, at most `MAX_DEPTH` deep and `MAX_NODES` in all. Unlike in YAML 1.1, `NO` is a text and
`2024-05-31` is one too. What is written here is read back as it was, by this program and by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec
import yaml

from delve_desktop.domain.errors import InvalidContent

from .items import MAX_DEPTH

MAX_BLOCK: Final = 8 * 1024 * 1024  # characters
MAX_NODES: Final = 20_000

Node = yaml.Node

_SCALARS: Final = (
    ("tag:yaml.org,2002:null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("tag:yaml.org,2002:int", r"[-+]?(?:0|[1-9][0-9]{0,30})", list("-+0123456789")),
    (
        "tag:yaml.org,2002:float",
        r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)",
        list("-+.0123456789"),
    ),
)
_NULL, _BOOL, _INT, _FLOAT = (tag for tag, _, _ in _SCALARS)


def nodes(block: str) -> dict[str, Node]:
    """What stands under each name in a block of YAML; raises `InvalidContent` with the line."""
    try:
        root = _Loader(block).get_single_node()
    except yaml.reader.ReaderError as error:
        line = block.count("\n", 0, error.position) + 1
        raise InvalidContent(
            f"line {line}: a character has no place here; write it as \\x and digits."
        ) from error
    except yaml.MarkedYAMLError as error:
        raise InvalidContent(_sentence(error)) from error
    return {} if root is None else dict(_pairs(root))


def below(node: Node) -> dict[str, Node]:
    """What stands under each name in a map; raises `InvalidContent` for another node."""
    return dict(_pairs(node))


def write(data: dict[str, Any]) -> str:
    """The block of YAML that holds this map, in its order."""
    return yaml.dump(
        msgspec.to_builtins(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=MAX_BLOCK
    )


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    """Keys and values of a map; raises `InvalidContent` for a node that is none, and for a key twice."""
    if not isinstance(node, yaml.MappingNode):
        raise InvalidContent(f"line {_line(node)}: this is not a map of names and values.")
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise InvalidContent(f"line {_line(key)}: a name must be a text.")
        if key.value in seen:
            raise InvalidContent(f"line {_line(key)}: {key.value[:40]!r} stands here twice.")
        seen.add(key.value)
        yield key.value, value


def plain(node: Node, *, texts: bool) -> Any:
    """The value of a node; `texts` is whether words without quotes are texts, whatever they look like."""
    if isinstance(node, yaml.MappingNode):
        return {key: plain(value, texts=texts) for key, value in _pairs(node)}
    if isinstance(node, yaml.SequenceNode):
        return [plain(value, texts=texts) for value in node.value]
    if node.tag == _NULL:
        return None
    if texts or node.tag not in (_BOOL, _INT, _FLOAT):
        return node.value
    if node.tag == _BOOL:
        return node.value.lower() == "true"
    return int(node.value) if node.tag == _INT else float(node.value.replace(".inf", "inf"))


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _sentence(error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    return f"line {mark.line + 1 if mark else 1}: {error.problem or error.context}."


class _Loader(yaml.SafeLoader):
    """Reads nodes, counted and bounded; they are made values by `plain`, and by nothing else."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the base class has it

    def __init__(self, block: str) -> None:
        super().__init__(block)
        self._nodes = 0
        self._depth = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it out
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise yaml.MarkedYAMLError(None, None, "anchors and aliases have no place here", event.start_mark)
        if getattr(event, "tag", None) not in (None, "!"):
            raise yaml.MarkedYAMLError(None, None, "tags have no place here", event.start_mark)
        self._nodes += 1
        if self._nodes > MAX_NODES or self._depth > MAX_DEPTH + 2:
            raise yaml.MarkedYAMLError(None, None, "this holds too much, or too deeply", event.start_mark)
        self._depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1


class _Dumper(yaml.SafeDumper):
    """Writes texts that would be read as something else in quotes, and those of several lines on one line."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the base class has it

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = None if text.isprintable() else '"'  # YAML 1.1 breaks lines at signs that 1.2 does not
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


for _tag, _pattern, _first in _SCALARS:
    for _class in (_Loader, _Dumper):
        _class.add_implicit_resolver(_tag, re.compile(f"(?:{_pattern})$"), _first)
_Dumper.add_representer(str, _represent_text)
