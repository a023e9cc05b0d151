"""Words for what a practice holds in codes, in the person's own language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from delve_desktop.domain.fields import PRACTICE, field_of
from delve_desktop.services import vocabularies
from delve_desktop.services.views import FieldView
from delve_desktop.ui.records.words import shown

_CODES: Final = {
    "country": vocabularies.COUNTRIES,
    "language": vocabularies.LANGUAGES,
    "spoken": vocabularies.LANGUAGES,
}


def worded(field: FieldView) -> str:
    """The value or members of a field, terms and codes in words."""
    entry = field_of(PRACTICE, field.name)
    listed = entry.vocabulary.name if entry is not None and entry.vocabulary else _CODES.get(field.type, "")
    values = field.value if isinstance(field.value, list | tuple) else [field.value]
    texts = [shown(value, field.type) for value in values if value not in (None, "")]
    if listed:
        texts = [vocabularies.word(listed, text, QLocale().name()) for text in texts]
    return ", ".join(texts)


def called(label: str) -> str:
    """What a field is called; `label` is its name in the table."""
    return QCoreApplication.translate("fields", label)
