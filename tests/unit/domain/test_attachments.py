"""What a record says of an attachment: what fits, what does not, and names that do no harm."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.attachments import (
    CHUNK,
    LARGEST,
    MAX_CHUNKS,
    MAX_NAME,
    chunk_count,
    parts_of,
    safe_name,
)
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import FIELDS, check
from delve_desktop.domain.ops import encode_value

PART = {"type": "image/jpeg", "size": 9, "root": "ab" * 32, "key": "cd" * 32, "width": 4, "height": 3}
WHOLE: dict[str, Any] = {
    "name": "Pond.jpg",
    **PART,
    "caption": "The lining, seen from the road",
    "thumb": {**PART, "root": "01" * 32},
    "original": {**PART, "root": "02" * 32},
}


def test_every_kind_takes_attachments_and_a_full_map_fits() -> None:
    for kind in FIELDS:
        check(kind, "attachments", WHOLE)
        check(kind, "attachments", {name: WHOLE[name] for name in ("name", "type", "size", "root", "key")})


@pytest.mark.parametrize(
    "change",
    [
        {"name": "../../x"},
        {"name": "a\u202egpj.exe"},
        {"name": "CON.txt"},
        {"name": ""},
        {"name": "é" * MAX_NAME},
        {"type": "image"},
        {"type": "Image/JPEG"},
        {"size": -1},
        {"size": LARGEST + 1},
        {"size": True},
        {"size": "9"},
        {"root": "AB" * 32},
        {"root": b"\xab" * 32},
        {"key": "cd"},
        {"width": 0},
        {"seconds": -1},
        {"caption": "two\nlines"},
        {"caption": "é" * 300},
        {"thumb": "ab" * 32},
        {"thumb": {"root": "ab" * 32}},
        {"original": {**PART, "thumb": PART}},
        {"url": "https://example.org/x"},
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_with_a_sentence(change: dict[str, Any]) -> None:
    with pytest.raises(InvalidContent, match=r"\.$"):
        check("note", "attachments", {**WHOLE, **change})


def test_the_longest_map_stays_within_the_limit_of_its_field() -> None:
    longest = {**WHOLE, "name": "x" * 196 + ".jpg", "caption": "y" * 500, "seconds": 10_000_000}
    for part in (longest, longest["thumb"], longest["original"]):
        part.update(size=LARGEST, width=100_000, height=100_000, type="application/" + "z" * 40)
    check("note", "attachments", longest)
    assert len(encode_value(longest)) < 1_600


def test_a_file_of_the_greatest_size_has_a_list_that_fits_into_one_chunk() -> None:
    assert chunk_count(LARGEST) == MAX_CHUNKS
    assert MAX_CHUNKS * 32 <= CHUNK
    assert [chunk_count(size) for size in (0, 1, CHUNK, CHUNK + 1)] == [1, 1, 1, 2]


@given(st.text(max_size=300))
def test_a_safe_name_is_safe_and_stays_as_it_is(name: str) -> None:
    made = safe_name(name)
    assert made == safe_name(made)
    assert 0 < len(made.encode("utf-8", "replace")) <= MAX_NAME + 4
    assert not set(made) & set('/\\:*?"<>|\x00\n\u202e\u2066')
    assert made not in (".", "..")


def test_the_parts_of_a_map_are_read_with_care() -> None:
    assert [(part.role, part.root.hex()[:2]) for part in parts_of(WHOLE)] == [
        ("thumb", "01"),
        ("file", "ab"),
        ("original", "02"),
    ]
    for strange in (None, 3, "x", [], {"root": "ab" * 32}, {**PART, "size": 2**60}, {**PART, "key": 5}):
        assert list(parts_of(strange)) == []
    assert WHOLE["key"] not in repr(next(parts_of(WHOLE)))


def test_no_name_ends_or_begins_as_some_systems_leave_off() -> None:
    """Windows opens `run.exe.` as `run.exe`, and would not see it among names that end in `.exe`."""
    assert safe_name("run.exe. .") == "run.exe"
    assert safe_name(" .profile") == "profile"
