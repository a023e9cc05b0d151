"""From a joined line of any version to a property in its one form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from delve_desktop.domain.errors import InvalidContent

from .vcard_property import (
    DATES,
    MEDIA,
    NO_MEDIA,
    PICTURES,
    Params,
    Property,
    canonical_params,
    dashed,
    data_of,
    uncareted,
)
from .vcard_text import charset_of, decoded, escape, quoted, split, unescape, unquoted

MAX_PARAMS: Final = 100  # of one property, and values of one parameter
_NAME: Final = re.compile(r"(?:([\w-]+)\.)?([\w-]+)", re.ASCII)
_BASE64: Final = re.compile(r"[A-Za-z0-9+/=]*")
_GEO: Final = re.compile(r"\s*(-?[0-9.]+)\s*[;,]\s*(-?[0-9.]+)\s*")
_QUOTED_PRINTABLE: Final = "quoted-printable"
_ENCODINGS: Final = frozenset({"b", "base64", _QUOTED_PRINTABLE, "8bit", "7bit"})
_WHERE: Final = frozenset(
    {"inline", "url", "uri", "content-id", "cid"}
)  # what bare words of 2.1 say of values
_DEFAULTS: Final = {"text": "text", "list": "text", "parts": "text", "lists": "text", "address": "uri"}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon, and how to read what stands behind it."""

    name: str
    group: str
    params: Params
    encoding: str
    charset: str


def parse(data: bytes, version: str, charset: str = "utf-8") -> Property:
    """The property in one line; raises `InvalidContent`. `charset` is that of lines that declare none."""
    colon = _colon(data)
    head = _head(data[:colon], version, charset)
    form = Property(head.name, "", head.params).form
    value = data[colon + 1 :]
    if head.encoding in ("b", "base64"):
        return _of_data(head, decoded(value, head.charset))
    old = version == "2.1"
    try:
        parts = _decoded_parts(value, head, old=old)
    except InvalidContent:
        if head.encoding != _QUOTED_PRINTABLE:
            raise
        return _left_encoded(head, value)
    text = _old_value(form, parts) if old else _value(form, ";".join(parts), version)
    return _finished(Property(head.name, text, head.params, head.group), form)


def parse_line(line: str) -> Property:
    """The property in a line that `line_of` wrote; raises `InvalidContent`."""
    return parse(line.encode("utf-8"), "4.0")


def _head(data: bytes, version: str, charset: str) -> Head:
    first, *pieces = _pieces(_decoded_head(data, charset), old=version == "2.1")
    named = _NAME.fullmatch(first.strip())
    if not named:
        raise InvalidContent("this is no property: its name is missing.")
    group, name = named[1] or "", named[2]
    if name.upper() in ("BEGIN", "END"):
        raise InvalidContent(f"{name.upper()} stands where no card begins or ends.")
    params: list[tuple[str, tuple[str, ...]]] = []
    encoding = ""
    for piece in pieces:
        key, values = _param(piece, version)
        if key == "ENCODING" and values[:1] and values[0].lower() in _ENCODINGS:
            encoding = values[0].lower()
        elif key == "CHARSET" and values:
            charset = charset_of(values[0])
        elif key:
            params.append((key, values))
    plain = name if name[:2].upper() == "X-" else name.upper()
    return Head(plain, group, canonical_params(params), encoding, charset)


def _decoded_head(data: bytes, charset: str) -> str:
    """Names and parameters: ASCII by the rules, and by habit in the character set of the file."""
    try:
        return decoded(data, "utf-8")
    except InvalidContent:
        declared = re.search(rb";CHARSET=\"?([\w.-]+)", data, re.IGNORECASE)
        return decoded(data, charset_of(declared[1].decode("ascii")) if declared else charset)


def _colon(data: bytes) -> int:
    """Where the value begins: at the first colon outside of quotes. A quote that is never closed is a sign
    like any other.
    """
    first = colon = data.find(b":")
    if first < 0:
        raise InvalidContent("this is no property: a colon is missing.")
    quotes, counted = 0, 0
    while colon >= 0:
        quotes += data.count(b'"', counted, colon)
        if quotes % 2 == 0:
            return colon
        counted, colon = colon, data.find(b":", colon + 1)
    return first


