"""The types of values that fields hold, and what fits each.

type | stored as
---|---
line | one line of text
text | lines of Markdown, LF
date | `2024`, `2024-05` or `2024-05-31` (ISO 8601)
term | a term of the field's vocabulary; where that is open, also words of one's own
country | two capital letters (ISO 3166-1 alpha-2)
language | a tag of BCP 47, `sw` or `pt-BR`
spoken | the same, or the name of a language for which whoever wrote knew no tag
phone, email | the number or address; or, where it has ways, `{"value": ..., "types": [sorted]}`
url | `http`, `https` or another scheme, then the rest
address | a map of the parts of vCard's ADR, `street`, `locality` ..., and as wanted `label` and `types`
name-parts | a map of `family`, `given`, `additional`, `prefixes`, `suffixes` (vCard's N)
money | `{"amount": "60.50", "currency": "USD"}`, and as wanted `date`, and `per` for what span or quantity
link | the id of a record, 64 hexadecimal digits
version-link | `{"record": id, "heads": [sorted ids]}`: a record as it stood with these heads
rough-place | `{"lat": "-2.9", "lon": "32.2"}`: degrees to one decimal at the finest, about 11 km
flag | true or false
attachment | a map that describes a file and names its bytes (`attachments`)
vcard | a content line of an address book that no field holds exactly, unfolded (RFC 6350, 3.2), behind `=`
      | where a field holds the same in part; a long one in parts (`interchange.vcard_kept`)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Final, Literal

from .attachments import check_attachment
from .errors import InvalidContent

Type = Literal[
    "line",
    "text",
    "date",
    "term",
    "country",
    "language",
    "spoken",
    "phone",
    "email",
    "url",
    "address",
    "name-parts",
    "money",
    "link",
    "version-link",
    "rough-place",
    "flag",
    "attachment",
    "vcard",
]

ADDRESS_PARTS: Final = ("box", "extended", "street", "locality", "region", "code", "country", "label")
NAME_PARTS: Final = ("family", "given", "additional", "prefixes", "suffixes")
MAX_HEADS: Final = 32
MAX_WAYS: Final = 8

MAPS: Final = frozenset({"address", "name-parts", "money", "version-link", "rough-place", "attachment"})
NOT_WORDS: Final = frozenset(
    {"link", "version-link", "vcard", "flag", "attachment"}
)  # types nobody reads or searches for
TEXT_OR_MAP: Final = frozenset({"phone", "email", "vcard"})
_PHONE: Final = re.compile(r"\+?[0-9 ()./\-]+(?:(?:ext|x|#)\.? ?[0-9]+)?", re.IGNORECASE)
_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+")
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{1,8})*")
_AMOUNT: Final = re.compile(r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_ID: Final = re.compile(r"[0-9a-f]{64}")
_DEGREES: Final = re.compile(r"-?(0|[1-9][0-9]{0,2})(\.[0-9])?")


def check_shape(kind: Type, label: str, value: Any) -> None:
    """Raise `InvalidContent` when a value is not of the Python type that this type of field holds."""
    if kind == "flag":
        if not isinstance(value, bool):
            raise InvalidContent(f"{label} is true or false.")
        return
    if kind in MAPS or (kind in TEXT_OR_MAP and isinstance(value, dict)):
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise InvalidContent(f"{label} must be a map of texts.")
        return
    if not isinstance(value, str):
        raise InvalidContent(f"{label} must be text.")
    if "\r" in value:
        raise InvalidContent(f"{label} must have plain line ends (LF).")
    if kind != "text" and "\n" in value:
        raise InvalidContent(f"{label} must fit on one line.")


def _check_nothing(label: str, value: Any) -> None:
    """Any text will do."""


def _check_date(label: str, value: str) -> None:
    if not is_date(value):
        raise InvalidContent(f"{label} must be written as 2024, 2024-05 or 2024-05-31, not {value!r}.")


def is_date(value: str) -> bool:
    """A year, a month or a day of the proleptic calendar, as ISO 8601 writes it."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value):
        return False
    try:
        dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _check_phone(label: str, value: Any) -> None:
    number = _checked_ways(label, value)
    if not _PHONE.fullmatch(number) or sum(map(str.isdigit, number)) < 3:
        raise InvalidContent(f"{number!r} is not a phone number.")


def _check_email(label: str, value: Any) -> None:
    address = _checked_ways(label, value)
    if not _EMAIL.fullmatch(address):
        raise InvalidContent(f"{address!r} is not an e-mail address.")


def _checked_ways(label: str, value: Any) -> str:
    """The text of a value that may have ways; without any it must be the bare text, so that one number
    has one form.
    """
    if isinstance(value, str):
        return value
    _check_keys(label, value, ("value", "types"), needed=("value", "types"))
    _check_types(label, value["types"])
    if not isinstance(value["value"], str) or "\n" in value["value"]:
        raise InvalidContent(f"{label} must be text on one line.")
    text: str = value["value"]
    return text


def _check_types(label: str, types: Any) -> None:
    if not isinstance(types, list | tuple) or not 0 < len(types) <= MAX_WAYS:
        raise InvalidContent(f"{label} has 1 to {MAX_WAYS} types, or none is named.")
    if not all(isinstance(one, str) and 0 < len(one) <= 40 and one == one.lower() for one in types):
        raise InvalidContent(f"The types of {label} are words in small letters.")
    if sorted(set(types)) != list(types):
        raise InvalidContent(f"The types of {label} are in order, each once.")


