"""`python -m tests.data.save NAME`: write a vault, a hub and a wire capture of the present version.

They go to `tests/data/NAME/`, once for each release, and are never changed afterwards.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services import drafts, records, upkeep
from delve_desktop.services.exchange import exchange
from delve_desktop.services.session import Session
from delve_desktop.services.views import ChangeMembers, Edit, EditText, SetValue
from delve_desktop.store.lock import LOCK_NAME
from sync_server.backup import back_up
from sync_server.store.hub_store import HubStore
from tests.faults.overhearing import overheard
from tests.faults.scene import ADDRESS, PASSPHRASE, Scene

DATA: Final = Path(__file__).parent
STEPS: Final = "1. **Seal** the lid with wet clay.\n2. **Heat** slowly.\n3. **Cool** before opening."


def main() -> int:
    """Write the files of one version."""
    target = DATA / sys.argv[1]
    if target.exists():
        print(f"{target} is there already; what a release wrote is never changed.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        save(Scene.create(Path(folder) / "scene"), target)
    return 0


def save(scene: Scene, target: Path) -> None:
    """Fill a scene with one of each thing, and keep what lies on disk and goes over the wire."""
    wire: list[dict[str, str]] = []
    with scene.hub() as connect, scene.session("neema") as neema, scene.session("zawadi") as zawadi:
        with connect(ADDRESS, lambda: False) as connection:
            server = connection.hub.describe().key

        def note(head: bytes, content: bytes, reply: bytes) -> None:
            parts = {"server": server, "head": head, "content": content, "reply": reply}
            wire.append({name: part.hex() for name, part in parts.items()})

        listening = overheard(connect, note)
        written = _write(neema, scene.space)
        for session in (neema, zawadi):
            exchange(session, connect=listening)
        _part_ways(neema, zawadi, scene.space, written)
        for session in (zawadi, neema, zawadi):
            exchange(session, connect=listening)
        drafts.save_draft(neema, scene.space, None, "note", {"title": "Begun", "text": "Not yet said"})
        records.add_record(neema, scene.space, "note", [SetValue("title", "Not yet sent")])
        expected = _expected(neema, scene.space, written)
    target.mkdir(parents=True)
    shutil.copytree(scene.vault("neema"), target / "vault", ignore=shutil.ignore_patterns(LOCK_NAME, "*-shm"))
    store = HubStore.open(f"sqlite:///{scene.hub_file}")
    back_up(store, target / "hub", lambda *_: None)
    store.close()
    _write_lines(target / "wire.jsonl", wire)
    (target / "expected.json").write_text(
        json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def _write(session: Session, space: SpaceId) -> dict[str, RecordId]:
    """One record of each kind, and one of a kind that this version does not know."""
    made: dict[str, RecordId] = {}

    def add(name: str, kind: str, *edits: Edit) -> None:
        made[name] = records.add_record(session, space, kind, edits)[0]

    add(
        "contact",
        "contact",
        SetValue("name", "Awa Ouédraogo"),
        ChangeMembers("phones", ({"value": "+226 00 555 012", "types": ["cell"]}, "+226 00 555 013")),
        ChangeMembers("addresses", ({"locality": "Boromo", "country": "Burkina Faso"},)),
        ChangeMembers("languages", ("fr", "mos")),
    )
    add(
        "note",
        "note",
        SetValue("title", "Pompe"),
        EditText("text", "Elle fuit.\n\nDemander à Awa.\n\nРезина, 橡胶, tàbà."),
        ChangeMembers("themes", ("environment", "eau")),
        ChangeMembers("links", (made["contact"].hex(),)),
    )
    add(
        "practice",
        "practice",
        SetValue("title", "Retort"),
        EditText("steps", STEPS),
        SetValue("cost_setup", {"amount": "60", "currency": "USD", "date": "2026-11"}),
        SetValue("maturity", "good"),
        SetValue("place", {"lat": "11.7", "lon": "-2.9"}),
    )
    heads = [head.hex() for head in records.open_record(session, made["practice"]).heads]
    add(
        "adoption",
        "adoption",
        SetValue("practice", {"record": made["practice"].hex(), "heads": heads}),
        SetValue("result", "works"),
    )
    add("comment", "comment", SetValue("about", made["practice"].hex()), SetValue("asks", True))
    add("visit", "visit", SetValue("depth", 12), EditText("text", "Of a kind that nobody knows"))
    add("binned", "note", SetValue("title", "Thrown away"))
    records.delete_record(session, made["binned"])
    return made


def _part_ways(one: Session, other: Session, space: SpaceId, made: dict[str, RecordId]) -> None:
    """A field in dispute, a block in a text, and paragraphs that join."""
    for session, place, second, third in (
        (one, "Boromo", "2. **Heat** for an hour.", "3. **Cool** before opening."),
        (other, "Poura", "2. **Heat** until nothing drips.", "3. **Cool** for two hours."),
    ):
        records.edit_record(session, made["note"], [SetValue("place", place)])
        first = STEPS.split("\n")[0]
        records.edit_record(session, made["practice"], [EditText("steps", f"{first}\n{second}\n{third}")])
    records.edit_record(one, made["contact"], [SetValue("role", "Secretary")])
    records.edit_record(other, made["contact"], [SetValue("organisation", "Wend-Panga")])


def _expected(session: Session, space: SpaceId, made: dict[str, RecordId]) -> dict[str, Any]:
    """What any later version must find in the vault."""
    fields = {
        name: {
            field.name: field.value
            for field in records.open_record(session, record).fields
            if field.value not in (None, "", [], ())
        }
        for name, record in made.items()
    }
    return {
        "passphrase": PASSPHRASE,
        "space": space.hex(),
        "state_hash": upkeep.state_hash(session, space),
        "records": {name: record.hex() for name, record in made.items()},
        "fields": fields,
        "disputes": sorted(
            f"{one.kind} {one.field} {len(one.versions)}" for one in records.disputes(session, space)
        ),
        "draft": {"title": "Begun", "text": "Not yet said"},
        "unsent": ["Not yet sent"],
    }


def _write_lines(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
