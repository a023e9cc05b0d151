"""Bytes and results of an exchange in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from delve_desktop.sync.files_stopped import FilesStopped
from delve_desktop.ui.use_cases import SyncOutcome, SyncProgress

translate = QCoreApplication.translate


def _tr(text: str) -> str:
    return translate("exchange", text)


def size(count: int) -> str:
    """Bytes as people count them: 312 bytes, 4 kB, 3.2 MB."""
    if count < 1000:
        return _tr("{0} bytes").format(count)
    if count < 1_000_000:
        return _tr("{0} kB").format(round(count / 1000))
    return _tr("{0} MB").format(QLocale().toString(count / 1_000_000, "f", 1))


def far(progress: SyncProgress) -> str:
    """How far an exchange is."""
    said = [size(progress.moved_bytes)]
    if progress.changes_in:
        said.append(translate("exchange", "%n changes came in", "", progress.changes_in))
    if progress.of_files:
        said.append(_tr("{0} of {1} pictures and files").format(progress.files, progress.of_files))
    return " · ".join(said)


def time_left(seconds: float) -> str:
    """How long it will take, roughly: nobody waits by the second."""
    if seconds < 60:
        return _tr("less than a minute left")
    return translate("exchange", "about %n minutes left", "", round(seconds / 60))


def _files(outcome: SyncOutcome) -> list[str]:
    """What became of pictures and files."""
    said = []
    if outcome.files_sent:
        said.append(translate("exchange", "%n pictures and files went out.", "", outcome.files_sent))
    if outcome.files_in:
        said.append(translate("exchange", "%n pictures and files came in.", "", outcome.files_in))
    if outcome.files_waiting:
        said.append(
            translate(
                "exchange",
                "%n pictures and files wait for the next sync; the text is through.",
                "",
                outcome.files_waiting,
            )
        )
    if why := _why_files(outcome.files_stopped):
        said.append(why)
    return said


def _why_files(stopped: FilesStopped) -> str:
    """What ended pictures and files early; empty where nothing did."""
    match stopped:
        case FilesStopped.NOTHING:
            return ""
        case FilesStopped.HUB_FULL:
            return _tr("The server has no room for more of them. Whoever runs it can make some.")
        case FilesStopped.DISK_FULL:
            return _tr("This laptop has no room for more of them. Make some, then sync again.")
        case FilesStopped.BUDGET:
            return _tr("The data for this sync was used up. The rest goes next time.")
        case FilesStopped.LINK | FilesStopped.REFUSED:
            return _tr("The server did not take them this time. Delve tries again by itself.")


def result(outcome: SyncOutcome) -> list[str]:
    """What happened, a sentence each."""
    said = []
    if outcome.changes_out:
        said.append(translate("exchange", "%n changes went out.", "", outcome.changes_out))
    if outcome.records_in:
        said.append(translate("exchange", "%n records came in or changed.", "", outcome.records_in))
    elif outcome.changes_in:
        said.append(translate("exchange", "%n changes came in.", "", outcome.changes_in))
    said += _files(outcome)
    if outcome.more and outcome.files_stopped is not FilesStopped.BUDGET:  # which says the same
        said.append(_tr("The data for this sync was used up. The rest goes next time."))
    if not said:
        said.append(_tr("Nothing new on either side."))
    if outcome.waiting:
        said.append(_tr("Your coordinator has not let you in yet. What you write waits here, safe."))
    if outcome.parked:
        said.append(
            translate(
                "exchange",
                "%n pieces wait for something that has not come yet. They are kept.",
                "",
                outcome.parked,
            )
        )
    elif outcome.up_to_date:
        said.append(_tr("This laptop and the server hold the same."))
    return said
