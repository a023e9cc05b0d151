"""One property of a card in one form, whatever version it came from, and the content line of that form.

The form is that of version 4.0 (RFC 6350): UTF-8, types in small letters, data as `data:` addresses, plain
text where other versions have quoted-printable. Two lines that mean the same give equal properties; the table
of what counts as the same is in `docs/interchange.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

Form = Literal["text", "list", "parts", "lists", "address", "raw"]

_FORMS: Final[dict[Form, str]] = {
    "text": "FN NOTE TITLE ROLE LABEL MAILER EMAIL TEL TZ LANG KIND CLASS NAME AGENT SORT-STRING PRODID UID "
    "EXPERTISE HOBBY INTEREST BIRTHPLACE DEATHPLACE",
    "list": "NICKNAME CATEGORIES",  # values between commas
    "parts": "ORG GENDER",  # values between semicolons
    "lists": "N ADR",  # lists between semicolons
    "address": "URL PHOTO LOGO SOUND KEY SOURCE FBURL CALURI CALADRURI IMPP MEMBER RELATED ORG-DIRECTORY",
}
FORMS: Final[dict[str, Form]] = {name: form for form, names in _FORMS.items() for name in names.split()}
DATES: Final = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE"})
PICTURES: Final = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})

MEDIA: Final = {
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "png": "image/png",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "webp": "image/webp",
    "wave": "audio/wav",
    "basic": "audio/basic",
    "aiff": "audio/aiff",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "pgp": "application/pgp-keys",
}
"""What a type of data is called in versions 2.1 and 3.0, and in 4.0."""

NO_MEDIA: Final = "application/octet-stream"  # data of which nobody says what they are
_DATA: Final = re.compile(r"data:([^;,]*);base64,([A-Za-z0-9+/=]*)", re.IGNORECASE)
_DAY: Final = re.compile(r"([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})")
_ENDS: Final = re.compile(r"\r\n|\r|\n")
_UNSAFE: Final = re.compile(r"[,;:]|^\s|\s$")
_CARETS: Final = str.maketrans({"^": "^^", "\n": "^n", '"': "^'"})
_CARET: Final = re.compile(r"\^([n^'])")
_PLAIN: Final = {"n": "\n", "^": "^", "'": '"'}

Params = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Property:
    """A property as it stands in a card; `value` is escaped as in version 4.0."""

    name: str  # capital letters, unless it is a vendor's own
    value: str
    params: Params = ()  # name in capital letters and values, by name
    group: str = ""

    def param(self, name: str) -> tuple[str, ...]:
        """All values of a parameter."""
        return tuple(value for key, values in self.params if key == name for value in values)

    def without(self, *names: str) -> Property:
        """The property without some of its parameters."""
        return replace(self, params=tuple(one for one in self.params if one[0] not in names))

    def having(self, name: str, *values: str) -> Property:
        """The property with a parameter of these values, in place of what it had of that name."""
        others = self.without(name).params
        return replace(self, params=tuple(sorted((*others, (name, values)))))

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return self.name.upper()

    @property
    def form(self) -> Form:
        """How the value is made up."""
        form = FORMS.get(self.key, "raw")
        said = self.param("VALUE")
        if said == ("uri",) and form == "text":
            return "address"
        return "text" if said == ("text",) and form == "address" else form


def canonical_params(params: Iterable[tuple[str, tuple[str, ...]]]) -> Params:
    """Parameters by name; types as one list of small words, in which a preference is none of them."""
    types: set[str] = set()
    others: list[tuple[str, tuple[str, ...]]] = []
    for name, values in params:
        if name == "TYPE":  # some write all of them as one quoted text
            types.update(word.strip().lower() for value in values for word in value.split(","))
        else:
            others.append((name, values))
    types.discard("")
    if "pref" in types and all(name != "PREF" for name, _ in others):
        types.discard("pref")
        others.append(("PREF", ("1",)))
    if types:
        others.append(("TYPE", tuple(sorted(types))))
    return tuple(sorted(others))


def dashed(value: str) -> str:
    """A whole date with its dashes, as version 3.0 and this program write it."""
    found = _DAY.fullmatch(value)
    return f"{found[1]}-{found[3]}-{found[4]}" if found else value


def undashed(value: str) -> str:
    """A whole date without dashes, as version 4.0 writes it."""
    found = _DAY.fullmatch(value)
    return found[1] + found[3] + found[4] if found else value


def data_of(value: str) -> tuple[str, str] | None:
    """Media type and base64 of a `data:` address; None for another one."""
    found = _DATA.fullmatch(value)
    return (found[1], found[2]) if found else None


def data_size(one: Property) -> int:
    """Bytes of the data that a property holds itself, roughly; 0 when it holds none."""
    data = data_of(one.value)
    return len(data[1]) * 3 // 4 if data else 0


def line_of(one: Property) -> str:
    """The content line, not folded and without its end. What others wrote ends no line, whatever it holds."""
    params = "".join(f";{name}={','.join(map(_quoted, values))}" for name, values in one.params)
    group = f"{one.group}." if one.group else ""
    return _ENDS.sub("\\\\n", f"{group}{one.name}{params}:{one.value}")


def _quoted(value: str) -> str:
    """A parameter's value; what has no place in one is written as RFC 6868 says."""
    safe = value.translate(_CARETS)
    return f'"{safe}"' if _UNSAFE.search(safe) else safe


def uncareted(value: str) -> str:
    """What a parameter's value stands for (RFC 6868)."""
    return _CARET.sub(lambda found: _PLAIN[found[1]], value) if "^" in value else value
