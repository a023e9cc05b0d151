"""A reply that broke off on the way: what came of it is still worth keeping."""

from __future__ import annotations

from delve_desktop.domain.errors import HubUnreachable


class CutReply(HubUnreachable):
    """The link failed inside a reply. `received` are the bytes that came: whole items in it are signed by
    their authors and can be stored, though the hub's own signature over all cannot be checked.
    """

    def __init__(self, received: bytes) -> None:
        super().__init__("The link broke while the server was answering.")
        self.received = received
