"""Writing a practice, in four short parts."""

from __future__ import annotations

from typing import Any

from delve_desktop.domain.fields import PRACTICE, field_of
from delve_desktop.services import vocabularies
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.records import field_editors
from delve_desktop.ui.records.faults import fault
from delve_desktop.ui.records.field_editors import editor
from delve_desktop.ui.records.form import Editor, Form
from delve_desktop.ui.records.link_editors import links
from delve_desktop.ui.records.words import called, offered
from delve_desktop.ui.widgets.word_chips import Switches


class PracticeForm(Form):
    """Every field that a person fills in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(PRACTICE)
        self._desk = desk
        self.files_below = "hazards"
        self.add(editor(self, "title", called("Title"), title=True))
        self.section(self.tr("What it is"))
        self._what()
        self.section(
            self.tr("Steps and dangers"),
            self.tr(
                "Begin each step with its number: 1. **Name.** What to do. Begin each danger with a hyphen."
            ),
        )
        self.add(editor(self, "steps", self.tr("1. **Wash.** Run the wet ore down the sluice."), least=200))
        self.add(editor(self, "do_nots", self.tr("- Heat sand that has touched mercury: the smoke poisons.")))
        self.add(editor(self, "hazards", self.tr("- **Dust**: scars the lungs. Keep the ore wet.")))
        self.section(self.tr("Proof and cost"))
        self.add(editor(self, "evidence", self.tr("What did you count, weigh or see?")))
        self.add(editor(self, "maturity"))
        self.add(editor(self, "cost_setup"))
        self.add(editor(self, "cost_running"))
        self.add(editor(self, "sources", self.tr("A guide, a person, a training; Enter adds it")))
        self.section(self.tr("Who and sharing"))
        self._who()
        self.end()

    def _what(self) -> None:
        desk = self._desk
        self.add(editor(self, "summary", self.tr("In two sentences: what is better afterwards?"), least=72))
        self.add(editor(self, "problem", self.tr("What was wrong before?"), least=96))
        self.add(editor(self, "audience", self.tr("Groups of 4 to 10 with clean water")))
        self.add(self._language())
        self.add(links(self, "translation_of", desk, kind=PRACTICE))
        self.add(editor(self, "themes"))
        self.add(editor(self, "minerals"))
        self.add(editor(self, "stages"))
        self.add(editor(self, "countries"))
        self.add(editor(self, "area"), editor(self, "place", "-2.9, 32.2"))

    def _who(self) -> None:
        desk = self._desk
        self.add(editor(self, "organisation"))
        self.add(links(self, "association", desk, kind="contact"))
        self.add(links(self, "people", desk, kind="contact"))
        self.add(editor(self, "licence"))
        self.add(editor(self, "consent"))
        self.add(editor(self, "sensitivity"))
        self.add(self._state())
        self.add(links(self, "links", desk))

    def _language(self) -> Editor:
        made = field_editors.one_of(self, "language", called("Language"), vocabularies.LANGUAGES)

        def wrong(value: Any) -> str:
            known = fault(self.kind, "language", value)
            if known or not self._translates():
                return known
            return "" if value else self.tr("Say which language this translation is in.")

        return Editor(made.field, made.name, made.widget, made.read, made.fill, fault=wrong)

    def _translates(self) -> bool:
        return bool(self.content().get("translation_of"))

    def _state(self) -> Editor:
        """The states that this person may give; the one that stands can always stay."""
        entry = field_of(PRACTICE, "state")
        if entry is None:
            raise ValueError("no field state")  # a mistake in this form
        made = field_editors.switches(self, entry, called("State"), offered("states"), single=True)
        switches = made.widget
        space = self._desk.space
        if space is not None and isinstance(switches, Switches):
            self._desk.ask(
                lambda use: use.states_allowed(space),
                lambda terms: switches.allow(
                    terms, self.tr("A coordinator gives this state; hand it in and they decide.")
                ),
                owner=self,
            )
        return made
