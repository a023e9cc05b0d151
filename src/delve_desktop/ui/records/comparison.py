"""Two versions of a record side by side: what differs is tinted, and struck out or underlined as well."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from delve_desktop.domain.worddiff import Piece, Stretch, compared
from delve_desktop.services.views import FieldView, RecordView
from delve_desktop.ui import theme
from delve_desktop.ui.text.plain import read_aloud
from delve_desktop.ui.widgets.basics import button, label, surface

from .words import called, worded

SIDE_BY_SIDE = 520  # pixels from which two versions fit beside each other, with letters of the usual size
KEPT_LINES = 1  # of what is the same, shown above and below a difference


class Comparison(QWidget):
    """What differs between two versions, field by field. Without a first one, all of the second is new."""

    def __init__(self, before: RecordView | None, after: RecordView, names: tuple[str, str]) -> None:
        super().__init__()
        self._names = names
        self._pairs: list[QBoxLayout] = []
        self._sides: list[QWidget] = []  # what stands in them; a layout is not asked, see `widgets.laid_out`
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(8)
        old = {field.name: field for field in before.fields} if before is not None else {}
        for field in after.fields:
            was, stands = _words(old.get(field.name)), _words(field)
            if was != stands:
                self._field(field, was, stands)
            elif self._looks_differ(old.get(field.name), field):
                told = self.tr("{0}: the same words in another look, or another link.")
                self._column.addWidget(label(told.format(called(field.label)), "second", wrap=True))
        if not self._column.count():
            self._column.addWidget(label(self.tr("Nothing in the words differs."), "second"))

    def _looks_differ(self, was: FieldView | None, stands: FieldView) -> bool:
        """Of a long text: bold, the kind of a paragraph, where a link leads."""
        return was is not None and stands.merge == "text" and was.value != stands.value

    def _field(self, field: FieldView, was: str, stands: str) -> None:
        self._column.addWidget(label(called(field.label), "strong"))
        stretches = compared(was, stands)
        heads = self._pair()
        for name in self._names:
            self._beside(heads, label(name, "label"))
        for at, stretch in enumerate(stretches):
            if stretch.same:
                self._same(stretch.old[0].text, first=at == 0, last=at + 1 == len(stretches))
            else:
                self._differing(stretch)

    def _differing(self, stretch: Stretch) -> None:
        pair = self._pair()
        for pieces, kind, name in (
            (stretch.old, "sunk-card", self._names[0]),
            (stretch.new, "version", self._names[1]),
        ):
            card = surface(kind)
            column = QVBoxLayout(card)
            column.setContentsMargins(12, 8, 12, 8)
            shown = QLabel(marked(pieces, new=kind == "version"))
            shown.setTextFormat(Qt.TextFormat.RichText)  # made here, of escaped words
            shown.setWordWrap(True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said = self.tr("{0}: {1}").format(name, "".join(piece.text for piece in pieces) or "–")
            shown.setAccessibleName(said)
            shown.setAccessibleDescription(self._differs(pieces))
            column.addWidget(shown)
            column.addStretch(1)
            self._beside(pair, card)

    def _beside(self, pair: QBoxLayout, side: QWidget) -> None:
        pair.addWidget(side, 1)
        self._sides.append(side)

    def _differs(self, pieces: Sequence[Piece]) -> str:
        changed = ", ".join(piece.text.strip() for piece in pieces if piece.changed and piece.text.strip())
        return self.tr("Differs: {0}").format(changed) if changed else ""

    def _same(self, text: str, *, first: bool, last: bool) -> None:
        """What is alike on both sides: its lines next to a difference, the rest behind a fold."""
        lines = [line for line in text.split("\n") if line.strip()]
        above = [] if first else lines[:KEPT_LINES]
        below = [] if last else lines[len(above) :][-KEPT_LINES:]
        hidden = lines[len(above) : len(lines) - len(below)]
        if len(hidden) == 1:
            above, hidden = [*above, *hidden], []
        for line in above:
            self._column.addWidget(label(line, "second", wrap=True, selectable=True))
        if hidden:
            self._fold(hidden)
        for line in below:
            self._column.addWidget(label(line, "second", wrap=True, selectable=True))

    def _fold(self, lines: list[str]) -> None:
        fold = button(self.tr("%n unchanged line(s)", "", len(lines)), "link", "chev-d")
        inner = label("\n\n".join(lines), "second", wrap=True, selectable=True)
        inner.hide()
        fold.clicked.connect(inner.show)
        fold.clicked.connect(fold.hide)
        self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(inner)

    def _pair(self) -> QBoxLayout:
        made = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        made.setSpacing(16)
        self._pairs.append(made)
        self._column.addLayout(made)
        return made

    def minimumSizeHint(self) -> QSize:
        """As narrow as with one version above the other."""
        widest = max((side.minimumSizeHint().width() for side in self._sides), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE * self.fontMetrics().height() / 20
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(way)


def _words(field: FieldView | None) -> str:
    if field is None or field.value in (None, "", []):
        return ""
    if field.disputed and field.merge != "text":
        return "\n".join(worded(field, version.value) for version in field.versions)
    if field.merge == "text":
        return read_aloud(worded(field, field.value))
    if field.merge == "set":
        return "\n".join(worded(field, [each]) for each in field.value)
    return worded(field, field.value)


def marked(pieces: Sequence[Piece], *, new: bool) -> str:
    """Pieces as rich text: what is gone struck out, what is new underlined, both tinted."""
    tokens = theme.current().tokens
    tint, line = (tokens["teal-soft"], "underline") if new else (tokens["ochre-soft"], "line-through")
    style = f"background:{tint};text-decoration:{line};"
    return "".join(
        f'<span style="{style}">{_escaped(piece.text)}</span>' if piece.changed else _escaped(piece.text)
        for piece in pieces
    )


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