def _pieces(head: str, *, old: bool) -> list[str]:
    """Name and parameters between semicolons that are neither quoted nor, in 2.1, behind a backslash."""
    pieces = _unquoted_split(head, ";")
    if old and "\\" in head:
        whole: list[str] = []
        for piece in pieces:
            if whole and whole[-1].endswith("\\"):
                whole[-1] = f"{whole[-1][:-1]};{piece}"
            else:
                whole.append(piece)
        pieces = whole
    if len(pieces) > MAX_PARAMS:
        raise InvalidContent(f"this property has more than {MAX_PARAMS} parameters.")
    return pieces


def _unquoted_split(text: str, separator: str) -> list[str]:
    """The parts between separators outside of quotes."""
    if '"' not in text or text.count('"') % 2:
        return text.split(separator)
    parts = [""]
    for place, run in enumerate(text.split('"')):
        if place % 2:
            parts[-1] += f'"{run}"'
        else:
            head, *rest = run.split(separator)
            parts[-1] += head
            parts += rest
    return parts


def _param(piece: str, version: str) -> tuple[str, tuple[str, ...]]:
    """Name and values of a parameter. A bare word, as 2.1 has them, says encoding, place or type."""
    name, equals, text = piece.partition("=")
    name = name.strip()
    if not equals:
        word = name.lower()
        if word in _ENCODINGS - {"b"}:
            return "ENCODING", (word,)
        if word in _WHERE:
            return "VALUE", ("uri" if word == "url" else word,)
        return ("TYPE", (name,)) if name else ("", ())
    if not _NAME.fullmatch(name):
        raise InvalidContent(f"{name[:40]!r} is no name of a parameter.")
    key = name.upper()
    values = _param_values(text, version)
    if key == "VALUE":
        values = tuple("uri" if value.lower() == "url" else value.lower() for value in values)
    return key, values


def _param_values(text: str, version: str) -> tuple[str, ...]:
    parts = [text] if version == "2.1" else _unquoted_split(text, ",")
    if len(parts) > MAX_PARAMS:
        raise InvalidContent(f"a parameter has more than {MAX_PARAMS} values.")
    plain = (part.strip() for part in parts)
    bare = [one[1:-1] if len(one) > 1 and one[0] == one[-1] == '"' else one for one in plain]
    return tuple(bare) if version == "2.1" else tuple(map(uncareted, bare))


def _decoded_parts(value: bytes, head: Head, *, old: bool) -> list[str]:
    """The value between its raw semicolons, each part decoded; of one part where nothing is quoted-printable
    and the version is not 2.1. A semicolon that was encoded separates nothing.
    """
    if head.encoding != _QUOTED_PRINTABLE:
        text = decoded(value, head.charset)
        return split(text, ";") if old else [text]
    raw = split(value.decode("latin-1"), ";") if old else [value.decode("latin-1")]
    return [decoded(unquoted(part.encode("latin-1")), head.charset) for part in raw]


def _left_encoded(head: Head, value: bytes) -> Property:
    """A value of which some encoded bytes are no text, as when a telephone cut a letter in two. It stays
    encoded, so that not a byte of it is lost.
    """
    parts = (unquoted(part.encode("latin-1")) for part in split(value.decode("latin-1"), ";"))
    one = Property(head.name, ";".join(map(quoted, parts)), head.params, head.group)
    return one.having("ENCODING", _QUOTED_PRINTABLE).having("CHARSET", head.charset)


def readable(one: Property) -> Property:
    """The property as far as it can be read: of bytes that are no text, a replacement sign is left."""
    if one.param("ENCODING") != (_QUOTED_PRINTABLE,):
        return one
    (charset,) = one.param("CHARSET")
    raw = (unquoted(part.encode("ascii")).decode(charset, "replace") for part in one.value.split(";"))
    plain = one.without("ENCODING", "CHARSET")
    parts = [part.replace("\r\n", "\n").replace("\r", "\n") for part in raw]
    return replace(plain, value=_old_value(plain.form, parts))


