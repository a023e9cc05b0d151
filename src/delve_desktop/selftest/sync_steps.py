"""Two vaults and a hub: one is admitted to the space of the other, and has what was written there."""

from __future__ import annotations

from contextlib import closing

from delve_desktop.crypto import kdf
from delve_desktop.services import records
from delve_desktop.services.attachments.reading import read_whole
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.exchange import exchange
from delve_desktop.services.session import Session, create_vault
from delve_desktop.services.spaces import approve, create_invite, join_requests, join_space, set_hub
from delve_desktop.services.upkeep import state_hash

from .hub import hub_in_process
from .scene import PASSPHRASE, TEXT, Scene, must

ROUNDS = (
    2  # in the first somebody learns that they are admitted and what there is, in the next the files come
)


def sync_with_hub(scene: Scene) -> str:
    """By invite, request, words to compare, approval and exchange, over a real socket."""
    session, space = scene.open
    with (
        hub_in_process(scene.folder / "hub") as url,
        closing(create_vault(scene.folder / "other", PASSPHRASE, "Other", params=kdf.FLOOR)) as other,
    ):
        set_hub(session, url)
        sent = exchange(session)
        must(sent.up_to_date, "The vault and the hub are not level after an exchange.")
        asked = join_space(other, create_invite(session, space))
        exchange(session)
        requests = join_requests(session)
        must(len(requests) == 1, "The request to join did not arrive.")
        must(requests[0].words == asked.words, "The two laptops show different words to compare.")
        approve(session, requests[0].id)
        exchange(session)
        for _ in range(ROUNDS):
            exchange(other)
        _compare(scene, session, other)
    return f"{sent.sent_bytes} bytes went to a hub in this process, and another vault has what they held."


def _compare(scene: Scene, session: Session, other: Session) -> None:
    assert scene.note is not None
    fields = {field.name: field for field in records.open_record(other, scene.note).fields}
    must(fields["text"].value == TEXT, "The note arrived changed.")
    text = next(view for view in attachments(other, scene.note) if view.name.endswith(".txt"))
    must(text.where == "here", "The attached file did not arrive.")
    must(len(read_whole(other, text.values[0])) == text.size, "The attached file arrived changed.")
    _, space = scene.open
    must(state_hash(session, space) == state_hash(other, space), "The two vaults do not hold the same.")
