"""How a practice reads: a leaflet. Danger stands beside or before the steps, never behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from delve_desktop.domain.outline import steps_of
from delve_desktop.services.views import FieldView, LinkView
from delve_desktop.ui import theme
from delve_desktop.ui.records.link_editors import own_version
from delve_desktop.ui.records.reading import Reading
from delve_desktop.ui.records.words import called, country, word
from delve_desktop.ui.use_cases import UseCases
from delve_desktop.ui.widgets.basics import button, label
from delve_desktop.ui.widgets.elided import ElidedButton
from delve_desktop.ui.widgets.frames import area_around, vacate
from delve_desktop.ui.widgets.icon import icon

from . import leaflet_content
from .danger import DangerCard
from .ledger_card import LedgerCard
from .source_bar import SourceBar
from .steps import PICTURE, Steps
from .summary import FIELDS as FACTS
from .summary import summary_card

if TYPE_CHECKING:
    from .leaflet import Printed
    from .leaflet_panel import LeafletPanel

SIDE: Final = 264  # pixels, with letters of the usual size
MAIN: Final = 456  # the same: what the leaflet needs beside it for two columns
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


def _column() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return holder, column


class PracticeReading(Reading):
    """Two columns where there is room: the leaflet, and beside it the danger and who tried it."""

    def build(self) -> None:
        self.column.setContentsMargins(24, 24, 24, 24)
        self._wide: bool | None = None
        self._leaflet: LeafletPanel | None = None
        self._top, top = _column()
        self._main, main = _column()
        self._left, self._right = QWidget(), QWidget()
        row = QHBoxLayout()
        row.setSpacing(24)
        for holder, stretch in ((self._left, 1), (self._right, 0)):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            row.addWidget(holder, stretch)
        self.danger = self._danger()
        self._tried = self._side()
        whole = self.column
        self._fill(top, self._head)
        self._fill(main, self._body)
        self.column = whole
        self.column.addLayout(row)
        self._arrange(wide=True)

    def _fill(self, column: QVBoxLayout, part: object) -> None:
        """Let the inherited ways of laying out put things into another column."""
        self.column = column
        part()  # type: ignore[operator]

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
        side = max(theme.px(SIDE), self._narrowest(self.danger), self._narrowest(self._tried))
        self._right.setFixedWidth(side)
        self._arrange(wide=event.size().width() >= side + theme.px(MAIN))

    @staticmethod
    def _narrowest(part: QWidget | None) -> int:
        return part.minimumSizeHint().width() if part is not None else 0

    # -- the parts ----------------------------------------------------------------------------

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        left, right = self._left.layout(), self._right.layout()
        assert isinstance(left, QVBoxLayout)
        assert isinstance(right, QVBoxLayout)
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
        self._right.setVisible(wide)

    def _head(self) -> None:
        self.column.addWidget(label(self.view.title or self.tr("(without a title)"), "record", wrap=True))
        where = [self._who(), self._where()]
        self.column.addWidget(label(", ".join(one for one in where if one), "second", wrap=True))
        if self.view.source is not None:
            bar = SourceBar(self.view.source)
            bar.source_chosen.connect(self.record_chosen)
            self.column.addWidget(bar)
        self.disputes(field.name for field in self.view.fields)
        summary = self._readable("summary")
        self.column.addWidget(summary_card(self.view, summary.value if summary is not None else ""))

    def _body(self) -> None:
        self._text("problem")
        self._steps()
        self._text("evidence")
        for name in ("summary", "do_nots", "hazards"):
            field = self.field(name)
            if field is not None and field.disputed:
                self._text(name)

    def end(self) -> None:
        main = self._main.layout()
        assert isinstance(main, QVBoxLayout)
        whole = self.column
        self._fill(main, self._rest)
        self.column = whole
        super().end()

    def _rest(self) -> None:
        self._people()
        above = {"title", "organisation", *FACTS, *TEXTS} - {"cost_setup", "maturity"}
        self.others(above, dict(ROWS))
        row = QHBoxLayout()
        translate = button(self.tr("Translate this"), "quiet", "globe")
        translate.setToolTip(self.tr("Begin a translation of this practice"))
        translate.clicked.connect(self.translate)
        row.addWidget(translate)
        row.addStretch(1)
        if not self.view.in_bin:
            self.column.addLayout(row)

    def _steps(self) -> None:
        field = self.field("steps")
        if field is None or not (field.value or field.disputed):
            return
        outline = steps_of(str(field.value or ""))
        if field.disputed or not outline.parts:
            self._text("steps")
            return
        self.column.addSpacing(8)
        self.column.addWidget(label(called(field.label), "section"))
        pictures = [
            self.picture_for(self.view, f"step {number}", PICTURE)
            for number in range(1, len(outline.parts) + 1)
        ]
        self.column.addWidget(Steps(outline, pictures, called(field.label)))

    def _danger(self) -> DangerCard | None:
        """What must be known before anybody begins; None when nothing is said of it."""
        never, hazards = self._readable("do_nots"), self._readable("hazards")
        if never is None and hazards is None:
            return None
        return DangerCard(never, hazards, (called("Never do this"), called("Hazards")))

    def _side(self) -> QWidget:
        """Who tried it, and the way to the questions."""
        holder, column = _column()
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
        area = area_around(self)
        if area is not None and self.questions is not None:
            area.verticalScrollBar().setValue(self.questions.y())

    def _people(self) -> None:
        """Whom to ask, each to be opened."""
        people = [link for link in self.view.links if link.field == "people"]
        if not people:
            return
        self.column.addSpacing(8)
        self.column.addWidget(label(called("People to ask"), "section"))
        for link in people:
            self.column.addWidget(self._person(link))

    def _person(self, link: LinkView) -> QWidget:
        row = link.row
        if row is None:
            return label(self.tr("Somebody whose contact has not arrived yet"), "second", wrap=True)
        name = row.title or self.tr("(without a name)")
        words = " · ".join(one for one in (name, row.place) if one)
        made = ElidedButton(self.tr("{0} (in the bin)").format(words) if row.in_bin else words, "link")
        made.setIcon(icon("contact", "teal"))
        made.setIconSize(QSize(theme.px(20) + 6, theme.px(20)))
        made.clicked.connect(lambda: self.record_chosen.emit(row))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(made)
        line.addStretch(1)
        return holder

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
