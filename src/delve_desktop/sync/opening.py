"""Opening a stored segment: membership and key first, then decryption, then the ops in it.

The signature was verified before the segment was stored; nothing of the content is used before the
author is known as a member and the authenticated decryption has passed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from delve_desktop.crypto import envelope
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import ActId, OpId, op_id
from delve_desktop.domain.membership import Membership, Source, Verdict, valid_op
from delve_desktop.domain.ops import decode
from delve_desktop.protocol import segment as segments
from delve_desktop.store.rows import IncomingOp, StoredSegment

from .permits import why_not_merged


class NotYet(DelveError):
    """The segment cannot be read with what is here now: it waits for an act, a key or a newer program."""


class Quarantined(DelveError):
    """Its author may not write in the space: its ops are kept, and not merged."""


@dataclass(frozen=True, slots=True)
class UnreadableOp:
    """One op of a segment that is malformed or of a newer version."""

    id: OpId
    body: bytes
    reason: str


@dataclass(slots=True)
class Opened:
    """The content of a segment."""

    segment: StoredSegment
    ops: list[IncomingOp] = field(default_factory=list)
    unreadable: list[UnreadableOp] = field(default_factory=list)


def open_segment(stored: StoredSegment, membership: Membership, keys: Mapping[ActId, bytes]) -> Opened:
    """The ops of a segment. Raises `NotYet`, `Quarantined`, `UnknownVersion`, `Damaged` or `Malformed`."""
    if reason := why_not_merged(membership):
        raise NotYet(reason)
    verdict = valid_op(membership, Source(stored.device, stored.writer, stored.number))
    if verdict is Verdict.UNKNOWN:
        raise NotYet("Its author is no member as far as the acts here tell.")
    if verdict is Verdict.QUARANTINED:
        raise Quarantined("Its author may read in this space and not write.")
    segment = segments.split(stored.data)
    header = segment.header
    if membership.protocol_floor > segments.VERSION:
        raise Quarantined("It is of a lower version than the space requires.")
    if header.epoch not in membership.epochs:
        raise NotYet("It is sealed under an epoch that does not count here.")
    key = keys.get(header.epoch)
    if key is None:
        raise NotYet("The key of its epoch is not here.")
    segment_keys = envelope.derive(EpochKey(key), header.salt, header.prefix())
    plaintext = envelope.unseal(segment_keys, segment.header_bytes, segment.ciphertext)
    return _read_ops(stored, segments.unpack_ops(plaintext))


def _read_ops(stored: StoredSegment, bodies: list[bytes]) -> Opened:
    opened = Opened(stored)
    for body in bodies:
        name = op_id(stored.space, stored.device, body)
        try:
            op = decode(body)
        except DelveError as error:
            opened.unreadable.append(UnreadableOp(name, body, str(error)))
            continue
        opened.ops.append(IncomingOp(name, stored.device, body, op, stored.seq))
    return opened
