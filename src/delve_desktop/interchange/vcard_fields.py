"""Which field of a contact a property fills, and which property gives a field's value back.

`claim_of` says what the fields hold of a property, `property_of` how an export writes a value. Where the two
do not lead back to the same property, its line is kept beside the fields (`vcard_item`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import CONTACT, check, field_of, merge_of
from delve_desktop.domain.ops import encode_value
from delve_desktop.domain.values import NAME_PARTS
from delve_desktop.domain.valuetext import canonical

from .vcard_property import Params, Property, canonical_params
from .vcard_text import escape, split, unescape

ADR_PARTS: Final = ("box", "extended", "street", "locality", "region", "code", "country")
LISTS: Final = {"nicknames": "NICKNAME", "tags": "CATEGORIES"}  # fields whose members share a property
OWN: Final = ("category", "country", "minerals", "consent", "consent_date", "sensitivity", "languages")
"""Fields of which no standard property tells all; this program writes and reads them as its own."""

_OWN_NAME: Final = "X-DELVE-"
_PERSON: Final = "individual"
_SAID_BY_KIND: Final = ("category", "person")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")  # RFC 5646, as far as a card needs it
_MAX_NAME: Final = 300  # bytes, of the field


@dataclass(frozen=True, slots=True)
class Claim:
    """What a field holds of a property; nothing where it could hold the property, but not this value."""

    field: str
    values: tuple[Any, ...]


def claim_of(one: Property) -> Claim | None:
    """The values that a property gives a field; None for a property that belongs to no field."""
    reader = _READERS.get(one.key)
    if reader is not None:
        name, values = reader(one)
    elif one.key.startswith(_OWN_NAME) and _own_field(one) in OWN:
        name, values = _own_field(one), [unescape(one.value)]
    else:
        return None
    entry = field_of(CONTACT, name)
    kept = [canonical(entry.type, value) for value in values] if entry else []
    return Claim(name, tuple(value for value in kept if fits(name, value)))


def place_of_claim(claim: Claim) -> tuple[Any, ...]:
    """What one line of a card says: a field, and of a set which of its members."""
    if merge_of(CONTACT, claim.field) != "set":
        return (claim.field,)
    return claim.field, *map(encode_value, claim.values)


def fits(name: str, value: Any) -> bool:
    """Whether a field of a contact can hold a value."""
    try:
        check(CONTACT, name, value)
    except InvalidContent:
        return False
    return value not in ("", {}, None)


def properties_of(name: str, value: Any) -> list[Property]:
    """The properties that give back a value of a field; none where the field has none."""
    writer = _WRITERS.get(name)
    written = writer(value) if writer is not None else None
    found = [written] if written else []
    if name in OWN and isinstance(value, str) and not _is_standard(name, value):
        found.append(Property(_OWN_NAME + name.upper().replace("_", "-"), escape(value)))
    return found


def _is_standard(name: str, value: str) -> bool:
    """Whether a standard property tells all of a value: a person, a language that has a tag."""
    return (name, value) == _SAID_BY_KIND or (name == "languages" and _LANGUAGE.fullmatch(value) is not None)


def list_property(name: str, values: Iterable[str]) -> Property:
    """One property for the members of a field that share one (`LISTS`)."""
    return Property(LISTS[name], ",".join(map(escape, values)))


def display_name(properties: Iterable[Property]) -> str:
    """A name for a card without FN: from its N, or else the first thing that tells whose it is."""
    found = {one.key: one for one in reversed(list(properties))}
    for key in ("N", "ORG", "NICKNAME", "EMAIL", "TEL"):
        one = found.get(key)
        if one is None:
            continue
        parts = [unescape(part).strip() for part in split(one.value, ";")]
        if key == "N":
            family, given = [*parts, ""][:2]
            parts = [given, family]
        text = " ".join(" ".join(part for part in parts if part).split())
        if text:
            return shortened(text)
    return ""


def shortened(text: str) -> str:
    """As much of a text as the field for a name holds, on one line."""
    line = " ".join(text.split())
    return line.encode("utf-8")[:_MAX_NAME].decode("utf-8", "ignore")


# from a property to values ---------------------------------------------------------------------------


def _line(name: str) -> Callable[[Property], tuple[str, list[Any]]]:
    return lambda one: (name, [unescape(one.value)])


def _members(name: str) -> Callable[[Property], tuple[str, list[Any]]]:
    return lambda one: (name, [unescape(part) for part in split(one.value, ",")])


def _name(one: Property) -> tuple[str, list[Any]]:
    text = unescape(one.value)
    return "name", [text if fits("name", text) else shortened(text)]


def _name_parts(one: Property) -> tuple[str, list[Any]]:
    parts = [_joined(part) for part in split(one.value, ";")]
    return "name_parts", [{name: part for name, part in zip(NAME_PARTS, parts, strict=False) if part}]


def _joined(values: str) -> str:
    """One text for a list of values; the line is kept where there are several."""
    return ", ".join(unescape(value) for value in split(values, ",") if value)


def _phone(one: Property) -> tuple[str, list[Any]]:
    number = one.value if one.form == "address" else unescape(one.value)
    number = number.removeprefix("tel:").replace(";ext=", " ext. ")
    return "phones", [_with_types(number, one)]


def _email(one: Property) -> tuple[str, list[Any]]:
    return "emails", [_with_types(unescape(one.value), one)]


def _with_types(text: str, one: Property) -> Any:
    types = _types(one)
    name = "phones" if one.key == "TEL" else "emails"
    typed = {"value": text.strip(), "types": types}
    return typed if types and fits(name, typed) else text


def _types(one: Property) -> list[str]:
    """The types of a property, a first preference among them."""
    return sorted({*one.param("TYPE"), *(("pref",) if one.param("PREF") == ("1",) else ())})


def _address(one: Property) -> tuple[str, list[Any]]:
    parts = [_joined(part) for part in split(one.value, ";")]
    address: dict[str, Any] = {
        name: part for name, part in zip(ADR_PARTS, parts, strict=False) if part.strip()
    }
    label = one.param("LABEL")
    if address and len(label) == 1 and label[0]:
        address["label"] = label[0]
    types = _types(one)
    typed = {**address, "types": types} if types else address
    return "addresses", [typed if fits("addresses", typed) else address]


def _organisation(one: Property) -> tuple[str, list[Any]]:
    return "organisation", [unescape(split(one.value, ";")[0])]


def _website(one: Property) -> tuple[str, list[Any]]:
    address = one.value.strip()
    return "websites", [address if fits("websites", address) else f"http://{address}"]


def _kind(one: Property) -> tuple[str, list[Any]]:
    return "category", ["person"] if unescape(one.value).lower() == _PERSON else []


def _own_field(one: Property) -> str:
    return one.key.removeprefix(_OWN_NAME).lower().replace("-", "_")


_READERS: Final[dict[str, Callable[[Property], tuple[str, list[Any]]]]] = {
    "FN": _name,
    "N": _name_parts,
    "NICKNAME": _members("nicknames"),
    "TEL": _phone,
    "EMAIL": _email,
    "ADR": _address,
    "ORG": _organisation,
    "TITLE": _line("role"),
    "ROLE": _line("role"),
    "URL": _website,
    "BDAY": _line("birthday"),
    "NOTE": _line("note"),
    "CATEGORIES": _members("tags"),
    "LANG": _line("languages"),
    "KIND": _kind,
}

# from a value to a property ---------------------------------------------------------------------------


def _text(name: str) -> Callable[[Any], Property | None]:
    return lambda value: Property(name, escape(value)) if isinstance(value, str) else None


def _typed(name: str) -> Callable[[Any], Property | None]:
    def write(value: Any) -> Property | None:
        if isinstance(value, str):
            return Property(name, escape(value))
        if not isinstance(value, dict) or not isinstance(value.get("value"), str):
            return None
        return Property(name, escape(value["value"]), _type_params(value))

    return write


def _type_params(value: dict[str, Any]) -> Params:
    given = value.get("types")
    types = tuple(map(str, given)) if isinstance(given, list | tuple) else ()
    return canonical_params([("TYPE", types)] if types else [])


def _name_parts_property(value: Any) -> Property | None:
    if not isinstance(value, dict):
        return None
    return Property("N", ";".join(escape(str(value.get(name, ""))) for name in NAME_PARTS))


def _address_property(value: Any) -> Property | None:
    if not isinstance(value, dict):
        return None
    one = Property(
        "ADR", ";".join(escape(str(value.get(name, ""))) for name in ADR_PARTS), _type_params(value)
    )
    return one.having("LABEL", str(value["label"])) if "label" in value else one


def _category_property(value: Any) -> Property | None:
    return Property("KIND", _PERSON if value == "person" else "org") if isinstance(value, str) else None


def _language_property(value: Any) -> Property | None:
    return Property("LANG", value) if isinstance(value, str) and _is_standard("languages", value) else None


_WRITERS: Final[dict[str, Callable[[Any], Property | None]]] = {
    "name": _text("FN"),
    "name_parts": _name_parts_property,
    "phones": _typed("TEL"),
    "emails": _typed("EMAIL"),
    "addresses": _address_property,
    "organisation": _text("ORG"),
    "role": _text("TITLE"),
    "websites": lambda value: Property("URL", value) if isinstance(value, str) else None,
    "birthday": lambda value: Property("BDAY", value) if isinstance(value, str) else None,
    "note": _text("NOTE"),
    "languages": _language_property,
    "category": _category_property,
}
