"""The tables of a vault. Units of work read and write them in plain SQL (ADR 9).

Blobs are the ids and bytes of the domain; integers named `seq` or `row` are local and never leave
the vault, nor enter `state_hash`. The search index (`index.py`) is a virtual table beside these.
"""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class VaultTable(SQLModel, registry=registry()):
    """Base of the vault's tables; a registry of its own keeps them apart from any other schema."""


class Meta(VaultTable, table=True):
    """Facts about the vault as a whole."""

    key: str = Field(primary_key=True)
    value: bytes


class Me(VaultTable, table=True):
    """The device of this vault and its present incarnation; one row."""

    id: int = Field(primary_key=True)
    secret: bytes
    name: str
    language: str
    writer: bytes
    nonce: bytes
    counter: int  # of the last op


class Device(VaultTable, table=True):
    """Short numbers for device ids, for the op table."""

    no: int = Field(primary_key=True)
    id: bytes = Field(unique=True)


class Space(VaultTable, table=True):
    """A group this vault belongs to, or has asked to join."""

    id: bytes = Field(primary_key=True)
    name: str
    state: str  # active | pending
    hub: int | None
    digest: bytes  # state of the order-free digest over segment and act ids
    joining: bytes  # what the pending join needs again (seed, words); empty once admitted


class Person(VaultTable, table=True):
    """Who a device is in a space, read out of the acts."""

    space: bytes = Field(primary_key=True)
    device: bytes = Field(primary_key=True)
    name: str
    role: str


class EpochKey(VaultTable, table=True):
    """A space key this vault holds."""

    __tablename__ = "epoch_key"
    act: bytes = Field(primary_key=True)
    space: bytes = Field(index=True)
    key: bytes


class Act(VaultTable, table=True):
    """One signed entry of a membership log, as it arrived."""

    seq: int = Field(primary_key=True)
    id: bytes = Field(unique=True)
    space: bytes = Field(index=True)
    author: bytes
    kind: str
    data: bytes
    state: str  # held | parked
    reason: str


class Segment(VaultTable, table=True):
    """One sealed batch of ops: own ones and all that arrived, kept for ever."""

    __table_args__ = (
        Index("segment_chain", "space", "writer", "number"),
        Index("segment_todo", "state", sqlite_where=text("state <> 'applied'")),
    )
    seq: int = Field(primary_key=True)
    id: bytes = Field(unique=True)
    space: bytes
    device: bytes
    writer: bytes
    number: int
    previous: bytes
    epoch: bytes
    state: str  # stored | applied | parked | quarantined | failed
    reason: str
    via: str
    data: bytes  # last: what stands before a big value is read without it


class Op(VaultTable, table=True):
    """One op whose parents are all here. `segment` is 0 while it waits in the outbox."""

    __table_args__ = (
        Index("op_record", "record", "segment"),  # covers whether a record waits to be sent
        Index("op_segment", "segment", "record"),  # covers which records wait to be sent
        Index("op_outbox", "seq", sqlite_where=text("segment = 0")),
    )
    seq: int = Field(primary_key=True)
    id: bytes = Field(unique=True)
    record: int
    device: int
    segment: int
    body: bytes


class WaitingOp(VaultTable, table=True):
    """An op that arrived before one of its parents."""

    __tablename__ = "waiting_op"
    id: bytes = Field(primary_key=True)
    missing: bytes = Field(index=True)
    space: bytes
    device: int
    segment: int
    body: bytes


class Problem(VaultTable, table=True):
    """An op, act, segment or space key that cannot be used as it is: kept with its bytes, counted."""

    id: bytes = Field(primary_key=True)
    space: bytes = Field(index=True)
    item: str  # op | act | segment | key | newer
    reason: str
    segment: int
    device: int
    data: bytes


