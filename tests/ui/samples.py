"""The sample records in a vault, with changes that came in from another laptop."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any

from delve_desktop.domain import ops
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId, op_id
from delve_desktop.domain.ops import Op, Write
from delve_desktop.services import records
from delve_desktop.services.attachments.sample import attach_sample_pictures
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.interchange import Source, import_items
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers, Edit, EditText, SetValue
from delve_desktop.settings import resources_dir
from delve_desktop.store.rows import IncomingOp, PersonRow

NEEMA = DeviceId(b"n" * 32)


def edits_of(content: dict[str, Any]) -> list[Edit]:
    """Edits that write these fields."""
    made: list[Edit] = []
    for name, value in content.items():
        if isinstance(value, list):
            made.append(ChangeMembers(name, tuple(value)))
        elif name in ("text", "note"):
            made.append(EditText(name, value))
        else:
            made.append(SetValue(name, value))
    return made


def add(session: Session, space: SpaceId, kind: str, **content: Any) -> RecordId:
    """One record of one's own."""
    return records.add_record(session, space, kind, edits_of(content))[0]


def arrive(session: Session, space: SpaceId, record: RecordId, *writes: Write, at: int, seen: OpId) -> OpId:
    """A change by Neema's laptop, which had seen only `seen`, comes in and is told of."""
    op = Op(1, 1, at, (seen,), "", b"", ops.EDIT, writes)
    body = ops.encode(op)
    own = op_id(space, NEEMA, body)
    with session.vault.write() as unit:
        people = dict(unit.people(space))
        people[NEEMA] = PersonRow(NEEMA, "Neema L.", "officer")
        people[session.device] = PersonRow(session.device, session.name, "coordinator")
        unit.set_people(space, people.values())
        unit.apply_ops(space, [IncomingOp(own, NEEMA, body, op, 1)])
    session.notices.publish(ChangeSummary("remote", space, frozenset({record}), frozenset()))
    return own


def fill(session: Session, space: SpaceId) -> None:
    """The sample library, as an import brings it."""
    files = sorted((resources_dir() / "sample").glob("*.jsonl"))
    import_items(session, space, [Source(file.name, partial(file.open, "rb")) for file in files])
    attach_sample_pictures(session, space, resources_dir() / "sample" / "pictures")


def fill_over_weeks(session: Session, space: SpaceId, now: int, weeks: int = 15) -> None:
    """The sample library as it would have come together: a part of each file a week, the oldest first."""
    clock = session.clock
    files = ("associations", "people", "practices", "notes", "adoptions", "comments")
    for week in range(weeks):
        session.clock = lambda at=now - (weeks - week) * 7 * 86_400: at
        for name in files:
            lines = (resources_dir() / "sample" / f"{name}.jsonl").read_bytes().splitlines(keepends=True)
            part = b"".join(lines[week::weeks] if name != "associations" else lines * (week == 0))
            import_items(session, space, [Source(f"{name}.jsonl", partial(BytesIO, part))])
        attach_sample_pictures(session, space, resources_dir() / "sample" / "pictures")
    session.clock = clock


def from_neema(session: Session, space: SpaceId, now: int, titles: tuple[str, ...]) -> None:
    """Neema changed the records whose titles begin so, some hours ago."""
    for hours, wanted in enumerate(titles, 2):
        found = next(
            row
            for row in records.list_records(session, space, limit=500).rows
            if row.title.startswith(wanted)
        )
        head = records.open_record(session, found.id).heads[0]
        arrive(session, space, found.id, Write("area", ops.PUT, "Geita"), at=now - hours * 3600, seen=head)


def dispute(session: Session, space: SpaceId, *, now: int) -> tuple[RecordId, RecordId]:
    """A contact with two organisations, and a note with two versions of a paragraph."""
    contact = add(
        session,
        space,
        "contact",
        name="Baraka Nduki",
        category="person",
        phones=["+255 700 555 014", "+255 700 555 230"],
        emails=["kambi.mawe@example.org"],
        organisation="Kambi ya Mawe",
        country="TZ",
        languages=["sw", "en"],
        note="Leader of shaft 3. Keeps the board of who is underground.",
    )
    head = records.open_record(session, contact).heads[0]
    records.edit_record(session, contact, [SetValue("organisation", "Kambi ya Mawe, shaft 3")])
    arrive(
        session,
        space,
        contact,
        Write("organisation", ops.PUT, "Kambi ya Mawe, shaft 5"),
        at=now - 9 * 86_400,
        seen=head,
    )
    text = (
        "Eleven people were underground when we came, and **nobody kept the board**.\n"
        "The rope at the second ladder is worn through.\n"
        "## What they asked for\n"
        "1. Drawings of the hand fan, in Swahili\n"
        "2. 40 m of rope before the long rains\n"
        "3. Somebody to show the board again, on a Saturday\n"
        "| What | How many | Who pays |\n|---|---|---|\n| Rope, 12 mm | 40 m | Emergency fund |"
    )
    note = add(
        session,
        space,
        "note",
        title="Visit to Kambi ya Mawe, shaft 3",
        text=text,
        place="Geita",
        date="2026-11-20",
        themes=["safety", "ventilation"],
    )
    head = records.open_record(session, note).heads[0]
    mine = text.replace("worn through.", "worn through in two places.")
    records.edit_record(session, note, [EditText("text", mine)])
    theirs = text.replace("is worn through.", "has been replaced on Monday.")
    arrive(session, space, note, Write("text", ops.TEXT, theirs), at=now - 2 * 86_400, seen=head)
    return contact, note
