"""Keeps `resources/translations/delve_<language>.ts`, the words of the window in other languages.

    python packaging/translations.py update            new strings of the sources into the files
    python packaging/translations.py compile           the files into the .qm that the program reads
    python packaging/translations.py missing           what is not translated, as JSON, to be filled in
    python packaging/translations.py fill FILE         that JSON, filled in, back into the files

`missing` prints a list of {"context", "source", "comment", "fr", "es", "pt"}; a plural has a list of forms
instead of one text, in the order of Qt Linguist: one, several (French: 0 and 1, several). English has only
plurals. `update` and `compile` call Qt's own lupdate and lrelease, which come with PySide6.

A string is found by the syntax of the sources: the first literal of `self.tr("...")` (its context is the
class) or the second of `QCoreApplication.translate("context", "...")`; a small function that hands its
argument on to `translate` counts like it. What is no literal cannot be found, and is refused with its line.
See docs/translating.md.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "resources" / "translations"
SOURCES: Final = ROOT / "src" / "delve_desktop"
LANGUAGES: Final = ("en", "fr", "es", "pt")
FULL: Final = LANGUAGES[1:]
TRANSLATE: Final = "translate"


def main(arguments: list[str]) -> int:
    """Do one of the four; returns the exit code."""
    try:
        match arguments:
            case ["update"]:
                update()
            case ["compile"]:
                compile_all()
            case ["missing"]:
                print(json.dumps(missing(), ensure_ascii=False, indent=1))
            case ["fill", name]:
                fill(json.loads(Path(name).read_text(encoding="utf-8")))
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def file_of(language: str) -> Path:
    """Where the words of a language stand."""
    return FOLDER / f"delve_{language}.ts"


def update() -> None:
    """New strings in, those that no source has any more out; what is translated stays."""
    messages = messages_in(SOURCES)
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            wanted = messages if language in FULL else [each for each in messages if each.plural]
            listing = Path(folder) / "strings.py"
            listing.write_text(_listing(wanted), encoding="utf-8")
            options = ["-silent", "-no-obsolete", "-sort-messages", "-locations", "none"]
            known = ["-source-language", "en", "-target-language", language]
            _run("lupdate", str(listing), *options, *known, "-ts", str(file_of(language)))
            # as `fill` lays it out, so that a change shows as what it is
            file_of(language).write_text(_as_text(_tree(language)), encoding="utf-8", newline="\n")


def compile_all() -> None:
    """The .qm of every language, beside its .ts; unfinished strings stay English."""
    for source in sorted(FOLDER.glob("delve_*.ts")):
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            new = made.with_name(f"{made.name}.{os.getpid()}")
            _run("lrelease", "-silent", str(source), "-qm", str(new))
            new.replace(made)  # whole, also where two compile at once


def missing() -> list[dict[str, Any]]:
    """Every message that some language lacks, with what each has (empty where it has nothing)."""
    by_key: dict[tuple[str, str, str], dict[str, Any]] = {}
    for language in FULL:
        for context, message in _messages(_tree(language)):
            translation = message.find("translation")
            if translation is None or translation.get("type") != "unfinished":
                continue
            key = _key(context, message)
            entry = by_key.setdefault(key, dict(zip(("context", "source", "comment"), key, strict=True)))
            forms = [form.text or "" for form in translation.iter("numerusform")]
            entry[language] = forms if message.get("numerus") == "yes" else translation.text or ""
    return [by_key[key] for key in sorted(by_key)]


def fill(entries: Iterable[dict[str, Any]]) -> None:
    """Write translations; an entry without a context counts for every context that has its source."""
    filled = list(entries)
    for language in LANGUAGES:
        by_key = {(each.get("context"), each["source"]): each for each in filled if each.get(language)}
        tree = _tree(language)
        for context, message in _messages(tree):
            _, source, _ = _key(context, message)
            entry = by_key.get((context, source)) or by_key.get((None, source))
            if entry is not None:
                _write(message, entry[language])
        file_of(language).write_text(_as_text(tree), encoding="utf-8", newline="\n")


def _write(message: ET.Element, given: str | list[str]) -> None:
    translation = message.find("translation")
    if translation is None:
        return
    if message.get("numerus") == "yes":
        if isinstance(given, str) or not all(given):
            raise Refused(f"{message.findtext('source')} counts something and needs every plural form.")
        for form in list(translation):
            translation.remove(form)
        for text in given:
            ET.SubElement(translation, "numerusform").text = text
    else:
        translation.text = str(given)
    translation.attrib.pop("type", None)


def _tree(language: str) -> ET.ElementTree[ET.Element]:
    return ET.parse(file_of(language))  # noqa: S314 - our own file


def _messages(tree: ET.ElementTree[ET.Element]) -> list[tuple[str, ET.Element]]:
    return [
        (context.findtext("name") or "", message)
        for context in tree.getroot().iter("context")
        for message in context.iter("message")
    ]


def _key(context: str, message: ET.Element) -> tuple[str, str, str]:
    return context, message.findtext("source") or "", message.findtext("comment") or ""


def _as_text(tree: ET.ElementTree[ET.Element]) -> str:
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def _listing(messages: list[Message]) -> str:
    """The strings as the plainest source that lupdate reads; a string may stand in several classes."""
    lines = []
    context = ""
    for each in messages:
        if each.context != context:
            context = each.context
            lines.append(f"class {context}:\n    def strings(self):")
        comment = f", {json.dumps(each.comment)}" if each.comment or each.plural else ""
        count = ", n" if each.plural else ""
        lines.append(f"        self.tr({json.dumps(each.source, ensure_ascii=False)}{comment}{count})")
    return "\n".join(lines) + "\n"


def _run(tool: str, *arguments: str) -> None:
    """Call one of Qt's tools; it is a program of PySide6."""
    beside = Path(sys.executable).parent  # of the same environment as this Python
    program = shutil.which(f"pyside6-{tool}", path=str(beside)) or shutil.which(f"pyside6-{tool}")
    if program is None:
        raise Refused(f"pyside6-{tool} is missing: it comes with PySide6-Essentials.")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0 or "error:" in done.stderr.lower():
        raise Refused(f"{tool} did not manage: {done.stderr or done.stdout}")


