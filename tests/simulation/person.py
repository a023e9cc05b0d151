"""Who uses a laptop: edits, drafts, decisions and restores, some of them on a screen that is out of date."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from delve_desktop.domain.errors import Mistaken
from delve_desktop.domain.ids import OpId, RecordId, SpaceId
from delve_desktop.domain.ops import decode
from delve_desktop.services import drafts, records
from delve_desktop.services.changes import ChangeSummary
from delve_desktop.services.views import ChangeMembers, Edit, EditText, RecordView, SetValue

from .definition import demand
from .disk import Killed
from .laptop import DISK_ERRORS, Laptop

WORDS = ("agua", "oro", "pozo", "llama", "mineiro", "lavage", "filtre", "charbon", "puits", "marché", "école")
CANARIES = tuple(word.encode() for word in ("mineiro", "charbon", "marché", "lavage"))
RECORDS = 3  # of a space: few, so that people meet in them
THEMES = ("mercury", "water", "safety", "finance")


class Person:
    """What one person does, and what they were told is safe."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.acknowledged: dict[OpId, SpaceId] = {}
        self.drafts: dict[int, dict[str, Any]] = {}  # typed and not finished, by number
        self._screens: dict[RecordId, RecordView] = {}  # left open a while ago
        self._incarnation = 0
        self._saving = 0  # the draft in hand
        self._told = False  # that an edit was saved

    def forget_screens(self) -> None:
        """What was on the screen went with the process."""
        if self._incarnation != self.laptop.incarnation:
            self._incarnation = self.laptop.incarnation
            self._screens.clear()

    def twin(self, laptop: Laptop) -> Person:
        """Who uses a copy of this vault: it holds what this one does."""
        other = Person(laptop)
        other.acknowledged, other.drafts = dict(self.acknowledged), dict(self.drafts)
        return other

    def edit(self, space: SpaceId, *, torn: bool = False) -> None:
        """One edit; acknowledged once the use case returns. An edit that fails leaves no trace."""
        self.forget_screens()
        before = self._outbox()
        self._saving, self._told = 0, False
        try:
            seen = self._edit(space)
        except Killed:
            self.laptop.crash(torn=torn)
            self._adopt_draft()
        except DISK_ERRORS:
            demand(self._outbox().keys() == before.keys(), f"{self.laptop.name}: a failed edit left a trace")
        else:
            made = {op: body for op, body in self._outbox().items() if op not in before}
            demand(bool(made) or not self._told, f"{self.laptop.name} says that it saved what it did not")
            self.acknowledged.update(dict.fromkeys(made, space))
            if seen is not None:
                self._check_parents(made, seen)

    def _outbox(self) -> dict[OpId, bytes]:
        with self.laptop.vault.read() as unit:
            return {OpId(row[0]): row[1] for row in unit._rows("SELECT id, body FROM op WHERE segment = 0")}

    def _check_parents(self, made: dict[OpId, bytes], seen: Sequence[OpId]) -> None:
        """An op has in its past what its author had seen, and nothing else (inv07)."""
        for body in made.values():
            parents = decode(body).parents
            demand(
                set(parents) == set(seen), f"{self.laptop.name}: an edit claims to have seen what it had not"
            )

    def _adopt_draft(self) -> None:
        """A process that died while it saved a draft has saved it or has not; all others are as they were."""
        if self._saving:
            saved = self.saved_drafts()
            self.drafts.pop(self._saving, None)
            if self._saving in saved:
                self.drafts[self._saving] = saved[self._saving]

    def saved_drafts(self) -> dict[int, dict[str, Any]]:
        """The drafts in the vault."""
        session = self.laptop.session
        spaces = self.laptop.spaces()
        return {one.id: one.content for space in spaces for one in drafts.list_drafts(session, space)}

    def _edit(self, space: SpaceId) -> Sequence[OpId] | None:
        """Do something; returns the heads that it was done on, where that can be told."""
        rng, session = self.laptop.rng, self.laptop.session
        known = self.laptop.records(space)
        if len(known) < RECORDS or rng.random() < 0.03:
            edits: list[Edit] = [SetValue("title", self._words(2)), EditText("text", self._text())]
            edits.append(ChangeMembers("themes", add=("water",)))
            self._hear(records.add_record(session, space, "note", edits)[1])
            return None
        view = self._look_at(rng.choice(known))
        action = rng.random()
        if action < 0.06:
            self._hear(records.delete_record(session, view.id))
        elif action < 0.10:
            self._hear(records.put_back(session, view.id))
        elif action < 0.22:
            return self._settle(view)
        elif action < 0.30:
            return self._restore(view)
        elif action < 0.42:
            self._type(space, view)
        else:
            return self._change_one(view)
        return None

    def _hear(self, summary: ChangeSummary) -> None:
        """What a use case says it has changed."""
        self._told = self._told or bool(summary.records)

    def _look_at(self, record: RecordId) -> RecordView:
        """The record as it is, or as it was when it was opened and left."""
        rng = self.laptop.rng
        if record in self._screens and rng.random() < 0.5:
            return self._screens.pop(record)
        view = records.open_record(self.laptop.session, record)
        if rng.random() < 0.3:
            self._screens[record] = view
        return view

    def _settle(self, view: RecordView) -> Sequence[OpId]:
        disputed = [one for one in view.fields if one.disputed and one.versions]
        if disputed:
            field = self.laptop.rng.choice(disputed)
            keep = self.laptop.rng.choice(field.versions).id
            session = self.laptop.session
            self._hear(records.settle(session, view.id, field.name, keep=keep, seen_heads=view.heads))
        return view.heads

    def _restore(self, view: RecordView) -> Sequence[OpId]:
        first = records.history(self.laptop.session, view.id)[-1]
        self._hear(records.restore(self.laptop.session, view.id, first.op, seen_heads=view.heads))
        return view.heads

    def _change_one(self, view: RecordView) -> Sequence[OpId]:
        session = self.laptop.session
        with suppress(Mistaken):  # this text is in dispute: a person would settle it
            edit = self._change(view)
            self._hear(records.edit_record(session, view.id, [edit], seen_heads=view.heads))
        return view.heads

    def _type(self, space: SpaceId, view: RecordView) -> None:
        """Type into a draft, or finish one."""
        rng, session = self.laptop.rng, self.laptop.session
        open_here = [one.id for one in drafts.list_drafts(session, space)]
        if open_here and rng.random() < 0.6:
            self._finish(rng.choice(open_here))
            return
        title = {"title": self._words(3)}
        self._saving = next(iter(open_here), 0)
        if self._saving and rng.random() < 0.5:
            drafts.save_draft(session, space, self._home_of(self._saving, space), "note", title, self._saving)
        else:
            self._saving = drafts.save_draft(session, space, view.id, "note", title, seen_heads=view.heads)
        self.drafts[self._saving] = title

    def _home_of(self, draft: int, space: SpaceId) -> RecordId | None:
        return next(one.record for one in drafts.list_drafts(self.laptop.session, space) if one.id == draft)

    def _finish(self, draft: int) -> None:
        self._saving = draft
        made = drafts.commit_draft(self.laptop.session, draft)
        if made is not None:
            self._hear(made[1])
        self.drafts.pop(draft, None)

    def _change(self, view: RecordView) -> Edit:
        rng = self.laptop.rng
        fields = {one.name: one for one in view.fields}
        kind = rng.choice(("title", "title", "place", "place", "date", "text", "themes", "later"))
        disputed = [
            one.name for one in view.fields if one.disputed and one.name in ("title", "place", "date")
        ]
        if disputed and rng.random() < 0.4:
            kind = rng.choice(disputed)
        if kind == "text":
            text = fields["text"].value if "text" in fields and fields["text"].value else ""
            lines = text.split("\n") if text else []
            lines.insert(rng.randint(0, len(lines)), self._words(5))
            if len(lines) > 3 and rng.random() < 0.5:
                lines.pop(rng.randrange(len(lines)))
            return EditText("text", "\n".join(lines))
        if kind == "themes":
            return ChangeMembers("themes", add=(rng.choice(THEMES),), remove=(rng.choice(THEMES),))
        value = f"2024-0{rng.randint(1, 9)}-11" if kind == "date" else self._words(2)
        versions = fields[kind].versions if kind in fields else ()
        seen = rng.choice(versions).id if versions else None
        return SetValue(kind, value, started_from=seen)  # "later": a field this version lacks

    def _words(self, count: int) -> str:
        return " ".join(self.laptop.rng.choices(WORDS, k=count)) + f" {self.laptop.rng.randrange(1000)}"

    def _text(self) -> str:
        return "\n".join(self._words(6) for _ in range(self.laptop.rng.randint(1, 5)))
