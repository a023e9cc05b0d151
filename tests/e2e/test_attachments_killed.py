"""`kill -9` while a file is attached, and while one is fetched: nothing half is shown, all can be repeated.

`DELVE_KILLS` and `DELVE_KILL_SEED` as in `test_killed.py`.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from delve_desktop.domain.attachments import chunk_count
from delve_desktop.store.files import BLOBS, PART

from .conftest import Pair
from .laptops import Laptop
from .test_killed import KILLS, SEED, start_seconds

pytestmark = [pytest.mark.processes, pytest.mark.slow, pytest.mark.timeout(120 + 60 * KILLS)]

SIZE = 12 * 1024 * 1024
PIECES = chunk_count(SIZE) + 1  # with their list


def pieces(laptop: Laptop) -> tuple[int, int]:
    """Whole chunks in a laptop's folder, and half written ones."""
    files = [path for path in (laptop.folder / BLOBS).rglob("*") if path.is_file()]
    half = sum(path.name.endswith(PART) for path in files)
    return len(files) - half, half


def killed_amid(laptop: Laptop, wanted: int, *arguments: str) -> int:
    """Start a command and kill it when so many more pieces lie there; how many do then."""
    before = sum(pieces(laptop))
    process = laptop.process(*arguments)
    until = time.monotonic() + 60
    while sum(pieces(laptop)) - before < wanted and process.poll() is None and time.monotonic() < until:
        time.sleep(0.001)
    process.kill()
    laptop.finish(process)
    return sum(pieces(laptop)) - before


def test_inv26_a_program_that_is_killed_while_it_attaches_leaves_a_whole_file_or_none(
    own_pair: Pair, tmp_path: Path
) -> None:
    generator = random.Random(f"{SEED}/attaching")
    neema = own_pair.neema
    (film := tmp_path / "film.mp4").write_bytes(random.Random(1).randbytes(SIZE))
    record = neema.run("add", "note", "--set", "title=Pond")["id"]
    there, amid = 0, 0
    for _ in range(KILLS):
        amid += 0 < killed_amid(neema, generator.randint(1, PIECES - 1), "attach", record, str(film)) < PIECES
        attached = neema.run("attachments", record)  # opens the vault, and that sweeps
        assert {one["where"] for one in attached} <= {"here"}
        there = len(attached)
        assert pieces(neema) == (there * PIECES, 0)
        assert neema.run("verify")["findings"] == []
    assert amid
    neema.run("attach", record, str(film))
    for number, one in enumerate(neema.run("attachments", record)):
        neema.run("save-attachment", record, one["id"], "--to", str(tmp_path / f"out {number}"))
        assert (tmp_path / f"out {number}").read_bytes() == film.read_bytes()
    assert pieces(neema) == ((there + 1) * PIECES, 0)


def test_inv21_a_program_that_is_killed_while_it_fetches_goes_on_where_it_was(
    own_pair: Pair, tmp_path: Path
) -> None:
    generator = random.Random(f"{SEED}/fetching")
    neema, zawadi = own_pair.neema, own_pair.zawadi
    (film := tmp_path / "film.mp4").write_bytes(random.Random(2).randbytes(SIZE))
    record = neema.run("add", "note", "--set", "title=Pond")["id"]
    neema.run("attach", record, str(film))
    neema.run("sync")
    zawadi.run("sync")
    (one,) = zawadi.run("attachments", record)
    zawadi.run("fetch", record, one["id"])
    start_seconds(own_pair.neema)  # warm: the kill belongs into the fetching
    for _ in range(KILLS):
        before = pieces(zawadi)[0]
        killed_amid(zawadi, generator.randint(1, PIECES // KILLS), "sync")
        (one,) = zawadi.run("attachments", record)
        whole, half = pieces(zawadi)
        assert half == 0
        assert whole >= before  # what had come whole is kept
        assert one["where"] == ("here" if whole == PIECES and one["where"] == "here" else "wanted")
        if one["where"] != "here":
            failed = zawadi.attempt("save-attachment", record, one["id"], "--to", str(tmp_path / "half"))
            assert failed.code == 3
            assert not (tmp_path / "half").exists()
        assert zawadi.run("verify")["findings"] == []
    zawadi.run("sync")
    assert pieces(zawadi) == (PIECES, 0)
    zawadi.run("save-attachment", record, one["id"], "--to", str(tmp_path / "whole"))
    assert (tmp_path / "whole").read_bytes() == film.read_bytes()
