"""Physical lines, cards and joined lines, with the line ends and folds of every vendor."""

from __future__ import annotations

import codecs
import io
from typing import Any

import pytest

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.interchange import vcard_lines
from delve_desktop.interchange.vcard_lines import (
    BLOCK,
    MAX_CARD,
    MAX_FILE,
    MAX_LINES,
    MAX_NESTED,
    Line,
    cards,
    joined,
    physical_lines,
    version_of,
)

from .vcard_cards import card, items, lines


def physical(data: bytes) -> list[bytes]:
    return [line.data for line in physical_lines(io.BytesIO(data))]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_lines_end_in_each_way(end):
    found = list(physical_lines(io.BytesIO(end.join([b"a", b"", b"bc", b""]))))
    assert found == [Line(1, b"a"), Line(2, b""), Line(3, b"bc")]


@pytest.mark.parametrize("before", range(BLOCK - 3, BLOCK + 2))
def test_a_line_end_between_two_blocks_is_one(before):
    assert physical(b"x" * before + b"\r\ny") == [b"x" * before, b"y"]
    assert physical(b"x" * before + b"\ry\r") == [b"x" * before, b"y"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_read_by_its_mark(encoding):
    mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    data = mark + card("FN:Ñandú 🪨", ends="\r\n").decode().encode(encoding)
    assert [one.fields["name"] for one in items(data)] == ["Ñandú 🪨"]
    with pytest.raises(InvalidContent, match=r"^cards\.vcf is not UTF-16"):
        items(data[:-1])


def test_a_mark_of_utf_8_is_passed_over():
    assert [one.fields["name"] for one in items(codecs.BOM_UTF8 + card("FN:Awa"))] == ["Awa"]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_cards_follow_each_other_with_empty_lines_between(end):
    gap = end.encode() * 3
    data = gap + card("FN:Awa", ends=end) + gap + card("FN:Bo", ends=end) + b"  " + gap
    assert [one.fields["name"] for one in items(data)] == ["Awa", "Bo"]


def test_an_empty_file_holds_no_card():
    assert items(b"") == items(b"\r\n\r\n") == []


@pytest.mark.parametrize(
    "given, version, expected",
    [
        (["NOTE:one", " two"], "4.0", "NOTE:onetwo"),
        (["NOTE:one", "\ttwo", "  three"], "3.0", "NOTE:onetwo three"),
        (["NOTE:one", " two"], "2.1", "NOTE:one two"),
        (["NOTE;QUOTED-PRINTABLE:one=", "two=20=", " three=", ""], "2.1", "NOTE:onetwo  three"),
        (["NOTE;ENCODING=quoted-printable:one=  ", "two"], "2.1", "NOTE:onetwo"),
        (["NOTE;ENCODING=QUOTED-PRINTABLE:=C3=", "=91"], "3.0", "NOTE:Ñ"),
        (["PHOTO;BASE64;GIF:", " R0lG", "  ODlh"], "3.0", "PHOTO:data:image/gif;base64,R0lGODlh"),
        (
            ["PHOTO;ENCODING=b;TYPE=GIF:R0lG", "ODlh", "", "FN:x"],
            "2.1",
            "PHOTO:data:image/gif;base64,R0lGODlh",
        ),
        (["PHOTO;GIF;ENCODING=BASE64:R0lG", "ODlh", "FN:x"], "2.1", "PHOTO:data:image/gif;base64,R0lGODlh"),
    ],
)
def test_what_a_vendor_broke_is_joined(given, version, expected):
    assert lines(*given, version=version)[0] == expected


def test_a_fold_may_lie_within_a_letter():
    data = "NOTE:Ñandú".encode()
    assert lines(data[:6], b" " + data[6:]) == ["NOTE:Ñandú"]


def test_the_end_of_a_card_is_no_part_of_a_value():
    assert lines("NOTE;QUOTED-PRINTABLE:one=", version="2.1") == ["NOTE:one"]


def test_a_nested_card_is_read_with_its_own_version_and_kept_whole():
    inner = ["AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN;QUOTED-PRINTABLE:Bo=C3=\r\n=AB", "END:VCARD"]
    (agent, name) = lines(*inner, "FN:Awa", version="2.1")
    assert agent == r"AGENT:BEGIN:VCARD\nVERSION:3.0\nFN:Boë\nEND:VCARD\n"
    assert name == "FN:Awa"


def test_the_version_is_that_of_the_card_itself():
    inner = ["AGENT:", "BEGIN:VCARD", "VERSION:2.1", "END:VCARD", "VERSION:3.0"]
    (found,) = cards(physical_lines(io.BytesIO(card(*inner, version=""))))
    assert version_of(found) == "3.0"
    assert [line.data for line in joined(found, old=False)] == [b"AGENT:", b"VERSION:3.0"]


@pytest.mark.parametrize(
    "data, sentence",
    [
        (b"BEGIN:VCARD\nFN:x\n", "line 1: the card that begins here has no end"),
        (b"\n\nFN:x\n", "line 3: this is no card"),
        (b"BEGIN:VCARD\nEND:VCARD\nEND:VCARD\n", "line 3: this is no card"),
        (card("FN:x", "BEGIN:VCARD", "END:VCARD"), "line 4: a card begins within another"),
        (card("FN"), "line 3: this is no property: a colon is missing"),
        (card(":x"), "line 3: this is no property: its name is missing"),
        (card("a b:x"), "line 3: this is no property"),
        (card("FN:x", "NOTE;X Y=1:z"), "line 4: 'X Y' is no name of a parameter"),
        (card("FN:x", version="5.0"), "line 1: version '5.0' of vCard is not known"),
        (card(b"FN:\xff"), "line 3: this is not utf-8"),
        (card("FN;CHARSET=klingon:x"), "line 3: the character set 'klingon' is not known"),
        (card("FN;CHARSET=unicode_escape:x"), "line 3: the character set 'unicode_escape' is not known"),
        (card("FN;CHARSET=us-ascii:Ñ"), "line 3: this is not ascii"),
        (card("N" + ";X=1" * 200 + ":x"), "line 3: this property has more than 100 parameters"),
        (card("N;X=" + "1," * 200 + ":x"), "line 3: a parameter has more than 100 values"),
        (b"BEGIN:VCARD\n" * (MAX_NESTED + 1), f"line {MAX_NESTED + 1}: more than {MAX_NESTED} cards"),
        (card("x:\n" * (MAX_LINES + 1)), f"line 1: this card has more than {MAX_CARD} bytes or {MAX_LINES}"),
        (card("x:\n" * 6000), "line 1: this card has more than 1000 properties"),
        (card("NOTE:" + "x" * (MAX_CARD - 100), "NOTE:" + "x" * 100), "line 1: this card has more than"),
        (card("NOTE:" + "x" * MAX_CARD), f"line 3: it is longer than {MAX_CARD} bytes"),
    ],
)
def test_what_is_no_card_is_named_with_its_line(data, sentence):
    with pytest.raises(InvalidContent) as caught:
        items(data)
    assert str(caught.value).startswith(f"cards.vcf {sentence}")


class Endless(io.RawIOBase):
    """A file that never ends; only what is asked for is made."""

    def __init__(self, piece: bytes) -> None:
        super().__init__()
        self.piece = piece
        self.given = 0

    def read(self, size: Any = -1) -> bytes:
        assert 0 < size <= BLOCK
        self.given += size
        return (self.piece * (size // len(self.piece) + 1))[:size]


def test_a_line_without_end_is_not_read_into_memory():
    file = Endless(b"x")
    with pytest.raises(InvalidContent, match="line 1: it is longer"):
        list(cards(physical_lines(file)))  # type: ignore[arg-type]
    assert file.given <= MAX_CARD + 2 * BLOCK


def test_a_file_without_end_is_not_read_for_ever(monkeypatch):
    monkeypatch.setattr(vcard_lines, "MAX_FILE", 1024 * 1024)
    file = Endless(card("FN:x"))
    with pytest.raises(InvalidContent, match=r"^is longer than 1048576 bytes"):
        list(physical_lines(file))  # type: ignore[arg-type]
    assert MAX_FILE == 64 * 1024 * 1024
