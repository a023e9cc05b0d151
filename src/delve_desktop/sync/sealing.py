"""Sealing the outbox: ops become segments of this writer, when a transport asks for them.

Segments are made outside any transaction and stored in short ones, a few at a time, each with the end
of the chain it continues; what is killed between two of them is sealed again from the outbox.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from delve_desktop.crypto import envelope
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.ids import ActId, SegmentId, SpaceId, WriterId
from delve_desktop.protocol import limits
from delve_desktop.protocol import segment as segments
from delve_desktop.store.rows import OutgoingOp, StoredSegment

from .local import Local
from .members import membership_of
from .permits import why_not_written
from .taking import grow_digest, note_unsent

OPS_AT_ONCE: Final = 2048  # ops read from the outbox for one turn
STORED_AT_ONCE: Final = 12  # segments a transaction stores
USUAL_RATIO: Final = 3  # raw bytes of ops to sealed ones, before the first segment has told
SMALLEST_SLICE: Final = 8 * limits.KIB
LARGEST_SLICE: Final = 384 * limits.KIB


@dataclass(frozen=True, slots=True)
class Chain:
    """Where the next segment continues, and the key it is sealed under."""

    space: SpaceId
    writer: WriterId
    number: int
    previous: SegmentId
    epoch: ActId
    key: EpochKey


@dataclass(frozen=True, slots=True)
class SealedSlice:
    """A segment made here, with the outbox places of its ops."""

    row: StoredSegment
    ops: tuple[int, ...]


def seal_outbox(local: Local, space: SpaceId) -> int:
    """Seal all ops of a space's outbox; returns how many ops. Where nothing can be written they stay."""
    sealed = 0
    while not local.cancelled():
        chain, ops = _next_turn(local, space)
        if chain is None or not ops:
            break
        made = list(make_segments(local, chain, ops))
        if not all(_store(local, chain, part) for part in _parts(made)):
            continue  # the chain moved on meanwhile: what was not stored is made anew
        sealed += len(ops)
    return sealed


def _next_turn(local: Local, space: SpaceId) -> tuple[Chain | None, list[OutgoingOp]]:
    with local.vault.read() as unit:
        if not unit.outgoing_count(space):
            return None, []
        membership = membership_of(unit, space)
        epoch = membership.usable_epoch()
        key = unit.epoch_keys(space).get(epoch) if epoch is not None else None
        may_write = not why_not_written(membership, local.identity.device)
        if epoch is None or key is None or not (may_write and membership.is_member(local.identity.device)):
            return None, []
        writer = unit.identity().writer
        head = unit.chain_head(space, writer)
        number, previous = (head.number + 1, head.id) if head else (1, segments.FIRST)
        chain = Chain(space, writer, number, previous, epoch, EpochKey(key))
        return chain, unit.outgoing_ops(space, OPS_AT_ONCE)


def make_segments(local: Local, chain: Chain, ops: Sequence[OutgoingOp]) -> Iterator[SealedSlice]:
    """Cut ops into slices that compress to about the target size, and seal each."""
    number, previous = chain.number, chain.previous
    target = limits.SEGMENT_TARGET if len(ops) < OPS_AT_ONCE else limits.SEGMENT_TARGET_BULK
    aim = target * USUAL_RATIO
    at = 0
    while at < len(ops):
        part, plaintext = _pack(ops[at:], aim)
        row = _seal(local, chain, number, previous, plaintext)
        yield SealedSlice(row, tuple(op.seq for op in part))
        raw = sum(len(op.body) for op in part)
        aim = min(max(raw * target // len(row.data), SMALLEST_SLICE), LARGEST_SLICE)
        number, previous = number + 1, row.id
        at += len(part)


def _pack(ops: Sequence[OutgoingOp], aim: int) -> tuple[Sequence[OutgoingOp], bytes]:
    """The first ops, about `aim` bytes of them and fewer where they would not fit, and their plaintext."""
    count = raw = 0
    for op in ops:
        if count and (raw + len(op.body) > aim or count == limits.OPS_PER_SEGMENT_MAX):
            break
        raw += len(op.body)
        count += 1
    while True:
        try:
            return ops[:count], segments.pack_ops([op.body for op in ops[:count]])
        except Malformed:
            if count == 1:
                raise
            count //= 2


def _seal(local: Local, chain: Chain, number: int, previous: SegmentId, plaintext: bytes) -> StoredSegment:
    salt = local.random(segments.SALT_SIZE)
    blank = segments.Header(
        space=chain.space,
        device=local.identity.device,
        writer=chain.writer,
        number=number,
        previous=previous,
        epoch=chain.epoch,
        salt=salt,
        length=segments.ciphertext_size(plaintext),
        commitment=bytes(envelope.COMMITMENT_SIZE),
    )
    keys = envelope.derive(chain.key, salt, blank.prefix())
    header = replace(blank, commitment=keys.commitment)
    packed = header.pack()
    ciphertext = envelope.seal(keys, packed, plaintext)
    signature = local.identity.sign(segments.TAG, packed, ciphertext)
    data = segments.join(header, ciphertext, signature)
    return StoredSegment(
        id=segments.segment_id(data),
        space=chain.space,
        device=header.device,
        writer=chain.writer,
        number=number,
        previous=previous,
        epoch=chain.epoch,
        data=data,
        state="applied",  # its ops were integrated when they were minted
        via="",
    )


def _parts(made: Sequence[SealedSlice]) -> Iterator[Sequence[SealedSlice]]:
    for start in range(0, len(made), STORED_AT_ONCE):
        yield made[start : start + STORED_AT_ONCE]


def _store(local: Local, chain: Chain, part: Sequence[SealedSlice]) -> bool:
    """Store some segments; False, changing nothing, when the chain no longer ends where they begin."""
    first = part[0].row
    with local.vault.write() as unit:
        head = unit.chain_head(chain.space, chain.writer)
        end = head.id if head else segments.FIRST
        if unit.identity().writer != chain.writer or end != first.previous:
            return False
        for one in part:
            unit.add_own_segment(one.row, one.ops)
        grow_digest(unit, chain.space, [one.row.id for one in part])
        note_unsent(unit, chain.space, (), [one.row for one in part])
    return True
