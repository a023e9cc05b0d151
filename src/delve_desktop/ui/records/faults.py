"""What a person reads beside a field whose value does not fit: what it takes, in one sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import Field, check, field_of


def fault(kind: str, name: str, value: Any) -> str:
    """A sentence for a value, a whole text or the members of a set; empty where it fits or is empty."""
    entry = field_of(kind, name)
    if entry is None or value in (None, "", []):
        return ""
    members = value if entry.merge == "set" and isinstance(value, list) else [value]
    for member in members:
        try:
            check(kind, name, member)
        except InvalidContent as error:
            return _sentence(entry, member) or str(error)
    return ""


def _sentence(entry: Field, value: Any) -> str:
    """What a field of this type takes; empty where the rule's own sentence says it best."""
    typed = value.get("value", "") if isinstance(value, dict) else value
    if isinstance(value, str) and len(value.encode("utf-8", "surrogatepass")) > entry.limit:
        return _tr("This is too long for one field. Put a part of it somewhere else; nothing is lost.")
    said = {
        "date": _tr("“{0}” is no date. Write a day, a month or a year."),
        "phone": _tr("“{0}” is no phone number. Write digits, with + and the number of the country first."),
        "email": _tr("“{0}” is no e-mail address. It has an @ in the middle."),
        "url": _tr("“{0}” is no web address. It begins with https://"),
        "country": _tr("“{0}” is no country in the list. Type the first letters and choose."),
        "language": _tr("“{0}” is no language in the list. Type the first letters and choose."),
        "term": _tr("“{0}” is not in the list. Type the first letters and choose."),
        "money": _tr("Write an amount as 60 or 12.50, and choose its currency."),
        "rough-place": _tr("Write degrees north and east with one decimal, as -2.9, 32.2"),
        "address": _tr("An address needs one line at least."),
    }.get(entry.type, "")
    return said.format(typed) if isinstance(typed, str) else said


def _tr(text: str) -> str:
    return QCoreApplication.translate("faults", text)
