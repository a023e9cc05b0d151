"""Merged states as views: names for devices, labels for fields, passages for merged texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from delve_desktop.domain.fields import FIELDS, field_of, merge_of
from delve_desktop.domain.ids import DeviceId, OpId, SpaceId, op_of_version
from delve_desktop.domain.mergedtext import MergedText, Plain
from delve_desktop.domain.reading import History, merged_text
from delve_desktop.domain.state import (
    EMPTY,
    FieldState,
    RecordState,
    Version,
    disputes,
    distinct,
    is_text,
)

from .rows_shown import Names
from .views import FieldView, Passage, VersionView

NameOf = Callable[[DeviceId], str]


class FieldShower:
    """Makes the field views of one record state."""

    def __init__(
        self,
        state: RecordState,
        space: SpaceId,
        names: Names,
        own_device: DeviceId,
        via: Mapping[OpId, str],
        history: History,
    ) -> None:
        self._state = state
        self._space = space
        self._names = names
        self._own = own_device
        self._via = via
        self._history = history

    def fields(self) -> tuple[FieldView, ...]:
        """The fields of the kind in the table's order, empty ones too, then all others by name."""
        known = [field.name for field in FIELDS.get(self._state.kind, ())]
        others = sorted(self._state.fields.keys() - set(known))
        return tuple(self.field(name) for name in [*known, *others])

    def field(self, name: str) -> FieldView:
        """One field; an empty view for a field in which nothing stands."""
        state = self._state.fields.get(name, EMPTY)
        entry = field_of(self._state.kind, name)
        label = entry.label if entry else name
        merge = self._merge_of(name, state)
        if merge == "set":
            members = [member.value for member in state.members]
            # a program that took the field for a scalar may have written one too: show it, lose nothing
            shown = tuple(self._version(version) for version in distinct(state))
            return FieldView(name, label, merge, members, shown, len(shown) > 1)
        versions = tuple(self._version(version) for version in distinct(state))
        if merge == "text":
            merged = merged_text(name, state, self._history)
            return FieldView(
                name, label, merge, merged.text, versions, merged.has_blocks, self._passages(merged)
            )
        value: Any = versions[0].value if versions else None
        return FieldView(name, label, merge, value, versions, disputes(state))

    def _merge_of(self, name: str, state: FieldState) -> Literal["scalar", "set", "text"]:
        if field_of(self._state.kind, name) is None:
            if state.members:
                return "set"
            return "text" if is_text(state) else "scalar"
        merge = merge_of(self._state.kind, name)
        return "scalar" if merge == "text" and state.versions and not is_text(state) else merge

    def _version(self, version: Version) -> VersionView:
        return VersionView(
            id=version.id,
            value=version.value,
            by=self._names.of(self._space, version.device),
            device=version.device,
            at=version.time,
            via=self._via.get(op_of_version(version.id), ""),
            mine=version.device == self._own,
        )

    def _passages(self, merged: MergedText) -> tuple[Passage, ...]:
        authors = {
            version.id: self._names.of(self._space, version.device)
            for field in self._state.fields.values()
            for version in field.versions
        }
        passages = []
        for chunk in merged.chunks:
            if isinstance(chunk, Plain):
                passages.append(Passage((chunk.lines,), ()))
                continue
            names = [
                " · ".join(dict.fromkeys(authors.get(one, "") for one in alternative.versions))
                for alternative in chunk.alternatives
            ]
            passages.append(
                Passage(tuple(alternative.lines for alternative in chunk.alternatives), tuple(names))
            )
        return tuple(passages)
