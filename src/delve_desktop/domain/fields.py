"""The fields of each kind of record: how they merge, what they may hold, how they are called.

The table guides what this program *writes*. What others wrote is merged by how it was written
(see `merge`), so kinds and fields that are not here are kept, shown and forwarded all the same.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from .errors import InvalidContent
from .ops import encode_value

Merge = Literal["scalar", "set", "text"]
Type = Literal["line", "text", "date", "country", "language", "choice", "phone", "email", "theme"]

MAX_TEXT: Final = 40_000  # bytes of UTF-8 of a long text, so that it fits into one op
MAX_LINE: Final = 300
MAX_UNKNOWN: Final = 40_000  # bytes of the value of a field that is not in the table


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of record.

    `limit` counts the bytes of UTF-8 of the value, or of each member of a set. `label` is English
    and the key of its translations. `choices` are the values of a choice.
    """

    name: str
    merge: Merge
    type: Type
    limit: int
    label: str
    choices: tuple[str, ...] = ()


NOTE: Final = "note"
CONTACT: Final = "contact"

FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    NOTE: (
        Field("title", "scalar", "line", MAX_LINE, "Title"),
        Field("text", "text", "text", MAX_TEXT, "Text"),
        Field("themes", "set", "theme", 100, "Themes"),
        Field("place", "scalar", "line", MAX_LINE, "Place"),
        Field("date", "scalar", "date", 10, "Date"),
        Field(
            "sensitivity",
            "scalar",
            "choice",
            20,
            "Who may see it",
            ("open", "members", "personal"),
        ),
    ),
    CONTACT: (
        Field("name", "scalar", "line", MAX_LINE, "Name"),
        Field(
            "category",
            "scalar",
            "choice",
            20,
            "Kind",
            ("person", "association", "cooperative", "agency", "supplier"),
        ),
        Field("phones", "set", "phone", 60, "Phones"),
        Field("emails", "set", "email", 254, "E-mails"),
        Field("organisation", "scalar", "line", MAX_LINE, "Organisation"),
        Field("country", "scalar", "country", 100, "Country"),
        Field("languages", "set", "language", 100, "Languages"),
        Field("note", "text", "text", MAX_TEXT, "Note"),
    ),
}

_BY_NAME: Final = {kind: {field.name: field for field in fields} for kind, fields in FIELDS.items()}


def field_of(kind: str, name: str) -> Field | None:
    """The field of this kind, or None when the table does not have it."""
    return _BY_NAME.get(kind, {}).get(name)


def merge_of(kind: str, name: str, value: Any = None) -> Merge:
    """How a field is written: by the table, or for an unknown field by its value.

    A list makes a set. A field called `text` is a long text in every unknown kind.
    """
    field = field_of(kind, name)
    if field:
        return field.merge
    if isinstance(value, list | tuple):
        return "set"
    if name == "text" and kind not in FIELDS and isinstance(value, str | None):
        return "text"
    return "scalar"


def check(kind: str, name: str, value: Any) -> None:
    """Raise `InvalidContent`, with a sentence, when a value does not fit its field.

    `value` is the scalar (None to clear it), the whole text, or **one** member of a set.
    """
    field = field_of(kind, name)
    if field is None:
        _check_unknown(name, value)
        return
    if value is None and field.merge == "scalar":
        return
    if not isinstance(value, str):
        raise InvalidContent(f"{field.label} must be text.")
    try:
        size = len(value.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise InvalidContent(f"{field.label} holds a character that is not valid.") from error
    if size > field.limit:
        raise InvalidContent(f"{field.label} is {size} bytes long; {field.limit} is the most.")
    if "\r" in value:
        raise InvalidContent(f"{field.label} must have plain line ends (LF).")
    if field.merge == "set" and not value.strip():
        raise InvalidContent(f"{field.label} cannot hold an empty entry.")
    if field.type != "text" and "\n" in value:
        raise InvalidContent(f"{field.label} must fit on one line.")
    if value:
        _check_type(field, value)


def _check_unknown(name: str, value: Any) -> None:
    if not 0 < len(name) <= 64:
        raise InvalidContent("The name of a field has 1 to 64 characters.")
    try:
        size = len(encode_value(value))
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise InvalidContent(f"The field {name} holds a value of an unknown type.") from error
    if size > MAX_UNKNOWN:
        raise InvalidContent(f"The field {name} holds {size} bytes; {MAX_UNKNOWN} is the most.")


_PHONE: Final = re.compile(r"\+?[0-9 ()./\-]+(?:(?:ext|x|#)\.? ?[0-9]+)?", re.IGNORECASE)
_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+")


def _check_type(field: Field, value: str) -> None:
    if field.type == "choice" and value not in field.choices:
        allowed = ", ".join(field.choices)
        raise InvalidContent(f"{field.label} is one of {allowed}, not {value!r}.")
    if field.type == "date" and not _is_date(value):
        raise InvalidContent(f"{field.label} is 2024, 2024-05 or 2024-05-31, not {value!r}.")
    if field.type == "phone" and (not _PHONE.fullmatch(value) or sum(map(str.isdigit, value)) < 3):
        raise InvalidContent(f"{value!r} is not a phone number.")
    if field.type == "email" and not _EMAIL.fullmatch(value):
        raise InvalidContent(f"{value!r} is not an e-mail address.")


def _is_date(value: str) -> bool:
    """A year, a month or a day of the proleptic calendar, as ISO 8601 writes it."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value):
        return False
    try:
        dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True
