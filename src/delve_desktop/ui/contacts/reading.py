"""How a contact reads: a disc or the photo, the name, what is in dispute, then lines to copy and to call."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.valuetext import to_text
from delve_desktop.services.views import RecordRow
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.records.words import called, country, language, word
from delve_desktop.ui.widgets.basics import Disc, button, label, rule
from delve_desktop.ui.widgets.chips import chip
from delve_desktop.ui.widgets.flow import Flow

from .more import More

SHOWN: Final = (
    *("name", "category", "phones", "emails", "organisation", "country", "languages", "note", "role"),
    *("addresses", "websites", "tags", "minerals", "vcard"),
)
ROWS: Final = {
    "nicknames": "contact",
    "birthday": "cal",
    "consent": "people",
    "consent_date": "cal",
    "sensitivity": "eye",
    "name_parts": "contact",
}
PHOTO: Final = QSize(72, 72)
SILENT: Final = frozenset({"voice", "pref"})  # ways that say nothing beside a number
_TO_DIAL: Final = re.compile(r"[^\d+]")


class ContactReading(Reading):
    """A person or an organisation."""

    def build(self) -> None:
        self.column.addLayout(self._top())
        self.column.addSpacing(4)
        self.disputes(field.name for field in self.view.fields)
        for phone in self._values("phones"):
            self._phone(phone)
        for email in self._values("emails"):
            self._reached(self.tr("E-mail"), self.tr("E-mail, {0}"), email, "mail")
        association = next((one.row for one in self.view.links if one.field == "association"), None)
        if association is not None:
            self._linked(called("Association"), association, "org")
        elif self.value("organisation"):
            self.row(called("Organisation"), self.value("organisation"), "org")
        for address in self._values("addresses"):
            self._reached(self.tr("Address"), self.tr("Address, {0}"), address, "pin")
        for site in self._values("websites"):
            self.row(called("Websites"), str(site), "link", copy=True)
        self._chips()
        self.others(SHOWN, ROWS)
        self.column.addWidget(rule())
        self.long_text(self.field("note"))
        self._belonging()
        kept = self.field("vcard")
        if kept is not None and kept.value:
            self.column.addWidget(More(kept.value))

    def told(self) -> frozenset[str]:
        return frozenset({"association"})

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        name = self.view.title or self.tr("(without a name)")
        row.addWidget(self._photo(name), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(name, "record", wrap=True))
        category = self._code("category")
        role, organisation = self.value("role"), self.value("organisation")
        at = (
            self.tr("{0} at {1}").format(role, organisation)
            if role and organisation
            else role or organisation
        )
        spoken = ", ".join(language(str(code)) for code in self._values("languages"))
        facts = [
            word("categories", category) if category and category != "person" else "",
            at,
            country(self._code("country")),
            spoken,
        ]
        line = "  ·  ".join(fact for fact in facts if fact)
        if line:
            words.addWidget(label(line, "second", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _photo(self, name: str) -> QWidget:
        picture = self.picture_for(self.view, "photo", PHOTO)
        if picture is None:
            return Disc(name, PHOTO.width())
        shown = QLabel()
        shown.setPixmap(picture)
        shown.setFixedSize(PHOTO)
        shown.setAccessibleName(self.tr("Photo of {0}").format(name))
        return shown

    def _phone(self, phone: Any) -> None:
        number = _plain(phone)
        call = button(self.tr("Call"), "quiet", "phone")
        call.setAccessibleName(self.tr("Call {0}").format(number))
        call.setToolTip(self.tr("Hands the number to the program for calls on this laptop, if it has one"))
        call.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(f"tel:{_TO_DIAL.sub('', number)}")))
        self._reached(self.tr("Phone"), self.tr("Phone, {0}"), phone, "phone", call)

    def _reached(
        self, name: str, with_way: str, value: Any, icon: str, act: QPushButton | None = None
    ) -> None:
        """A line with what it is for, to be copied."""
        ways = value.get("types", ()) if isinstance(value, dict) else ()
        told = ", ".join(word("ways", str(way)).lower() for way in ways if way not in SILENT)
        self.row(with_way.format(told) if told else name, _plain(value), icon, copy=True, act=act)

    def _linked(self, name: str, row: RecordRow, icon: str) -> None:
        title = row.title or self.tr("(without a name)")
        made = button(self.tr("{0} (in the bin)").format(title) if row.in_bin else title, "link")
        made.clicked.connect(lambda: self.record_chosen.emit(row))
        self.row_of(name, made, icon)

    def _chips(self) -> None:
        minerals = self.members("minerals")
        tags = self.members("tags")
        if minerals or tags:
            self.column.addWidget(Flow(*(chip(one, "gem") for one in minerals), *(chip(one) for one in tags)))

    def _belonging(self) -> None:
        """The people, practices and trials of an association, each group under its own heading."""
        groups = (
            ("contact", "association", self.tr("People of this association"), "contact"),
            ("practice", "association", self.tr("Practices they wrote"), "practice"),
            ("adoption", "association", self.tr("What they tried"), "check"),
        )
        for kind, field, heading, icon in groups:
            rows = [one.row for one in self.view.linked_from if one.field == field and one.row.kind == kind]
            if not rows:
                continue
            self.column.addSpacing(8)
            self.column.addWidget(label(heading, "section", wrap=True))
            line = Flow(*(self._opened(one, icon) for one in rows[:MOST]))
            self.column.addWidget(line)
            if len(rows) > MOST:
                self.column.addWidget(label(self.tr("and %n more", "", len(rows) - MOST), "second"))

    def _opened(self, row: RecordRow, icon: str) -> QPushButton:
        title = " ".join((row.title or row.snippet).split()) or self.tr("(without a title)")
        made = button(title if len(title) <= 48 else title[:48].rsplit(" ", 1)[0] + " …", "chip", icon)
        made.setIconSize(QSize(20, 16))
        made.setAccessibleName(self.tr("Read {0}").format(title))
        made.clicked.connect(lambda: self.record_chosen.emit(row))
        return made

    def _values(self, name: str) -> list[Any]:
        found = self.field(name)
        return list(found.value or ()) if found is not None else []

    def _code(self, name: str) -> str:
        found = self.field(name)
        return str(found.value or "") if found is not None and not found.disputed else ""


MOST: Final = 40  # of each group


def _plain(value: Any) -> str:
    """A number or an address without what it is for."""
    if isinstance(value, dict) and "value" not in value:
        return to_text("address", {key: part for key, part in value.items() if key != "types"})
    return str(value.get("value", "")) if isinstance(value, dict) else str(value)
