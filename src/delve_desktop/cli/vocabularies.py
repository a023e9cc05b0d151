"""The subcommand that tells the terms of vocabularies and their words; it needs no vault."""

from __future__ import annotations

from typing import Annotated

import typer

from delve_desktop.domain.errors import Mistaken

from .wiring import Call, command


def register(app: typer.Typer) -> None:
    """Add the subcommand of this module."""
    command(app, "terms")(terms)


def terms(
    call: Call,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Which list, as themes; without it, which there are."),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Language of the words: en, fr, es, pt.")
    ] = "en",
) -> None:
    """List the vocabularies, or the words of one. Needs no vault."""
    from delve_desktop.domain.errors import InvalidContent
    from delve_desktop.domain.values import CHECKS
    from delve_desktop.services.vocabularies import is_open, names, offered

    try:
        CHECKS["language"]("The language", language)
    except InvalidContent as error:
        raise Mistaken(str(error)) from error
    if name is None:
        lists = [{"name": one, "open": is_open(one), "terms": len(offered(one))} for one in names()]
        call.emit(lists, (_list_text(one) for one in lists))
        return
    words = offered(name, language)
    call.emit(
        {
            "name": name,
            "open": is_open(name),
            "terms": [{"term": term, "words": each} for term, each in words.items()],
        },
        (f"{term}  {each}" for term, each in words.items()),
    )


def _list_text(one: dict[str, object]) -> str:
    own = ", or one's own words" if one["open"] else ""
    return f"{one['name']}  {one['terms']} terms{own}"
