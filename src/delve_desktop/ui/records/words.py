"""Words for how a version came and for the names of values."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QLocale

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.values import Type
from delve_desktop.domain.valuetext import from_text, to_text
from delve_desktop.services import vocabularies
from delve_desktop.services.views import FieldView, VersionView
from delve_desktop.ui.ages import age
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


def worded(field: FieldView, value: Any) -> str:
    """A value of this field as a person reads it: terms and codes by their words, a list with commas."""
    if not field.words:
        return shown(value, field.type)
    values = value if isinstance(value, list | tuple) else [value]
    texts = [shown(one, field.type) for one in values if one not in (None, "")]
    return ", ".join(vocabularies.word(field.words, text, QLocale().name()) for text in texts)


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
