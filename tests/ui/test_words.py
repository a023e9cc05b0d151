"""No word of the window is left untranslated: in the pseudo-language, what has no brackets is data."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from delve_desktop.services import vocabularies
from delve_desktop.settings import resources_dir
from delve_desktop.ui import theme

from .pseudo import CLOSE, OPEN, spoken
from .screens import PASSPHRASE, SCREENS, WORDS, Screen, Stage
from .stand_in import SPACE
from .walking import called, seen

MONEY = re.compile(r"\d+ [A-Z]{3}( |$)")
TAGS = re.compile(r"<[^>]+>")
SPANS = re.compile(r"</?span[^>]*>")
STRUCK = re.compile(r"<span[^>]*line-through[^>]*>.*?</span>")
CODES = re.compile(  # of invites and sheets, of languages, names of files, addresses, packages with versions
    r"(JOIN|RECOVERY|[A-Z]{2}( [A-Z]{2})*$|\S+\.delve-\w+$|https://|[\w-]+ \d+\.\d)"
)
BOLD = re.compile(r"\*\*(.+?)\*\*")
MARKS = re.compile(r"[*_#`>|]")
DATE = re.compile(r"(\d{4}(-\d\d)*|\d{1,2}( \w{3,9})?( \d{4})?(, \d\d:\d\d)?|\w{3,9} \d{4}|\d\d:\d\d)$")
KEYS = re.compile(r"(Ctrl|Shift|Alt)[+ ]\w|F\d+|Esc")
OWN = {
    *("Delve", "Zawadi M.", "Neema L.", "Tatu K.", "Lake Zone", "Tanzania", "Whole exchange", "Zawadi"),
    *(
        "https://delve.example.org",
        "https://",
        PASSPHRASE,
        "maji tembo kijani jua",
        " ".join(WORDS),
        *WORDS,
        "Geita",
    ),
    "Kambi ya Mawe, shaft 5",
    "has been replaced on Monday.",
    "The rope at the second ladder has been replaced on Monday.",
    "The rope at the second ladder is worn through in two places.",
    *("The rope at the second ladder is worn through.", "is worn through in two places."),
    *("English", "Français", "Español", "Português", "Markdown", "PDF", "PIN"),
}


def _values(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _values(each)
    elif isinstance(value, list):
        for each in value:
            yield from _values(each)
    elif value is not None:
        yield str(value)


@pytest.fixture(scope="module")
def data(stage: Stage) -> tuple[set[str], str]:
    """Every value of the sample records and every word of the vocabularies; and all their text."""
    found = set(OWN)
    stage.moved_on()  # one of the screens changes a practice, whichever comes first
    for file in (resources_dir() / "sample").glob("*.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            found.update(_values(json.loads(line)))
    with stage.cases.session.vault.read() as unit:
        for state in unit.states(SPACE):
            for field in state.fields.values():
                for one in (*field.versions, *field.members):
                    found.update(_values(getattr(one, "value", None)))
    for name in vocabularies.names():
        found.update(vocabularies.offered(name).values())
    labels = json.loads((resources_dir() / "vocabularies" / "labels-en.json").read_text(encoding="utf-8"))
    found.update(_values(labels))
    for text in list(found):
        found.update(name.strip(".: ") for name in BOLD.findall(text))  # of steps, dangers
    return found, " ".join(_plain(each) for each in found)


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory) -> Iterator[Stage]:
    theme.apply(qapp, theme.LIGHT_THEME)
    with spoken(qapp):
        made = Stage(qapp, tmp_path_factory.mktemp("stage"))
        yield made
        made.end()


def is_data(text: str, data: tuple[set[str], str]) -> bool:
    """Whether nobody has to translate this: what people wrote, names, dates, sums, keys."""
    exact, corpus = data
    plain = _plain(text)
    if OPEN in text or CLOSE in text or not any(letter.isalpha() for letter in plain):
        return True
    if plain in exact or any(form.match(plain) for form in (DATE, MONEY, KEYS, CODES)):
        return True
    for between in (r" · |, |: |; |  |\n", r"\. |, "):
        parts = [part.strip("… ") for part in re.split(between, text) if part.strip("… ")]
        if len(parts) > 1 and all(is_data(part, data) or part in corpus for part in parts):
            return True
    words = plain.strip("…. ")
    return len(words.split()) > 2 and words[:200] in corpus


def _plain(text: str) -> str:
    """Without tags and marks, on one line."""
    unstruck = SPANS.sub("", STRUCK.sub("", text))  # a span may begin within a word
    return " ".join(MARKS.sub("", html.unescape(TAGS.sub(" ", unstruck))).split())


def texts(widget: QWidget) -> Iterator[str]:
    """All that a person sees or hears of a widget."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()


@pytest.mark.parametrize(
    "screen", [one for one in SCREENS if "help" not in one.name], ids=lambda one: one.name
)
def test_every_word_of_the_window_is_translated(stage: Stage, data, screen: Screen):
    root = screen.open(stage)
    english = [
        f"{called(widget)}: {text!r}"
        for widget in seen(root)
        for text in texts(widget)
        if text and not is_data(text, data)
    ]
    assert english == []
