"""How old something is, in words. Times are labels: one that cannot be true is shown as "about"."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

DAY: Final = 86_400
SLACK: Final = 2 * DAY  # a clock that is ahead by less is taken as right

translate = QCoreApplication.translate


def age(then: int, now: float) -> str:
    """A short label: "now", "3 days ago", "12 Feb", "about March" for a time that lies ahead."""
    passed = now - then
    date = QDateTime.fromSecsSinceEpoch(then).date()  # in the laptop's own zone
    locale = QLocale()
    if passed < -SLACK or then <= 0:
        return _tr("about {0}").format(locale.standaloneMonthName(date.month()))
    if passed < 120:
        return _tr("now")
    if passed < 3600:
        return translate("ages", "%n minutes ago", "", int(passed // 60))
    if passed < DAY:
        return translate("ages", "%n hours ago", "", int(passed // 3600))
    if passed < 2 * DAY:
        return _tr("yesterday")
    if passed < 7 * DAY:
        return translate("ages", "%n days ago", "", int(passed // DAY))
    if passed < 300 * DAY:
        return locale.toString(date, "d MMM")
    return locale.toString(date, "MMM yyyy")


def moment(then: int, now: float) -> str:
    """A longer label for history: date and time, or "about" a month."""
    if now - then < -SLACK or then <= 0:
        return age(then, now)
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(then), "d MMM yyyy, HH:mm")


def day(stored: str) -> str:
    """A stored date (2026, 2026-03 or 2026-03-12) as the person's language writes it."""
    whole = QDate.fromString(stored, "yyyy-MM-dd")
    if whole.isValid():
        return QLocale().toString(whole, "d MMM yyyy")
    month = QDate.fromString(stored, "yyyy-MM")
    return QLocale().toString(month, "MMMM yyyy") if month.isValid() else stored


def _tr(text: str) -> str:
    return translate("ages", text)
