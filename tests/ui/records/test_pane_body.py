from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.ui import theme
from delve_desktop.ui.records.pane_body import PaneBody


class Styled(QObject):
    """Counts how often a widget is styled."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_what_is_replaced_is_gone_from_view_and_is_not_styled_anew_to_be_deleted(qtbot: QtBot) -> None:
    body = PaneBody()
    qtbot.addWidget(body)
    old, new = QWidget(), QLabel("new")
    column = QVBoxLayout(old)
    inner, field = QLabel("old"), QLineEdit()
    column.addWidget(inner)
    column.addWidget(field)
    body.put(old)
    body.show()
    qtbot.waitUntil(inner.isVisible)
    field.setFocus()
    styled = Styled()
    inner.installEventFilter(styled)
    with qtbot.waitSignal(old.destroyed):
        body.put(new)
        assert not old.isVisible()
        assert body.shown is new
        assert styled.count == 0
    qtbot.waitUntil(new.isVisible)
    assert body.focusWidget() is not field


def test_a_record_stands_on_its_sheet(qtbot: QtBot) -> None:
    body = PaneBody()
    qtbot.addWidget(body)
    body.put(QWidget())
    body.resize(400, 300)
    body.show()
    qtbot.waitExposed(body)
    middle = body.grab().toImage().pixelColor(200, 150)
    assert middle == theme.current().color("sheet")
