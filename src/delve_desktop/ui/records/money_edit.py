"""An amount, its currency, for how long or how much it is, and when it was so."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from delve_desktop.services import vocabularies
from delve_desktop.ui.ages import day
from delve_desktop.ui.widgets.elided import set_hint
from delve_desktop.ui.widgets.word_chips import complete

from .editors import read_date
from .words import offered

_SPACES: Final = re.compile(r"[\s'’]")
_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,])\d{3}(?:\1\d{3})*)?|\d+")


class MoneyEdit(QWidget):
    """Four short fields in a row. What cannot be read is handed on as typed, for a sentence to say so."""

    edited = Signal()
    """Something was typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.amount = self._field(row, _tr("Amount"), name, 2)
        self.currency = self._field(row, _tr("Currency"), name, 3)
        self.per = self._field(row, _tr("Per month, per gram …"), name, 3)
        self.date = self._field(row, _tr("As of"), name, 2)
        complete(
            self.currency, [f"{code} · {word}" for code, word in offered(vocabularies.CURRENCIES).items()]
        )
        self.setFocusProxy(self.amount)

    def _field(self, row: QHBoxLayout, hint: str, name: str, stretch: int) -> QLineEdit:
        made = QLineEdit()
        set_hint(made, hint)
        made.setAccessibleName(_tr("{0}: {1}").format(name, hint))
        made.textChanged.connect(lambda _text: self.edited.emit())
        row.addWidget(made, stretch)
        return made

    def value(self) -> dict[str, str] | None:
        """As it is stored; None while no field holds anything."""
        pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        typed = self.date.text().strip()
        parts = {
            "amount": read_amount(self.amount.text(), QLocale()),
            "currency": self._currency(),
            "per": self.per.text().strip(),
            "date": read_date(typed, pattern) or typed,
        }
        kept = {name: part for name, part in parts.items() if part}
        return {"amount": "", "currency": "", **kept} if kept else None

    def set_value(self, value: Any) -> None:
        """Show another value; of what is no amount, as a later version may write, nothing is shown."""
        parts = value if isinstance(value, dict) else {}
        self.amount.setText(str(parts.get("amount", "")).replace(".", QLocale().decimalPoint()))
        self.currency.setText(str(parts.get("currency", "")))
        self.per.setText(str(parts.get("per", "")))
        self.date.setText(day(str(parts.get("date", ""))) if parts.get("date") else "")

    def _currency(self) -> str:
        """The code before the name of a chosen one, or the code for a name, or what was typed."""
        typed = self.currency.text().strip()
        code = typed.partition(" · ")[0].strip()
        found = vocabularies.meant(vocabularies.CURRENCIES, code, QLocale().name())
        return found or code.upper()


def read_amount(typed: str, locale: QLocale) -> str:
    """An amount with a point and without the signs that part thousands; what is none stays as it was typed.

    A language is not a country: people write 12.50 where the locale has a comma, and the other way round. So
    a sign parts thousands only where it can: three digits behind each. Where one sign alone could do both,
    the locale decides.
    """
    plain = _SPACES.sub("", typed)
    signs = [sign for sign in plain if sign in ".,"]
    whole, decimals = plain, ""
    if len(set(signs)) == 2 or (len(signs) == 1 and not _parts_thousands(plain, signs[0], locale)):
        whole, _, decimals = plain.rpartition(signs[-1])
    if not (_GROUPED.fullmatch(whole) and (decimals.isdecimal() or not decimals)):
        return typed.strip()
    digits = re.sub("[.,]", "", whole)
    return f"{digits}.{decimals}" if decimals else digits


def _parts_thousands(amount: str, sign: str, locale: QLocale) -> bool:
    before, _, behind = amount.partition(sign)
    return len(behind) == 3 and before not in ("", "0") and sign != locale.decimalPoint()


def _tr(text: str) -> str:
    return QCoreApplication.translate("money", text)
