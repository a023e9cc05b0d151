"""Amounts as people of several countries write them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from delve_desktop.ui.records.money_edit import read_amount


@pytest.mark.parametrize(
    "language, typed, amount",
    [
        *[(language, "1500", "1500") for language in ("en", "fr", "es", "pt")],
        *[(language, "12.50", "12.50") for language in ("en", "fr", "es", "pt")],
        *[(language, "12,50", "12.50") for language in ("en", "fr", "es", "pt")],
        *[(language, "1.234,56", "1234.56") for language in ("en", "fr", "es", "pt")],
        *[(language, "1,234.56", "1234.56") for language in ("en", "fr", "es", "pt")],
        *[(language, "1.234.567", "1234567") for language in ("en", "fr", "es", "pt")],
        *[(language, "0.125", "0.125") for language in ("en", "fr", "es", "pt")],
        *[
            ("es", "1.500", "1500"),
            ("pt", "1.500", "1500"),
            ("fr", "1.500", "1500"),
            ("en", "1.500", "1.500"),
        ],
        ("en", "12.", "12"),
        *[("es", "1,500", "1.500"), ("en", "1,500", "1500")],
        *[
            ("fr", "1\u202f234,5", "1234.5"),
            ("en", " 1 200 000 ", "1200000"),
            ("en", "1\u2019200.50", "1200.50"),
        ],
    ],
)
def test_an_amount_is_read_as_it_was_meant(language: str, typed: str, amount: str):
    assert read_amount(typed, QLocale(language)) == amount


@pytest.mark.parametrize("typed", ["", "some", "12.5.0", "1,23,4", "1.23,456.7", "-5", "1e6", ",5", "5 USD"])
def test_what_is_no_amount_stays_as_it_was_typed(typed: str):
    assert read_amount(typed, QLocale("en")) == typed
