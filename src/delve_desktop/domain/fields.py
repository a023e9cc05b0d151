"""Which fields a kind of record has, and what may be written into them.

The tables (`kinds`) guide what this program *writes*. What others wrote is merged by how it was written
(see `merge`), so kinds and fields that are not there are kept, shown and forwarded all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from . import vocabularies as terms
from .errors import InvalidContent
from .ops import encode_value
from .values import CHECKS, Type, check_shape
from .vocabularies import Vocabulary

Merge = Literal["scalar", "set", "text"]

MAX_TEXT: Final = 40_000  # bytes of UTF-8 of a long text, so that it fits into one op
MAX_LINE: Final = 300
MAX_CODE: Final = 100  # bytes of a term, a code, or a person's own word in an open list
MAX_ADDRESS: Final = 1_200  # bytes of a postal address as it is encoded
MAX_ATTACHMENT: Final = 1_600  # bytes of what is said of one file
MAX_UNKNOWN: Final = 40_000  # bytes of the value of a field that is not in the table


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of record.

    `limit` counts the bytes of UTF-8 of a text, or of a map as it is encoded; of each member where the field
    is a set. `label` is English and the key of its translations. `vocabulary` lists the terms to choose from.
    """

    name: str
    merge: Merge
    type: Type
    limit: int
    label: str
    vocabulary: Vocabulary | None = None


NOTE: Final = "note"
CONTACT: Final = "contact"
PRACTICE: Final = "practice"
ADOPTION: Final = "adoption"
COMMENT: Final = "comment"


def _line(name: str, label: str, limit: int = MAX_LINE) -> Field:
    return Field(name, "scalar", "line", limit, label)


def _text(name: str, label: str) -> Field:
    return Field(name, "text", "text", MAX_TEXT, label)


def _choice(name: str, label: str, vocabulary: Vocabulary) -> Field:
    return Field(name, "scalar", "term", MAX_CODE, label, vocabulary)


def _terms(name: str, label: str, vocabulary: Vocabulary) -> Field:
    return Field(name, "set", "term", MAX_CODE, label, vocabulary)


_LINKS: Final = Field("links", "set", "link", MAX_CODE, "Belongs together with")
_ATTACHMENTS: Final = Field("attachments", "set", "attachment", MAX_ATTACHMENT, "Pictures and files")
_SENSITIVITY: Final = _choice("sensitivity", "Who may see it", terms.SENSITIVITIES)

FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    NOTE: (
        _line("title", "Title"),
        _text("text", "Text"),
        _terms("themes", "Themes", terms.THEMES),
        _line("place", "Place"),
        Field("date", "scalar", "date", 10, "Date"),
        _SENSITIVITY,
        Field("language", "scalar", "language", MAX_CODE, "Language"),
        _LINKS,
        _ATTACHMENTS,
    ),
    CONTACT: (
        _line("name", "Name"),
        _choice("category", "Kind", terms.CATEGORIES),
        Field("phones", "set", "phone", 200, "Phones", terms.WAYS),
        Field("emails", "set", "email", 400, "E-mails", terms.WAYS),
        _line("organisation", "Organisation"),
        Field("country", "scalar", "country", MAX_CODE, "Country"),
        Field("languages", "set", "spoken", MAX_CODE, "Languages"),
        _text("note", "Note"),
        _line("role", "Role"),
        Field("association", "scalar", "link", MAX_CODE, "Association"),
        Field("addresses", "set", "address", MAX_ADDRESS, "Addresses", terms.WAYS),
        Field("websites", "set", "url", 1_000, "Websites"),
        Field("name_parts", "scalar", "name-parts", 1_000, "Parts of the name"),
        Field("nicknames", "set", "line", MAX_LINE, "Also called"),
        Field("birthday", "scalar", "date", 10, "Birthday"),
        _terms("minerals", "Minerals", terms.MINERALS),
        Field("tags", "set", "line", MAX_CODE, "Tags"),
        _choice("consent", "Agreed to be listed", terms.CONSENTS),
        Field("consent_date", "scalar", "date", 10, "Agreed on"),
        _SENSITIVITY,
        _LINKS,
        _ATTACHMENTS,
        Field("vcard", "set", "vcard", MAX_UNKNOWN, "From the address book"),
    ),
    PRACTICE: (
        _line("title", "Title"),
        _text("summary", "Summary"),
        _text("problem", "Problem"),
        _line("audience", "Who it is for"),
        _text("steps", "Steps"),
        _text("hazards", "Hazards"),
        _text("do_nots", "Never do this"),
        _text("evidence", "What shows that it works"),
        Field("language", "scalar", "language", MAX_CODE, "Language"),
        Field("translation_of", "scalar", "version-link", 2_600, "Translation of"),
        Field("countries", "set", "country", MAX_CODE, "Countries"),
        _line("area", "Area"),
        Field("place", "scalar", "rough-place", 60, "Place, roughly"),
        _terms("themes", "Themes", terms.THEMES),
        _terms("minerals", "Minerals", terms.MINERALS),
        _terms("stages", "Stages", terms.STAGES),
        Field("cost_setup", "scalar", "money", 120, "Cost to set up"),
        Field("cost_running", "scalar", "money", 120, "Cost to run"),
        _choice("maturity", "How proven", terms.MATURITIES),
        Field("association", "scalar", "link", MAX_CODE, "Association"),
        Field("people", "set", "link", MAX_CODE, "People to ask"),
        _line("organisation", "Who wrote it"),
        _choice("licence", "Licence", terms.LICENCES),
        _choice("consent", "People shown agreed", terms.CONSENTS),
        _SENSITIVITY,
        _choice("state", "State", terms.STATES),
        Field("sources", "set", "line", 500, "Sources"),
        _LINKS,
        _ATTACHMENTS,
    ),
    ADOPTION: (
        Field("practice", "scalar", "version-link", 2_600, "Practice"),
        Field("association", "scalar", "link", MAX_CODE, "Association"),
        _line("organisation", "Who tried it"),
        Field("country", "scalar", "country", MAX_CODE, "Country"),
        _line("area", "Area"),
        Field("date", "scalar", "date", 10, "Date"),
        _choice("result", "Result", terms.RESULTS),
        _text("report", "What happened"),
        _text("adapted", "What was changed"),
        Field("cost", "scalar", "money", 120, "Cost"),
        _text("evidence", "What shows it"),
        _SENSITIVITY,
        _LINKS,
        _ATTACHMENTS,
    ),
    COMMENT: (
        Field("about", "scalar", "link", MAX_CODE, "About"),
        _line("field", "Field", 64),
        _text("text", "Text"),
        Field("asks", "scalar", "flag", 1, "Asks for an answer"),
        Field("answers", "scalar", "link", MAX_CODE, "Answers"),
        Field("settled", "scalar", "flag", 1, "Answered"),
        _ATTACHMENTS,
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

    `value` is the scalar (None to clear it), the whole text, or **one** member of a set. The shape of a value
    of each type stands in `values`.
    """
    field = field_of(kind, name)
    if field is None:
        _check_unknown(name, value)
        return
    if value is None and field.merge == "scalar":
        return
    check_shape(field.type, field.label, value)
    size = _size(field.label, value)
    if size > field.limit:
        raise InvalidContent(f"{field.label} is {size} bytes long; {field.limit} is the most.")
    if field.merge == "set" and isinstance(value, str) and not value.strip():
        raise InvalidContent(f"{field.label} cannot hold an empty entry.")
    if value != "":
        CHECKS[field.type](field.label, value)
        _check_terms(field, value)


def _size(label: str, value: Any) -> int:
    """Bytes of UTF-8 of a text, of the encoding of a map; a yes or no has one."""
    try:
        return len(value.encode("utf-8")) if isinstance(value, str) else len(encode_value(value))
    except (UnicodeEncodeError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise InvalidContent(f"{label} holds a character or a value that is not valid.") from error


def _check_terms(field: Field, value: Any) -> None:
    vocabulary = field.vocabulary
    if vocabulary is None or vocabulary.open:
        return
    if value not in vocabulary.terms:
        raise InvalidContent(f"{field.label} must be one of {', '.join(vocabulary.terms)}, not {value!r}.")


def _check_unknown(name: str, value: Any) -> None:
    if not 0 < len(name) <= 64:
        raise InvalidContent("The name of a field has 1 to 64 characters.")
    try:
        size = len(encode_value(value))
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise InvalidContent(f"The field {name} holds a value of an unknown type.") from error
    if size > MAX_UNKNOWN:
        raise InvalidContent(f"The field {name} holds {size} bytes; {MAX_UNKNOWN} is the most.")
