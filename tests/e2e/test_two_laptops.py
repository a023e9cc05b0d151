"""Two vaults and a real hub, by the command line alone."""

from __future__ import annotations

import json

import pytest

from .laptops import met, write_text

pytestmark = pytest.mark.processes

TEXT = "# Retort\n\nOpen the valve.\n\nWait ten minutes.\n\nClose the valve.\n\nWash your hands."


def shared_note(pair, *, text=TEXT, **fields):
    """A note that both laptops hold."""
    options = [part for name, value in fields.items() for part in ("--set", f"{name}={value}")]
    record = pair.neema.run("add", "note", "--set", f"text={text}", *options)["id"]
    met(pair.neema, pair.zawadi)
    return record


def rewritten(pair, laptop, record, old, new, scratch):
    before = laptop.value(record, "text")
    assert old in before
    path = write_text(scratch / "text.md", before.replace(old, new))
    laptop.run("edit", record, "--file", f"text={path}")


def test_an_edit_reaches_the_other_laptop(pair):
    record = shared_note(pair, title="Pump")
    pair.zawadi.run("edit", record, "--set", "title=Pump at Geita", "--add", "themes=water")
    met(pair.zawadi, pair.neema)
    assert pair.neema.value(record, "title") == "Pump at Geita"
    assert pair.neema.value(record, "themes") == ["water"]
    (newest, *_) = pair.neema.run("history", record)
    assert (newest["by"], newest["fields"]) == ("Zawadi", ["title", "themes"])


def test_concurrent_edits_of_different_fields_join(pair):
    record = shared_note(pair, title="Pump")
    pair.neema.run("edit", record, "--set", "place=Geita")
    pair.zawadi.run("edit", record, "--set", "title=Pump 2", "--add", "themes=water")
    met(pair.neema, pair.zawadi)
    for laptop in (pair.neema, pair.zawadi):
        assert laptop.value(record, "place") == "Geita"
        assert laptop.value(record, "title") == "Pump 2"
        assert laptop.conflicts(record) == {}


def test_inv07_one_field_stays_two_versions_on_both_sides_until_somebody_settles(pair):
    record = shared_note(pair, title="Pump", place="Mwanza")
    pair.neema.run("edit", record, "--set", "place=Geita")
    pair.zawadi.run("edit", record, "--set", "place=Kahama")
    met(pair.neema, pair.zawadi)
    disputed = pair.neema.conflicts(record)
    assert {name: set(values) for name, values in disputed.items()} == {"place": {"Geita", "Kahama"}}
    assert pair.zawadi.conflicts(record) == disputed
    # an edit of another field settles nothing
    pair.zawadi.run("edit", record, "--set", "title=Pump 2")
    met(pair.zawadi, pair.neema)
    assert pair.neema.conflicts(record) == pair.zawadi.conflicts(record) == disputed
    shown = pair.zawadi.run("show", record)["fields"]["place"]
    assert shown["disputed"]
    assert {(one["value"], one["by"]) for one in shown["versions"]} == {
        ("Geita", "Neema"),
        ("Kahama", "Zawadi"),
    }
    keep = disputed["place"].index("Kahama") + 1
    pair.neema.run("resolve", record, "place", "--keep", str(keep))
    met(pair.neema, pair.zawadi)
    for laptop in (pair.neema, pair.zawadi):
        assert laptop.conflicts(record) == {}
        assert laptop.value(record, "place") == "Kahama"


def test_a_dispute_can_be_settled_on_a_third_value(pair):
    record = shared_note(pair, title="Pump")
    pair.neema.run("edit", record, "--set", "title=North pump")
    pair.zawadi.run("edit", record, "--set", "title=South pump")
    met(pair.neema, pair.zawadi)
    pair.zawadi.run("resolve", record, "title", "--value", "Both pumps")
    met(pair.zawadi, pair.neema)
    assert pair.neema.value(record, "title") == "Both pumps"
    assert pair.neema.conflicts(record) == {}


def test_separate_paragraphs_join(pair, tmp_path):
    record = shared_note(pair)
    rewritten(pair, pair.neema, record, "Open the valve.", "Open the valve slowly.", tmp_path)
    rewritten(pair, pair.zawadi, record, "Wash your hands.", "Wash your hands twice.", tmp_path)
    met(pair.neema, pair.zawadi)
    wanted = TEXT.replace("valve.\n\nWait", "valve slowly.\n\nWait").replace("hands.", "hands twice.")
    for laptop in (pair.neema, pair.zawadi):
        assert laptop.value(record, "text") == wanted
        assert laptop.conflicts(record) == {}


