"""Pictures made fit to travel: turned upright, made smaller, without what says where they were taken.

Everything a picture file says of itself is bounded before memory is taken for it. Formats that this does not
read are attached as files.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from delve_desktop.domain.errors import InvalidContent

from .picture_places import without_place

if TYPE_CHECKING:
    from PIL.Image import Image

LONG_SIDE: Final = 1600  # pixels of the copy that travels
QUALITY: Final = 80
THUMB_SIDE: Final = 256
THUMB_MOST: Final = 15 * 1024  # bytes
THUMB_QUALITIES: Final = (72, 60, 45, 30)
MOST_PIXELS: Final = 40_000_000  # that are decoded as they are, 160 MB in memory
MOST_PIXELS_JPEG: Final = 120_000_000  # which can be decoded at a half, a quarter or an eighth
MOST_PASSES: Final = 40  # over all points of a JPEG; programs make 10 of them, and ever finer ones no more
_PASS: Final = b"\xff\xda"  # begins one (ITU-T T.81, B.2.3), and stands in no coded points
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_TYPES: Final = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "BMP": "image/bmp",
}
_PLACE: Final = 0x8825  # the tag of EXIF under which a camera writes where it was


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """What the person wants of a picture that is added, beside the copy that travels."""

    keep_original: bool = False
    keep_location: bool = False


@dataclass(frozen=True, slots=True)
class Rendition:
    """One form of a picture, encoded."""

    data: bytes
    type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as it is attached: `copy` travels, `thumb` goes before it."""

    copy: Rendition
    thumb: Rendition
    original: Rendition | None = None


def is_picture(data: bytes) -> bool:
    """Whether the first bytes of a file are those of a picture that this reads."""
    return (
        data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM"))
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
    )  # fmt: skip


def has_many_passes(data: bytes) -> bool:
    """Whether a JPEG is coded in so many passes that a small file keeps a machine busy for hours."""
    return data.startswith(b"\xff\xd8") and data.count(_PASS) > MOST_PASSES


def prepare(data: bytes, choice: PictureChoice | None = None) -> Prepared:
    """The forms of the picture in these bytes; raises `InvalidContent` where they are none, or too big."""
    choice = choice or PictureChoice()
    image, kind = _opened(data)
    try:
        place = image.getexif().get_ifd(_PLACE) if choice.keep_location else {}
        size = _upright_size(image)
        original = _original(data, kind, size, choice) if choice.keep_original else None
        image.draft("RGB", (2 * LONG_SIDE, 2 * LONG_SIDE))  # a JPEG is decoded no bigger than is needed
        upright = _upright(image)
        copy = _copy(upright, kind, place)
        return Prepared(copy, _thumb(upright), original)
    except InvalidContent:
        raise
    except Exception as error:  # a hostile picture may make the library raise anything
        raise InvalidContent("This picture is damaged and cannot be read; attach it as a file.") from error
    finally:
        image.close()


def _opened(data: bytes) -> tuple[Image, str]:
    """The picture, not decoded yet, and its format."""
    import PIL.Image

    if has_many_passes(data):
        raise InvalidContent("This picture is coded in too many passes to be shown; attach it as a file.")
    PIL.Image.MAX_IMAGE_PIXELS = None  # the limits are those below, checked before anything is decoded
    try:
        image = PIL.Image.open(io.BytesIO(data), formats=FORMATS)
    except Exception as error:  # as in `prepare`
        raise InvalidContent("This is no picture that can be read; attach it as a file.") from error
    width, height = image.size
    most = MOST_PIXELS_JPEG if image.format == "JPEG" else MOST_PIXELS
    if width * height > most or max(width, height) > 60_000 or min(width, height) < 1:
        image.close()
        raise InvalidContent(
            f"This picture has {width} x {height} points, too many to be shown; attach it as a file."
        )
    return image, image.format or "PNG"


def _upright(image: Image) -> Image:
    """The pixels as the camera was held, in three colours, on white where they were transparent."""
    import PIL.Image
    import PIL.ImageOps

    image.thumbnail((LONG_SIDE, LONG_SIDE), PIL.Image.Resampling.LANCZOS)
    turned = PIL.ImageOps.exif_transpose(image)
    # a comment or a text of the picture would else be written into the copies
    turned.info = {
        name: part for name, part in turned.info.items() if name in ("transparency", "icc_profile")
    }
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        layered = turned.convert("RGBA")
        sheet = PIL.Image.new("RGB", layered.size, "white")
        sheet.paste(layered, mask=layered.getchannel("A"))
        return sheet
    return turned.convert("RGB")


def _upright_size(image: Image) -> tuple[int, int]:
    width, height = image.size
    turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (height, width) if turned else (width, height)


def _copy(image: Image, kind: str, place: dict[int, Any]) -> Rendition:
    """The form that travels: JPEG, or PNG for a drawing that is smaller so."""
    import PIL.Image

    exif = PIL.Image.Exif()
    if place:
        exif.get_ifd(_PLACE).update(place)
    jpeg = _encoded(image, "JPEG", quality=QUALITY, optimize=True, exif=exif.tobytes() if place else b"")
    if kind in ("PNG", "GIF", "BMP") and not place:
        png = _encoded(image, "PNG", optimize=True)
        if len(png) < len(jpeg):
            return Rendition(png, "image/png", *image.size)
    return Rendition(jpeg, "image/jpeg", *image.size)


def _thumb(image: Image) -> Rendition:
    """The small picture, of as good a quality as its size allows."""
    import PIL.Image

    small = image.copy()
    small.thumbnail((THUMB_SIDE, THUMB_SIDE), PIL.Image.Resampling.LANCZOS)
    data = b""
    for quality in THUMB_QUALITIES:
        data = _encoded(small, "JPEG", quality=quality, optimize=True)
        if len(data) <= THUMB_MOST:
            break
    return Rendition(data, "image/jpeg", *small.size)


def _encoded(image: Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _original(data: bytes, kind: str, size: tuple[int, int], choice: PictureChoice) -> Rendition:
    kept = data if choice.keep_location else without_place(data, kind)
    return Rendition(kept, _TYPES[kind], *size)
