"""Devices and items for the tests of the protocol and of the hub: seeded, so that bytes repeat."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from delve_desktop.crypto.identity import Identity
from delve_desktop.domain.ids import ActId, DeviceId, SegmentId, SpaceId, WriterId, new_writer
from delve_desktop.protocol import segment


@dataclass
class Chain:
    """A device and its writer, making segments with random bytes for ciphertext."""

    seed: int
    space: SpaceId
    writer: WriterId = field(init=False)
    last: SegmentId = segment.FIRST
    number: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.identity = Identity.create(self.random.randbytes)
        self.writer = new_writer(self.identity.device, self.random.randbytes(16))

    @property
    def device(self) -> DeviceId:
        return self.identity.device

    def fork(self) -> Chain:
        """A copied laptop: the same keys and writer at the same point of the chain."""
        copy = Chain(self.seed, self.space)
        copy.writer, copy.last, copy.number = self.writer, self.last, self.number
        copy.random = random.Random(self.seed + 1)
        return copy

    def next(self, size: int = 256) -> bytes:
        """The next segment of the chain; the plaintext would have `size` bytes."""
        self.number += 1
        header = segment.Header(
            space=self.space,
            device=self.device,
            writer=self.writer,
            number=self.number,
            previous=self.last,
            epoch=ActId(bytes(32)),
            salt=self.random.randbytes(16),
            length=size + segment.AEAD_TAG_SIZE,
            commitment=self.random.randbytes(32),
        )
        ciphertext = self.random.randbytes(header.length)
        signature = self.identity.sign(segment.TAG, header.pack(), ciphertext)
        data = segment.join(header, ciphertext, signature)
        self.last = segment.segment_id(data)
        return data
