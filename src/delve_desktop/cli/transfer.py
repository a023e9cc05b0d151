"""Import and export of records: JSON lines, address books, Markdown files."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Final, Literal

import typer

from delve_desktop.domain.errors import InvalidContent, Mistaken, NotFound

from .records import KindArgument
from .wiring import Call, SpaceOption, command

if TYPE_CHECKING:
    from delve_desktop.domain.ids import SpaceId
    from delve_desktop.services.interchange import Format, Source
    from delve_desktop.services.session import Session

MAX_PIPED: Final = 64 * 1024 * 1024  # bytes read from standard input, which is held in memory
ENDINGS: Final[dict[Format, tuple[str, ...]]] = {
    "jsonl": (".jsonl", ".json", ".ndjson"),
    "vcard": (".vcf", ".vcard"),
    "markdown": (".md", ".markdown"),
}

FormatOption = Annotated[
    Literal["jsonl", "vcard", "markdown"] | None,
    typer.Option("--format", help="Of the files; without it by their ending, else JSON lines."),
]


def register(app: typer.Typer) -> None:
    """Add the subcommands of this module."""
    command(app, "import")(import_)
    command(app, "export")(export)


def import_(
    call: Call,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Files, or folders of Markdown files; - is standard input."),
    ],
    format_: FormatOption = None,
    charset: Annotated[
        str, typer.Option("--charset", metavar="NAME", help="Of address books that do not say; UTF-8 else.")
    ] = "",
    space: SpaceOption = None,
) -> None:
    """Take in records; the same twice changes nothing."""
    from delve_desktop.services.interchange import import_items

    from .opening import choose_space

    sources = [source for name in files for source in _sources(name, format_, charset)]
    with call.session() as session:
        result = import_items(session, choose_space(session, space), sources)
    call.emit(
        {"added": result.added, "changed": result.changed, "unchanged": result.unchanged},
        [f"{result.added} added, {result.changed} changed, {result.unchanged} as they were."],
    )


def _sources(name: str, wanted: Format | None, charset: str) -> Iterator[Source]:
    """The file of this name, or the files in the folder of this name."""
    from delve_desktop.services.interchange import Source

    if name == "-":
        yield Source(name, _piped(), wanted or "jsonl", charset)
        return
    path = Path(name)
    if not path.is_dir():
        yield Source(name, _opener(path), wanted or _format_of(path), charset)
        return
    kind = wanted or "markdown"
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS[kind] and one.is_file())
    found = [one for one in found if not any(part.startswith(".") for part in one.relative_to(path).parts)]
    if not found:
        raise NotFound(f"There is no file in {name} that ends in {' or '.join(ENDINGS[kind])}.")
    for one in found:
        yield Source(str(one), _opener(one), kind, charset)


def _format_of(path: Path) -> Format:
    ending = path.suffix.lower()
    return next((kind for kind, endings in ENDINGS.items() if ending in endings), "jsonl")


def _opener(path: Path) -> Callable[[], AbstractContextManager[BinaryIO]]:
    from delve_desktop.services.files import open_given

    return lambda: open_given(path)


def _piped() -> Callable[[], AbstractContextManager[BinaryIO]]:
    data = sys.stdin.buffer.read(MAX_PIPED + 1)
    if len(data) > MAX_PIPED:
        raise InvalidContent(f"Standard input is longer than {MAX_PIPED} bytes: import a file instead.")
    return lambda: nullcontext(io.BytesIO(data))


def export(
    call: Call,
    kind: KindArgument = None,
    format_: Annotated[
        Literal["jsonl", "vcard", "markdown"], typer.Option("--format", help="What to write.")
    ] = "jsonl",
    version: Annotated[
        Literal["4.0", "3.0"] | None, typer.Option("--version", help="Of an address book; 4.0 without it.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="PATH", help="New file, or for Markdown a new folder; else printed."),
    ] = None,
    space: SpaceOption = None,
) -> None:
    """Write the records outside the bin, for `import`."""
    from .opening import choose_space

    if version and format_ != "vcard":
        raise Mistaken("--version is that of an address book: use it with --format vcard.")
    if format_ == "vcard" and kind not in (None, "contact"):
        raise Mistaken("An address book holds contacts and nothing else.")
    if format_ == "markdown" and out is None:
        raise Mistaken("Markdown files need a folder: say which with --out.")
    with call.session() as session:
        pieces = _Pieces(session, choose_space(session, space), kind, format_, version or "4.0")
        if out is None:
            for piece in pieces:
                _print(piece)
            if pieces.left_out:
                print(pieces.sentence(), file=sys.stderr)
            return
        count = pieces.save(out)
    data = {"records": count, "left_out": pieces.left_out, "out": str(out)}
    call.emit(data, [f"{count} records are in {out}.", *([pieces.sentence()] if pieces.left_out else [])])


class _Pieces:
    """What an export writes, a record at a time, and what had no place in it."""

    def __init__(
        self, session: Session, space: SpaceId, kind: str | None, form: Format, version: str
    ) -> None:
        self._session = session
        self._space = space
        self._kind = kind
        self._form = form
        self._version = version
        self.left_out = 0

    def __iter__(self) -> Iterator[bytes]:
        from delve_desktop.services.exporting import export_cards, export_lines

        if self._form != "vcard":
            yield from export_lines(self._session, self._space, self._kind)
            return
        for card, left_out in export_cards(self._session, self._space, self._version):
            self.left_out += left_out
            yield card

    def save(self, out: Path) -> int:
        """Write a file or a folder; returns the number of records."""
        from delve_desktop.services.exporting import export_files
        from delve_desktop.services.saving import save_file, save_folder

        if self._form == "markdown":
            return save_folder(out, export_files(self._session, self._space, self._kind))
        return save_file(out, self)

    def sentence(self) -> str:
        """What is missing from an address book."""
        return (
            f"{self.left_out} values have no place in an address book, or stand beside another version of "
            "their field; an export as JSON lines has them all."
        )


def _print(data: bytes) -> None:
    """Bytes as they are: a text stream would end lines as its system does."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    sys.stdout.flush()
    stream.write(data)
