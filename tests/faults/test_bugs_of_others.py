"""Real bugs that other products shipped, each as a test of its own. The name says whose and which report.

Those about sticks (learningequality/kolibri 1882, digidem/mapeo-desktop 612) come with courier files, and the
one about removed devices (syncthing 10590) with removal.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import HubUnreachable, InvalidContent
from delve_desktop.domain.ids import new_writer
from delve_desktop.protocol import compression
from delve_desktop.protocol.limits import SEGMENT_MAX
from delve_desktop.services import records
from delve_desktop.services.connecting import Connection
from delve_desktop.services.exchange import exchange, is_up_to_date
from delve_desktop.services.exporting import export_lines
from delve_desktop.services.interchange import Source, import_items
from delve_desktop.services.session import create_vault, open_with_key
from delve_desktop.services.views import SetValue
from delve_desktop.sync import round as sync_round

from .scene import PASSPHRASE, Scene, states_of, write_note
from .two_laptops import FailingHub, Pair, arrive, cut, place_of, segments

YEARS = 30 * 365 * 24 * 3600.0


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Made once: founding and admitting take a moment."""
    return Scene.create(tmp_path_factory.mktemp("template") / "scene")


@contextmanager
def opened(scene: Scene) -> Iterator[Pair]:
    with scene.hub() as connect, scene.session("neema") as neema, scene.session("zawadi") as zawadi:
        yield Pair(scene, neema, zawadi, connect)


@pytest.fixture
def scene(template: Scene, tmp_path: Path) -> Scene:
    return template.copied(tmp_path / "scene")


@pytest.fixture
def pair(scene: Scene) -> Iterator[Pair]:
    with opened(scene) as made:
        yield made


def test_joplin_883_661_10117_and_davx5_1092_an_emptied_target_deletes_nothing(pair):
    write_note(pair.neema, pair.space, "Kept")
    pair.meet()
    for table in ("item", "space", "invite", "joinrequest", "fork", "device"):
        pair.hub_rows(f"DELETE FROM {table}")
    pair.meet()
    assert pair.titles(pair.neema) == pair.titles(pair.zawadi) == ["Kept"]
    assert pair.hub_rows("UPDATE item SET size = size") > 0  # it was filled up again
    record = records.list_records(pair.neema, pair.space).rows[0].id
    records.delete_record(pair.neema, record)  # only this deletes
    pair.meet()
    assert pair.titles(pair.zawadi) == []


def test_joplin_5738_clocks_that_differ_make_one_conflict_and_no_more(scene):
    with opened(scene) as pair:
        record = write_note(pair.neema, pair.space, "Pump")
        pair.meet()
        pair.neema.clock, pair.zawadi.clock = (lambda: 2e9 + YEARS), (lambda: 1e9 - YEARS)
        records.edit_record(pair.neema, record, [SetValue("place", "Geita")])
        records.edit_record(pair.zawadi, record, [SetValue("place", "Mwanza")])
        for _ in range(5):
            pair.meet()
        for session in (pair.neema, pair.zawadi):
            (dispute,) = records.disputes(session, pair.space)
            assert sorted(version.value for version in dispute.versions) == ["Geita", "Mwanza"]
            assert len(records.history(session, record)) == 3
            assert pair.titles(session) == ["Pump"]


def test_joplin_15262_one_bad_item_stops_no_other_and_is_not_called_success(pair):
    pair.neema.clock = lambda: 2e9 + YEARS
    write_note(pair.neema, pair.space, "From the future")
    pair.sync(pair.neema)
    pair.hub_rows(
        "UPDATE item SET data = CAST(data || X'00' AS BLOB) WHERE position = (SELECT max(position) FROM item)"
    )
    pair.neema.clock = lambda: 1e9
    write_note(pair.neema, pair.space, "After it")
    pair.sync(pair.neema)
    (result,) = pair.sync(pair.zawadi)
    assert pair.titles(pair.zawadi) == ["After it"]
    assert not result.up_to_date