@dataclass(frozen=True, order=True)
class Message:
    """One string: `plural` when it counts something, by `%n`."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


class Refused(Exception):
    """A string that cannot be translated as it is written: the message says where and why."""


def messages_in(folder: Path) -> list[Message]:
    """Every message of the Python files in and below a folder, sorted."""
    found: set[Message] = set()
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))}
    parents = {
        base.id if isinstance(base, ast.Name) else base.attr
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if isinstance(base, ast.Name | ast.Attribute)
    }
    for path, tree in trees.items():
        reader = _Reader(path, parents, _helpers(tree))
        reader.visit(tree)
        found.update(reader.found)
    return sorted(found)


def _helpers(tree: ast.Module) -> dict[str, str]:
    """Functions that translate their first argument: name to context."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef) or not node.args.args:
            continue
        for call in _calls(node):
            handed_on = call.args[1:2]
            if _called(call) != TRANSLATE or not handed_on or not isinstance(handed_on[0], ast.Name):
                continue
            context = _literal(call.args[0])
            if context is not None and handed_on[0].id == node.args.args[0].arg:
                known[node.name] = context
    return known


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def _called(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


class _Reader(ast.NodeVisitor):
    """Walks one file and remembers which class it is in."""

    def __init__(self, path: Path, parents: set[str], helpers: dict[str, str]) -> None:
        self._path = path
        self._parents = parents
        self._helpers = helpers
        self._classes: list[str] = []
        self._functions: list[str] = []
        self.found: list[Message] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        is_method = isinstance(node.func, ast.Attribute)
        if name == "tr" and is_method and isinstance(node.func.value, ast.Name):  # type: ignore[attr-defined]
            self._own(node)
        elif name == TRANSLATE and len(node.args) >= 2:
            self._explicit(node)
        elif name in self._helpers and not is_method:
            self._note(node, self._helpers[name], node.args[:1], [])
        self.generic_visit(node)

    def _own(self, node: ast.Call) -> None:
        if not self._classes:
            raise Refused(f"{self._where(node)}: tr() outside a class has no context; use translate().")
        context = self._classes[-1]
        self._note(node, context, node.args[:1], node.args[1:2])
        if len(node.args) > 2 and context in self._parents:
            raise Refused(
                f"{self._where(node)}: {context} has subclasses, under whose names Qt looks for a plural; use"
                " QCoreApplication.translate() with a context."
            )

    def _explicit(self, node: ast.Call) -> None:
        context = _literal(node.args[0])
        if context is None:
            return  # another function of this name
        handed_on = isinstance(node.args[1], ast.Name) and bool(set(self._functions) & set(self._helpers))
        if not handed_on:
            self._note(node, context, node.args[1:2], node.args[2:3])

    def _note(self, node: ast.Call, context: str, text: list[ast.expr], comment: list[ast.expr]) -> None:
        source = _literal(text[0]) if text else None
        if source is None:
            raise Refused(f"{self._where(node)}: only a literal can be translated.")
        said = _literal(comment[0]) if comment else None
        self.found.append(Message(context, source, said or "", "%n" in source))

    def _where(self, node: ast.AST) -> str:
        return f"{self._path.as_posix()}:{getattr(node, 'lineno', 0)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
