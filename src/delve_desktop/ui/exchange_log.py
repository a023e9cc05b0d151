"""A past exchange in words, for the home page and for the sync page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from delve_desktop.services.past_exchanges import PastExchange

translate = QCoreApplication.translate


def said(past: PastExchange) -> tuple[str, str]:
    """(icon, sentence)."""
    if past.ended == "unreached" and not past.moved:
        return "warn", translate("log", "Server not reached. What you wrote stayed here, safe.")
    if past.ended == "refused":
        return "warn", translate("log", "The server did not accept it. What you wrote stayed here, safe.")
    icon = "check" if past.ended == "done" else "warn"
    if not past.moved:
        stopped = translate("log", "Stopped before anything moved")
        return icon, translate("log", "Nothing new on either side") if past.ended == "done" else stopped
    came = translate("log", "%n in", "", past.changes_in)
    went = translate("log", "%n out", "", past.changes_out)
    if not (past.changes_in or past.changes_out) and past.ended == "done":
        return icon, translate("log", "%n picture(s) or file(s) with the server", "", past.files)
    sentence = translate("log", "{0}, {1} with the server")
    if past.ended != "done":
        sentence = translate("log", "{0}, {1}, then it was cut off. It goes on from there.")
    return icon, sentence.format(came, went)