def test_joplin_6517_an_old_change_that_arrives_late_is_taken(pair):
    pair.zawadi.clock = lambda: 1e9 - YEARS
    write_note(pair.zawadi, pair.space, "Written long ago")
    for number in range(3):
        write_note(pair.neema, pair.space, f"Since then {number}")
        pair.sync(pair.neema)
    pair.sync(pair.zawadi, pair.neema)
    assert "Written long ago" in pair.titles(pair.neema)
    assert pair.equal()


def test_standardnotes_18_and_126_what_cannot_be_read_is_not_written_over(pair):
    record = write_note(pair.neema, pair.space, "Good")
    pair.meet()
    with pair.zawadi.vault.write() as unit:
        keys = unit.epoch_keys(pair.space)
        unit._run("DELETE FROM epoch_key")
    records.edit_record(pair.neema, record, [SetValue("place", "Geita")])
    pair.sync(pair.neema)
    (without,) = pair.sync(pair.zawadi)
    assert not without.up_to_date
    assert place_of(pair.zawadi, record) == []
    records.edit_record(pair.zawadi, record, [SetValue("title", "Better")])
    pair.sync(pair.zawadi, pair.neema)
    assert place_of(pair.neema, record) == ["Geita"]  # nothing empty was sent over it
    with pair.zawadi.vault.write() as unit:
        for act, key in keys.items():
            unit.add_epoch_key(pair.space, act, key)
    pair.meet()
    assert place_of(pair.zawadi, record) == ["Geita"]
    assert pair.titles(pair.neema) == ["Better"]
    assert pair.equal()


def test_ankidroid_4366_an_exchange_whose_answer_was_lost_does_not_count_as_done(pair):
    write_note(pair.neema, pair.space, "Note")
    with pytest.raises(HubUnreachable):
        exchange(pair.neema, connect=cut(pair.connect))
    assert not is_up_to_date(pair.neema, pair.space)
    pair.meet()
    assert is_up_to_date(pair.neema, pair.space)
    assert pair.titles(pair.zawadi) == ["Note"]
    assert len(records.history(pair.zawadi, records.list_records(pair.zawadi, pair.space).rows[0].id)) == 1


def test_pouchdb_1240_a_checkpoint_is_never_ahead_of_what_is_stored(pair, monkeypatch):
    write_note(pair.neema, pair.space, "Note")
    pair.sync(pair.neema)

    def killed(*_: Any) -> Any:
        raise KeyboardInterrupt  # between the fetch and the store

    with monkeypatch.context() as patch:
        patch.setattr(sync_round, "store_feed", killed)
        with pytest.raises(KeyboardInterrupt):
            exchange(pair.zawadi, connect=pair.connect)
    pair.sync(pair.zawadi)
    assert pair.titles(pair.zawadi) == ["Note"]


def test_cht_core_8093_a_server_that_was_restored_is_given_what_it_lost(scene, tmp_path):
    with opened(scene) as pair:
        write_note(pair.neema, pair.space, "Before the copy")
        pair.meet()
    shutil.copy(scene.hub_file, tmp_path / "copy")
    with opened(scene) as pair:
        write_note(pair.neema, pair.space, "After the copy")
        pair.sync(pair.neema)
    for suffix in ("-wal", "-shm"):
        scene.hub_file.with_name(scene.hub_file.name + suffix).unlink(missing_ok=True)
    shutil.copy(tmp_path / "copy", scene.hub_file)
    with opened(scene) as pair:
        pair.meet()
        assert pair.titles(pair.zawadi) == ["After the copy", "Before the copy"]


