"""A vault of its own: made, written in, searched, locked and opened again by the services of the program."""

from __future__ import annotations

import io

from delve_desktop.domain import fields
from delve_desktop.domain.errors import WrongPassphrase
from delve_desktop.services import records
from delve_desktop.services.attachments.adding import attach, seal_file
from delve_desktop.services.attachments.open_copies import open_copy
from delve_desktop.services.attachments.reading import read_whole, thumbnail
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.keeping.walk import begin_walk, end_walk
from delve_desktop.services.search import search
from delve_desktop.services.session import create_vault, open_vault
from delve_desktop.services.spaces import create_space
from delve_desktop.services.upkeep import verify
from delve_desktop.services.views import ChangeMembers, Edit, EditText, SetValue

from .scene import PASSPHRASE, TEXT, TITLE, WORD, Scene, must

PICTURE = "picture.png"
FILE = "readings.txt"


def make_vault(scene: Scene) -> str:
    """With the usual cost of deriving its key."""
    scene.session = create_vault(scene.vault, PASSPHRASE, "Self-test")
    with (scene.vault / "vault.db").open("rb") as database:
        must(database.read(6) != b"SQLite", "The vault is not encrypted.")
    return "an encrypted vault was made."


def add_records(scene: Scene) -> str:
    """A note, a contact and a practice. The space is founded here, before any hub is known."""
    session = scene.session
    assert session is not None
    space = scene.space = create_space(session, "Self-test")
    note: list[Edit] = [SetValue("title", TITLE), EditText("text", TEXT)]
    scene.note, _ = records.add_record(session, space, fields.NOTE, note)
    records.add_record(session, space, fields.CONTACT, [SetValue("name", "Neema Self-Test")])
    practice: list[Edit] = [
        SetValue("title", "A pump that lasts"),
        EditText("steps", "1. **Look.** Every week.\n2. **Grease.** Every month."),
        ChangeMembers("themes", add=("water",)),
    ]
    records.add_record(session, space, fields.PRACTICE, practice)
    counted = {kind: len(records.list_records(session, space, kind).rows) for kind in fields.FIELDS}
    for kind in (fields.NOTE, fields.CONTACT, fields.PRACTICE):
        must(counted.get(kind) == 1, f"A {kind} that was added is not in its list.")
    return "a note, a contact and a practice were added."


def search_records(scene: Scene) -> str:
    """By the beginning of a word, whatever its case."""
    session, space = scene.open
    found = search(session, space, WORD[:5].upper())
    must([hit.row.id for hit in found] == [scene.note], f"The note with {WORD} in it was not found.")
    must(not search(session, space, "nowhere"), "A word that nobody wrote was found.")
    return "the note was found by a word of its text, and no other record was."


def attach_files(scene: Scene) -> str:
    """A picture, which is drawn anew, and a file, which is opened as another program would."""
    from PIL import Image

    session, _ = scene.open
    assert scene.note is not None
    Image.effect_noise((640, 480), 90).convert("RGB").save(scene.folder / PICTURE)
    content = ("Readings of the self-test.\n" * 4000).encode()
    (scene.folder / FILE).write_bytes(content)
    attach(session, scene.note, [seal_file(session, scene.folder / name) for name in (PICTURE, FILE)])
    shown = {view.name.rpartition(".")[0]: view for view in attachments(session, scene.note)}
    must(set(shown) == {"picture", "readings"}, "What was attached is not on the record.")
    picture, text = shown["picture"], shown["readings"]
    for data in (read_whole(session, picture.values[0]), thumbnail(session, picture.thumb)):
        must(data, "The small picture is not there.")
        Image.open(io.BytesIO(data or b"")).load()
    copy = open_copy(session, text.values[0])
    must(copy.read_bytes() == content, "The attached file came out changed.")
    return "a picture and a file were attached and opened again."


def lock_and_open(scene: Scene) -> str:
    """Other words do not open it; the right ones show what was written, and every signature holds."""
    _, space = scene.open
    assert scene.note is not None
    scene.close()
    opened = [path for path in (scene.vault / "open").rglob("*") if path.is_file()]
    must(not opened, "A copy that was opened is still there after the lock.")
    try:
        open_vault(scene.vault, "other words than these").close()
    except WrongPassphrase:
        pass
    else:
        must(False, "Other words opened the vault.")
    scene.session = session = open_vault(scene.vault, PASSPHRASE)
    fields_shown = {field.name: field for field in records.open_record(session, scene.note).fields}
    must(fields_shown["text"].value == TEXT, "The note came out changed.")
    found = verify(session)
    must(not found.findings, f"The vault does not hold together: {'; '.join(found.findings)}")
    must(scene.space == space, "The space is another one.")
    return "it was locked and opened again, and everything in it holds together."


def look_around(scene: Scene) -> str:
    """The sample library in a vault of its own, as whoever looks around has it."""
    walk = begin_walk(scene.folder / "walks", "Visitor", "Sample library")
    try:
        with walk.vault.read() as unit:
            space = unit.spaces()[0].id
        counts = records.counts(walk, space)
        found = search(walk, space, "mercury")
    finally:
        end_walk(walk)
    must(found, "Nothing about mercury was found in the sample library.")
    return f"its {sum(counts.by_kind.values())} records came in, and a word was found among them."
