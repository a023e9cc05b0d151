"""From `--set`, `--add`, `--remove` and `--file` to the edits of a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from delve_desktop.domain.errors import InvalidContent, Mistaken
from delve_desktop.domain.fields import merge_of

if TYPE_CHECKING:
    from delve_desktop.services.views import Edit, FieldView, RecordView

MAX_FILE: Final = 1024 * 1024  # bytes; the field's own limit is lower and says so better


@dataclass(slots=True)
class Wishes:
    """What the command line asks for, by field in the order given; sets as lists of members."""

    values: dict[str, list[str]] = field(default_factory=dict)
    added: dict[str, list[str]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values or self.added or self.removed)

    @classmethod
    def read(
        cls,
        set_: Sequence[str] | None,
        add: Sequence[str] | None,
        remove: Sequence[str] | None,
        files: Sequence[str] | None,
    ) -> Wishes:
        """Split the options; raises `Mistaken`, and `InvalidContent` for a file that is no text."""
        wishes = cls()
        for name, value in pairs(set_, "--set"):
            wishes.values.setdefault(name, []).append(value)
        for name, path in pairs(files, "--file"):
            wishes.values.setdefault(name, []).append(read_text(Path(path)))
        for name, value in pairs(add, "--add"):
            wishes.added.setdefault(name, []).append(value)
        for name, value in pairs(remove, "--remove"):
            wishes.removed.setdefault(name, []).append(value)
        twice = wishes.values.keys() & (wishes.added.keys() | wishes.removed.keys())
        if twice:
            raise Mistaken(f"Say either --set or --add and --remove for {min(twice)}.")
        return wishes


def pairs(options: Sequence[str] | None, name: str) -> Iterator[tuple[str, str]]:
    """`FIELD=VALUE` in two; the value may hold further equals signs."""
    for option in options or ():
        key, equals, value = option.partition("=")
        if not key or not equals:
            raise Mistaken(f"{name} takes FIELD=VALUE, not {option!r}.")
        yield key, value


def read_text(path: Path) -> str:
    """A text file with LF line ends and without the line end of its last line."""
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise InvalidContent(f"{path} is longer than {MAX_FILE} bytes.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidContent(f"{path} is not UTF-8 text.") from error
    return plain_lines(text).removesuffix("\n")


def plain_lines(text: str) -> str:
    """The text with LF line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def edits_of(kind: str, wishes: Wishes, view: RecordView | None) -> list[Edit]:
    """The edits that these wishes mean for a record of this kind as it stands (None for a new one)."""
    from delve_desktop.services.views import ChangeMembers

    standing = {one.name: one for one in view.fields} if view else {}
    edits: list[Edit] = [
        _value_edit(kind, name, values, standing.get(name)) for name, values in wishes.values.items()
    ]
    for name in {**wishes.added, **wishes.removed}:
        if _merge(kind, name, standing.get(name), as_set=True) != "set":
            raise Mistaken(f"{name} holds one value: use --set.")
        added, removed = (
            tuple(typed_value(kind, name, value) for value in some.get(name, ()))
            for some in (wishes.added, wishes.removed)
        )
        edits.append(ChangeMembers(name, added, removed))
    return edits


def _value_edit(kind: str, name: str, values: list[str], standing: FieldView | None) -> Edit:
    from delve_desktop.services.views import ChangeMembers, EditText, SetValue

    merge = _merge(kind, name, standing, as_set=len(values) > 1)
    if merge == "set":
        wanted = [typed_value(kind, name, value) for value in dict.fromkeys(values) if value]
        present: list[Any] = list(standing.value) if standing else []
        return ChangeMembers(
            name,
            tuple(value for value in wanted if value not in present),
            tuple(value for value in present if value not in wanted),
        )
    if len(values) > 1:
        raise Mistaken(f"{name} holds one value, and more than one was given.")
    if merge == "text":
        return EditText(name, plain_lines(values[0]))
    value = typed_value(kind, name, values[0]) if values[0] else None
    return SetValue(name, value, _shown_version(standing))


def typed_value(kind: str, name: str, typed: str) -> Any:
    """What is meant by what was typed, by the type of the field; in an unknown field the text itself."""
    from delve_desktop.domain.fields import field_of
    from delve_desktop.domain.valuetext import from_text

    entry = field_of(kind, name)
    return from_text(entry.type, typed) if entry else typed


def _shown_version(standing: FieldView | None) -> Any:
    """The version that a person sees first, and so changes; the others of a dispute stay."""
    return standing.versions[0].id if standing and standing.versions else None


def _merge(kind: str, name: str, standing: FieldView | None, *, as_set: bool) -> str:
    """How a field is written: as the table says, or as it stands, or by how it is asked for."""
    from delve_desktop.domain.fields import field_of

    if field_of(kind, name) is None and standing is not None:
        return standing.merge
    return merge_of(kind, name, [] if as_set else "")