def test_syncthing_3876_counters_that_begin_again_do_not_let_the_old_version_win(scene, tmp_path):
    """Zawadi's vault is put back to an older copy; as at every restore its writer is a new one."""
    with opened(scene) as pair:
        record = write_note(pair.zawadi, pair.space, "Pump")
        pair.meet()
    shutil.copytree(scene.vault("zawadi"), tmp_path / "old")
    with opened(scene) as pair:
        records.edit_record(pair.zawadi, record, [SetValue("place", "new")])
        pair.meet()
    shutil.rmtree(scene.vault("zawadi"))
    shutil.copytree(tmp_path / "old", scene.vault("zawadi"))
    with opened(scene) as pair:
        with pair.zawadi.vault.write() as unit:
            unit.new_writer(new_writer(pair.zawadi.device, bytes(16)), bytes(16))
        records.edit_record(pair.zawadi, record, [SetValue("title", "Old pump")])
        for _ in range(2):
            pair.meet()
        assert pair.equal()
        assert place_of(pair.zawadi, record) == place_of(pair.neema, record) == ["new"]
        assert pair.titles(pair.neema) == ["Old pump"]


def test_kolibri_8824_twins_do_not_overwrite_each_other_with_success(scene, tmp_path):
    with opened(scene) as pair:
        record = write_note(pair.zawadi, pair.space, "Pump")
        pair.meet()
    shutil.copytree(scene.vault("zawadi"), tmp_path / "twin")
    with opened(scene) as pair:
        twin = open_with_key(tmp_path / "twin", scene.keys["zawadi"])
        with closing(twin):
            records.edit_record(pair.zawadi, record, [SetValue("place", "by the first")])
            records.edit_record(twin, record, [SetValue("place", "by the second")])
            for _ in range(3):
                pair.sync(pair.zawadi, twin, pair.neema)
            for session in (pair.zawadi, twin, pair.neema):
                assert sorted(place_of(session, record)) == ["by the first", "by the second"]


def test_kolibri_4813_a_segment_is_judged_by_its_hash_and_not_by_a_size(pair):
    """What compresses well is small on the way and big when opened, and is no less sound."""
    for number in range(20):
        write_note(pair.neema, pair.space, f"{number}", 2)
        record = records.list_records(pair.neema, pair.space, limit=1).rows[0].id
        records.edit_record(pair.neema, record, [SetValue("place", "x" * 300)])
    pair.meet()
    assert pair.equal()
    with pair.neema.vault.read() as unit:
        stored = unit.segments_in(("applied",), 100)
        sizes = sum(len(row.body) for one in unit.states(pair.space) for row in unit.ops_of(one.record))
    assert sum(len(one.data) for one in stored) < sizes
    assert len(compression.compress(b"x" * SEGMENT_MAX)) < SEGMENT_MAX // 100


def source(lines: Iterable[bytes]) -> Source:
    data = b"".join(lines)
    return Source("in.jsonl", lambda: nullcontext(io.BytesIO(data)))


def test_actualbudget_8904_an_import_that_fails_leaves_nothing_behind(pair):
    write_note(pair.neema, pair.space, "Before")
    with pair.neema.vault.read() as unit:
        counter = unit.identity().counter
    before = states_of(pair.neema, pair.space)
    good = [json.dumps({"kind": "note", "title": f"{number}"}).encode() + b"\n" for number in range(800)]
    bad = json.dumps({"kind": "note", "date": "never"}).encode() + b"\n"
    with pytest.raises(InvalidContent, match="line 801"):
        import_items(pair.neema, pair.space, [source([*good, bad])])
    assert states_of(pair.neema, pair.space) == before
    with pair.neema.vault.read() as unit:
        assert unit.identity().counter == counter  # no clock of any sort has moved
    assert pair.sync(pair.neema)[0].up_to_date


