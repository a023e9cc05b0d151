"""Everything that can go wrong and that a caller may want to tell apart.

The message of each error is one plain sentence: what happened. The words a person reads in the
window live in `ui/`; the command line prints the message and exits by kind (see `docs/cli.md`).
"""

from __future__ import annotations

import errno
from typing import Final

NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})  # what a system says of a full disk


class DelveError(Exception):
    """Base of all errors that Delve raises on purpose."""


class Mistaken(DelveError):
    """The caller asked for something that makes no sense: a bad option, a field that is not there."""


class NotFound(DelveError):
    """No such record, space, version or file."""


class InvalidContent(DelveError):
    """A value or file does not fit its format or its limits; nothing was changed."""


class NotAllowed(DelveError):
    """The membership of the space does not permit this."""


class WrongPassphrase(DelveError):
    """The passphrase does not open this vault."""


class Damaged(DelveError):
    """Stored bytes are not what was written: a flipped bit, a truncated file, a bad signature."""


class DiskFailing(Damaged):
    """The disk could not read or write just now; what was saved is as it was."""


class NewerFormat(DelveError):
    """Written by a newer version of the program; this one leaves it as it is."""


class InUse(DelveError):
    """Another process has this vault open."""


class Locked(DelveError):
    """The vault was locked meanwhile; its keys are gone from memory."""


class DiskFull(DelveError):
    """The disk has no room; nothing was changed."""


class WriteProtected(DelveError):
    """The folder, the file or the disk lets this program write nothing; nothing was changed."""


class UnsafePlace(DelveError):
    """A live vault in this place could be lost: a stick, a network drive, a folder that a cloud copies."""


class HubUnreachable(DelveError):
    """No answer from the hub. Normal: everything waits on this laptop until there is a link."""


class HubRefused(DelveError):
    """The hub answered and said no. `code` is its reason, one of `protocol.messages.Refusal`."""

    def __init__(self, message: str, code: str = "refused") -> None:
        super().__init__(message)
        self.code = code


class StaleChallenge(HubRefused):
    """The hub wants the request signed over a newer challenge, which it gives."""

    def __init__(self, challenge: bytes) -> None:
        super().__init__("The hub asked for a newer challenge.", "stale_challenge")
        self.challenge = challenge


class Cancelled(DelveError):
    """The person stopped it; what was complete is kept."""


class Malformed(InvalidContent):
    """Bytes from a wire, a stick or a file that do not follow their format."""


class UnknownVersion(NewerFormat):
    """A structure whose version or suite this program does not know: parked, never dropped."""
