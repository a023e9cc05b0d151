"""Pictures made fit to travel: upright, small, without the place; and hostile ones, which do no harm."""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zlib

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.attachments import pictures
from delve_desktop.services.attachments.picture_places import without_place
from delve_desktop.services.attachments.pictures import (
    PictureChoice,
    Prepared,
    Rendition,
    is_picture,
    prepare,
)

from .conftest import PLACE, photo

GPS = 0x8825


def opened(form: Rendition | None) -> PIL.Image.Image:
    assert form is not None
    image = PIL.Image.open(io.BytesIO(form.data))
    image.load()
    assert image.size == (form.width, form.height)
    return image


def test_a_big_picture_becomes_a_copy_and_a_small_one() -> None:
    made = prepare(photo(3200, 2400))
    assert opened(made.copy).size == (1600, 1200)
    assert opened(made.thumb).size == (256, 192)
    assert len(made.thumb.data) <= pictures.THUMB_MOST
    assert made.original is None


def test_a_small_picture_is_not_made_bigger() -> None:
    made = prepare(photo(300, 200))
    assert opened(made.copy).size == (300, 200)


def test_the_small_picture_of_pure_noise_stays_near_its_size() -> None:
    noise = PIL.Image.frombytes("RGB", (256, 256), random.Random(3).randbytes(256 * 256 * 3))
    out = io.BytesIO()
    noise.save(out, "PNG")
    assert len(prepare(out.getvalue()).thumb.data) <= 1.2 * pictures.THUMB_MOST


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_turned_upright(turn: int) -> None:
    image = PIL.Image.new("RGB", (64, 32), "white")
    image.paste("red", (0, 0, 16, 16))  # a red corner, top left as the sensor saw it
    exif = PIL.Image.Exif()
    exif[0x0112] = turn
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, exif=exif.tobytes(), subsampling=0)
    made = opened(prepare(out.getvalue()).copy)
    assert made.size == ((64, 32) if turn < 5 else (32, 64))
    width, height = made.size
    right, below = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[
        turn
    ]
    red = made.getpixel((right * (width - 9) + 4, below * (height - 9) + 4))
    assert isinstance(red, tuple)
    assert red[0] > 200
    assert red[1] < 80


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_place_travels_only_when_the_person_keeps_it(kind: str, keep: bool) -> None:
    choice = PictureChoice(keep_original=keep or kind != "WEBP", keep_location=keep)
    made = prepare(photo(kind=kind), choice)
    for form in (made.copy, made.thumb, made.original):
        if form is None:
            continue
        with PIL.Image.open(io.BytesIO(form.data)) as image:
            place = dict(image.getexif().get_ifd(GPS))
            assert bool(place) == (keep and form is not made.thumb)
            assert image.getexif().get(0x010F) == ("Kamera" if keep and form is made.original else None)
        if not keep:
            assert b"GPS" not in form.data


def test_of_a_kind_whose_place_cannot_be_taken_out_the_original_is_refused() -> None:
    with pytest.raises(InvalidContent, match="keep the place"):
        prepare(photo(kind="WEBP"), PictureChoice(keep_original=True))


def test_an_original_without_its_place_has_every_pixel_as_it_was() -> None:
    for kind in ("JPEG", "PNG"):
        data = photo(321, 123, kind=kind, turn=6)
        kept = without_place(data, kind)
        with PIL.Image.open(io.BytesIO(data)) as before, PIL.Image.open(io.BytesIO(kept)) as after:
            assert before.tobytes() == after.tobytes()
            if kind == "JPEG":
                assert after.getexif().get(0x0112) == 6


def test_what_hides_behind_a_picture_is_left_out() -> None:
    data = photo() + b"a film with a place GPS"
    assert b"GPS" not in without_place(data, "JPEG")
    xmp = b"http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>2,54S</exif:GPSLatitude>"
    with_xmp = data[:2] + b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp + data[2:]
    assert b"GPSLatitude" in with_xmp
    assert b"GPSLatitude" not in without_place(with_xmp, "JPEG")


@pytest.mark.parametrize("kind", ["JPEG", "GIF"])
def test_no_form_says_what_a_comment_said(kind: str) -> None:
    out = io.BytesIO()
    PIL.Image.new("RGB", (640, 480), "red").save(out, kind, comment=b"shaft 3, 2.87 S 32.23 E")
    made = prepare(out.getvalue(), PictureChoice(keep_original=kind == "JPEG"))
    for form in (made.copy, made.thumb, made.original):
        assert form is None or b"2.87 S" not in form.data


