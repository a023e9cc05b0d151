"""What is intact in a damaged vault comes into a new one, and the damaged one stays as it is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from delve_desktop.crypto.header_pair import HEADER, SPARE
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import (
    Cancelled,
    Damaged,
    DelveError,
    InUse,
    InvalidContent,
    NotFound,
    UnsafePlace,
    WrongPassphrase,
)
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services import drafts, records, spaces
from delve_desktop.services.keeping import place_facts
from delve_desktop.services.keeping.becoming import REMAINS
from delve_desktop.services.keeping.passphrases import change_passphrase, new_recovery_code
from delve_desktop.services.keeping.places import Place
from delve_desktop.services.keeping.salvage import salvage
from delve_desktop.services.session import Session, create_vault, open_vault
from delve_desktop.services.upkeep import state_hash, verify
from delve_desktop.services.views import DraftView, EditText, SetValue
from delve_desktop.store.files import DATABASE, NEXT, RESTORING
from delve_desktop.sync.local import Local
from delve_desktop.sync.sealing import seal_outbox

from .conftest import NEW, PASSPHRASE, titles
from .spoiled import PAGE, Scene, contents, root_of, salvaged, spoil

SEALED, WAITING = 25, 15


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, quick: None) -> Scene:
    folder = tmp_path_factory.mktemp("salvage") / "vault"
    session = create_vault(folder, PASSPHRASE, "Zawadi", params=FLOOR)
    space = spaces.create_space(session, "Lake Zone")
    chance = random.Random(7)
    names = [f"Note {number}" for number in range(SEALED + WAITING)]
    for number, name in enumerate(names):
        edits = [SetValue("title", name), EditText("text", chance.randbytes(chance.choice((50, 900))).hex())]
        records.add_record(session, space, "note", edits)
        if number == SEALED - 1:
            seal_outbox(Local(session.vault, session.identity, session.random), space)
    pending = SpaceId(b"p" * 16)
    with session.vault.write() as unit:
        unit.add_hub("http://127.0.0.1:1", bytes(range(32)), "")
        unit.add_space(pending, "Asked for", "pending", None)
    records.add_record(session, pending, "note", [SetValue("title", "Before admission")])
    drafts.save_draft(session, space, None, "note", {"title": "half a thought"})
    drafts.save_draft(session, space, None, "note", {"title": "another half"})
    state, device = state_hash(session, space), session.device
    session.close()
    waiting = frozenset([*names[SEALED:], "Before admission"])
    return Scene(folder, space, pending, state, device, frozenset(names[:SEALED]), waiting)


def test_a_whole_vault_comes_over_whole(scene: Scene, tmp_path: Path) -> None:
    folder = scene.copied(tmp_path / "source")
    before = contents(folder)
    done = salvaged(folder, tmp_path / "new")
    assert contents(folder) == before
    session = done.session
    assert state_hash(session, scene.space) == scene.state
    assert session.device == scene.device
    assert titles(session) == scene.sealed | scene.waiting
    assert {one.content["title"] for one in drafts.list_drafts(session, scene.space)} == {
        "half a thought",
        "another half",
    }
    saved = done.saved
    assert (saved.spaces, saved.hubs, saved.drafts, saved.unsent) == (2, 1, 2, WAITING + 1)
    assert (saved.records, saved.waiting, saved.refused) == (SEALED + WAITING + 1, 0, 0)
    assert saved.identity
    assert done.damaged_pages == 0
    assert verify(session).ok
    with session.vault.read() as unit:
        assert [(hub.url, hub.key) for hub in unit.hubs()] == [("http://127.0.0.1:1", bytes(range(32)))]
        assert unit.space(scene.pending).state == "pending"
    session.close()
    assert not (tmp_path / "new" / REMAINS).exists()
    assert not (tmp_path / "new" / RESTORING).exists()
    again = open_vault(tmp_path / "new", PASSPHRASE)
    assert len(titles(again)) == SEALED + WAITING + 1
    again.close()


def test_inv17_the_new_vault_is_a_new_writer_and_numbers_go_on(scene: Scene, tmp_path: Path) -> None:
    old = open_vault(scene.copied(tmp_path / "source"), PASSPHRASE)
    with old.vault.read() as unit:
        before = unit.identity()
    old.close()
    session = salvaged(tmp_path / "source", tmp_path / "new").session
    with session.vault.read() as unit:
        after = unit.identity()
    assert after.writer != before.writer
    assert after.counter == before.counter
    records.add_record(session, scene.space, "note", [SetValue("title", "Afterwards")])
    assert seal_outbox(Local(session.vault, session.identity, session.random), scene.space) == WAITING + 1
    assert verify(session).ok
    session.close()


def test_inv26_whatever_page_is_lost_only_true_things_come_over(scene: Scene, tmp_path: Path) -> None:
    """Every page of the file in turn."""
    pages = (scene.folder / DATABASE).stat().st_size // PAGE
    lost_sealed = lost_waiting = 0
    for page in range(1, pages + 1):
        folder = scene.copied(tmp_path / "source")
        spoil(folder, page)
        before = contents(folder)
        done = salvaged(folder, tmp_path / "new")
        assert contents(folder) == before
        found = titles(done.session)
        assert found <= scene.sealed | scene.waiting
        assert verify(done.session).findings == ()
        assert done.damaged_pages == 1
        assert all(sentence.endswith(".") for sentence in done.sentences())
        lost_sealed += len(scene.sealed - found)
        lost_waiting += len(scene.waiting - found)
        # what was lost of these is there as a draft: the merged record lies on another page
        kept = {one.content.get("title") for one in _drafts(done.session)}
        assert found | kept >= scene.waiting
        assert done.saved.words == len((scene.waiting - found) & kept)
        if done.saved.identity:
            assert done.session.device == scene.device
        done.session.close()
    # a lost page costs what lay on it and nowhere else: what waits to be sent lies on one page, or two where
    # it is long; what was sealed lies in the op table as well, and is put into the outbox again
    assert lost_waiting <= 2 * WAITING
    assert lost_sealed == 0


def _drafts(session: Session) -> list[DraftView]:
    return [one for row in spaces.list_spaces(session) for one in drafts.list_drafts(session, row.id)]


@pytest.mark.parametrize("table", ["op", "segment", "act", "epoch_key", "record", "space", "draft", "hub"])
def test_a_lost_root_costs_little(scene: Scene, tmp_path: Path, table: str) -> None:
    """SQLite reaches nothing of the table any more."""
    folder = scene.copied(tmp_path / "source")
    spoil(folder, root_of(scene, table))
    done = salvaged(folder, tmp_path / "new")
    found = titles(done.session)
    assert len(found) >= SEALED + WAITING - 8, table
    if table == "draft":
        assert done.saved.drafts_in_doubt
        assert any("discarded ones" in sentence for sentence in done.sentences())
    if table == "hub":
        assert done.saved.hubs == 0
        assert any("hub set" in sentence for sentence in done.sentences())
    done.session.close()


def test_without_the_first_page_all_but_little_comes_over(scene: Scene, tmp_path: Path) -> None:
    folder = scene.copied(tmp_path / "source")
    data = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(bytes(PAGE) + data[PAGE:])
    with pytest.raises(Damaged):
        open_vault(folder, PASSPHRASE)
    done = salvaged(folder, tmp_path / "new")
    assert state_hash(done.session, scene.space) == scene.state
    assert titles(done.session) == scene.sealed | scene.waiting
    assert done.saved.drafts == 2
    assert done.session.name == "Zawadi"
    done.session.close()


def test_with_the_device_s_keys_lost_its_words_go_on_under_new_ones(scene: Scene, tmp_path: Path) -> None:
    folder = scene.copied(tmp_path / "source")
    spoil(folder, root_of(scene, "me"))
    (folder / "who.txt").write_text("Zawadi M.\n", encoding="utf-8")
    done = salvaged(folder, tmp_path / "new")
    session = done.session
    assert not done.saved.identity
    assert session.device != scene.device
    assert session.name == "Zawadi M."
    assert scene.sealed <= titles(session)
    assert scene.waiting <= titles(session)
    assert done.saved.unsent == WAITING + 1
    assert {view.state for view in spaces.list_spaces(session)} == {"pending"}
    assert len(drafts.list_drafts(session, scene.space)) == 2
    assert any("new ones" in sentence for sentence in done.sentences())
    assert verify(session).ok
    session.close()


def test_what_lies_in_the_log_comes_over_too(scene: Scene, tmp_path: Path) -> None:
    live = open_vault(scene.copied(tmp_path / "live"), PASSPHRASE)
    records.add_record(live, scene.space, "note", [SetValue("title", "In the log")])
    (folder := tmp_path / "source").mkdir()
    for name in (HEADER, DATABASE, DATABASE + "-wal"):
        shutil.copy(tmp_path / "live" / name, folder / name)
    live.close()
    before = contents(folder)
    done = salvaged(folder, tmp_path / "new")
    assert "In the log" in titles(done.session)
    done.session.close()
    assert contents(folder) == before


def test_a_vault_whose_key_was_being_changed_is_found_in_the_other_file(scene: Scene, tmp_path: Path) -> None:
    folder = scene.copied(tmp_path / "source")
    (folder / DATABASE).rename(folder / NEXT)
    (folder / DATABASE).write_bytes(random.Random(1).randbytes(20 * PAGE))  # under a key that is gone
    done = salvaged(folder, tmp_path / "new")
    assert state_hash(done.session, scene.space) == scene.state
    done.session.close()


def test_a_spoiled_header_is_stood_in_for_by_its_spare(scene: Scene, tmp_path: Path) -> None:
    folder = scene.copied(tmp_path / "source")
    (folder / HEADER).write_bytes(b"")
    spoil(folder, 5)
    before = contents(folder)
    salvaged(folder, tmp_path / "new").session.close()
    assert contents(folder) == before
    (folder / SPARE).unlink()
    with pytest.raises(Damaged):
        salvaged(folder, tmp_path / "new")


class TestRefused:
    def test_what_is_no_vault_or_not_one_s_own(self, scene: Scene, tmp_path: Path) -> None:
        folder = scene.copied(tmp_path / "source")
        with pytest.raises(WrongPassphrase):
            salvage(folder, NEW, tmp_path / "new")
        with pytest.raises(NotFound):
            salvage(tmp_path / "nothing", PASSPHRASE, tmp_path / "new")
        (folder / DATABASE).write_bytes(bytes(10 * PAGE))
        with pytest.raises(Damaged, match="Not one page"):
            salvage(folder, PASSPHRASE, tmp_path / "new")
        (folder / DATABASE).unlink()
        with pytest.raises(Damaged, match="no vault database"):
            salvage(folder, PASSPHRASE, tmp_path / "new")
        assert not (tmp_path / "new").exists()

    def test_a_vault_that_is_open_elsewhere(self, scene: Scene, tmp_path: Path) -> None:
        other = open_vault(scene.copied(tmp_path / "source"), PASSPHRASE)
        with pytest.raises(InUse):
            salvage(tmp_path / "source", PASSPHRASE, tmp_path / "new")
        other.close()
        assert not (tmp_path / "new").exists()

    def test_a_folder_with_something_in_it(self, scene: Scene, tmp_path: Path) -> None:
        folder = scene.copied(tmp_path / "source")
        with pytest.raises(InvalidContent):
            salvage(folder, PASSPHRASE, folder)
        (tmp_path / "new").mkdir()
        (tmp_path / "new" / "mine").touch()
        with pytest.raises(InvalidContent):
            salvage(folder, PASSPHRASE, tmp_path / "new")
        assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine"]

    def test_a_place_that_could_lose_it_again(
        self, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(place_facts, "look_at", lambda folder: Place(folder, "exfat"))
        with pytest.raises(UnsafePlace):
            salvage(scene.folder, PASSPHRASE, tmp_path / "new")

    def test_an_old_passphrase_by_an_old_header(self, scene: Scene, tmp_path: Path) -> None:
        folder = scene.copied(tmp_path / "source")
        old = (folder / HEADER).read_bytes()
        session = open_vault(folder, PASSPHRASE)
        change_passphrase(session, PASSPHRASE, NEW, FLOOR)
        session.close()
        for name in (HEADER, SPARE):
            (folder / name).write_bytes(old)
        with pytest.raises(WrongPassphrase, match="from before"):
            salvage(folder, PASSPHRASE, tmp_path / "new")

    def test_stopping_leaves_nothing(self, scene: Scene, tmp_path: Path) -> None:
        with pytest.raises(Cancelled):
            salvage(scene.folder, PASSPHRASE, tmp_path / "new", cancelled=lambda: True)
        assert not (tmp_path / "new").exists()


def test_progress_counts_pages(scene: Scene, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    done = salvage(
        scene.folder, PASSPHRASE, tmp_path / "new", progress=lambda at, total: steps.append((at, total))
    )
    done.session.close()
    assert steps == [(number, done.pages) for number in range(1, done.pages + 1)]


def test_a_recovery_code_has_to_be_made_anew(scene: Scene, tmp_path: Path) -> None:
    session = open_vault(scene.copied(tmp_path / "source"), PASSPHRASE)
    new_recovery_code(session, PASSPHRASE)
    session.close()
    done = salvaged(tmp_path / "source", tmp_path / "new")
    assert any("recovery-code" in sentence for sentence in done.sentences())
    done.session.close()


@pytest.mark.parametrize(
    "forge",
    [
        lambda session: _swap(session, "op", "body", "segment = 0"),
        lambda session: _swap(session, "segment", "data", "1"),
        lambda session: _swap(session, "act", "data", "1"),
        lambda session: _swap(session, "epoch_key", "key", "1"),
    ],
)
def test_inv10_what_does_not_prove_itself_is_left_out(
    scene: Scene, tmp_path: Path, forge: Callable[[Session], None]
) -> None:
    """Rows that a program with the key, but not the signing keys of others, put in."""
    folder = scene.copied(tmp_path / "source")
    session = open_vault(folder, PASSPHRASE)
    forge(session)
    session.close()
    done = salvaged(folder, tmp_path / "new")
    assert titles(done.session) <= scene.sealed | scene.waiting
    assert verify(done.session).findings == ()
    done.session.close()


def _swap(session: Session, table: str, column: str, condition: str) -> None:
    with session.vault.write() as unit:
        for rowid, content in unit._rows(f"SELECT rowid, {column} FROM {table} WHERE {condition}"):
            changed = bytearray(content)
            changed[len(changed) // 2] ^= 1
            unit._run(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", bytes(changed), rowid)


def test_a_killed_salvage_is_begun_anew_in_the_same_folder(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from delve_desktop.services.keeping import becoming
    from delve_desktop.services.keeping import salvage as module

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    target = tmp_path / "new"
    for where, name in ((module, "read_remains"), (module, "Refilling"), (becoming, "write_both")):
        with monkeypatch.context() as patch:
            patch.setattr(where, name, die)
            patch.setattr(becoming.BecomingVault, "__exit__", lambda *_: None)
            with pytest.raises(Killed):
                salvage(scene.folder, PASSPHRASE, target)
        with pytest.raises(DelveError):
            open_vault(target, PASSPHRASE)
    done = salvage(scene.folder, PASSPHRASE, target)
    assert state_hash(done.session, scene.space) == scene.state
    done.session.close()
