"""Texts that are laid out once: the same to the pixel as Qt's own, and as easily copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from delve_desktop.ui import theme
from delve_desktop.ui.practices.steps import Step
from delve_desktop.ui.widgets import text_lines
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.captioned import Captioned, FactLine, TitleLine
from delve_desktop.ui.widgets.prose import prose
from delve_desktop.ui.widgets.text_label import Sign, TextLabel

ENGLISH = "Wash hands with soap after every shift, also before eating; the water runs from the tap."
TEXTS = (
    "Danger",
    ENGLISH,
    "**Хуучин нүхийг**: булж, хөрсийг\nсэргээх тухай товч заавар **ба** бусад",
    "مرحبا بكم في **المنجم القديم** قرب النهر",
    f"a 😀 **b😀c** d {ENGLISH}",
)
WIDTHS = (300, 333, 600)


@pytest.fixture(params=(1.0, 1.25), ids=str)
def scale(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    theme.apply(qapp, theme.LIGHT_THEME, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT_THEME, 1.0)


@pytest.fixture(params=(Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft), ids=("ltr", "rtl"))
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def painted(widget: QWidget, width: int, higher: int = 0) -> QImage:
    widget.resize(width, widget.heightForWidth(width) + higher)
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image


def pointed_at(widget: QWidget) -> None:
    """The pointer comes over it, as it must before it can select anything."""
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, widget.mapToGlobal(middle)))


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.DARK_THEME, 1.0)
    yield
    theme.apply(qapp, theme.LIGHT_THEME, 1.0)


@pytest.mark.usefixtures("dark")
@pytest.mark.parametrize("role", ["", "second", "record", "danger-head"])
@pytest.mark.parametrize("shown", [False, True])
def test_it_has_the_letters_of_qts_own_label_in_the_dark(qtbot: QtBot, role: str, shown: bool) -> None:
    own, made = label(ENGLISH, role, wrap=True), TextLabel(ENGLISH, role)
    for widget in (own, made):
        qtbot.addWidget(widget)
        widget.setVisible(shown)
    own.ensurePolished()  # which ours is by asking how high it is
    assert painted(made, 300) == painted(own, 300)
    light = theme.LIGHT_THEME.color("ink")
    assert made.palette().windowText().color() != light


@pytest.mark.usefixtures("dark")
def test_nothing_moves_as_it_becomes_selectable_in_the_dark(qtbot: QtBot) -> None:
    for text in TEXTS:
        before, after = (prose(text, "Hazards", "point", Sign("warn", "red")) for _ in range(2))
        for widget in (before, after):
            qtbot.addWidget(widget)
            widget.show()
        pointed_at(after)
        assert painted(before, 333) == painted(after, 333)


def test_a_mistake_in_painting_ends_the_painter(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made = TextLabel(ENGLISH, "point", sign=Sign("warn", "red"))
    qtbot.addWidget(made)
    painters: list[QPainter] = []

    def broken(_made: TextLabel, painter: QPainter) -> None:
        painters.append(painter)
        raise ZeroDivisionError

    monkeypatch.setattr(TextLabel, "paint_around", broken)
    with pytest.raises(ZeroDivisionError):
        painted(made, 300)
    assert not painters[0].isActive()


@pytest.mark.parametrize("text", [ENGLISH, "Danger", "Хуучин нүхийг булж, хөрсийг сэргээх"])
@pytest.mark.parametrize("role", ["", "second", "record", "danger-head"])
def test_it_looks_as_qts_own_label(
    qtbot: QtBot, scale: float, direction: Qt.LayoutDirection, text: str, role: str
) -> None:
    own, made = label(text, role, wrap=True), TextLabel(text, role)
    for widget in (own, made):
        qtbot.addWidget(widget)
        widget.show()
    for width in WIDTHS:
        assert made.heightForWidth(width) == own.heightForWidth(width)
        for higher in (0, 1, 2, 7):
            assert painted(made, width, higher) == painted(own, width, higher), (width, higher)
    assert abs(made.minimumSizeHint().width() - own.minimumSizeHint().width()) <= 1
    assert made.minimumSizeHint().height() <= own.minimumSizeHint().height() + 1


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_moves_as_it_becomes_selectable(
    qtbot: QtBot, scale: float, direction: Qt.LayoutDirection, text: str
) -> None:
    bare = text.replace("*", "")
    makers = (
        lambda: TextLabel(bare, "summary", selectable=True),
        lambda: prose(text, "Hazards", "point"),
        lambda: prose(text, "Hazards", "point", Sign("warn", "red")),
        lambda: Captioned("pick", "Cost to start", bare),
        lambda: FactLine("pick", "Cost", bare),
        lambda: Step(3, "Name of it", text),
    )
    for make in makers:
        for width in (600, 640):
            before, after = make(), make()
            for widget in (before, after):
                qtbot.addWidget(widget)
                widget.show()
            pointed_at(after)
            for higher in (0, 1, 7):
                assert painted(before, width, higher) == painted(after, width, higher), (before, width)


def test_its_words_are_selected_and_copied(qtbot: QtBot) -> None:
    made = prose("**Never:** heat <sand> in the kitchen", "Never do this", "point")
    assert isinstance(made, TextLabel)
    qtbot.addWidget(made)
    made.resize(400, 40)
    made.show()
    QTest.mouseMove(made, QPoint(60, 10))
    QTest.mousePress(made, Qt.MouseButton.LeftButton, pos=QPoint(1, 10))
    QTest.mouseMove(made, QPoint(398, 10))
    QTest.mouseRelease(made, Qt.MouseButton.LeftButton, pos=QPoint(398, 10))
    assert made.selectedText() == "Never: heat <sand> in the kitchen"
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Never: heat <sand> in the kitchen"


def test_what_cannot_be_selected_stays_so(qtbot: QtBot) -> None:
    made = TextLabel("A title", "record")
    qtbot.addWidget(made)
    made.show()
    pointed_at(made)
    assert made.textInteractionFlags() == label("A title", wrap=True).textInteractionFlags()
    assert made.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_text_is_broken_once_for_a_width(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[int] = []
    plain = text_lines.TextLines._break

    def counted(lines: text_lines.TextLines, font: object, width: int) -> float:
        broken.append(width)
        return plain(lines, font, width)  # type: ignore[arg-type]

    monkeypatch.setattr(text_lines.TextLines, "_break", counted)
    made = TextLabel(ENGLISH)
    qtbot.addWidget(made)
    made.show()
    broken.clear()
    for _ in range(5):
        made.sizeHint()
        made.minimumSizeHint()
        assert made.heightForWidth(200) > made.heightForWidth(400)
    assert sorted(broken) in ([200, 400], [200, 400, text_lines.ANY])


def test_other_letters_need_another_height(qtbot: QtBot) -> None:
    made = TextLabel(ENGLISH)
    qtbot.addWidget(made)
    made.show()
    before = made.heightForWidth(300)
    made.setStyleSheet("font-size: 30pt")
    assert made.heightForWidth(300) > before


@pytest.mark.parametrize(
    "made, said",
    [
        (lambda: Captioned("pick", "Stage", "Processing"), "Stage: Processing"),
        (lambda: FactLine("pin", "Countries", "Guyana"), "Countries: Guyana"),
        (lambda: TitleLine("note", "Dam first", "Note · Guyana"), "Dam first, Note · Guyana"),
        (lambda: Step(2, "Pan", "until sand is left"), "Step 2. Pan. until sand is left"),
    ],
)
def test_a_screen_reader_says_all_that_is_painted(qtbot: QtBot, made: object, said: str) -> None:
    widget = made()  # type: ignore[operator]
    qtbot.addWidget(widget)
    assert isinstance(widget, QLabel)
    assert widget.accessibleName() == said


def test_captions_have_room(qtbot: QtBot, scale: float) -> None:
    long = "Заавар сургалтын хугацаа ба зардал"
    for made in (Captioned("pick", long, "Ten"), TitleLine("note", "Ten", long), Step(1, long, "")):
        qtbot.addWidget(made)
        made.show()
        narrow = made.minimumSizeHint().width()
        assert made.heightForWidth(narrow) > made.heightForWidth(2000)
        assert made.heightForWidth(2000) >= made.minimumSizeHint().height()


@pytest.mark.parametrize("selectable", [False, True])
def test_other_words_are_painted_and_known(qtbot: QtBot, selectable: bool) -> None:
    for pointed in (False, True):
        made, other = (
            TextLabel(words, "point", prose=True, selectable=selectable) for words in ("Sand", ENGLISH)
        )
        for widget in (made, other):
            qtbot.addWidget(widget)
            widget.show()
        if pointed:
            pointed_at(made)
        made.setText(ENGLISH)
        assert made.text() == ENGLISH
        assert made.heightForWidth(300) == other.heightForWidth(300)
        assert painted(made, 300) == painted(other, 300)


def test_its_words_stay_plain_to_who_asks(qtbot: QtBot) -> None:
    made = prose("**Never:** heat <sand>", "Never do this", "point")
    assert isinstance(made, TextLabel)
    qtbot.addWidget(made)
    pointed_at(made)
    assert made.text() == "Never: heat <sand>"


@pytest.mark.parametrize("pointed", [False, True])
def test_a_step_that_is_only_a_name_is_as_high_as_that(qtbot: QtBot, pointed: bool) -> None:
    made = Step(1, "Pan", "")
    qtbot.addWidget(made)
    made.show()
    if pointed:
        pointed_at(made)
        made._heights.clear()
    assert made.heightForWidth(400) == made._head(400)


def test_captions_have_the_letters_of_now(qtbot: QtBot, qapp: QApplication) -> None:
    made = FactLine("pin", "A caption that needs several lines in its narrow place", "x")
    qtbot.addWidget(made)
    made.show()
    before = made.heightForWidth(500)
    theme.apply(qapp, theme.LIGHT_THEME, 2.0)
    try:
        other = FactLine("pin", "A caption that needs several lines in its narrow place", "x")
        qtbot.addWidget(other)
        other.show()
        assert made.heightForWidth(500) == other.heightForWidth(500) > before
        assert painted(made, 500) == painted(other, 500)
    finally:
        theme.apply(qapp, theme.LIGHT_THEME, 1.0)
