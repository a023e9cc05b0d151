"""Subcommands that make a vault, and found, join and look after spaces."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from delve_desktop.domain.acts import ROLES, Role
from delve_desktop.domain.errors import InvalidContent, Mistaken, NotFound

from .wiring import Call, SpaceOption, command

if TYPE_CHECKING:
    from delve_desktop.services.views import JoinRequestView, SpaceView


def register(app: typer.Typer) -> None:
    """Add the subcommand that comes before all others."""
    command(app, "init")(init)


def register_group(group: typer.Typer) -> None:
    """Add the subcommands of `space`."""
    command(group, "create")(create)
    command(group, "invite")(invite)
    command(group, "join")(join)
    command(group, "requests")(requests)
    command(group, "approve")(approve)
    command(group, "list")(list_)


def init(
    call: Call,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Your name, as others see it.")],
    language: Annotated[
        str,
        typer.Option("--language", metavar="CODE", help="Language of the words to compare: en, fr, es, pt."),
    ] = "en",
) -> None:
    """Make a vault for one person on this laptop."""
    from delve_desktop.services.session import create_vault

    from .opening import new_vault_cost, passphrase, vault_folder

    folder = vault_folder(call.vault)
    secret = passphrase(call.passphrase_file, new=True)
    _judge(secret, name)
    session = create_vault(folder, secret, name, params=new_vault_cost(), language=language)
    device = session.device.hex()
    session.close()
    call.emit(
        {"vault": str(folder), "name": name, "device": device}, [f"The vault of {name} is in {folder}."]
    )


def _judge(secret: str, name: str) -> None:
    """Refuse a blank passphrase; of a weak one only say so, for programs choose for themselves."""
    from delve_desktop.crypto.passphrase import Weakness, judge

    weakness = judge(secret, [name]).weakness
    if weakness is Weakness.EMPTY:
        raise InvalidContent("A passphrase cannot be blank.")
    if weakness is not None:
        print(
            f"This passphrase is easy to guess ({weakness.value}); better are 15 characters or six words.",
            file=sys.stderr,
        )


def create(
    call: Call, name: Annotated[str, typer.Argument(metavar="NAME", help="What the group is called.")]
) -> None:
    """Found a space."""
    from delve_desktop.services.spaces import create_space

    with call.session() as session:
        space = create_space(session, name)
    call.emit({"id": space.hex()}, [space.hex()])


def invite(call: Call, space: SpaceOption = None) -> None:
    """Make a code that lets one laptop ask to join. Needs the server."""
    from delve_desktop.services.exchange import exchange, is_up_to_date
    from delve_desktop.services.spaces import create_invite

    from .opening import choose_space

    with call.session() as session:
        chosen = choose_space(session, space)
        code = create_invite(session, chosen)
        call.emit({"code": code}, [code])
        if not is_up_to_date(session, chosen):
            # the code is good once the hub knows of it: say so when it still does not
            exchange(session, space=chosen)


def join(
    call: Call, code: Annotated[str, typer.Argument(metavar="CODE", help="The code from an invite.")]
) -> None:
    """Ask to join the space of a code. Needs the server; read the words to whoever invited you."""
    from delve_desktop.services.spaces import join_space

    with call.session() as session:
        view = join_space(session, code)
    call.emit(_space_data(view), _space_text(view))


def requests(call: Call, space: SpaceOption = None) -> None:
    """List who asks to join, with the words to compare. Needs the server."""
    from delve_desktop.services.exchange import exchange
    from delve_desktop.services.spaces import join_requests

    from .opening import choose_space

    with call.session() as session:
        chosen = choose_space(session, space)
        exchange(session, space=chosen)
        found = join_requests(session, chosen)
    call.emit([_request_data(one) for one in found], map(_request_text, found))


def approve(
    call: Call,
    request: Annotated[
        str, typer.Argument(metavar="ID", help="Id that `space requests` shows, or how it begins.")
    ],
    role: Annotated[
        str, typer.Option(metavar="ROLE", help="What they may do: reader, officer or coordinator.")
    ] = "officer",
    space: SpaceOption = None,
) -> None:
    """Admit who asks, once both screens show the same words. Needs the server."""
    from delve_desktop.services.exchange import exchange
    from delve_desktop.services.spaces import approve, join_requests

    from .opening import choose_space

    wanted = role_of(role)
    with call.session() as session:
        chosen = choose_space(session, space)
        meant = request_of(join_requests(session, chosen), request)
        approve(session, meant.id, wanted)
        call.emit({"id": meant.id, "name": meant.name}, [f"{meant.name} is admitted."])
        exchange(session, space=chosen)


def role_of(wanted: str) -> Role:
    """The role meant by a word; raises `Mistaken`."""
    for role in ROLES:
        if role == wanted.lower():
            return role
    raise Mistaken(f"There is no role {wanted}; there are {', '.join(ROLES)}.")


def request_of(requests: Sequence[JoinRequestView], wanted: str) -> JoinRequestView:
    """The join request meant by an id or its beginning; raises `NotFound` or `Mistaken`."""
    found = [one for one in requests if one.id.startswith(wanted.lower())]
    if not found:
        raise NotFound(f"There is no join request {wanted}; `space requests` lists them.")
    if len(found) > 1:
        raise Mistaken(f"Several join requests begin with {wanted}; give more of the id.")
    return found[0]


def list_(call: Call) -> None:
    """List the spaces of this vault."""
    from delve_desktop.services.spaces import list_spaces

    with call.session() as session:
        found = list_spaces(session)
    call.emit([_space_data(one) for one in found], (line for one in found for line in _space_text(one)))


def _space_data(space: SpaceView) -> dict[str, Any]:
    return {
        "id": space.id.hex(),
        "name": space.name,
        "state": space.state,
        "role": space.role,
        "hub": space.hub,
        "words": list(space.words),
        "digits": space.digits,
        "closed": space.closed,
    }


def _space_text(space: SpaceView) -> Iterable[str]:
    hub = f"  {space.hub}" if space.hub else ""
    yield f"{space.id.hex()[:12]}  {space.name or '(not admitted yet)'}  {space.role or space.state}{hub}"
    if space.closed:
        yield f"  {space.closed}"
    if space.words:
        yield f"  words to compare: {' '.join(space.words)}  ({space.digits})"


def _request_data(request: JoinRequestView) -> dict[str, Any]:
    return {
        "id": request.id,
        "name": request.name,
        "words": list(request.words),
        "digits": request.digits,
        "space": request.space.hex(),
    }


def _request_text(request: JoinRequestView) -> str:
    return f"{request.id[:12]}  {request.name}  {' '.join(request.words)}  ({request.digits})"
