"""What lets the first page be painted soon: Qt's values as numbers, and pictures that wait.

Whoever names anything of Qt's namespace `Qt`, or has a pen made, has Python classes made of its 94
enumerations: a tenth of the start. So what stands on the first page is set up by the numbers below, through
properties, and what widgets of ours draw by hand (icons, discs, the hills) comes with the painting after the
first. Its room is kept, so nothing moves.
"""

from __future__ import annotations

from typing import Final

PLAIN_TEXT: Final = 0  # of Qt.TextFormat, for the property `textFormat`
NO_FOCUS: Final = 0  # of Qt.FocusPolicy, for `focusPolicy`
STRONG_FOCUS: Final = 11
NO_SCROLL_BAR: Final = 1  # of Qt.ScrollBarPolicy, for `horizontalScrollBarPolicy`
SECRET_INPUT: Final = 0x42  # of Qt.InputMethodHint, for `inputMethodHints`: sensitive data, no prediction
FROM_LEFT: Final = 0  # of Qt.LayoutDirection, for `layoutDirection`
FROM_RIGHT: Final = 1

_waiting = [False]


def let_pictures_wait() -> None:
    """Until `show_pictures`, nothing is drawn by hand. Asked for once, before the first page."""
    _waiting[0] = True


def show_pictures() -> None:
    """The first page is on screen; who calls this has it painted anew."""
    _waiting[0] = False


def pictures_wait() -> bool:
    """True while what is drawn by hand is to be left out."""
    return _waiting[0]
