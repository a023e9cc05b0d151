"""The words of filters, and the menu that offers those which some record of the list fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCollator, QCoreApplication, QLocale
from PySide6.QtWidgets import QMenu, QWidget

from delve_desktop.domain import facets
from delve_desktop.services import vocabularies
from delve_desktop.services.views import ASKED, FRESH, MINE, THIS_YEAR, TRIED, UNSENT, Filter

LISTS: Final = {  # the list that has the words of a facet's values
    facets.THEME: "themes",
    facets.MINERAL: "minerals",
    facets.COUNTRY: vocabularies.COUNTRIES,
    facets.LANGUAGE: vocabularies.LANGUAGES,
    facets.STATE: "states",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("filters", text)


def _headings() -> dict[str, str]:
    return {
        facets.THEME: _tr("Theme"),
        facets.MINERAL: _tr("Mineral"),
        facets.COUNTRY: _tr("Country"),
        facets.LANGUAGE: _tr("Language"),
        facets.STATE: _tr("State"),
    }


def _flags() -> dict[Filter, str]:
    """Filters that are one thing each, in the order in which they are offered."""
    return {
        (facets.HAS, facets.PHOTO): _tr("Has photo"),
        (facets.HAS, facets.PHONE): _tr("Has a phone"),
        (TRIED, ""): _tr("Tried"),
        (MINE, ""): _tr("Mine"),
        (ASKED, ""): _tr("Needs answer"),
        (THIS_YEAR, ""): _tr("This year"),
        (UNSENT, ""): _tr("Not yet sent"),
        (FRESH, ""): _tr("New"),
    }


def worded(one: Filter) -> str:
    """A filter as its chip says it."""
    name, value = one
    if name in LISTS:
        return vocabularies.word(LISTS[name], value, QLocale().name())
    return _flags().get(one, value)


def fill(
    menu: QMenu,
    offered: Mapping[str, Sequence[str]],
    kind: str | None,
    chosen: Sequence[Filter],
    toggle: Callable[[Filter], None],
) -> None:
    """Put into a menu what a list of this kind can be narrowed to; chosen ones are ticked."""
    menu.clear()
    for name, heading in _headings().items():
        if offered.get(name):
            _fill_part(menu.addMenu(heading), name, offered[name], chosen, toggle)
    if menu.actions():
        menu.addSeparator()
    for one in _flags():
        if _is_offered(one, offered, kind):
            _add(menu, one, chosen, toggle)


def _fill_part(
    part: QMenu,
    name: str,
    values: Sequence[str],
    chosen: Sequence[Filter],
    toggle: Callable[[Filter], None],
) -> None:
    """The terms of the list in the order of their words, then what people wrote beside it, apart."""
    words = QCollator(QLocale())
    ordered = sorted(values, key=lambda value: words.sortKey(worded((name, value))))
    known = vocabularies.offered(LISTS[name])
    own = [value for value in ordered if value not in known]
    for value in ordered:
        if value in known:
            _add(part, (name, value), chosen, toggle)
    if own and not part.isEmpty():
        part = part.addMenu(_tr("Other words"))
    for value in own:
        _add(part, (name, value), chosen, toggle)


def _is_offered(one: Filter, offered: Mapping[str, Sequence[str]], kind: str | None) -> bool:
    name, value = one
    if name in offered and not offered[name]:  # nothing here can be so
        return False
    if name == facets.HAS:
        return value in offered.get(name, ())
    return name != TRIED or kind == "practice"


def _add(menu: QMenu, one: Filter, chosen: Sequence[Filter], toggle: Callable[[Filter], None]) -> None:
    action = menu.addAction(worded(one).replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(one in chosen)
    action.triggered.connect(lambda _checked=False: toggle(one))


def menu_under(widget: QWidget) -> QMenu:
    """An empty menu that belongs to a button."""
    made = QMenu(widget)
    made.setAccessibleName(_tr("Filter"))
    return made
