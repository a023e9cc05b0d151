"""Words that give way: they are cut with dots where there is no room, and whole in their tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
)


def elided(metrics: QFontMetrics, words: str, room: int) -> str:
    """The words, cut with dots where they need more than so many pixels.

    Qt cuts them too where they need a fraction of a pixel more, which the size that it asks for leaves out.
    """
    if metrics.horizontalAdvance(words) <= room:
        return words
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


class ElidedLabel(QLabel):
    """As wide as its words where it may, and never a reason for a window to be wider."""

    def __init__(self, role: str = "", *, trailing: bool = False) -> None:
        super().__init__()
        side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        self._side = side | Qt.AlignmentFlag.AlignVCenter
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = elided(self.fontMetrics(), self.text(), self.width())
        painter.drawText(self.rect(), QStyle.visualAlignment(self.layoutDirection(), self._side), shown)


def set_hint(field: QLineEdit, words: str) -> None:
    """What stands in a field as long as it is empty: Qt cuts it with dots where there is no room."""
    field.setPlaceholderText(words)
    field.setToolTip(words)


class ElidedButton(QPushButton):
    """A button with words that people wrote, of any length: as wide as they are where it may."""

    def __init__(self, text: str, kind: str = "quiet") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what is beside the words, and a few letters."""
        hint, metrics = self.sizeHint(), self.fontMetrics()
        words = metrics.horizontalAdvance(self.text())
        return QSize(hint.width() - words + min(words, 6 * metrics.averageCharWidth()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        room = self.width() - (self.sizeHint().width() - metrics.horizontalAdvance(self.text()))
        option.text = elided(metrics, self.text(), room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class ElidedCombo(QComboBox):
    """A choice among words that people wrote, of any length: the chosen ones give way."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.setToolTip)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the arrow, and a few letters."""
        hint, letter = super().sizeHint(), self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), 12 * letter + hint.height()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, field, self).width() - 4
        option.currentText = elided(self.fontMetrics(), self.currentText(), room)
        painter = QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
