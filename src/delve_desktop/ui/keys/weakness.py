"""Why a passphrase is not accepted, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def weakness_words(weakness: str) -> str:
    """A sentence for one of the values of `crypto.passphrase.Weakness`."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("passphrase", text)

    return {
        "empty": tr("Type six words, or let Delve suggest them."),
        "short": tr("Too short yet: six words, or at least 15 letters."),
        "common": tr("This is a well-known phrase. Others would try it first."),
        "personal": tr("This is mostly your own name. Others would try it first."),
        "repeated": tr("The same letters over and over are easy to guess."),
        "sequence": tr("Letters in a row of the keyboard are easy to guess."),
    }.get(weakness, tr("This is easy to guess. Try other words."))