def test_overlapping_paragraphs_become_a_block_that_an_edit_elsewhere_leaves(pair, tmp_path):
    record = shared_note(pair)
    rewritten(pair, pair.neema, record, "Wait ten minutes.", "Wait twenty minutes.", tmp_path)
    rewritten(pair, pair.zawadi, record, "Wait ten minutes.", "Wait until it is cold.", tmp_path)
    met(pair.neema, pair.zawadi)
    for laptop in (pair.neema, pair.zawadi):
        text = laptop.value(record, "text")
        assert "Wait twenty minutes." in text
        assert "Wait until it is cold." in text
        assert text.count("Open the valve.") == 1
        assert list(laptop.conflicts(record)) == ["text"]
    rewritten(pair, pair.zawadi, record, "Wash your hands.", "Wash them.", tmp_path)
    met(pair.zawadi, pair.neema)
    assert list(pair.neema.conflicts(record)) == ["text"]
    assert pair.neema.value(record, "text").count("Wash them.") == 1
    pair.neema.run("resolve", record, "text", "--keep", "1")
    met(pair.neema, pair.zawadi)
    assert pair.zawadi.conflicts(record) == {}
    settled = pair.zawadi.value(record, "text")
    assert ("Wait twenty minutes." in settled) != ("Wait until it is cold." in settled)
    assert settled.endswith("Wash them.")


def test_a_deleted_record_comes_back_by_an_edit_that_had_not_seen_it(pair):
    record = shared_note(pair, title="Old pump")
    pair.neema.run("delete", record)
    pair.zawadi.run("edit", record, "--set", "title=Pump mended")
    met(pair.neema, pair.zawadi)
    for laptop in (pair.neema, pair.zawadi):
        shown = laptop.run("show", record)
        assert (shown["in_bin"], shown["revived"]) == (False, True)
    pair.neema.run("delete", record)
    met(pair.neema, pair.zawadi)
    assert record in [row["id"] for row in pair.zawadi.run("list", "--bin")]
    first = pair.zawadi.run("history", record)[-1]
    pair.zawadi.run("restore", record, str(first["version"]))
    met(pair.zawadi, pair.neema)
    assert pair.neema.value(record, "title") == "Old pump"
    assert not pair.neema.run("show", record)["in_bin"]


def test_what_was_imported_is_found_and_exported_on_the_other_laptop(pair, tmp_path):
    items = [
        {"kind": "contact", "name": f"Kinyozi {n}", "phones": [f"+255 000 {n:06}"], "origin": f"k/{n}"}
        for n in range(30)
    ]
    path = write_text(tmp_path / "in.jsonl", "\n".join(map(json.dumps, items)))
    assert pair.neema.run("import", path) == {"added": 30, "changed": 0, "unchanged": 0}
    met(pair.neema, pair.zawadi)
    assert len(pair.zawadi.run("search", "kinyo")) == 30
    assert len(pair.zawadi.run("list", "contact", "--where", "name=Kinyozi 7")) == 1
    lines = map(json.loads, pair.zawadi.attempt("export", "contact").out.splitlines())
    exported = sorted(({**line, "id": ""} for line in lines), key=lambda line: line["origin"])
    assert exported == sorted(({"id": "", **item} for item in items), key=lambda item: str(item["origin"]))
    # both import the same file: nothing doubles, nothing is sent
    assert pair.zawadi.run("import", path) == {"added": 0, "changed": 0, "unchanged": 30}
    assert pair.zawadi.run("sync")["ops_out"] == 0


def test_a_sync_with_nothing_to_do_is_one_small_round_trip(pair):
    met(pair.neema, pair.zawadi)
    done = pair.neema.run("sync")
    assert (done["round_trips"], done["ops_in"], done["ops_out"]) == (1, 0, 0)
    assert done["up_to_date"]
    assert done["sent_bytes"] <= 500
    assert done["received_bytes"] <= 500


def test_inv03_verify_and_rebuild_agree_with_what_is_shown(pair):
    shared_note(pair, title="Pump")
    before = pair.zawadi.run("state-hash")
    rows = pair.zawadi.run("list")
    pair.zawadi.run("add", "note", "--set", "title=Not sent yet")
    assert pair.zawadi.run("verify")["findings"] == []
    pair.zawadi.run("rebuild")
    assert pair.zawadi.run("verify")["findings"] == []
    assert len(pair.zawadi.run("list")) == len(rows) + 1
    assert pair.zawadi.run("state-hash") != before
    met(pair.zawadi, pair.neema)


def test_the_real_program_does_the_same(pair):
    started = [pair.neema.process("list"), pair.zawadi.process("sync")]
    listed, synced = (
        laptop.finish(process) for laptop, process in zip((pair.neema, pair.zawadi), started, strict=True)
    )
    assert len(listed.data) == len(pair.neema.run("list"))
    assert set(synced.data) == {
        "sent_bytes",
        "received_bytes",
        "round_trips",
        "ops_in",
        "ops_out",
        "parked",
        "up_to_date",
        "files_sent",
        "files_received",
        "files_to_send",
        "files_to_come",
        "bytes_to_send",
        "bytes_to_come",
        "files_problem",
    }
