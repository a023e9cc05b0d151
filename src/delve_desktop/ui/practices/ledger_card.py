"""Who tried a practice: a block for each trial, the counts in words, and a row for each to open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStyle, QWidget

from delve_desktop.services.views import Ledger, Trial
from delve_desktop.ui import theme
from delve_desktop.ui.records.lines import draw
from delve_desktop.ui.records.words import country, word
from delve_desktop.ui.widgets.basics import button, label, rule
from delve_desktop.ui.widgets.columns import Stack
from delve_desktop.ui.widgets.icon import paint as paint_icon
from delve_desktop.ui.widgets.text_label import TextLabel
from delve_desktop.ui.widgets.text_lines import Bold

from .results import BY_TERM, RESULTS, UNKNOWN, counted

BLOCK: Final = QSize(12, 16)
GAP: Final = 4
MOST_BLOCKS: Final = 56  # beyond, one block stands for several trials
FIRST: Final = 6  # rows that stand there from the start


class Blocks(QWidget):
    """One block a trial: filled where it works, edged where it was changed, hollow where it did not."""

    def __init__(self, counts: dict[str, int]) -> None:
        super().__init__()
        total = sum(counts.values())
        each = -(-total // MOST_BLOCKS) or 1
        self._terms = [one.term for one in RESULTS for _ in range(-(-counts.get(one.term, 0) // each))]
        other = total - sum(counts.get(one.term, 0) for one in RESULTS)
        self._terms += [""] * -(-other // each)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return -(-len(self._terms) // self._in_line(width)) * (BLOCK.height() + GAP) - GAP

    def sizeHint(self) -> QSize:
        return QSize(14 * (BLOCK.width() + GAP), self.heightForWidth(14 * (BLOCK.width() + GAP)))

    def _in_line(self, width: int) -> int:
        return max(1, (width + GAP) // (BLOCK.width() + GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme.current()
        line = self._in_line(self.width())
        for number, term in enumerate(self._terms):
            place = QRect(
                number % line * (BLOCK.width() + GAP),
                number // line * (BLOCK.height() + GAP),
                BLOCK.width(),
                BLOCK.height(),
            )
            place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
            edge, fill = {
                "works": ("teal", "teal"),
                "works-with-changes": ("ochre-text", "ochre"),
                "did-not-work": ("red", ""),
            }.get(term, ("edge", ""))
            pen = QPen(now.color(edge), 1)
            if term not in BY_TERM or term == "too-early":
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(now.color(fill) if fill else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 2, 2)


class TrialRow(QAbstractButton):
    """One trial: its sign, who and where, and a line of what came of it."""

    SIGN: Final = 24

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._trial = trial
        self._result = BY_TERM.get(trial.result, UNKNOWN)
        self._who = trial.who or trial.row.author or self.tr("Somebody")
        self._country = country(trial.country)
        result = word("results", trial.result)
        said = [self._who, self._country, result, trial.said]
        self.setAccessibleName(". ".join(one for one in said if one))
        self.setToolTip(result)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = 2 if self._trial.said else 1
        text = QFontMetrics(theme.font("second", bold=True)).height()
        said = QFontMetrics(theme.font("second")).height()
        return QSize(200, max(self.SIGN, text + (lines - 1) * said) + 16)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme.current()
        if self.underMouse():
            painter.fillRect(self.rect(), now.color("sunk"))
        if self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 3))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        sign = self._placed(QRect(0, 9, self.SIGN, self.SIGN))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color(self._result.ground))
        painter.drawRoundedRect(sign, 6, 6)
        paint_icon(painter, self._result.icon, self._result.token, sign.adjusted(4, 4, -4, -4))
        self._words(painter)

    def _words(self, painter: QPainter) -> None:
        bold = QFontMetrics(theme.font("second", bold=True))
        left = self.SIGN + 8
        wide = self.width() - left
        who = bold.elidedText(self._who, Qt.TextElideMode.ElideRight, wide)
        used = bold.horizontalAdvance(who)
        first = QRect(left, 8, used, bold.height())
        draw(painter, self._placed(first), who, "second", "ink", bold=True)
        if wide - used > 40:
            place = QRect(left + used + 6, 8, wide - used - 6, bold.height())
            self._line(painter, place, self._country, "ink2")
        said = QRect(left, 8 + bold.height(), wide, QFontMetrics(theme.font("second")).height())
        self._line(painter, said, self._trial.said, "ink")

    def _line(self, painter: QPainter, place: QRect, text: str, token: str) -> None:
        font = theme.font("second")
        painter.setFont(font)
        painter.setPen(theme.current().color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        flags = QStyle.visualAlignment(self.layoutDirection(), leading)
        painter.drawText(self._placed(place), flags, shown)

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


class LedgerCard(Stack):
    """The card in the side column."""

    trial_chosen = Signal(object)
    """Open an adoption: its `RecordRow`."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(gap=8, edges=(14, 14, 14, 10), surface="card")
        self._ledger = ledger
        total = len(ledger.trials)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Who tried it"), "strong"), 1)
        if total:
            head.addWidget(label(self.tr("%n sites", "", total), "second"))
        self.column.addLayout(head)
        if not total:
            told = self.tr("Nobody has said so yet. If you have tried it, tell the others.")
            self.column.addWidget(label(told, "second", wrap=True))
        else:
            self.column.addWidget(Blocks(ledger.counts))
            self.column.addWidget(self._counts())
        if ledger.binned:
            said = self.tr("%n more in the bin, not counted", "", ledger.binned)
            self.column.addWidget(label(said, "label", wrap=True))
        self._rows(ledger.trials[:FIRST])
        if total > FIRST:
            self._all = button(self.tr("Show all %n", "", total), "quiet")
            self._all.clicked.connect(self._show_all)
            self.column.addWidget(self._all)

    def _counts(self) -> QWidget:
        words, bold = "", list[Bold]()
        tokens = theme.current().tokens
        terms = [*(one.term for one in RESULTS), *(self._ledger.counts.keys() - BY_TERM.keys())]
        for term in terms:
            count = self._ledger.counts.get(term, 0)
            if count:
                words += " · " if words else ""
                said = counted(term, count)
                at = len(words) + max(0, said.find(str(count)))
                bold.append(Bold(at, at + len(str(count)), tokens[BY_TERM.get(term, UNKNOWN).token]))
                words += said
        return TextLabel(words, "second", bold=bold, prose=True, selectable=True)

    def _rows(self, trials: tuple[Trial, ...]) -> None:
        for trial in trials:
            self.column.addWidget(rule())
            row = TrialRow(trial)
            row.clicked.connect(lambda _checked=False, one=trial: self.trial_chosen.emit(one.row))
            self.column.addWidget(row)

    def _show_all(self) -> None:
        self._all.hide()
        self._rows(self._ledger.trials[FIRST:])
