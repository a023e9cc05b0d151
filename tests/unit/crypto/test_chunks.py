"""Chunks of a file: what is sealed opens in its own place, and nowhere else."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.crypto import chunks
from delve_desktop.domain.attachments import CHUNK, Part, chunk_count
from delve_desktop.domain.errors import Damaged
from delve_desktop.domain.ids import BlobId, blob_id

KEY = bytes(range(32))
SIZES = st.sampled_from([0, 1, 255, 256, 257, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 300])


def sealed(data: bytes) -> tuple[Part, list[bytes], bytes]:
    """The part, its chunks, and its list."""
    size = len(data)
    made = [
        chunks.seal_chunk(KEY, size, index, data[index * CHUNK : (index + 1) * CHUNK])
        for index in range(chunk_count(size))
    ]
    listed = chunks.seal_list(KEY, size, [blob_id(one) for one in made])
    root = blob_id(listed if len(made) > 1 else made[0])
    return Part("file", root, KEY, size), made, listed


@given(SIZES, st.integers(0, 2**32))
def test_what_is_sealed_comes_back(size: int, seed: int) -> None:
    data = random.Random(seed).randbytes(size)
    part, made, listed = sealed(data)
    names = chunks.open_list(part, listed) if len(made) > 1 else [part.root]
    assert names == [blob_id(one) for one in made]
    opened = [chunks.open_chunk(part, place, names[place], one) for place, one in enumerate(made)]
    assert b"".join(opened) == data
    total = sum(map(len, made)) + (len(listed) if len(made) > 1 else 0)
    assert total == chunks.sealed_total(size)
    assert all(len(one) <= CHUNK + 16 and len(one) % 256 == 16 for one in made)


@given(SIZES, st.integers(0, 2**32), st.data())
def test_inv11_any_flipped_bit_of_a_chunk_is_noticed(size: int, seed: int, data: st.DataObject) -> None:
    part, made, _ = sealed(random.Random(seed).randbytes(size))
    place = data.draw(st.integers(0, len(made) - 1))
    broken = bytearray(made[place])
    at = data.draw(st.integers(0, len(broken) - 1))
    broken[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Damaged):  # by its name
        chunks.open_chunk(part, place, blob_id(made[place]), bytes(broken))
    with pytest.raises(Damaged):  # and by its seal, whatever it is called
        chunks.open_chunk(part, place, blob_id(bytes(broken)), bytes(broken))


def test_a_chunk_opens_in_no_other_place_file_or_length() -> None:
    part, made, listed = sealed(bytes(3 * CHUNK))
    first, second = made[0], made[1]
    with pytest.raises(Damaged, match="does not open"):
        chunks.open_chunk(part, 1, blob_id(first), first)
    longer = Part("file", part.root, KEY, 4 * CHUNK)
    with pytest.raises(Damaged, match="does not open"):
        chunks.open_chunk(longer, 0, blob_id(first), first)
    with pytest.raises(Damaged, match="does not open"):
        chunks.open_chunk(Part("file", part.root, bytes(32), 3 * CHUNK), 1, blob_id(second), second)
    with pytest.raises(Damaged, match="another size"):
        chunks.open_list(longer, listed)
    with pytest.raises(Damaged, match="not what its name"):
        chunks.open_list(Part("file", BlobId(bytes(32)), KEY, 3 * CHUNK), listed)


def test_equal_chunks_of_one_file_are_sealed_differently() -> None:
    _, made, _ = sealed(bytes(2 * CHUNK))
    assert made[0] != made[1]
