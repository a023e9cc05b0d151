"""What a row says of where its record is at home."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from delve_desktop.services.views import RecordRow
from delve_desktop.ui.records.spoken import spoken
from delve_desktop.ui.records.words import home_of


def _row(kind: str, place: str) -> RecordRow:
    return RecordRow(b"r", b"s", kind, "Tatu", "", place, 0, "", 0, False, False, 1)  # type: ignore[arg-type]


def test_of_a_contact_the_country_is_named_in_the_persons_language(qapp):
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("fr"))
        assert home_of(_row("contact", "TZ")) == "Tanzanie"
        assert "Tanzanie" in spoken(_row("contact", "TZ"))
    finally:
        QLocale.setDefault(before)


def test_of_anything_else_the_place_is_as_it_was_written(qapp):
    assert home_of(_row("note", "TZ")) == "TZ"
