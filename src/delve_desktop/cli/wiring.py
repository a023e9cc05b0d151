"""The options that every subcommand has, before it or after it, and how a function becomes a subcommand."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from .output import emit

if TYPE_CHECKING:
    from delve_desktop.services.session import Session

VaultOption = Annotated[
    Path | None,
    typer.Option("--vault", metavar="DIR", help="Folder of the vault; or set DELVE_VAULT."),
]
JsonOption = Annotated[
    bool | None,
    typer.Option("--json/--text", help="How to print; text on a terminal, else JSON.", show_default=False),
]
PassphraseOption = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help="File whose first line is the passphrase; or set DELVE_PASSPHRASE.",
    ),
]
SpaceOption = Annotated[
    str | None,
    typer.Option("--space", metavar="SPACE", help="Name of the space, or how its id begins."),
]


@dataclass(frozen=True, slots=True)
class Call:
    """One command line: which vault, and how to print."""

    vault: Path | None = None
    json: bool | None = None  # None: as suits where it goes
    passphrase_file: Path | None = None

    def over(self, outer: Call) -> Call:
        """These options, and where one was not given, that of the outer call."""
        return Call(
            self.vault or outer.vault,
            outer.json if self.json is None else self.json,
            self.passphrase_file or outer.passphrase_file,
        )

    def emit(self, data: Any, text: Iterable[str]) -> None:
        """Print a result in the form that was asked for."""
        as_json = not sys.stdout.isatty() if self.json is None else self.json
        emit(data, text, as_json=as_json)

    def existing_vault(self) -> Path:
        """The folder of the vault, which must be there."""
        from .opening import existing_vault

        return existing_vault(self.vault)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The vault, unlocked for the length of the block."""
        from .opening import unlocked

        with unlocked(self.vault, self.passphrase_file) as session:
            yield session


def remember(
    context: typer.Context,
    vault: VaultOption = None,
    json: JsonOption = None,
    passphrase_file: PassphraseOption = None,
) -> None:
    """Callback of the program and of its groups: keeps what was given before the subcommand."""
    given = Call(vault, json, passphrase_file)
    context.obj = given.over(context.obj) if isinstance(context.obj, Call) else given


def command(app: typer.Typer, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a function `f(call, ...)` as a subcommand; its other arguments are what typer reads."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def wrapped(
            context: typer.Context,
            vault: Path | None,
            json: bool | None,
            passphrase_file: Path | None,
            **own: Any,
        ) -> None:
            given = Call(vault, json, passphrase_file)
            outer = context.obj
            function(given.over(outer) if isinstance(outer, Call) else given, **own)

        _describe(wrapped, function)
        return app.command(name)(wrapped)

    return register


def _describe(wrapped: Callable[..., None], function: Callable[..., None]) -> None:
    """Give the wrapper the signature that typer reads: the function's own arguments, then the shared ones."""
    hints = get_type_hints(function, include_extras=True)
    own = [
        _by_name(parameter, hints[parameter.name])
        for parameter in inspect.signature(function).parameters.values()
        if parameter.name != "call"
    ]
    keyword = inspect.Parameter.KEYWORD_ONLY
    shared = [
        inspect.Parameter("context", keyword, annotation=typer.Context),
        inspect.Parameter("vault", keyword, default=None, annotation=VaultOption),
        inspect.Parameter("json", keyword, default=None, annotation=JsonOption),
        inspect.Parameter("passphrase_file", keyword, default=None, annotation=PassphraseOption),
    ]
    parameters = [*own, *shared]
    wrapped.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by inspect
    wrapped.__annotations__ = {one.name: one.annotation for one in parameters}


def _by_name(parameter: inspect.Parameter, annotation: Any) -> inspect.Parameter:
    """The parameter with its annotation worked out, and to be given by name."""
    return parameter.replace(annotation=annotation, kind=inspect.Parameter.KEYWORD_ONLY)