def _old_value(form: str, parts: list[str]) -> str:
    """The value of version 2.1, where only a semicolon is ever escaped."""
    plain = [part.replace("\\;", ";") for part in parts]
    if form == "text":
        return escape(";".join(plain))
    if form == "list":
        return ",".join(map(escape, ";".join(plain).split(",")))
    if form in ("parts", "lists"):
        return ";".join(map(escape, plain))
    if form == "address":
        return ";".join(plain).replace("\n", "\\n")
    return ";".join(part.replace("\\", "\\\\").replace("\n", "\\n").replace(";", "\\;") for part in plain)


def _value(form: str, text: str, version: str) -> str:
    """The value of version 3.0 or 4.0, escaped as this program does."""
    text = text.replace("\n", "\\n")  # only quoted-printable has them
    if form == "text":
        return escape(unescape(text))
    if form == "list":
        return ",".join(escape(unescape(part)) for part in split(text, ","))
    if form == "parts":
        return ";".join(escape(unescape(part)) for part in split(text, ";"))
    if form == "lists":
        lists = (split(part, ",") for part in split(text, ";"))
        return ";".join(",".join(escape(unescape(one)) for one in values) for values in lists)
    if form == "address" and version == "3.0":  # in 4.0 an address has no escapes
        return re.sub(r"\\([:,;\\])", r"\1", text)
    return text


def _of_data(head: Head, value: str) -> Property:
    """A value in base64 as a `data:` address; data that are none are kept as they are."""
    data = "".join(value.split())
    params = tuple((key, values) for key, values in head.params if (key, values[:1]) not in _INLINE)
    one = Property(head.name, data, params, head.group)
    if not _BASE64.fullmatch(data) or one.param("VALUE"):
        return replace(one, value=value.strip().replace("\n", "\\n")).having("ENCODING", "b")
    types = one.param("TYPE")
    media = [word for word in types if _media(word)]
    if one.key in PICTURES and media:
        rest = tuple(word for word in types if word != media[0])
        one = one.having("TYPE", *rest) if rest else one.without("TYPE")
    kind = (_media(media[0]) if one.key in PICTURES and media else "") or NO_MEDIA
    return replace(one, value=f"data:{kind};base64,{data}")


_INLINE: Final = frozenset({("VALUE", ("inline",)), ("VALUE", ("binary",))})


def _media(word: str) -> str:
    """The media type that a type of 2.1 or 3.0 stands for; one that is written out is one already."""
    plain = "jpeg" if word == "jpg" else word
    if plain in MEDIA:
        return MEDIA[plain]
    return plain if re.fullmatch(r"[\w.+-]+/[\w.+-]+", plain) else ""


def _finished(one: Property, form: str) -> Property:
    """The property with what its version would leave unsaid taken out, and dates and places in one form."""
    said = one.param("VALUE")
    if one.key in DATES:
        if said in (("date",), ("date-and-or-time",), ("date-time",)) and one.value[:1].isdigit():
            one = one.without("VALUE")
        return replace(one, value=dashed(one.value))
    if one.key == "GEO":
        found = _GEO.fullmatch(one.value.replace("\\,", ","))
        one = replace(one, value=f"geo:{found[1]},{found[2]}") if found else one
        return one.without("VALUE") if said == ("uri",) else one
    if one.key == "UID" and said == ("uri",):
        one = one.without("VALUE")
    if one.key == "EMAIL" and "internet" in one.param("TYPE"):  # what an address is unless it says otherwise
        rest = tuple(word for word in one.param("TYPE") if word != "internet")
        one = one.having("TYPE", *rest) if rest else one.without("TYPE")
    if form == "address":
        data = data_of(one.value)
        one = replace(one, value=f"data:{data[0].lower()};base64,{data[1]}") if data else one
    if said == (_DEFAULTS.get(Property(one.name, "").form, ""),):
        one = one.without("VALUE")
    return one