def _check_keys(label: str, value: dict[str, Any], known: tuple[str, ...], needed: tuple[str, ...]) -> None:
    strange = sorted(value.keys() - set(known))
    if strange:
        raise InvalidContent(f"{label} has no part {strange[0]!r}; there are {', '.join(known)}.")
    for name in needed:
        if name not in value:
            raise InvalidContent(f"{label} lacks the part {name!r}.")


def _check_texts(label: str, value: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if name in value and (not isinstance(value[name], str) or not value[name] or "\r" in value[name]):
            raise InvalidContent(f"The part {name!r} of {label} is a text that is not empty.")


def _check_url(label: str, value: str) -> None:
    if not _URL.fullmatch(value):
        raise InvalidContent(f"{label} must be an address as https://example.org, not {value!r}.")


def _check_country(label: str, value: str) -> None:
    if not _COUNTRY.fullmatch(value):
        raise InvalidContent(f"{label} must be two capital letters, as KE for Kenya, not {value!r}.")


def _check_language(label: str, value: str) -> None:
    if not _LANGUAGE.fullmatch(value):
        raise InvalidContent(f"{label} must be a language tag, as sw or pt-BR, not {value!r}.")


def _check_address(label: str, value: dict[str, Any]) -> None:
    _check_keys(label, value, (*ADDRESS_PARTS, "types"), needed=())
    _check_texts(label, value, ADDRESS_PARTS)
    if not value.keys() & set(ADDRESS_PARTS):
        raise InvalidContent(f"{label} cannot hold an empty entry.")
    if "types" in value:
        _check_types(label, value["types"])


def _check_name_parts(label: str, value: dict[str, Any]) -> None:
    _check_keys(label, value, NAME_PARTS, needed=())
    _check_texts(label, value, NAME_PARTS)
    if not value:
        raise InvalidContent(f"{label} cannot hold an empty entry.")


def _check_money(label: str, value: dict[str, Any]) -> None:
    _check_keys(label, value, ("amount", "currency", "date", "per"), needed=("amount", "currency"))
    _check_texts(label, value, ("amount", "currency", "date", "per"))
    if not _AMOUNT.fullmatch(value["amount"]):
        raise InvalidContent(
            f"The amount of {label} must be a number as 60 or 12.50, not {value['amount']!r}."
        )
    if not _CURRENCY.fullmatch(value["currency"]):
        raise InvalidContent(
            f"The currency of {label} must be three capital letters, as USD, not {value['currency']!r}."
        )
    if "date" in value:
        _check_date(f"The date of {label}", value["date"])


def _check_link(label: str, value: str) -> None:
    if not _ID.fullmatch(value):
        raise InvalidContent(f"{label} must be the id of a record, 64 hexadecimal digits, not {value!r}.")


def _check_version_link(label: str, value: dict[str, Any]) -> None:
    _check_keys(label, value, ("record", "heads"), needed=("record",))
    heads = value.get("heads", [])
    if not isinstance(heads, list | tuple) or len(heads) > MAX_HEADS or sorted(set(heads)) != list(heads):
        raise InvalidContent(f"{label} names at most {MAX_HEADS} versions, in order, each once.")
    for one in (value["record"], *heads):
        if not isinstance(one, str):
            raise InvalidContent(f"{label} must name its record by 64 hexadecimal digits.")
        _check_link(label, one)


def _check_rough_place(label: str, value: dict[str, Any]) -> None:
    _check_keys(label, value, ("lat", "lon"), needed=("lat", "lon"))
    for name, most in (("lat", 90), ("lon", 180)):
        degrees = value[name]
        if not isinstance(degrees, str) or not _DEGREES.fullmatch(degrees) or abs(float(degrees)) > most:
            raise InvalidContent(
                f"{label} is degrees with one decimal at most, within {most}, as -2.9; not {degrees!r}."
            )


def _check_vcard(label: str, value: Any) -> None:
    if isinstance(value, str):
        return
    _check_keys(label, value, ("line", "part", "parts", "text"), needed=("line", "part", "parts", "text"))
    if not isinstance(value["line"], str) or not isinstance(value["text"], str):
        raise InvalidContent(f"{label} must be text.")
    numbers = (value["part"], value["parts"])
    if not all(type(one) is int for one in numbers) or not 0 <= numbers[0] < numbers[1] <= 64:
        raise InvalidContent(f"{label} has parts that do not fit together.")


CHECKS: Final[dict[Type, Callable[[str, Any], None]]] = {
    "line": _check_nothing,
    "text": _check_nothing,
    "date": _check_date,
    "term": _check_nothing,
    "country": _check_country,
    "language": _check_language,
    "spoken": _check_nothing,
    "phone": _check_phone,
    "email": _check_email,
    "url": _check_url,
    "address": _check_address,
    "name-parts": _check_name_parts,
    "money": _check_money,
    "link": _check_link,
    "version-link": _check_version_link,
    "rough-place": _check_rough_place,
    "flag": _check_nothing,
    "attachment": check_attachment,
    "vcard": _check_vcard,
}
"""For each type, what raises `InvalidContent` when a value of the right shape does not fit: it is given the
field's label and the value."""
