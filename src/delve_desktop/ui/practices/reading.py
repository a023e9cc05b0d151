"""How a practice reads: a leaflet. Danger stands beside or before the steps, never behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.outline import steps_of
from delve_desktop.services.views import FieldView
from delve_desktop.ui import theme
from delve_desktop.ui.attachments.inline_pictures import names_in
from delve_desktop.ui.records.link_editors import own_version
from delve_desktop.ui.records.reading import NOT_ROWS, Reading
from delve_desktop.ui.records.words import called, country, shown, word
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.frames import SETTLED_MS, area_around, vacate
from delve_desktop.ui.widgets.reading_order import leads_beyond
from delve_desktop.ui.widgets.text_label import TextLabel

from . import leaflet_content
from .danger import DangerCard
from .ledger_card import LedgerCard
from .people import People
from .source_bar import SourceBar
from .steps import PICTURE, Steps
from .summary import FIELDS as FACTS
from .summary import summary_card

if TYPE_CHECKING:
    from .leaflet import Printed
    from .leaflet_panel import LeafletPanel

SIDE: Final = 264  # pixels, with letters of the usual size
MAIN: Final = 456  # the same: what the leaflet needs beside it for two columns
EDGE: Final = 24  # around the page
GAP: Final = 24  # between its columns
EACH: Final = 48  # about as high as a line of facts, or as a step besides its text
LINE: Final = 24  # of a text, about
LETTERS: Final = 62  # in a line of it, about
Bits = Iterator[None]
"""What is laid out bit by bit."""
TEXTS: Final = ("summary", "problem", "steps", "do_nots", "hazards", "evidence")
ROWS: Final = (
    *(("countries", "pin"), ("area", "pin"), ("place", "pin"), ("themes", "leaf"), ("cost_setup", "coin")),
    *(
        ("cost_running", "coin"),
        ("maturity", "seed"),
        ("sources", "link"),
        ("licence", "copy"),
        ("consent", "people"),
    ),
    *(("sensitivity", "eye"), ("state", "clock")),
)
KEPT_CLOSE: Final = frozenset({"members", "personal"})  # kinds of sensitivity
TOLD: Final = frozenset({"practice", "translation_of", "people"})


class PracticeReading(Reading):
    """Two columns where there is room: the leaflet, and beside it the danger and who tried it."""

    def build(self) -> None:
        self.column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._wide: bool | None = None
        self._main_is_whole = False
        self._leaflet: LeafletPanel | None = None
        self._left, self._right = Stack(self, gap=16), Stack(self, gap=16)
        self._top, self._main = Stack(self._left, gap=12), Stack(self._left, gap=12)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._left, 1)
        row.addWidget(self._right, 0)
        self.danger = self._danger()
        self._tried = self._side()
        self._fill(self._top.column, self._head)
        self._fill(self._main.column, lambda: self._text("problem"))
        self.column.addLayout(row)
        self._arrange(wide=True)

    def _fill(self, column: QVBoxLayout, part: Callable[[], Bits | None]) -> Bits:
        """Let the inherited ways of laying out put things into another column; returns what is left of it."""
        whole, self.column = self.column, column
        try:
            return part() or iter(())
        finally:
            self.column = whole

    def told(self) -> frozenset[str]:
        return TOLD

    def head_buttons(self) -> list[QPushButton]:
        printing = button(self.tr("Print"), "quiet", "print")
        printing.setToolTip(self.tr("Print this practice as a leaflet, or save it as a PDF (Ctrl+P)"))
        printing.clicked.connect(self.print_record)
        tried = button(self.tr("We tried this"), "primary", "plus")
        tried.clicked.connect(self.report)
        return [printing, tried]

    def remark(self) -> str:
        parts = [word("licences", self.value_of("licence")), self._consent()]
        return " · ".join(part for part in parts if part)

    def print_record(self) -> None:
        """Show the leaflet above, to be printed or saved."""
        if self.desk is None:
            return
        from .leaflet import paper, printed  # few need it, and it takes a moment to load

        view, pictures, ratio = self.view, self._pictures(leaflet_content.PICTURE), self.devicePixelRatioF()

        def make(use: UseCases) -> Printed:
            leaflet = leaflet_content.leaflet_of(view, use.people_to_print(view.id), pictures)
            return printed(leaflet, paper(), ratio)

        self.desk.ask(make, self._show_leaflet, owner=self)

    def _pictures(self, size: QSize) -> dict[int, QImage]:
        """The pictures of the steps, by their numbers."""
        steps = steps_of(self.value("steps")).parts
        found = {n: self.picture_for(self.view, f"step {n}", size) for n in range(1, len(steps) + 1)}
        return {number: picture.toImage() for number, picture in found.items() if picture is not None}

    def _show_leaflet(self, made: Printed) -> None:
        from .leaflet_panel import LeafletPanel

        self._close_leaflet()
        closed = self.value_of("licence") == "members-only" or self.value_of("sensitivity") in KEPT_CLOSE
        warning = self.tr("This practice is not open to all. Think of who may get it.") if closed else ""
        if self.desk is not None:
            self._leaflet = LeafletPanel(made, self.desk, warning)
            self._leaflet.closed.connect(self._close_leaflet)
            self.column.insertWidget(0, self._leaflet)
            self._leaflet.setFocus()

    def escape(self) -> bool:
        if self._leaflet is None:
            return super().escape()
        self._close_leaflet()
        return True

    def _close_leaflet(self) -> None:
        if self._leaflet is not None:
            self._leaflet.setParent(None)
            self._leaflet.deleteLater()
            self._leaflet = None

    def report(self) -> None:
        """Begin an adoption of this practice, as it stands."""
        self.begin_asked.emit("adoption", {"practice": own_version(self.view)})

    def translate(self) -> None:
        """Begin a translation: what is said once for all languages, and the words to put into another."""
        given = {
            one.name: one.value
            for one in self.view.fields
            if one.value
            and not one.disputed
            and one.name not in ("language", "state", "translation_of", "links")
        }
        self.begin_asked.emit(
            "practice", {**given, "translation_of": own_version(self.view), "state": "draft"}
        )

    def value_of(self, name: str) -> str:
        """The code that stands in a field; empty while it is in dispute."""
        found = self.field(name)
        return str(found.value or "") if found is not None and not found.disputed else ""

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: else the page could never become narrow enough for one."""
        margins = self.contentsMargins()
        needs = max(self._narrowest(part) for part in (self._top, self._main, self.danger, self._tried))
        return QSize(
            max(SIDE, needs) + 48 + margins.left() + margins.right(), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(event.size().width())

    def fit(self, width: int) -> None:
        side = max(theme.px(SIDE), self._narrowest(self.danger), self._narrowest(self._tried))
        self._right.setFixedWidth(side)
        self._arrange(wide=width >= side + theme.px(MAIN))

    @staticmethod
    def _narrowest(part: QWidget | None) -> int:
        return part.minimumSizeHint().width() if part is not None else 0

    # -- the parts ----------------------------------------------------------------------------

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        left, right = self._left.column, self._right.column
        danger = [self.danger] if self.danger is not None else []
        first = [self._top, self._main] if wide else [self._top, *danger, self._main, self._tried]
        second = [*danger, self._tried] if wide else []
        for layout in (left, right):
            vacate(layout)
        for widget in first:
            left.addWidget(widget)
        for widget in second:
            right.addWidget(widget)
        left.addStretch(1)
        right.addStretch(1)
        if not wide or self._right.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            self._right.setVisible(wide)  # for nothing at first, when it takes long

    def _head(self) -> None:
        self.column.addWidget(TextLabel(self.view.title or self.tr("(without a title)"), "record"))
        where = [self._who(), self._where()]
        self.column.addWidget(TextLabel(", ".join(one for one in where if one), "second"))
        if self.view.source is not None:
            bar = SourceBar(self.view.source)
            bar.source_chosen.connect(self.record_chosen)
            self.column.addWidget(bar)
        self.disputes(field.name for field in self.view.fields)
        summary = self._readable("summary")
        self.column.addWidget(summary_card(self.view, summary.value if summary is not None else ""))

    def rest(self) -> Bits:
        for part in (self._steps, self._proof, self._people, self._facts_below, self._translation):
            yield from self._fill(self._main.column, part)
            yield
        self._main_is_whole = True
        yield from super().rest()

    def lead_on(self, now: QWidget | None) -> None:
        """The leaflet goes before what stands beside it."""
        while self.is_coming and not self._main_is_whole and not leads_beyond(self._left, now):
            self.lay_out_more()
        super().lead_on(now)

    def _proof(self) -> None:
        for field in self._proofs():
            self._text(field.name)

    def _proofs(self) -> list[FieldView]:
        """The texts below the steps: the evidence, and what is in dispute of those that stand above."""
        found = [(name, self.field(name)) for name in ("evidence", "summary", "do_nots", "hazards")]
        return [one for name, one in found if one is not None and (name == "evidence" or one.disputed)]

    def inline_to_come(self) -> set[str]:
        steps = self.field("steps")
        texts = self._proofs()
        if steps is not None and (steps.disputed or not steps_of(str(steps.value or "")).parts):
            texts.append(steps)
        return {
            name
            for one in texts
            if not (one.disputed and one.passages)  # whose passages are shown, without pictures
            for name in names_in(shown(one.value))
        }

    def reached(self, width: int) -> int:
        if self._main_is_whole:
            return super().reached(width)
        above = (
            [self._top, self._main]
            if self._wide or self.danger is None
            else [self._top, self.danger, self._main]
        )
        beside = self._right.width() + GAP if self._wide else 0
        return sum(one.heightForWidth(width - 2 * EDGE - beside) for one in above) + EDGE

    def expected(self) -> int:
        steps = steps_of(self.value("steps")).parts
        texts = [*(part.text for part in steps), self.value("evidence")]
        lines = sum(len(text) // LETTERS + 1 for text in texts)
        people = sum(link.field == "people" for link in self.view.links)
        rows = [one for one in self.view.fields if one.name in self._below() and one.type not in NOT_ROWS]
        return super().expected() + theme.px(
            LINE * (lines + 3) + EACH * (len(steps) + people + len(rows) + 2)
        )

    def _below(self) -> set[str]:
        """The fields that have a line each below the texts."""
        above = {"title", "organisation", *FACTS, *TEXTS} - {"cost_setup", "maturity"}
        return {one.name for one in self.view.fields if one.value} - above

    def _facts_below(self) -> None:
        below = self._below()
        self.others((one.name for one in self.view.fields if one.name not in below), dict(ROWS))

    def _translation(self) -> None:
        row = QHBoxLayout()
        translate = button(self.tr("Translate this"), "quiet", "globe")
        translate.setToolTip(self.tr("Begin a translation of this practice"))
        translate.clicked.connect(self.translate)
        row.addWidget(translate)
        row.addStretch(1)
        if not self.view.in_bin:
            self.column.addLayout(row)

    def _steps(self) -> Bits | None:
        field = self.field("steps")
        if field is None or not (field.value or field.disputed):
            return None
        outline = steps_of(str(field.value or ""))
        if field.disputed or not outline.parts:
            self._text("steps")
            return None
        self.column.addSpacing(8)
        self.column.addWidget(label(called(field.label), "section"))
        pictures = [
            self.picture_for(self.view, f"step {number}", PICTURE)
            for number in range(1, len(outline.parts) + 1)
        ]
        steps = Steps(called(field.label))
        self.column.addWidget(steps)
        return steps.lay_out(outline, pictures)

    def _danger(self) -> DangerCard | None:
        """What must be known before anybody begins; None when nothing is said of it."""
        never, hazards = self._readable("do_nots"), self._readable("hazards")
        if never is None and hazards is None:
            return None
        names = (called("Never do this"), called("Hazards"))
        return DangerCard(never, hazards, names, self._right)

    def _side(self) -> QWidget:
        """Who tried it, and the way to the questions."""
        holder = Stack(gap=12)
        column = holder.column
        if self.view.ledger is not None:
            ledger = LedgerCard(self.view.ledger)
            ledger.trial_chosen.connect(self.record_chosen)
            column.addWidget(ledger)
        if self.view.remarks:
            count = sum(1 + len(one.answers) for one in self.view.remarks)
            asked = button(self.tr("%n questions and answers", "", count), "quiet", "chat")
            asked.clicked.connect(self.show_questions)
            row = QHBoxLayout()
            row.addWidget(asked)
            row.addStretch(1)
            column.addLayout(row)
        return holder

    def show_questions(self) -> None:
        """Scroll to what was asked about this."""
        self.when_whole(lambda: QTimer.singleShot(SETTLED_MS, self, self._scroll_to_questions))

    def _scroll_to_questions(self) -> None:
        area = area_around(self)
        if area is not None and self.questions is not None:
            area.verticalScrollBar().setValue(self.questions.y())

    def _people(self) -> None:
        people = People(link for link in self.view.links if link.field == "people")
        if not people.is_empty:
            people.record_chosen.connect(self.record_chosen)
            self.column.addSpacing(8)
            self.column.addWidget(people)

    # -- words --------------------------------------------------------------------------------

    def _who(self) -> str:
        said = self.value("organisation")
        linked = next((link for link in self.view.links if link.field == "association"), None)
        return said or (linked.row.title if linked is not None and linked.row is not None else "")

    def _where(self) -> str:
        found = self.field("countries")
        return (
            ", ".join(country(str(code)) for code in found.value) if found is not None and found.value else ""
        )

    def _consent(self) -> str:
        return {
            "spoken": self.tr("people in photos agreed"),
            "written": self.tr("people in photos agreed"),
            "nobody-shown": self.tr("nobody is shown"),
            "not-asked": self.tr("people in photos were not asked yet"),
        }.get(self.value_of("consent"), "")

    def _readable(self, name: str) -> FieldView | None:
        """A long text that has something in it and no passage in dispute."""
        field = self.field(name)
        return field if field is not None and field.value and not field.disputed else None

    def _text(self, name: str) -> None:
        """A long text under its heading; one in dispute shows its passages."""
        field = self.field(name)
        if field is not None and (field.value or field.disputed):
            self.column.addSpacing(8)
            self.column.addWidget(label(called(field.label), "section"))
            self.long_text(field)
