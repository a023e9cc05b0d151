"""What stands on the leaflet of a practice, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage

from delve_desktop.domain.outline import Part, points_of, steps_of
from delve_desktop.services.views import FieldView, Reached, RecordView
from delve_desktop.ui.records.words import called, country, money, word

from .danger import says_never, sign_of
from .summary import facts_of

PICTURE = QSize(512, 352)  # four times as on screen, for paper


@dataclass(frozen=True, slots=True)
class Danger:
    """One danger: its icon, and what is said of it, as Markdown with bold."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its number and, where there is one, a picture."""

    number: int
    part: Part
    picture: QImage | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands below it, as Markdown."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All of it. `before` comes ahead of the steps, `after` behind them."""

    title: str
    by: str
    summary: str
    facts: tuple[tuple[str, str, str], ...]  # icon, name, words
    danger_heading: str
    dangers: tuple[Danger, ...]
    before: tuple[Passage, ...]
    steps_heading: str
    steps: tuple[Step, ...]
    after: tuple[Passage, ...]
    foot: str


def leaflet_of(view: RecordView, people: Sequence[Reached], pictures: Mapping[int, QImage]) -> Leaflet:
    """The leaflet of a practice as it stands, with pictures by the numbers of steps.

    A text in dispute is printed with every version of it.
    """
    outline = steps_of(_text(view, "steps"))
    steps = tuple(Step(number, part, pictures.get(number)) for number, part in enumerate(outline.parts, 1))
    before = [Passage(called("Problem"), _text(view, "problem"))]
    if outline.before or not steps:
        before.append(Passage("" if steps else called("Steps"), outline.before))
    after = [
        Passage(called("What shows that it works"), _text(view, "evidence")),
        Passage(_tr("What it costs"), _costs(view)),
        Passage(_tr("Whom to ask"), "\n".join(_reached(one) for one in people)),
        Passage(called("Sources"), "\n".join(f"- {one}" for one in _members(view, "sources"))),
    ]
    return Leaflet(
        title=view.title or _tr("(without a title)"),
        by=", ".join(one for one in (_who(view), _where(view)) if one),
        summary=_text(view, "summary"),
        facts=tuple(facts_of(view)),
        danger_heading=_tr("Danger – read this first"),
        dangers=tuple(_dangers(view)),
        before=tuple(one for one in before if one.text),
        steps_heading=called("Steps") if steps else "",
        steps=steps,
        after=tuple(one for one in after if one.text),
        foot=_foot(view),
    )


def _dangers(view: RecordView) -> list[Danger]:
    found = []
    for part in points_of(_text(view, "do_nots")):
        said = _joined(part)
        found.append(Danger("no", said if says_never(part) else _tr("**Never:** {0}").format(said)))
    found += [Danger(sign_of(part), _joined(part)) for part in points_of(_text(view, "hazards"))]
    return found


def _joined(part: Part) -> str:
    name = f"**{part.name}**" if part.name else ""
    return _tr("{0}: {1}").format(name, part.text) if name and part.text else name or part.text


def _foot(view: RecordView) -> str:
    licence = word("licences", str(_value(view, "licence") or ""))
    author = _who(view)
    parts = [licence, author if licence else "", _tr("Printed from Delve")]
    return " · ".join(part for part in parts if part)


def _costs(view: RecordView) -> str:
    named = (("cost_setup", "Cost to set up"), ("cost_running", "Cost to run"))
    return "\n".join(
        _tr("{0}: {1}").format(called(name), money(value))
        for field, name in named
        if (value := _value(view, field))
    )


def _reached(one: Reached) -> str:
    who = _tr("{0}, {1}").format(one.name, one.role) if one.role else one.name
    ways = ", ".join(way for way in (one.phone, one.email) if way)
    return _tr("{0}: {1}").format(who, ways) if ways else who


def _who(view: RecordView) -> str:
    said = str(_value(view, "organisation") or "")
    rows = (link.row for link in view.links if link.field == "association")
    return said or next((row.title for row in rows if row is not None), "")


def _where(view: RecordView) -> str:
    places = ", ".join(country(code) for code in _members(view, "countries"))
    return ", ".join(one for one in (str(_value(view, "area") or ""), places) if one)


def _field(view: RecordView, name: str) -> FieldView | None:
    return next((one for one in view.fields if one.name == name), None)


def _value(view: RecordView, name: str) -> object:
    found = _field(view, name)
    return found.value if found is not None else None


def _text(view: RecordView, name: str) -> str:
    """A long text; where passages are in dispute, every version of them, for none may be left out unseen."""
    found = _field(view, name)
    if found is None:
        return ""
    if found.disputed and found.passages:
        return "\n".join("\n".join(lines) for one in found.passages for lines in one.alternatives)
    return str(found.value or "")


def _members(view: RecordView, name: str) -> list[str]:
    value = _value(view, name)
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


def _tr(text: str) -> str:
    return QCoreApplication.translate("leaflet", text)
