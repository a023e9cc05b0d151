"""The left pane: spaces, sections with their numbers, and who is working here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.views import SpaceView
from delve_desktop.ui import theme
from delve_desktop.ui.widgets.basics import label, paint_disc, rule
from delve_desktop.ui.widgets.frames import empty, scrolled
from delve_desktop.ui.widgets.icon import paint as paint_icon

from .sections import Section, entries

WIDE = 216
NARROW = 104
RAIL_ICON = 24


class NavItem(QAbstractButton):
    """A line of the left pane; below 1100 px an icon above its word."""

    def __init__(self, words: str, icon: str = "", *, disc: bool = False, round_disc: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._disc = disc
        self._round = round_disc
        self._number = ""
        self._badge = False
        self._unsent = False
        self._rail = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)  # there may be no room for all of it
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one works
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_number(self, number: int, *, badge: bool = False, unsent: bool = False) -> None:
        """The number at the end of the line; a badge asks for attention, a tray says "not yet sent"."""
        self._number = QLocale().toString(number) if number else ""
        self._badge = badge
        self._unsent = unsent
        self.setAccessibleName(f"{self.text()}, {self._number}" if number else self.text())
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        """Narrow or wide."""
        self._rail = rail
        high = QSizePolicy.Policy.Preferred if rail else QSizePolicy.Policy.Fixed  # lower in a low window
        wide = QSizePolicy.Policy.Preferred if rail else QSizePolicy.Policy.Minimum
        self.setSizePolicy(wide, high)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        line = QFontMetrics(theme.font("body")).height()
        if self._rail:
            return QSize(88, 40 + theme.px(8) + QFontMetrics(theme.font("label")).height())
        return QSize(200, max(40, line + 14))

    def minimumSizeHint(self) -> QSize:
        """In a low window the lines of the rail move together."""
        if self._rail:
            return QSize(48, RAIL_ICON + 8 + QFontMetrics(theme.font("label")).height())
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked() and (self._round or not self._disc)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("sheet" if chosen else "sunk"))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        if self._rail:
            self._paint_rail(painter, chosen=chosen)
        else:
            self._paint_line(painter, chosen=chosen)

    def _paint_rail(self, painter: QPainter, *, chosen: bool) -> None:
        token = "teal" if chosen else "ink"
        font = theme.font("label", bold=chosen)
        metrics = QFontMetrics(font)
        top = (self.height() - RAIL_ICON - 3 - metrics.height()) // 2
        place = QRect((self.width() - RAIL_ICON) // 2, top, RAIL_ICON, RAIL_ICON)
        if self._disc:
            paint_disc(painter, place, self.text(), square=not self._round)
        else:
            paint_icon(painter, self._icon, token, place)
        painter.setFont(font)
        painter.setPen(theme.current().color(token))
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        rect = QRect(0, place.bottom() + 4, self.width(), metrics.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
        if self._number and self._badge:
            side, wide = self._badge_size("label", 20)
            at = self._place(QRect(self.width() // 2 + 8, max(0, top - 5), wide, side))
            self._paint_badge(painter, at, "label")

    def _place(self, rect: QRect) -> QRect:
        """A place counted from where a line begins, as the language runs."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _paint_line(self, painter: QPainter, *, chosen: bool) -> None:
        now = theme.current()
        middle = self.height() // 2
        token = "teal" if chosen else "ink"
        if self._disc:
            disc = self._place(QRect(8, middle - 12, 24, 24))
            paint_disc(painter, disc, self.text(), square=not self._round)
            left = 44
            if self.isChecked() and not self._round:
                tick = self._place(QRect(self.width() - 24, middle - 8, 16, 16))
                paint_icon(painter, "check", "teal", tick)
        else:
            paint_icon(painter, self._icon, token, self._place(QRect(10, middle - 10, 20, 20)))
            left = 40
        right = self.width() - (32 if self._disc and self.isChecked() else 8)
        if self._number:
            right = self._paint_number(painter, middle)
        font = theme.font("body", bold=self.isChecked())
        painter.setFont(font)
        painter.setPen(now.color(token))
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, right - left - 4)
        place = self._place(QRect(left, 0, right - left, self.height()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)

    def _paint_number(self, painter: QPainter, middle: int) -> int:
        """Paints the number and returns where it begins."""
        if self._badge:
            side, wide = self._badge_size("second", 24)
            rect = QRect(self.width() - 8 - wide, middle - side // 2, wide, side)
            self._paint_badge(painter, self._place(rect), "second")
            return rect.left()
        font = theme.font("second", bold=self._unsent)
        painter.setFont(font)
        painter.setPen(theme.current().color("ochre-text" if self._unsent else "ink3"))
        wide = QFontMetrics(font).horizontalAdvance(self._number)
        painter.drawText(
            self._place(QRect(self.width() - 8 - wide, 0, wide + 1, self.height())),
            Qt.AlignmentFlag.AlignVCenter,
            self._number,
        )
        if not self._unsent:
            return self.width() - 8 - wide
        tray = QRect(self.width() - 8 - wide - 22, middle - 8, 16, 16)
        paint_icon(painter, "out", "ochre-text", self._place(tray))
        return tray.left()

    def _badge_size(self, size: str, least: int) -> tuple[int, int]:
        """How high and how wide the disc has to be around the number."""
        metrics = QFontMetrics(theme.font(size, bold=True))
        side = max(least, metrics.capHeight() + 8)
        return side, max(side, metrics.horizontalAdvance(self._number) + side // 2)

    def _paint_badge(self, painter: QPainter, rect: QRect, size: str) -> None:
        now = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("ochre"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(theme.font(size, bold=True))
        painter.setPen(now.color("on-ochre"))
        # a line is higher than its figures, which have their room
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._number)


class Nav(QWidget):
    """Spaces above, sections below, the person at the foot."""

    section_chosen = Signal(object)
    """A `Section`."""
    space_chosen = Signal(object)
    """A `SpaceId`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.items: dict[Section, NavItem] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.setSpacing(0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(6, 0, 6, 0)  # with the border of what scrolls
        column.setSpacing(0)
        self._spaces = QWidget()
        self._space_lines = QVBoxLayout(self._spaces)
        self._space_lines.setContentsMargins(0, 0, 0, 8)
        self._space_lines.setSpacing(0)
        column.addWidget(self._spaces)
        self._rule = rule()
        column.addWidget(self._rule)
        column.addSpacing(8)
        column.addWidget(self._make_sections())
        column.addStretch(1)
        whole.addWidget(scrolled(inner, self.tr("Spaces and sections")), 1)
        self._person = self._make_person(name)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self._person)
        whole.addLayout(foot)

    def _make_sections(self) -> QWidget:
        sections = QWidget()
        lines = QVBoxLayout(sections)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        part = 0
        for entry in entries():
            if entry.part != part:
                part = entry.part
                lines.addSpacing(8)
                lines.addWidget(rule())
                lines.addSpacing(8)
            item = NavItem(entry.words, entry.icon)
            item.clicked.connect(
                lambda _checked=False, section=entry.section: self.section_chosen.emit(section)
            )
            item.clicked.connect(lambda _checked=False, chosen=item: chosen.setChecked(True))
            self.items[entry.section] = item
            lines.addWidget(item)
        return sections

    def _make_person(self, name: str) -> NavItem:
        """Who is here; leads to the settings."""
        person = NavItem(name, disc=True, round_disc=True)
        person.setAutoExclusive(False)  # it stands apart from the sections
        person.setToolTip(self.tr("Settings, Ctrl+,"))
        person.setAccessibleName(self.tr("{0}: settings").format(name))
        person.clicked.connect(lambda: self.section_chosen.emit(Section.SETTINGS))
        return person

    def show_spaces(self, spaces: Sequence[SpaceView], current: SpaceId | None) -> None:
        """List the spaces and tick the current one."""
        empty(self._space_lines)
        caption = label(self.tr("Spaces"), "label")
        caption.setContentsMargins(8, 0, 0, 4)
        self._space_lines.addWidget(caption)
        for space in spaces:
            line = NavItem(space.name or self.tr("A new space"), disc=True)
            line.setChecked(space.id == current)
            line.clicked.connect(lambda _checked=False, chosen=space.id: self.space_chosen.emit(chosen))
            line.clicked.connect(lambda _checked=False, chosen=line: chosen.setChecked(True))
            self._space_lines.addWidget(line)

    def show_section(self, section: Section) -> None:
        """Mark where we are."""
        self._person.setChecked(section is Section.SETTINGS)
        for each, item in self.items.items():
            item.setChecked(each is section)

    def set_rail(self, *, rail: bool) -> None:
        """Below 1100 px: icons above words, and the spaces move to the top bar."""
        self.setFixedWidth(theme.px(NARROW if rail else WIDE))
        self._spaces.setVisible(not rail)
        self._rule.setVisible(not rail)
        self._person.set_rail(rail=rail)
        for item in self.items.values():
            item.set_rail(rail=rail)
