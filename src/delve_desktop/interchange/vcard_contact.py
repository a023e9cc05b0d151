"""A card as a contact, and a contact as a card.

What the fields would not give back word for word is kept beside them (`vcard_kept`), so that no property,
parameter, value or group of a card is lost. A kept line that belongs to a field goes when the field changes.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import CONTACT, FIELDS, merge_of

from .items import MAX_ORIGIN, Item
from .vcard_fields import LISTS, Claim, claim_of, display_name, list_property, place_of_claim, properties_of
from .vcard_kept import DESCRIBING, Kept, kept_of, members_of
from .vcard_parsing import readable
from .vcard_property import Property, data_size, line_of
from .vcard_text import escape, unescape

MAX_DATA: Final = 1024 * 1024  # bytes of pictures and sounds of one card
_RECORD: Final = re.compile(r"delve-([0-9a-f]{64})")
_HASHED: Final = "vcard-"
_FORMAT: Final = frozenset({"VERSION"})  # belongs to the format
_ORDER: Final = (
    *("PRODID", "UID", "REV", "KIND", "FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "TEL", "EMAIL", "IMPP"),
    *("ADR", "LABEL", "URL", "BDAY", "LANG", "CATEGORIES", "NOTE"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """The properties of a card, and how many values of the contact have no place in it."""

    properties: list[Property]
    left_out: int


def item_of(card: Sequence[Property]) -> Item:
    """The contact that a card describes; raises `InvalidContent`."""
    card = [one for one in card if one.key not in _FORMAT]
    _check_data(card)
    claims = _claims(card)
    fields = _fields(claims)
    name = fields.get("name") or display_name(card)
    if name:
        fields["name"] = name
    uid, rest = _identity(card)
    kept = members_of(_kept(claims, rest, fields))
    if kept:
        fields["vcard"] = kept
    record = _RECORD.fullmatch(uid)
    return Item(CONTACT, fields, "" if record else uid, record[1] if record else "")


def card_of(item: Item) -> Written:
    """The card of a contact. Of a field in dispute it holds the version that is shown first."""
    fields, left_out = _standing(item)
    members = item.fields.get("vcard")
    kept, strange = kept_of(members if isinstance(members, list | tuple) else ())
    given, covered = _given_back(kept, fields)
    left_out += strange
    for name, value in fields.items():
        written, without = _written(name, value, covered)
        given += written
        left_out += without
    return Written(sorted(_completed(given, item), key=_rank), left_out)


# from a card -----------------------------------------------------------------------------------------


def _check_data(card: Sequence[Property]) -> None:
    size = sum(map(data_size, card))
    if size > MAX_DATA:
        whose = next((unescape(one.value) for one in card if one.key == "FN"), "") or display_name(card)
        raise InvalidContent(
            f"the pictures and sounds of the card {whose[:80]!r} hold {size} bytes; {MAX_DATA} is the most."
        )


def _claims(card: Sequence[Property]) -> list[tuple[Property, Claim | None]]:
    """Each property with what a field holds of it."""
    titled = any(one.key == "TITLE" for one in card)
    names = {one.value for one in card if one.key == "FN"}
    claims = []
    for one in card:
        claim = claim_of(readable(one))
        if one.key == "ROLE" and titled:
            claim = None  # the field holds one of the two
        if one.key == "N" and one.value in map(_only_given, names):
            claim = None
        claims.append((one, claim))
    return claims


def _only_given(name: str) -> str:
    """The N of somebody of whose name nobody knows the parts."""
    return f";{name};;;"


def _fields(claims: Sequence[tuple[Property, Claim | None]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for _, claim in claims:
        if claim is None or not claim.values:
            continue
        if merge_of(CONTACT, claim.field) == "set":
            members = fields.setdefault(claim.field, [])
            members += [value for value in claim.values if value not in members]
        else:
            fields.setdefault(claim.field, claim.values[0])
    return fields


def _identity(card: Sequence[Property]) -> tuple[str, list[Property]]:
    """The origin of a card, and the UID properties, unless there is one and the origin is all it says."""
    uids = [one for one in card if one.key == "UID"]
    texts = [unescape(one.value) for one in uids]
    said = next((text for text in texts if text.strip()), None)
    origin = _HASHED + _hash(_identifying(card)) if said is None else _origin(said)
    return origin, [] if uids == [Property("UID", escape(origin))] else uids


def _origin(uid: str) -> str:
    return uid if len(uid.encode("utf-8")) <= MAX_ORIGIN else _HASHED + _hash([uid])


def _identifying(card: Sequence[Property]) -> list[str]:
    """Name, numbers and addresses; of a card without any number or address all there is."""
    ways = sorted(
        re.sub(r"[^0-9+]", "", one.value) if one.key == "TEL" else one.value.lower()
        for one in card
        if one.key in ("TEL", "EMAIL")
    )
    if not ways:
        return sorted(map(line_of, card))
    names = sorted(one.value for one in card if one.key == "FN")
    return [*(names or sorted(one.value for one in card if one.key == "N")), "", *ways]


def _hash(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:32]


def _kept(
    claims: Sequence[tuple[Property, Claim | None]], uids: Sequence[Property], fields: dict[str, Any]
) -> list[Kept]:
    """What an export of the fields alone would not give back.

    Of the lines that say what a field says, one belongs to the field, and goes with it; the others stand for
    themselves.
    """
    given = Counter(one for name, value in fields.items() for one in _written(name, value, set())[0])
    if sum(one.key == "N" for one, _ in claims) == 1 and "name_parts" not in fields:
        given[Property("N", _only_given(escape(fields.get("name", ""))))] += 1  # which every card has
    places: set[tuple[Any, ...]] = set()
    rest = []
    for one, claim in claims:
        if one.key == "UID":
            continue
        if not (given[one] or (claim and _is_whole_list(one, claim))):
            rest.append((one, claim))
            continue
        given[one] -= 1
        places.add(place_of_claim(claim) if claim else ())
    kept = [Kept(one) for one in uids]
    for one, claim in rest:
        of_field = claim is not None and place_of_claim(claim) not in places and _is_said(claim, fields)
        if of_field and claim:
            places.add(place_of_claim(claim))
        kept.append(Kept(one, of_field))
    return kept


def _is_whole_list(one: Property, claim: Claim) -> bool:
    """Whether a list holds nothing but what its field took."""
    plain = not one.params and not one.group
    return claim.field in LISTS and plain and list_property(claim.field, claim.values) == one


def _is_said(claim: Claim, fields: dict[str, Any]) -> bool:
    """Whether the fields say what a line says; of a single value that does not fit, that they say nothing."""
    standing = fields.get(claim.field)
    if merge_of(CONTACT, claim.field) == "set":
        return bool(claim.values) and all(value in (standing or ()) for value in claim.values)
    return standing == claim.values[0] if claim.values else standing is None


# to a card -------------------------------------------------------------------------------------------


def _standing(item: Item) -> tuple[dict[str, Any], int]:
    """What each field says, in the order of the table, and how many further versions there are."""
    left_out = sum(len(values) - 1 for values in item.versions.values())
    known = [field.name for field in FIELDS[CONTACT]]
    names = [*known, *sorted(item.fields.keys() - set(known))]
    fields = {name: item.versions.get(name, [item.fields.get(name)])[0] for name in names if name != "vcard"}
    return {name: value for name, value in fields.items() if value not in (None, "", [], ())}, left_out


def _given_back(kept: Sequence[Kept], fields: dict[str, Any]) -> tuple[list[Property], set[tuple[Any, ...]]]:
    """The kept lines that still hold, and what of the fields they say."""
    given: list[Property] = []
    covered: set[tuple[Any, ...]] = set()
    gone: set[str] = set()
    for line in kept:
        claim = claim_of(readable(line.one)) if line.of_field else None
        if claim is None:
            given.append(line.one)
        elif place_of_claim(claim) not in covered and _is_said(claim, fields):
            given.append(line.one)
            covered |= {
                place_of_claim(claim),
                *(place_of_claim(Claim(claim.field, (value,))) for value in claim.values),
            }
        else:
            gone.add(line.one.group.lower())
    gone -= {"", *(one.group.lower() for one in given if one.key not in DESCRIBING)}
    return [one for one in given if not (one.key in DESCRIBING and one.group.lower() in gone)], covered


def _written(name: str, value: Any, covered: set[tuple[Any, ...]]) -> tuple[list[Property], int]:
    """The properties for what a field says and no kept line says already, and how many values have none."""
    several = merge_of(CONTACT, name, value) == "set" and isinstance(value, list | tuple)
    fresh = [
        one for one in (value if several else [value]) if place_of_claim(Claim(name, (one,))) not in covered
    ]
    if name in LISTS:
        texts = [one for one in fresh if isinstance(one, str)]
        return [list_property(name, texts)] if texts else [], len(fresh) - len(texts)
    made = [properties_of(name, one) for one in fresh]
    return [one for properties in made for one in properties], made.count([])


def _completed(given: Sequence[Property], item: Item) -> list[Property]:
    """What every card has: a name, its parts, and what tells it from all others."""
    added = []
    name = next((one.value for one in given if one.key == "FN"), None)
    if name is None:
        name = escape(display_name(given))
        added.append(Property("FN", name))
    if all(one.key != "N" for one in given):
        added.append(Property("N", _only_given(name)))
    uid = item.origin or (f"delve-{item.id}" if item.id else "")
    if uid and not any(one.key == "UID" and _origin(unescape(one.value)) == uid for one in given):
        added.append(Property("UID", escape(uid)))
    return [*given, *added]


def _rank(one: Property) -> tuple[int, str]:
    return _ORDER.index(one.key) if one.key in _ORDER else len(_ORDER), line_of(one)
