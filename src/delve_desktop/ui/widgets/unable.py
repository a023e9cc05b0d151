"""A button that this system cannot serve: it looks switched off, yet the keyboard reaches it and it says why.

Qt's own way of disabling takes a button out of the way of Tab: who cannot see it never learns the reason.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from .icon import icon


def make_unable(button: QAbstractButton, sign: str, reason: str) -> None:
    """Show that it can do nothing here, and why; pressed, it has to say so too. `sign` is its icon."""
    button.setProperty("unable", "true")
    button.setToolTip(reason)
    button.setAccessibleDescription(reason)
    button.setIcon(icon(sign, "ink3"))
    button.style().polish(button)
