"""List rows with the names of people in place of device keys."""

from __future__ import annotations

from delve_desktop.domain.ids import DeviceId, SpaceId
from delve_desktop.store.reading import ReadUnit
from delve_desktop.store.rows import PersonRow, RecordLine

from .views import RecordRow


class Names:
    """Who wrote what, within one snapshot: names of devices by space, read once a space."""

    def __init__(self, unit: ReadUnit) -> None:
        self._unit = unit
        self._people: dict[SpaceId, dict[DeviceId, PersonRow]] = {}

    def of(self, space: SpaceId, device: DeviceId) -> str:
        """The person's name, or the first digits of the device for one the log does not name."""
        people = self._people.get(space)
        if people is None:
            people = self._people[space] = self._unit.people(space)
        person = people.get(device)
        return person.name if person and person.name else device.hex()[:8]


def row_of(line: RecordLine, names: Names) -> RecordRow:
    """A list row for a stored line."""
    return RecordRow(
        id=line.id,
        space=line.space,
        kind=line.kind,
        title=line.title,
        snippet=line.snippet,
        place=line.place,
        updated=line.updated,
        author=names.of(line.space, line.author),
        disputes=line.disputes,
        unsent=line.unsent,
        in_bin=line.in_bin,
        position=line.position,
        fresh=line.fresh,
        attachments=line.attachments,
        voice=line.voice,
        thumb=line.thumb.hex(),
    )
