"""A card of the settings: a heading, a sentence, what is asked, and in place what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from delve_desktop.ui.sentences import Sentence
from delve_desktop.ui.widgets.basics import label
from delve_desktop.ui.widgets.frames import framed
from delve_desktop.ui.widgets.in_place import InPlaceBar


class Card(QWidget):
    """What is shown goes into `body`."""

    def __init__(self, heading: str, sentence: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(framed(self, "card"))
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(heading, "section", wrap=True))
        if sentence:
            column.addWidget(label(sentence, "soft", wrap=True))
        self.bar = InPlaceBar(stacked=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body)
        column.addWidget(self.bar)

    def say(self, text: str) -> None:
        """What was done."""
        self.bar.say(text)

    def fail(self, sentence: Sentence) -> None:
        """Why it was not."""
        self.bar.fail(sentence)

    def choice(self, name: str) -> QComboBox:
        """A line with a name and a list to choose from."""
        row = QHBoxLayout()
        row.setSpacing(12)
        caption = label(name, wrap=True)
        row.addWidget(caption, 1)
        box = QComboBox()
        box.setAccessibleName(name)
        caption.setBuddy(box)
        row.addWidget(box, 1)
        self.body.addLayout(row)
        return box
