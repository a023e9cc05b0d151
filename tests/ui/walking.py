"""What the tests of every screen look for: cut text, words of no language, controls out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from delve_desktop.ui.widgets.elided import ElidedButton, ElidedCombo

SLACK = 2  # pixels that rounding may take


def seen(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget that has a size."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget.width() > 0 and widget.height() > 0:
            yield widget


def called(widget: QWidget) -> str:
    """A widget in a failure's message."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} {text or widget.accessibleName()!r} {widget.width()}x{widget.height()}"


def clipped(root: QWidget) -> list[str]:
    """Every text that does not fit, and every widget that reaches out of its parent."""
    found: list[str] = []
    for widget in seen(root):
        why = _cut(widget) or _out_of_parent(widget)
        if why:
            found.append(f"{called(widget)}: {why}")
    return found


def _cut(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return _label_cut(widget)
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton):
        return _button_cut(widget)
    if isinstance(widget, QComboBox):
        return _choice_cut(widget)
    if isinstance(widget, QLineEdit):
        return _hint_cut(widget)
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        wide = content.width() - widget.viewport().width() if content is not None else 0
        if (
            wide > SLACK
            and widget.horizontalScrollBarPolicy() is not widget.horizontalScrollBarPolicy().ScrollBarAsNeeded
        ):
            return f"its content is {wide} px wider, and cannot be scrolled to"
    return ""


def _button_cut(made: QAbstractButton) -> str:
    if not made.text():
        return ""
    gives_way = isinstance(made, ElidedButton) and made.text() in made.toolTip()
    wraps = made.hasHeightForWidth()
    hint = made.minimumSizeHint() if gives_way or wraps else made.sizeHint()
    high = made.heightForWidth(made.width()) if wraps else hint.height()
    if hint.width() > made.width() + SLACK or high > made.height() + SLACK:
        return f"needs {hint.width()}x{high}"
    return ""


def _choice_cut(choice: QComboBox) -> str:
    """The chosen words lie in the field beside the arrow."""
    if isinstance(choice, ElidedCombo) and choice.toolTip() == choice.currentText():
        return ""
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    words = choice.fontMetrics().boundingRect(choice.currentText())  # the ink, by which Qt takes its width
    if words.width() > field.width() + SLACK or words.height() > field.height() + SLACK:
        return f"needs {words.width()}x{words.height()} in {field.width()}x{field.height()}"
    return ""


def _hint_cut(field: QLineEdit) -> str:
    """The words that stand in an empty field, as far as it has no caption that says the same."""
    if field.text() or field.toolTip() == field.placeholderText():
        return ""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    wide = field.fontMetrics().horizontalAdvance(field.placeholderText()) + field.textMargins().left()
    wide += field.textMargins().right()
    return f"its hint needs {wide} px of {inside.width()}" if wide > inside.width() + SLACK else ""


def _label_cut(label: QLabel) -> str:
    if not label.text():
        return ""
    if label.toolTip() == label.text():  # cut with dots, and whole in the tooltip
        least = label.fontMetrics().height()
        return f"needs {least} px of height" if least > label.height() + SLACK else ""
    if label.wordWrap():
        least = label.heightForWidth(label.width())
        return f"needs {least} px of height" if least > label.height() + SLACK else ""
    hint = label.sizeHint()
    if hint.width() > label.width() + SLACK or hint.height() > label.height() + SLACK:
        return f"needs {hint.width()}x{hint.height()}"
    return ""


def _out_of_parent(widget: QWidget) -> str:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return ""
    inside = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    place = QRect(widget.pos(), widget.size())
    return "" if inside.contains(place) else f"at {place.getRect()} of {parent.rect().getRect()}"


def place_in(root: QWidget, widget: QWidget) -> QRect:
    """Where a widget is in a window."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
