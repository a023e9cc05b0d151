"""The few kinds of field editors that forms are built of."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.values import Type
from delve_desktop.domain.valuetext import canonical, from_text, to_text
from delve_desktop.ui.text.edit import RichEdit
from delve_desktop.ui.widgets.chips import ChipsEdit
from delve_desktop.ui.widgets.elided import set_hint

from .form import Editor, Form

INLINE: Final = "text"  # the field in which pictures stand; elsewhere they stand below, or beside a step
OLDEST: Final = 1950  # two digits of a year mean one from here on


def line(form: Form, field: str, name: str, hint: str = "", *, title: bool = False) -> Editor:
    """A scalar in one line; empty means cleared."""
    edit = QLineEdit()
    set_hint(edit, hint)
    if title:
        edit.setProperty("kind", "title")
    edit.textEdited.connect(form.changed)
    return Editor(
        field,
        name,
        edit,
        lambda: edit.text().strip() or None,
        lambda value: edit.setText("" if value is None else str(value)),
        caption=not title,
    )


def text(form: Form, field: str, name: str, hint: str = "", *, least: int = 240) -> Editor:
    """A long text: rich on screen, Markdown underneath, with the tools in the form's bar."""
    edit = RichEdit(least)
    edit.inline = field == INLINE
    edit.setPlaceholderText(hint)
    edit.edited.connect(form.changed)
    form.give_tools(edit)
    return Editor(
        field,
        name,
        edit,
        edit.text,
        lambda value: edit.set_text("" if value is None else str(value)),
        take_in=edit.take_in,
    )


def members(form: Form, field: str, name: str, hint: str = "", kind: Type = "line") -> Editor:
    """A set: chips and a field to add one more. `kind` is the type of its members."""
    edit = ChipsEdit(name, hint)
    edit.edited.connect(form.changed)
    meant: dict[str, Any] = {}  # chip to the member it stands for, which may say more than the chip

    def fill(value: Any) -> None:
        meant.clear()
        meant.update((to_text(kind, each), each) for each in value or ())
        edit.set_members(list(meant))

    def read() -> list[Any]:
        return [meant[chip] if chip in meant else canonical(kind, chip) for chip in edit.members]

    return Editor(field, name, edit, read, fill)


class _Choice(QComboBox):
    """A choice that the wheel cannot change by accident while the page scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def choice(form: Form, field: str, name: str, options: dict[str, str]) -> Editor:
    """One of a few values, shown by their words; the empty value clears the field."""
    edit = _Choice()
    for value, words in options.items():
        edit.addItem(words, value)

    def fill(value: Any) -> None:
        known = "" if value is None else str(value)
        at = edit.findData(known)
        if at < 0:  # a value this version does not know stays as it is
            edit.addItem(known, known)
            at = edit.count() - 1
        edit.setCurrentIndex(at)

    edit.activated.connect(form.changed)
    return Editor(field, name, edit, lambda: edit.currentData() or None, fill)


def read_date(typed: str, pattern: str) -> str:
    """A day or a month as ISO 8601; empty when it is neither.

    Read are ISO 8601, the locale's short pattern for a day, and what `ages.day` shows.
    """
    for layout in ("MMMM yyyy", "MMM yyyy"):
        month = QLocale().toDate(typed, layout)
        if month.isValid() and month.year() >= 1000:
            return month.toString("yyyy-MM")
    long = pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
    for layout in ("yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", long, pattern):
        day = QLocale().toDate(typed, layout)
        if not day.isValid() or (layout != pattern and day.year() < 1000):
            continue
        if layout == pattern != long and day.year() < OLDEST:
            day = day.addYears(100)  # two digits: of this century
        return day.toString("yyyy-MM-dd")
    return ""


def date(form: Form, field: str, name: str) -> Editor:
    """A day, month or year, kept as 2026-03-12, typed as the person's language writes it, or left empty."""
    edit = QLineEdit()
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    example = QDate(2026, 3, 31)  # beyond 12: it shows which of the numbers is the day
    either = QCoreApplication.translate("editors", "{0}, or only {1}").format(
        QLocale().toString(example, "d MMM yyyy"), QLocale().toString(example, "MMMM yyyy")
    )
    set_hint(edit, either)

    def read() -> str | None:
        typed = edit.text().strip()
        return read_date(typed, pattern) or typed or None  # what cannot be read is said when it is saved

    def fill(value: Any) -> None:
        day = QDate.fromString(str(value or ""), Qt.DateFormat.ISODate)
        edit.setText(day.toString(Qt.DateFormat.ISODate) if day.isValid() else str(value or ""))

    edit.textEdited.connect(form.changed)
    return Editor(field, name, edit, read, fill)


def flag(form: Form, field: str, name: str) -> Editor:
    """A yes or no; unticked and never said before is nothing."""
    edit = QCheckBox(name)
    stood: list[bool] = [False]  # whether something stood there

    def fill(value: Any) -> None:
        stood[0] = value is not None
        edit.setChecked(value is True)

    edit.toggled.connect(form.changed)
    return Editor(
        field,
        name,
        edit,
        lambda: True if edit.isChecked() else (False if stood[0] else None),
        fill,
        caption=False,
    )


def typed(form: Form, field: str, name: str, kind: Type, hint: str = "") -> Editor:
    """A value of a type that is written on one line, such as a rough place."""
    edit = QLineEdit()
    set_hint(edit, hint)
    edit.textEdited.connect(form.changed)

    def read() -> Any:
        text = edit.text().strip()
        try:
            return from_text(kind, text) if text else None
        except InvalidContent:  # what cannot be read is said beside the field
            return text

    return Editor(field, name, edit, read, lambda value: edit.setText(to_text(kind, value)))