def test_jupyter_collaboration_621_content_that_is_seeded_again_does_not_double(pair):
    write_note(pair.neema, pair.space, "Pump")
    import_items(pair.neema, pair.space, [source([b'{"kind":"note","title":"Well","origin":"a"}\n'])])
    pair.meet()
    lines = list(export_lines(pair.neema, pair.space))
    for session in (pair.neema, pair.zawadi):  # on both sides at once
        import_items(session, pair.space, [source(lines)])
    import_items(pair.zawadi, pair.space, [source([b'{"kind":"note","title":"Well","origin":"a"}\n'])])
    record = records.list_records(pair.neema, pair.space, limit=1).rows[0].id
    records.restore(pair.neema, record, records.history(pair.neema, record)[-1].op)
    before = len(records.history(pair.neema, record))
    records.restore(pair.neema, record, records.history(pair.neema, record)[-1].op)
    assert len(records.history(pair.neema, record)) == before
    pair.meet()
    assert pair.titles(pair.neema) == pair.titles(pair.zawadi) == ["Pump", "Well"]


def test_mapeo_mobile_872_a_finished_exchange_is_not_called_complete_by_itself(pair):
    write_note(pair.neema, pair.space, "Here")
    pair.sync(pair.neema, pair.zawadi)
    write_note(pair.neema, pair.space, "Hidden")
    pair.sync(pair.neema)
    # the server has lost an item, and its own digest still speaks of it
    pair.hub_rows("DELETE FROM item WHERE position = (SELECT max(position) FROM item)")
    (result,) = pair.sync(pair.zawadi)
    assert "Hidden" not in pair.titles(pair.zawadi)
    assert not result.up_to_date


def test_notesnook_3410_a_conflict_that_nobody_settles_blocks_nothing(pair):
    record = write_note(pair.neema, pair.space, "Pump")
    pair.meet()
    records.edit_record(pair.neema, record, [SetValue("place", "Geita")])
    records.edit_record(pair.zawadi, record, [SetValue("place", "Mwanza")])
    pair.meet()
    assert records.disputes(pair.neema, pair.space)
    for number in range(3):
        write_note(pair.zawadi, pair.space, f"{number}")
        records.edit_record(pair.zawadi, record, [SetValue("title", f"Pump {number}")])
        pair.meet()
    assert pair.titles(pair.neema) == ["0", "1", "2", "Pump 2"]
    assert pair.sync(pair.neema, pair.zawadi)[1].up_to_date
    assert len(place_of(pair.neema, record)) == 2


def test_odk_collect_7356_an_upload_goes_on_where_it_failed(pair):
    for number in range(60):
        write_note(pair.neema, pair.space, f"{number}", 6000)
    sent: list[int] = []

    @contextmanager
    def failing(url: str, cancelled: Callable[[], bool]) -> Iterator[Connection]:
        with pair.connect(url, cancelled) as connection:
            yield Connection(FailingHub(connection.hub, 60_000, sent), connection.traffic)

    for _ in range(40):
        with suppress(HubUnreachable):
            exchange(pair.neema, connect=failing)
        if is_up_to_date(pair.neema, pair.space):
            break
    pair.sync(pair.zawadi)
    assert len(pair.titles(pair.zawadi)) == 60
    assert sent[-1] < sent[0] / 4  # later requests brought the rest only


def test_odk_central_669_changes_that_come_out_of_order_are_held_and_then_taken(pair):
    record = write_note(pair.neema, pair.space, "Pump")
    pair.sync(pair.neema)
    for number in range(4):
        records.edit_record(pair.neema, record, [SetValue("place", f"{number}")])
        pair.sync(pair.neema)
    taken = segments(pair.neema)
    arrive(pair.zawadi, list(reversed(taken)))
    assert place_of(pair.zawadi, record) == ["3"]
    pair.meet()
    assert pair.equal()


def test_a_second_vault_of_one_person_is_another_writer(tmp_path):
    """The other side of syncthing 3876: wiping a laptop and beginning anew repeats no counter."""
    writers = set()
    for name in ("first", "second"):
        session = create_vault(tmp_path / name, PASSPHRASE, "Zawadi", params=FLOOR)
        with closing(session), session.vault.read() as unit:
            writers.add(unit.identity().writer)
    assert len(writers) == 2
