"""Merged states as views: names for devices, labels for fields, passages for merged texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec.structs import replace

from delve_desktop.domain.fields import FIELDS, field_of, merge_of
from delve_desktop.domain.ids import DeviceId, OpId, SpaceId, VersionId, op_of_version
from delve_desktop.domain.mergedtext import MergedText, Plain
from delve_desktop.domain.reading import History, is_shown, merged_text, value_of
from delve_desktop.domain.state import (
    EMPTY,
    FieldState,
    RecordState,
    Version,
    disputes,
    distinct,
    is_text,
)
from delve_desktop.domain.textmerge import carried_from
from delve_desktop.domain.values import Type

from .rows_shown import Names
from .views import FieldView, Passage, VersionView
from .vocabularies import list_of


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
        kind: Type | Literal[""] = entry.type if entry else ""
        words = list_of(entry)
        merge = self._merge_of(name, state)
        if merge == "set":
            members = [member.value for member in state.members]
            # a program that took the field for a scalar may have written one too: show it, lose nothing
            shown = tuple(self._version(version, version) for version in distinct(state))
            return FieldView(name, label, merge, members, shown, len(shown) > 1, (), kind, words)
        if merge == "text":
            merged = merged_text(name, state, self._history)
            authors = self._authors(name, state)
            versions = tuple(
                self._version(self._with_text(name, version), authors[version.id])
                for version in distinct(state)
            )
            passages = self._passages(merged, authors)
            return FieldView(name, label, merge, merged.text, versions, merged.has_blocks, passages, kind)
        versions = tuple(self._version(version, version) for version in distinct(state))
        value: Any = versions[0].value if versions else None
        return FieldView(name, label, merge, value, versions, disputes(state), (), kind, words)

    def _merge_of(self, name: str, state: FieldState) -> Literal["scalar", "set", "text"]:
        if field_of(self._state.kind, name) is None:
            if state.members:
                return "set"
            return "text" if is_text(state) else "scalar"
        merge = merge_of(self._state.kind, name)
        return "scalar" if merge == "text" and state.versions and not is_text(state) else merge

    def _version(self, version: Version, written: Version) -> VersionView:
        """A standing version; `written` is the one whose author and time are to be named."""
        return VersionView(
            id=version.id,
            value=version.value,
            by=self._name(written),
            device=written.device,
            at=written.time,
            via=self._via.get(op_of_version(written.id), ""),
            mine=written.device == self._own,
        )

    def _with_text(self, name: str, version: Version) -> Version:
        """The version with its text, if it is shown here."""
        if not is_shown(self._state.fields[name], version):
            return version
        return replace(version, value=value_of(name, version, self._history))

    def _passages(self, merged: MergedText, authors: Mapping[VersionId, Version]) -> tuple[Passage, ...]:
        passages = []
        for chunk in merged.chunks:
            if isinstance(chunk, Plain):
                passages.append(Passage((chunk.lines,), ()))
                continue
            lines = tuple(alternative.lines for alternative in chunk.alternatives)
            names = tuple(
                " · ".join(dict.fromkeys(self._name(authors[one]) for one in alternative.versions))
                for alternative in chunk.alternatives
            )
            passages.append(Passage(lines, names))
        return tuple(passages)

    def _authors(self, name: str, state: FieldState) -> dict[VersionId, Version]:
        """For each standing version the one whose words it carries: a save beside a block writes all of
        them anew, but who wrote the words in the block is who is to be named.
        """
        if len(state.versions) < 2:
            return {version.id: version for version in state.versions}
        known = self._history()[name]
        return {version.id: carried_from(version, known) for version in state.versions}

    def _name(self, version: Version) -> str:
        return self._names.of(self._space, version.device)
