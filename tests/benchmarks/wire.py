"""Bytes and requests on the wire: a real hub process behind a counting proxy, HTTP headers included."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from delve_desktop.domain.ids import SpaceId
from delve_desktop.protocol import compression
from delve_desktop.services.exchange import exchange
from delve_desktop.services.records import edit_record
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import set_hub
from delve_desktop.services.views import SetValue

from .counting_proxy import CountingProxy, Passed
from .data import Record, as_json
from .figures import Figure, say
from .scene import hub_process, record_ids

SIZE: Final = 10_000  # records that the limit of the first sync is for
FIRST_BYTES: Final = 1_800_000
FIRST_REQUESTS: Final = 30
EDITS: Final = 100
EDITS_BYTES: Final = 6_200
IDLE_BYTES: Final = 500
DENSEST: Final = 19  # the level of the raw limit


def measure(session: Session, space: SpaceId, folder: Path, records: list[Record]) -> list[Figure]:
    """First sync, nothing to do, 100 edits, of a laptop that holds these records and has no hub yet."""
    say(f"bytes: a store of {len(records)} records")
    with hub_process(folder / f"hub-{len(records)}") as url, CountingProxy(url) as proxy:
        set_hub(session, proxy.url)
        first = _exchange(session, proxy)
        idle = _exchange(session, proxy)
        for number, record in enumerate(record_ids(session, space, EDITS)):
            edit_record(session, record, [SetValue("phone", f"+254 7{number * 7919 % 10**8:08d}")])
        edits = _exchange(session, proxy)
    store = f"{len(records):,} records".replace(",", " ")
    json_whole = len(compression.compress(as_json(records), DENSEST)) if len(records) <= SIZE else None
    limited = len(records) == SIZE
    return [
        Figure(f"{store}, first sync, up", first.up, "bytes", json_whole, FIRST_BYTES if limited else None),
        Figure(f"{store}, first sync, down", first.down, "bytes"),
        Figure(f"{store}, first sync", first.requests, "requests", most=FIRST_REQUESTS if limited else None),
        Figure(f"{store}, {EDITS} edits, up", edits.up, "bytes", most=EDITS_BYTES),
        Figure(f"{store}, {EDITS} edits, down", edits.down, "bytes"),
        Figure(f"{store}, {EDITS} edits", edits.requests, "requests", most=1),
        Figure(f"{store}, nothing to do, up", idle.up, "bytes", most=IDLE_BYTES),
        Figure(f"{store}, nothing to do, down", idle.down, "bytes", most=IDLE_BYTES),
        Figure(f"{store}, nothing to do", idle.requests, "requests", most=1),
    ]


def _exchange(session: Session, proxy: CountingProxy) -> Passed:
    proxy.take()
    if not exchange(session).up_to_date:
        raise RuntimeError("The exchange did not bring laptop and hub level.")
    return proxy.take()