@pytest.mark.parametrize("number", [3, 4, 5, 6, 11, 15])
def test_what_makers_of_cameras_write_for_themselves_is_left_out(number: int) -> None:
    said = b"GoPro\0GPS5 2.54 S 32.12 E"
    data = photo()
    with_place = data[:2] + bytes((0xFF, 0xE0 + number)) + struct.pack(">H", len(said) + 2) + said + data[2:]
    assert b"GPS5" not in without_place(with_place, "JPEG")


def test_a_piece_of_a_png_that_is_not_known_is_left_out() -> None:
    data = photo(kind="PNG")
    said = b"GPS5 2.54 S 32.12 E"
    piece = struct.pack(">I", len(said)) + b"caBX" + said + struct.pack(">I", zlib.crc32(b"caBX" + said))
    with_place = data[:33] + piece + data[33:]  # behind IHDR
    kept = without_place(with_place, "PNG")
    assert b"GPS5" not in kept
    with PIL.Image.open(io.BytesIO(data)) as before, PIL.Image.open(io.BytesIO(kept)) as after:
        assert before.tobytes() == after.tobytes()


def test_what_gives_a_png_its_colours_stays() -> None:
    out = io.BytesIO()
    image = PIL.Image.new("P", (40, 30))
    image.putpalette([200, 30, 30, 0, 90, 0])
    image.save(out, "PNG", transparency=1, dpi=(300, 300), gamma=0.45)
    assert without_place(out.getvalue(), "PNG") == out.getvalue()


def test_the_place_that_is_kept_is_the_one_that_was_there() -> None:
    made = prepare(photo(2000, 1000), PictureChoice(keep_location=True))
    with PIL.Image.open(io.BytesIO(made.copy.data)) as image:
        assert {key: image.getexif().get_ifd(GPS)[key] for key in (1, 3)} == {1: PLACE[1], 3: PLACE[3]}


def test_a_drawing_travels_as_png_when_that_is_smaller_and_white_where_it_was_clear() -> None:
    drawing = PIL.Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    drawing.paste((255, 0, 0, 255), (10, 10, 60, 60))
    out = io.BytesIO()
    drawing.save(out, "PNG")
    made = prepare(out.getvalue())
    assert made.copy.type == "image/png"
    assert opened(made.copy).convert("RGB").getpixel((399, 299)) == (255, 255, 255)


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it has so many points."""

    def piece(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + piece(b"IDAT", rows) + piece(b"IEND", b"")


@pytest.mark.parametrize("size", [(50_000, 50_000), (2**31 - 1, 1), (100_000, 10)])
def test_a_picture_that_says_it_is_huge_takes_no_memory(size: tuple[int, int]) -> None:
    data = bomb(*size)
    tracemalloc.start()
    with pytest.raises(InvalidContent):
        prepare(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000


def test_a_picture_with_one_side_too_long_is_not_decoded() -> None:
    with pytest.raises(InvalidContent, match="too many"):
        prepare(bomb(60_001, 10))


@given(st.integers(0, 2**32), st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_a_damaged_picture_is_refused_or_read_and_nothing_else(seed: int, kind: str) -> None:
    rng = random.Random(seed)
    data = bytearray(photo(80, 60, kind=kind))
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    del data[rng.randrange(len(data) // 2, len(data) + 1) :]
    try:
        made = prepare(bytes(data), PictureChoice(keep_original=True))
    except InvalidContent:
        return
    assert isinstance(made, Prepared)


def test_a_picture_coded_in_thousands_of_passes_is_not_decoded() -> None:
    plain = io.BytesIO()
    PIL.Image.new("RGB", (64, 64), "red").save(plain, "JPEG", progressive=True)
    data = plain.getvalue()
    last = data.rindex(b"\xff\xda")
    assert prepare(data).copy.width == 64
    with pytest.raises(InvalidContent, match="passes"):
        prepare(data[:last] + data[last:-2] * pictures.MOST_PASSES + data[-2:])


def test_what_is_no_picture_is_told_by_its_first_bytes() -> None:
    assert all(is_picture(photo(kind=kind)) for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP"))
    assert not any(map(is_picture, (b"", b"%PDF-1.7", b"<svg xmlns=", b"RIFF1234WAVEfmt ")))
    with pytest.raises(InvalidContent):
        prepare(b"\xff\xd8\xff" + bytes(200))
