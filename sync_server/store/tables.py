"""The tables of a hub. What people wrote is in `item.data` only, as ciphertext.

The integers named `no` and `position` are the hub's own; ids and bytes are those of the protocol.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class HubTable(SQLModel, registry=registry()):
    """Base of the hub's tables; a registry of its own keeps them apart from any other schema."""


class Meta(HubTable, table=True):
    """Facts about the hub as a whole: schema version, the seed of its signing key."""

    key: str = Field(primary_key=True)
    value: bytes


class Space(HubTable, table=True):
    """A space that is open on this hub, and the head of its feed."""

    no: int = Field(primary_key=True)
    id: bytes = Field(unique=True)
    position: int = Field(sa_type=BigInteger)  # of the last item; 0 when there is none
    feed_hash: bytes
    digest: bytes  # state of the order-free digest over all item ids
    acts: bytes  # the feed hash over the acts alone: it names the set that membership was read from
    size: int = Field(sa_type=BigInteger)  # bytes of all items


class Item(HubTable, table=True):
    """One entry of a space's feed: a signed act or a segment, as its exact bytes.

    `data` comes last, so that reading the other columns leaves its overflow pages alone.
    """

    __table_args__ = (
        Index("item_id", "space", "id", unique=True),
        Index("item_kind", "space", "kind", "position"),
        Index("item_chain", "space", "writer", "number"),
    )

    space: int = Field(primary_key=True)
    position: int = Field(primary_key=True, sa_type=BigInteger)
    kind: int
    id: bytes
    size: int
    feed_hash: bytes  # after this entry
    via: bytes  # the device that brought it
    device: bytes  # the device that signed it
    writer: bytes | None  # of a segment, as are the next two
    number: int | None = Field(sa_type=BigInteger)
    previous: bytes | None
    data: bytes


class Device(HubTable, table=True):
    """The challenge that a device must sign its next request over."""

    id: bytes = Field(primary_key=True)
    challenge: bytes


class Ticket(HubTable, table=True):
    """A ticket that was given out, by the hash of its secret, and the space it opened."""

    secret_hash: bytes = Field(primary_key=True)
    space: bytes | None


class Invite(HubTable, table=True):
    """An invite act that counts, by its lookup id."""

    lookup: bytes = Field(primary_key=True)
    space: int = Field(index=True)
    act: bytes
    verify: bytes
    used: bool


class JoinRequest(HubTable, table=True):
    """The one join request that waits at an invite."""

    lookup: bytes = Field(primary_key=True)
    request: bytes


class Fork(HubTable, table=True):
    """A writer that has two different segments of one number."""

    space: int = Field(primary_key=True)
    device: bytes = Field(primary_key=True)
    writer: bytes = Field(primary_key=True)


class Chunk(HubTable, table=True):
    """One sealed chunk of an attachment that the hub keeps for a space; its bytes are a file."""

    space: int = Field(primary_key=True)
    id: bytes = Field(primary_key=True)
    size: int
    via: bytes  # the device that brought it
