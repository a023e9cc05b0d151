"""Values as people type and read them on one line, and the one stored form of what means the same."""

from __future__ import annotations

import re
from typing import Any, Final, Literal

import msgspec

from .errors import InvalidContent
from .values import ADDRESS_PARTS, MAPS, TEXT_OR_MAP, Type

_MONEY: Final = re.compile(
    r"(?P<amount>[0-9.]+) ?(?P<currency>[A-Za-z]{3})(?: (?:per|/) (?P<per>[^,]+))?(?:, (?P<date>[0-9\-]+))?"
)
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})*")
_YES_NO: Final = {"yes": True, "true": True, "no": False, "false": False}
_NAME_ORDER: Final = ("prefixes", "given", "additional", "family", "suffixes")


def from_text(kind: Type, typed: str) -> Any:
    """The value that a person means by what they typed; as typed where it cannot be read, for `check` to say.

    A value that is stored as a map can be typed as JSON. Money can be typed as `60 USD per week, 2024-05`,
    a flag as yes or no, a place as `-2.9, 32.2`.
    """
    text = typed.strip()
    if kind in MAPS | TEXT_OR_MAP and text.startswith("{"):
        try:
            return canonical(kind, msgspec.json.decode(text))
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            raise InvalidContent("A value in braces must be one JSON object.") from error
    if kind == "flag":
        return _YES_NO.get(text.lower(), typed)
    if kind == "money":
        found = _MONEY.fullmatch(text)
        parts = {name: part.strip() for name, part in found.groupdict().items() if part} if found else None
        return canonical(kind, parts) if parts else typed
    if kind == "rough-place":
        lat, comma, lon = text.partition(",")
        return {"lat": lat.strip(), "lon": lon.strip()} if comma else typed
    if kind == "version-link":
        return {"record": text.lower()}
    return canonical(kind, typed)


def canonical(kind: Type, value: Any) -> Any:
    """The stored form of a value that means the same; what does not fit is left for `check` to refuse."""
    if isinstance(value, str):
        if kind in ("country", "language", "spoken", "link", "url", "phone", "email"):
            text = value.strip()
            return _canonical_tag(kind, text)
        return value
    if isinstance(value, dict):
        kept = {key: part for key, part in value.items() if part not in (None, "", [], ())}
        types = kept.get("types")
        if isinstance(types, list | tuple) and all(isinstance(one, str) for one in types):
            kept["types"] = sorted({one.lower() for one in types})
        if isinstance(kept.get("currency"), str):
            kept["currency"] = kept["currency"].upper()
        heads = kept.get("heads")
        if isinstance(heads, list | tuple) and all(isinstance(one, str) for one in heads):
            kept["heads"] = sorted(set(heads))
        if kind in ("phone", "email") and set(kept) == {"value"}:
            return canonical(kind, kept["value"])
        return kept
    return value


def _canonical_tag(kind: Type, text: str) -> str:
    if kind == "country":
        return text.upper() if len(text) == 2 else text
    if kind == "link":
        return text.lower()
    if kind == "language" or (kind == "spoken" and _TAG.fullmatch(text)):
        language, *rest = text.split("-")
        sizes = {2: str.upper, 4: str.title}
        return "-".join([language.lower(), *(sizes.get(len(part), str)(part) for part in rest)])
    return text


def to_text(kind: Type | Literal[""], value: Any) -> str:
    """A value on one line as a person reads it; codes stay codes. What has no known shape comes as JSON.

    `from_text` reads back what was made of money, flags, places and links.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    shown = _map_text(kind, value) if isinstance(value, dict) else ""
    return shown or msgspec.json.encode(value).decode("utf-8")


def _map_text(kind: str, value: dict[str, Any]) -> str:
    """A map of a known type; empty when it has another shape, as a later version may have written."""
    texts = {key: part for key, part in value.items() if isinstance(part, str)}
    types = value.get("types")
    ways = f" ({', '.join(map(str, types))})" if isinstance(types, list | tuple) and types else ""
    if kind in ("phone", "email") and "value" in texts:
        return texts["value"] + ways
    if kind == "address":
        parts = [" ".join(texts[name].split()) for name in ADDRESS_PARTS if name in texts and name != "label"]
        line = ", ".join(parts) or " ".join(texts.get("label", "").split())
        return line + ways if line else ""
    if kind == "name-parts":
        return " ".join(texts[name] for name in _NAME_ORDER if name in texts)
    if kind == "money" and {"amount", "currency"} <= texts.keys():
        span = f" per {texts['per']}" if "per" in texts else ""
        dated = f", {texts['date']}" if "date" in texts else ""
        return f"{texts['amount']} {texts['currency']}{span}{dated}"
    if kind == "rough-place" and {"lat", "lon"} <= texts.keys():
        return f"{texts['lat']}, {texts['lon']}"
    if kind == "attachment" and "name" in texts:
        return f"{texts['caption']} ({texts['name']})" if "caption" in texts else texts["name"]
    if kind == "vcard" and "text" in texts:
        part = value.get("part")
        name = texts["text"].partition(":")[0] if part == 0 else "…"
        return f"{name[:60]}: part {part + 1} of {value.get('parts')}" if isinstance(part, int) else ""
    return texts.get("record", "") if kind == "version-link" else ""
