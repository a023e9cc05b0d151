"""Attachments from one laptop to another, by the real programs: over a bad link, and what each side keeps."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from delve_desktop.domain.attachments import CHUNK

from .conftest import Pair
from .cutting_proxy import CuttingProxy, Passed
from .laptops import Hub, Laptop, founded, joined

PHOTOS = int(os.environ.get("DELVE_PHOTOS", "4"))  # 200 for the whole measurement
PHOTO = 2 * 1024 * 1024
CUT = 300_000  # bytes after which the link breaks
EACH_CALL = 8 * 1024  # heads, ids and answers


@pytest.fixture
def bad_link(tmp_path: Path) -> Iterator[tuple[CuttingProxy, Laptop, Laptop]]:
    """Two laptops that reach their hub through a relay, which cuts nothing yet."""
    hub = Hub(tmp_path / "hub")
    hub.start()
    with CuttingProxy(hub.url) as proxy:
        neema, zawadi = Laptop.of(tmp_path / "neema", "Neema"), Laptop.of(tmp_path / "zawadi", "Zawadi")
        through = Hub(tmp_path / "unused", port=int(proxy.url.rpartition(":")[2]))
        founded(neema, through)
        joined(zawadi, neema)
        yield proxy, neema, zawadi
    hub.kill()


def photo(folder: Path, number: int) -> Path:
    path = folder / f"photo-{number:03}.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + random.Random(number).randbytes(PHOTO - 4))
    return path


def hashes(paths: list[Path]) -> list[str]:
    return sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)


def moved_once(passed: Passed, sent: int, useful: int) -> None:
    """At most one chunk is sent again for each cut; beside that, heads, ids and answers."""
    assert passed.cuts >= useful // CUT
    assert sent <= useful + passed.cuts * CHUNK + len(passed.calls) * EACH_CALL


@pytest.mark.timeout(3600 if PHOTOS > 20 else 300)
def test_photos_reach_the_second_laptop_over_a_link_that_breaks_all_the_time(
    bad_link: tuple[CuttingProxy, Laptop, Laptop], tmp_path: Path
) -> None:
    proxy, neema, zawadi = bad_link
    (folder := tmp_path / "photos").mkdir()
    photos = [photo(folder, number) for number in range(PHOTOS)]
    record = neema.run("add", "note", "--set", "title=Pond", "--set", "text=Lined with clay.")["id"]
    neema.run("attach", record, "--as-file", *map(str, photos))
    proxy.take()
    proxy.limit = CUT
    useful = PHOTOS * (PHOTO + 16 * 16)

    up = neema.run("sync")
    passed = proxy.take()
    assert (up["files_sent"], up["files_problem"], up["up_to_date"]) == (PHOTOS, "", True)
    moved_once(passed, passed.up, useful)
    first_file = next(place for place, call in enumerate(passed.calls) if "chunks" in call)
    assert "/v1/sync" in passed.calls[:first_file]
    assert "/v1/sync" not in passed.calls[first_file:]

    text = zawadi.run("sync")
    assert text["files_received"] == 0  # each is over a mebibyte: it comes when it is wanted
    assert zawadi.value(record, "text") == "Lined with clay."
    assert zawadi.run("fetch", record)["wanted"] == PHOTOS
    neema.run("edit", record, "--set", "text=Lined with clay and stone.")
    proxy.limit = None
    neema.run("sync")
    proxy.limit = CUT
    proxy.take()
    down = zawadi.run("sync")
    passed = proxy.take()
    assert (down["files_received"], down["files_problem"], down["up_to_date"]) == (PHOTOS, "", True)
    assert down["ops_in"] == 1
    moved_once(passed, passed.down, useful)
    assert "/v1/sync" not in passed.calls[[("chunks" in call) for call in passed.calls].index(True) :]

    (out := tmp_path / "out").mkdir()
    for one in zawadi.run("attachments", record):
        zawadi.run("save-attachment", record, one["id"], "--to", str(out))
    assert hashes(list(out.iterdir())) == hashes(photos)
    print(f"\n{PHOTOS} photos: {passed.cuts} cuts down, {passed.down} bytes for {useful}")


def test_small_files_come_by_themselves_and_big_ones_when_somebody_asks(pair: Pair, tmp_path: Path) -> None:
    small, big = tmp_path / "list.pdf", tmp_path / "plan.pdf"
    small.write_bytes(random.Random(1).randbytes(300_000))
    big.write_bytes(random.Random(2).randbytes(1_500_000))
    record = pair.neema.run("add", "note", "--set", "title=Plans")["id"]
    pair.neema.run("attach", record, str(small), str(big))
    pair.neema.run("sync")
    assert pair.zawadi.run("sync")["files_received"] == 1
    where = {one["name"]: (one["where"], one["id"]) for one in pair.zawadi.run("attachments", record)}
    assert {name: one[0] for name, one in where.items()} == {"list.pdf": "here", "plan.pdf": "elsewhere"}
    failed = pair.zawadi.attempt("save-attachment", record, where["plan.pdf"][1], "--to", str(tmp_path / "x"))
    assert failed.code == 3
    assert not (tmp_path / "x").exists()
    pair.zawadi.run("fetch", record, where["plan.pdf"][1])
    assert pair.zawadi.run("sync")["files_received"] == 1
    pair.zawadi.run("save-attachment", record, where["plan.pdf"][1], "--to", str(tmp_path / "x"))
    assert (tmp_path / "x").read_bytes() == big.read_bytes()
    assert pair.neema.run("verify")["ok"]
    assert pair.zawadi.run("verify")["ok"]


def test_the_bytes_a_sync_tells_are_those_that_went_over_the_link(
    bad_link: tuple[CuttingProxy, Laptop, Laptop], tmp_path: Path
) -> None:
    proxy, neema, zawadi = bad_link
    (plan := tmp_path / "plan.pdf").write_bytes(random.Random(5).randbytes(400_000))
    record = neema.run("add", "note", "--set", "title=Pond")["id"]
    neema.run("attach", record, str(plan))
    for laptop in (neema, zawadi):
        proxy.take()
        told = laptop.run("sync")
        passed = proxy.take()
        assert told["files_sent"] + told["files_received"] == 1
        assert (told["sent_bytes"], told["received_bytes"]) == (passed.up, passed.down)
