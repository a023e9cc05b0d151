from __future__ import annotations

import contextlib
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.interchange.items import Item
from delve_desktop.interchange.jsonlines import MAX_LINE, format_item, parse, read

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
scalars = (
    texts | st.integers(-(2**63), 2**63) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
)
values = scalars | st.lists(scalars, max_size=4)
names = texts.filter(lambda name: name and name not in ("kind", "origin", "id", "versions"))


@given(
    kind=texts.filter(bool),
    fields=st.dictionaries(names, values, max_size=5),
    origin=texts,
    own_id=texts,
    versions=st.dictionaries(names, st.lists(scalars, min_size=1, max_size=3), max_size=2),
)
def test_what_is_written_is_read_back(kind, fields, origin, own_id, versions):
    item = Item(kind, fields, origin, own_id, versions)
    line = format_item(item)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert parse(line) == item


@given(st.binary(max_size=200))
def test_any_bytes_give_an_item_or_one_error(line):
    with contextlib.suppress(InvalidContent):
        parse(line)


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'"note"',
        b"{}",
        b'{"kind":7}',
        b'{"kind":"' + b"k" * 65 + b'"}',
        b'{"kind":"note","origin":["a"]}',
        b'{"kind":"note","title":18446744073709551616}',
        b'{"kind":"note","title":' + b"[" * 30 + b"]" * 30 + b"}",
        b'{"kind":"note","title":' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"kind":"note","title":"\xff"}',
        b'{"kind":"note","title":"\\ud800"}',
        b'{"kind":"note","versions":[1]}',
        b'{"kind":"note","versions":{"title":[]}}',
        b'{"kind":"note"} {"kind":"note"}',
    ],
)
def test_what_does_not_fit_is_refused(line):
    with pytest.raises(InvalidContent):
        parse(line)


def test_null_is_no_value():
    assert parse(b'{"kind":"note","title":null}').fields == {}


def test_lines_are_counted_empty_ones_and_a_byte_order_mark_passed_over():
    file = io.BytesIO(b'\xef\xbb\xbf{"kind":"note"}\r\n\n{"kind":"contact"}')
    assert [(number, item.kind) for number, item in read(file, "x")] == [(1, "note"), (3, "contact")]


def test_an_error_names_the_file_and_the_line():
    with pytest.raises(InvalidContent, match=r"notes\.jsonl line 2: "):
        list(read(io.BytesIO(b'{"kind":"note"}\n{"kind"\n'), "notes.jsonl"))


def test_a_line_without_end_is_not_read_into_memory():
    class Endless(io.RawIOBase):
        asked = 0

        def readline(self, size: Any = -1) -> bytes:
            assert 0 < size <= MAX_LINE + 1
            return b"x" * size

    with pytest.raises(InvalidContent, match="longer"):
        list(read(Endless(), "endless"))  # type: ignore[arg-type]
