"""A language that nobody speaks: 40 % longer, accented, in brackets. What is without brackets is no string of
the window's own, or was never translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

OPEN, CLOSE = "⟦", "⟧"
_ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "àéïõüÿÂÊÎÔÛŶçñšž")
_PLACE = re.compile(r"(\{\d*\}|%n|%1|&)")


def pseudo(text: str) -> str:
    """A text as this language has it; placeholders stay."""
    parts = _PLACE.split(text)
    said = "".join(part if _PLACE.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    longer = max(1, round(len(text) * 0.4) - 2)
    return f"{OPEN}{said} {'~' * (longer - 1)}{CLOSE}" if longer > 1 else f"{OPEN}{said}{CLOSE}"


class PseudoTranslator(QTranslator):
    """Answers every string of every context."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return pseudo(source)


@contextmanager
def spoken(app: QApplication, *, right_to_left: bool = False) -> Iterator[None]:
    """The pseudo-language in use."""
    translator = PseudoTranslator(app)
    app.installTranslator(translator)
    if right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        app.removeTranslator(translator)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
