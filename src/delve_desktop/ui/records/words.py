"""Words for how a version came and for the names of values."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QLocale

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.fields import CONTACT
from delve_desktop.domain.values import Type
from delve_desktop.domain.valuetext import from_text, to_text
from delve_desktop.services import vocabularies
from delve_desktop.services.views import FieldView, RecordRow, VersionView
from delve_desktop.ui.ages import age, day
from delve_desktop.ui.widgets.two_versions import Choice


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def author(version: VersionView) -> str:
    """Who wrote a version, as the person reads it."""
    return _tr("you") if version.mine else (version.by or _tr("somebody"))


def way(version: VersionView, now: float) -> str:
    """How a version came, and when."""
    path = _tr("on this laptop") if version.mine else _tr("came by the server")
    return f"{path} · {age(version.at, now)}"


def shown(value: Any, kind: Type | Literal[""] = "") -> str:
    """A scalar or the members of a set in words; `kind` is the type of the values, where it is known."""
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(each, kind) for each in value)
    return to_text(kind, value)


def called(label: str) -> str:
    """What a field is called in the person's language; `label` is its name in the table."""
    return vocabularies.label(label, QLocale().name())


def word(name: str, term: str) -> str:
    """The words of one term of a list, in the person's language; a term without any stays as it is."""
    return vocabularies.word(name, term, QLocale().name()) if term else ""


def offered(name: str) -> dict[str, str]:
    """Every term of a list with its words, in the order in which they are offered."""
    return dict(vocabularies.offered(name, QLocale().name()))


def home_of(row: RecordRow) -> str:
    """Where a record is at home, in words: of a contact it is a country."""
    return country(row.place) if row.kind == CONTACT else row.place


def country(code: str) -> str:
    """A country's name; a code that is not known stays as it is."""
    return word(vocabularies.COUNTRIES, code)


def language(code: str) -> str:
    """A language's name; a code that is not known stays as it is."""
    return word(vocabularies.LANGUAGES, code)


def worded(field: FieldView, value: Any) -> str:
    """A value of this field as a person reads it: terms and codes by their words, a list with commas."""
    if field.type == "money" and value:
        return money(value)
    if field.type == "date" and isinstance(value, str):
        return day(value)
    if not field.words:
        return shown(value, field.type)
    values = value if isinstance(value, list | tuple) else [value]
    texts = [shown(one, field.type) for one in values if one not in (None, "")]
    return ", ".join(vocabularies.word(field.words, text, QLocale().name()) for text in texts)


def money(value: Any) -> str:
    """An amount as the person's language writes it, and for what span or quantity: "1,100 GHS per month"."""
    if not isinstance(value, dict) or not isinstance(value.get("amount"), str):
        return shown(value, "money")
    amount = value["amount"]
    digits = len(amount.partition(".")[2])
    said = QLocale().toString(float(amount), "f", digits) if amount.replace(".", "", 1).isdigit() else amount
    words = f"{said} {value.get('currency', '')}".strip()
    if value.get("per"):
        words = _tr("{0} per {1}").format(words, value["per"])
    return _tr("{0} ({1})").format(words, day(value["date"])) if value.get("date") else words


def meant(field: FieldView, typed: str) -> Any:
    """The value that somebody means who typed what `worded` shows; None for nothing.

    What cannot be read is handed on as it is: saving refuses it with a sentence.
    """
    text = typed.strip()
    if field.words:
        text = vocabularies.meant(field.words, text, QLocale().name()) or text
    if not field.type or not text:
        return text or None
    try:
        return from_text(field.type, text)
    except InvalidContent:
        return text


def choices(field: FieldView, now: float) -> list[Choice]:
    """The standing versions of a disputed scalar, ready to choose."""
    return [
        Choice(version.id, worded(field, version.value), author(version), way(version, now), version.mine)
        for version in field.versions
    ]
