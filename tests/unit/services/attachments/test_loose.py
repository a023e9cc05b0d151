"""What is swept at the opening of a vault, and what never is: what a draft or any version names."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from delve_desktop.domain.attachments import CHUNK
from delve_desktop.domain.errors import Damaged, DiskFull
from delve_desktop.domain.ids import BlobId, RecordId
from delve_desktop.services import drafts
from delve_desktop.services.attachments import adding, loose, sealing
from delve_desktop.services.attachments.views import attachments
from delve_desktop.services.session import Session, open_vault
from delve_desktop.store.chunk_folder import ChunkFolder, Staged
from delve_desktop.store.vault import Vault
from tests.unit.services.conftest import PASSPHRASE, SPACE


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(random.Random(3).randbytes(3 * CHUNK + 77))
    return path


def chunks_there(session: Session) -> set[BlobId]:
    return set(session.vault.chunks.ids())


def reopened(session: Session) -> Session:
    session.close()
    return open_vault(session.vault.folder, PASSPHRASE)


def test_what_a_draft_names_stays_until_it_is_thrown_away(session: Session, plan: Path) -> None:
    value = adding.seal_file(session, plan)
    draft = drafts.save_draft(session, SPACE, None, "note", {"attachments": [value]})
    session = reopened(session)
    assert len(chunks_there(session)) == 5
    drafts.discard_draft(session, draft)
    assert len(chunks_there(session)) == 5  # nothing is swept while the vault is open
    session = reopened(session)
    assert chunks_there(session) == set()
    with session.vault.read() as unit:
        assert unit.blobs_held([BlobId(bytes.fromhex(value["root"]))]) == set()
    session.close()


def test_what_a_version_names_stays_though_it_was_taken_off(
    session: Session, note: RecordId, plan: Path
) -> None:
    kept = adding.seal_file(session, plan)
    adding.attach(session, note, [kept])
    lost = sealing.store_bytes(session, b"never named", "text/plain")
    (view,) = attachments(session, note)
    adding.detach(session, note, view)
    session = reopened(session)
    assert len(chunks_there(session)) == 5
    assert BlobId(bytes.fromhex(lost["root"])) not in chunks_there(session)
    session.close()


def test_a_note_that_is_older_than_the_version_sweeps_nothing_that_the_version_names(
    session: Session, note: RecordId, plan: Path
) -> None:
    """As after a restore: the op came back, and with it what the note of that day did not know."""
    with session.vault.read() as unit:
        before = unit.meta("loose-files")
    value = adding.seal_file(session, plan)
    with session.vault.read() as unit:
        noted = unit.meta("loose-files")
    assert noted
    assert noted != before
    adding.attach(session, note, [value])
    adding.detach(session, note, attachments(session, note)[0])
    with session.vault.write() as writing:
        writing.set_meta("loose-files", noted)
    session = reopened(session)
    assert len(chunks_there(session)) == 5
    session.close()


class _PowerCut(BaseException):
    """Ends everything at once, as a killed process: nobody tidies up."""


@pytest.mark.parametrize("whole", range(6))
def test_a_program_that_ends_while_chunks_get_their_names_leaves_none(
    session: Session, plan: Path, whole: int
) -> None:
    settled = ChunkFolder.settle
    left = iter(range(whole))

    def until_cut(folder: ChunkFolder, staged: Staged) -> None:
        if next(left, None) is None:
            raise _PowerCut
        settled(folder, staged)

    value: dict[str, Any] = {}
    with (
        mock.patch.object(ChunkFolder, "settle", until_cut),
        mock.patch.multiple(ChunkFolder, drop=mock.DEFAULT, remove=mock.DEFAULT),
    ):
        try:
            value = adding.seal_file(session, plan)
        except _PowerCut:
            assert whole < 5
    assert bool(value) == (whole == 5)
    session = reopened(session)
    assert chunks_there(session) == set()
    assert not list(session.vault.chunks.folder.glob("*/*.part"))
    session.close()


@pytest.mark.parametrize("trouble", [DiskFull("No room."), Damaged("A page is gone.")])
def test_what_hinders_the_sweep_hinders_no_opening(
    session: Session, plan: Path, trouble: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding.seal_file(session, plan)

    def broken(*_args: object) -> Callable[[], None]:
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(loose, "_keep", broken)
        session = reopened(session)
    session.close()
    session = reopened(session)
    assert chunks_there(session) == set()
    session.close()


def test_a_vault_without_loose_files_is_not_searched_when_it_opens(
    session: Session, note: RecordId, plan: Path
) -> None:
    adding.attach(session, note, [adding.seal_file(session, plan)])
    with mock.patch.object(Vault, "write", side_effect=AssertionError("nothing to write")):
        assert loose.sweep(session.vault) == 0
