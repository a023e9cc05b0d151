"""The danger of a practice, set apart: what must never be done, what can harm, each with its sign."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtWidgets import QWidget

from delve_desktop.domain.outline import Part, points_of
from delve_desktop.services.views import FieldView
from delve_desktop.ui.widgets.basics import button
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.prose import prose
from delve_desktop.ui.widgets.text_label import Sign, TextLabel

SHORT: Final = 700  # characters of all points that stand whole from the start
GIST: Final = 70  # characters of a hazard while the card is folded; of what is never done, no reason

# beginnings of words, in the languages of the sample library and of most members
_BREATHED: Final = (
    "dust|silic|poussi|polvo|poeira|vumbi|debu|тоос|fume|vapou?r|vapeur|gas\\b|gases|gaz|gás|smoke"
    "|fumée|humo|fumaça|moshi|asap|mvuke|uap|хий|утаа"
)
_BURNS: Final = (
    "burn|fire|flame|heat|hot\\b|steam|brûl|feu\\b|chaud|chaleur|fuego|quem|calor|caliente|fogo|quente"
    "|moto\\b|joto|api\\b|panas|гал\\b|халуун|explo|blast"
)
_SIGNS: Final = (("dust", _BREATHED), ("flame", _BURNS))
_PATTERNS: Final = tuple((name, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for name, words in _SIGNS)
_NEVER: Final = re.compile(r"(never|jamais|ne |nunca|jamás|no |kamwe|jangan|hapana|хэзээ)\b", re.IGNORECASE)


def sign_of(part: Part) -> str:
    """The icon of a hazard: dust for what is breathed, a flame for what burns, else the warning."""
    for text in (part.name, part.text):
        for name, pattern in _PATTERNS:
            if pattern.search(text):
                return name
    return "warn"


def says_never(part: Part) -> bool:
    """Whether a point says by itself that it is not to be done."""
    return bool(_NEVER.match(part.name or part.text))


class DangerCard(Stack):
    """Stands before the steps. Long reasons are cut to their gist until the person asks for every word."""

    def __init__(
        self,
        never: FieldView | None,
        hazards: FieldView | None,
        names: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, gap=8, edges=(16, 12, 16, 12), surface="danger")
        self._never = points_of(never.value) if never is not None else ()
        self._hazards = points_of(hazards.value) if hazards is not None else ()
        self._names = names
        self.setAccessibleName(self.tr("Danger – read this first"))
        head = TextLabel(self.tr("Danger – read this first"), "danger-head", sign=Sign("warn", "red", 24))
        self.column.addWidget(head)
        said = sum(len(one.name) + len(one.text) for one in (*self._never, *self._hazards))
        self._points: list[QWidget] = []
        self._more = button(self.tr("Read every word"), "danger", "warn")
        self._more.clicked.connect(self.unfold)
        self._fill(folded=said > SHORT)
        self.column.addWidget(self._more)
        self._more.setVisible(said > SHORT)

    def unfold(self) -> None:
        """Show every word."""
        for one in self._points:
            one.setParent(None)
            one.deleteLater()
        self._points = []
        self._fill(folded=False)
        self._more.hide()

    def _fill(self, *, folded: bool) -> None:
        for part in self._never:
            self._put(part, "no", self._never_said(part), folded=folded, name=self._names[0])
        for part in self._hazards:
            self._put(part, sign_of(part), "", folded=folded, name=self._names[1])

    def _never_said(self, part: Part) -> str:
        return "" if says_never(part) else self.tr("Never:")

    def _put(self, part: Part, sign: str, lead: str, *, folded: bool, name: str) -> None:
        words = self._words(part, lead, folded=folded)
        made = prose(f"**{lead}** {words}" if lead else words, name, "point", Sign(sign, "red"))
        self.column.insertWidget(1 + len(self._points), made)
        self._points.append(made)

    def _words(self, part: Part, lead: str, *, folded: bool) -> str:
        begin = f"**{part.name}**" if part.name and not lead else part.name
        text = part.text if not folded else "" if lead and part.name else self._gist(part.text)
        return self.tr("{0}: {1}").format(begin, text) if begin and text else begin or text

    def _gist(self, text: str) -> str:
        line = " ".join(text.split())
        if len(line) <= GIST:
            return line
        begin = line[:GIST]
        sentence = begin.rpartition(". ")[0]
        if len(sentence) > GIST // 3:
            return f"{sentence}. …"
        return begin.rsplit(" ", 1)[0].rstrip(",;:.") + " …"
