"""How the hub says no: foreign errors become refusals here, and refusals get an HTTP status."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from delve_desktop.domain.errors import Damaged, HubRefused, InvalidContent, NewerFormat
from delve_desktop.protocol.messages import Refusal

HTTP_STATUS: Final = {
    Refusal.BAD_SIGNATURE: 401,
    Refusal.STALE_CHALLENGE: 409,
    Refusal.TOO_LARGE: 413,
    Refusal.MALFORMED: 400,
    Refusal.BROKEN: 400,
    Refusal.VERSION: 426,
    Refusal.RATE_LIMITED: 429,
    Refusal.NOT_FOUND: 404,
    Refusal.TAKEN: 409,
    Refusal.NOT_MEMBER: 403,
    Refusal.NO_SPACE: 404,
    Refusal.INTERNAL: 503,
}


class ClientGone(Exception):
    """The device stopped sending, or took too long; what had arrived is kept."""


def code_of(error: Exception) -> Refusal:
    """The refusal that tells a device what is wrong with its bytes."""
    if isinstance(error, NewerFormat):
        return Refusal.VERSION
    if isinstance(error, Damaged):
        return Refusal.BAD_SIGNATURE
    return Refusal.MALFORMED


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what is wrong with a request's bytes into `HubRefused`."""
    try:
        yield
    except (InvalidContent, NewerFormat, Damaged) as error:
        raise HubRefused(str(error), code_of(error)) from error