class Record(VaultTable, table=True):
    """The merged state of one record, and what a list row shows of it."""

    __table_args__ = (
        Index("record_list", "space", "in_bin", "kind", "position"),
        Index("record_newest", "space", "in_bin", "position"),
        Index("record_titles", "space", "in_bin", "kind", "sort_key", "position"),
        Index("record_disputed", "space", "position", sqlite_where=text("disputes > 0")),
    )
    row: int = Field(primary_key=True)
    id: bytes = Field(unique=True)
    space: bytes
    kind: str
    position: int = Field(unique=True)  # newest-first order, and the row in the search index
    title: str
    snippet: str
    place: str
    updated: int
    author: int
    disputes: int
    in_bin: int
    state: bytes
    sort_key: str = Field(sa_column_kwargs={"server_default": ""})  # read from its index alone


class Fresh(VaultTable, table=True):
    """A record that others made or changed since it was last opened here: local, like the dots of a chat."""

    __table_args__ = {"sqlite_with_rowid": False}
    record: bytes = Field(primary_key=True)


class Link(VaultTable, table=True):
    """A standing link of one record to another, by row and by id, for the target may not be here (yet)."""

    __table_args__ = (Index("link_target", "target"),)
    source: int = Field(primary_key=True)
    field: str = Field(primary_key=True)
    target: bytes = Field(primary_key=True)


class RowFiles(VaultTable, table=True):
    """What a list row shows of a record's attachments; a row for each record that has some.

    Beside the record and not in it: a column added behind the state would be read through all of it.
    """

    __tablename__ = "row_files"
    row: int = Field(primary_key=True)
    attachments: int
    voice: int
    thumb: bytes  # root of the first small picture, empty where there is none


class Attached(VaultTable, table=True):
    """Bytes that an attachment of a record consists of: derived from the record's state, as links are."""

    __table_args__ = (Index("attached_root", "root"),)
    source: int = Field(primary_key=True)
    root: bytes = Field(primary_key=True)
    role: str = Field(primary_key=True)  # thumb | file | original
    key: bytes
    size: int


class Blob(VaultTable, table=True):
    """What this laptop has of an attachment's bytes, and whether somebody asked for them."""

    root: bytes = Field(primary_key=True)
    held: int  # all chunks are in the folder, as far as is known
    wanted: int


class BlobSent(VaultTable, table=True):
    """Bytes of which a hub is known to hold every chunk."""

    __tablename__ = "blob_sent"
    hub: int = Field(primary_key=True)
    space: bytes = Field(primary_key=True)
    root: bytes = Field(primary_key=True)


class DueRecord(VaultTable, table=True):
    """A record whose state is behind its ops: to be merged in a transaction of its own."""

    __tablename__ = "due_record"
    row: int = Field(primary_key=True)


class Draft(VaultTable, table=True):
    """What is being typed. `record` is empty for one that does not exist yet.

    Numbers are never given twice: a late save of a finished draft must not land in another one.
    """

    __table_args__ = {"sqlite_autoincrement": True}
    id: int = Field(primary_key=True)
    space: bytes
    record: bytes = Field(index=True)
    kind: str
    heads: bytes
    content: bytes
    updated: int


class Hub(VaultTable, table=True):
    """A hub this vault talks to, with its pinned key."""

    id: int = Field(primary_key=True)
    url: str = Field(unique=True)
    key: bytes
    challenge: bytes
    ticket: str


class HubPlace(VaultTable, table=True):
    """How far this vault has followed one hub's feed of one space."""

    __tablename__ = "hub_place"
    hub: int = Field(primary_key=True)
    space: bytes = Field(primary_key=True)
    position: int
    feed_hash: bytes
    compared: int


class Unsent(VaultTable, table=True):
    """An act or segment that a hub is not known to hold."""

    hub: int = Field(primary_key=True)
    item: bytes = Field(primary_key=True, index=True)
    space: bytes = Field(index=True)
    kind: str  # act | segment


class Invite(VaultTable, table=True):
    """An invite this vault made; the seed opens the join requests that answer it."""

    lookup: bytes = Field(primary_key=True)
    space: bytes
    seed: bytes
    act: bytes
    used: int


class JoinRequest(VaultTable, table=True):
    """A join request that arrived for an invite of this vault."""

    __tablename__ = "join_request"
    id: bytes = Field(primary_key=True)
    space: bytes
    lookup: bytes
    data: bytes
    state: str  # open | approved
