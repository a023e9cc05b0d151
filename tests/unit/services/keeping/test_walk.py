from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from delve_desktop.domain.errors import Cancelled, DiskFull, NotFound
from delve_desktop.domain.ids import RecordId, SpaceId
from delve_desktop.services import records
from delve_desktop.services.keeping import walk
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import list_spaces

WALKS_ON = """
import sys
from pathlib import Path
from delve_desktop.services.keeping.walk import begin_walk
begin_walk(Path(sys.argv[1]), "You", "Samples")
print("walking", flush=True)
sys.stdin.read()
"""


def pictured(session: Session, space: SpaceId) -> set[RecordId]:
    """The records that have a picture."""
    with session.vault.read() as unit:
        roots = [row.root for row in unit.blobs_standing(space)]
        return unit.records_of_blobs(space, roots)


def test_a_walk_holds_every_sample_and_leaves_nothing_behind(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    session = walk.begin_walk(
        tmp_path, "You", "Samples", progress=lambda done, whole: told.append((done, whole))
    )
    (space,) = list_spaces(session)
    counts = records.counts(session, space.id)
    assert counts.by_kind["note"] == 150
    assert counts.by_kind["practice"] == 32
    assert len(pictured(session, space.id)) == 16
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] == sum(counts.by_kind.values())
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    walk.end_walk(session)
    assert list(tmp_path.iterdir()) == []


def test_a_walk_stops_between_two_pictures_and_leaves_nothing(tmp_path: Path) -> None:
    looked = 0

    def stopped() -> bool:
        nonlocal looked
        looked += done == [445, 446]
        return looked > 2

    done = [0, 0]
    with pytest.raises(Cancelled):
        walk.begin_walk(
            tmp_path,
            "You",
            "Samples",
            progress=lambda *now: done.__setitem__(slice(None), now),
            cancelled=stopped,
        )
    assert looked == 3
    assert list(tmp_path.iterdir()) == []


def test_a_walk_that_cannot_begin_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(walk, "import_items", full)
    with pytest.raises(DiskFull):
        walk.begin_walk(tmp_path, "You", "Samples")
    assert list(tmp_path.iterdir()) == []


def test_without_its_samples_a_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "resources_dir", lambda: tmp_path)
    with pytest.raises(NotFound, match="without its sample records"):
        walk.begin_walk(tmp_path / "walks", "You", "Samples")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.processes
def test_what_a_killed_program_left_is_wiped_and_a_walk_that_goes_on_is_let_be(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[4]
    with subprocess.Popen(
        [sys.executable, "-c", WALKS_ON, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "walking\n"
        assert walk.wipe_walks(tmp_path) == 0
        assert len(list(tmp_path.iterdir())) == 1
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    assert walk.wipe_walks(tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_removed_is_left_for_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = walk.begin_walk(tmp_path, "You", "Samples")

    def held(_folder: Path) -> None:
        raise PermissionError(13, "held by another program")

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", held)
        walk.end_walk(session)
    assert len(list(tmp_path.iterdir())) == 1
    assert walk.wipe_walks(tmp_path) == 1
    assert walk.wipe_walks(tmp_path / "never-there") == 0
