"""What the doctor sees inside, with the key: pages, format, and how much there is of everything."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain.attachments import Part
from delve_desktop.domain.errors import DelveError, DiskFull, NotFound
from delve_desktop.services.attachments.whole import is_here
from delve_desktop.services.checking import SpaceCheck
from delve_desktop.services.session import GENERATION
from delve_desktop.store import migrations
from delve_desktop.store.chunk_folder import ChunkFolder
from delve_desktop.store.engine import Way
from delve_desktop.store.files import BLOBS, DATABASE, NEXT
from delve_desktop.store.looking import leaving_no_trace, looking
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rekeying import opens
from delve_desktop.store.snapshot import page_faults, schema_of

from .findings import Finding

SALVAGE = "Run `delve salvage`: it brings what is intact into a new vault."


def look(folder: Path, header: VaultHeader, key: bytes, *, quick: bool) -> list[Finding]:
    """Pages first; content only where the format is known."""
    with leaving_no_trace(folder):
        return _look(folder, header, key, quick)


def _look(folder: Path, header: VaultHeader, key: bytes, quick: bool) -> list[Finding]:
    path = folder / DATABASE
    try:
        if not opens(path, key):
            return [_not_opened(folder, key)]
    except DiskFull:
        return [
            Finding(
                "pages",
                "wrong",
                "The disk is so full that the database cannot even be read, so nothing is said of it.",
                "Make room first, then run `delve doctor` again.",
            )
        ]
    found = [_pages(path, key)]
    schema = schema_of(path, key)
    found.append(_format(schema))
    if schema != migrations.CURRENT:
        return found
    try:
        with looking(folder, key) as unit:
            found += [_header(unit, header), _device(unit), *_content(unit)]
            if not quick:
                found += [_log(unit), _attachments(unit, ChunkFolder(folder / BLOBS))]
    except DelveError:
        found.append(
            Finding("content", "wrong", "The content could not be read to its end: a page is lost.", SALVAGE)
        )
    return found


def _not_opened(folder: Path, key: bytes) -> Finding:
    if opens(folder / NEXT, key):
        return Finding(
            "pages",
            "note",
            "The vault lies in the file that a change of its key was writing.",
            "Open the vault once: the change is finished then.",
        )
    if not (folder / DATABASE).exists():
        return Finding(
            "pages", "wrong", "There is no database to check.", "Bring the vault back from a backup."
        )
    return Finding(
        "pages",
        "wrong",
        "The database does not open with the key of the header: its beginning is lost, or it is another's.",
        SALVAGE,
    )


def _pages(path: Path, key: bytes) -> Finding:
    faults = len(page_faults(path, key, Way.READ))
    if not faults:
        return Finding("pages", "good", "Every page of the database is intact.")
    return Finding("pages", "wrong", f"The check of the pages found {faults} faults.", SALVAGE)


def _format(schema: int) -> Finding:
    known = migrations.CURRENT
    if schema == known:
        return Finding("format", "good", f"The database has format {schema}, that of this program.")
    if schema > known:
        return Finding(
            "format",
            "wrong",
            f"The database has format {schema}, and this program knows {known}.",
            "Update Delve on this laptop; the vault is untouched.",
        )
    return Finding(
        "format", "note", f"The database has format {schema}; opening it brings it to {known}, after a copy."
    )


def _header(unit: ReadUnit, header: VaultHeader) -> Finding:
    newest = int.from_bytes(unit.meta(GENERATION) or b"", "big")
    if header.generation >= newest:
        return Finding("generation", "good", "The header is not older than the database.")
    return Finding(
        "generation",
        "wrong",
        f"The header is of generation {header.generation}, and the database has seen {newest}: an old one was"
        " put back.",
        "Put the newest header in place; it is in the newest backup.",
    )


def _device(unit: ReadUnit) -> Finding:
    try:
        unit.identity()
    except NotFound:
        return Finding("device", "wrong", "The vault has no device keys.", SALVAGE)
    return Finding("device", "good", "The vault has its device keys.")


def _content(unit: ReadUnit) -> list[Finding]:
    counts: Counter[str] = Counter()
    for row in unit.spaces():
        counts["spaces"] += 1
        counts["pending"] += row.state == "pending"
        counts["unserved"] += row.hub is None
        by_kind, disputed, binned, unsent = unit.counts(row.id)
        counts["records"] += sum(by_kind.values()) + binned
        counts["disputed"] += disputed
        counts["unsent"] += unsent
        counts["parked"] += unit.parked_count(row.id)
        counts["drafts"] += len(unit.drafts(row.id))
    found = [
        Finding(
            "content",
            "good",
            f"{counts['records']} records in {counts['spaces']} spaces: {counts['disputed']} with two"
            f" versions, {counts['unsent']} with something not sent yet. {counts['drafts']} drafts.",
        )
    ]
    if counts["pending"]:
        says = f"{counts['pending']} spaces have not admitted this laptop yet."
        found.append(Finding("spaces", "note", says, "Ask a coordinator to invite and to approve it."))
    if counts["unserved"]:
        says = f"{counts['unserved']} spaces have no server."
        found.append(Finding("server", "note", says, "Set one with `hub set`."))
    if counts["parked"]:
        says = f"{counts['parked']} things have come that cannot be used yet."
        found.append(Finding("parked", "note", says, "Sync; update Delve if they stay."))
    return found


def _attachments(unit: ReadUnit, chunks: ChunkFolder) -> Finding:
    rows = {row.root: row for space in unit.spaces() for row in unit.blobs_standing(space.id) if row.held}
    lost = sum(not is_here(chunks, Part(row.role, row.root, row.key, row.size)) for row in rows.values())
    if not lost:
        return Finding("attachments", "good", f"{len(rows)} pictures and files are whole.")
    return Finding(
        "attachments",
        "wrong",
        f"{lost} of {len(rows)} pictures and files that should be here are not whole.",
        "Run `delve rebuild`, then sync: what others have comes back.",
    )


def _log(unit: ReadUnit) -> Finding:
    found = 0
    checked: Counter[str] = Counter()
    for row in unit.spaces():
        check = SpaceCheck(unit, row.id)
        check.run()
        found += len(check.findings)
        checked.update(check.counts)
    if not found:
        return Finding(
            "log",
            "good",
            f"{checked['segments']} segments, {checked['acts']} acts and {checked['ops']} changes are what"
            " their signatures and ids say.",
        )
    return Finding(
        "log",
        "wrong",
        f"The check of the signed log found {found} things that are not as they should be.",
        "Run `delve verify`, then `delve rebuild`; if that does not help, `delve salvage`.",
    )
