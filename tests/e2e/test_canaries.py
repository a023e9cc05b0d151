"""What people write is nowhere in the clear: not in vaults, hub, logs, or temporary files."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from .laptops import Hub, Laptop, founded, joined, met, write_text

pytestmark = pytest.mark.processes


def scanned(folder: Path, words: list[str]) -> list[str]:
    """Every file below the folder that holds one of the words, in one of the encodings of the system."""
    needles = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le")]
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        found += [f"{path.name}: {needle!r}" for needle in needles if needle in data]
    return found


def test_inv27_none_of_fifty_canaries_is_on_any_disk(tmp_path, monkeypatch):
    generator = random.Random(50)
    canaries = [f"canary{generator.getrandbits(60):015x}" for _ in range(50)]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    hub = Hub(tmp_path / "hub")
    hub.start()
    neema = Laptop.of(tmp_path / "neema", f"Neema {canaries[0]}")
    zawadi = Laptop.of(tmp_path / "zawadi", f"Zawadi {canaries[1]}")
    try:
        neema.run("hub", "set", hub.url)
        neema.run("space", "create", f"Space {canaries[2]}")
        neema.run("sync")
        joined(zawadi, neema)
        written(neema, zawadi, canaries, tmp_path)
        met(neema, zawadi)
        zawadi.run("search", canaries[20])
        assert zawadi.attempt("show", canaries[21]).code != 0
        assert zawadi.finish(zawadi.process("rebuild")).code == 0
        killed = neema.process("sync")
        killed.kill()
        neema.finish(killed)
        kept = copied(neema, zawadi, tmp_path)
        in_use = [tmp_path / "hub", neema.folder, zawadi.folder, temporary, *kept]
        assert [hit for folder in in_use for hit in scanned(folder, canaries)] == []
    finally:
        hub.kill()
    assert [hit for folder in in_use for hit in scanned(folder, canaries)] == []
    # the scan would have found them
    write_text(temporary / "proof.txt", canaries[49])
    assert scanned(temporary, canaries)


def copied(neema: Laptop, zawadi: Laptop, scratch: Path) -> list[Path]:
    """A backup, a vault that was encrypted anew, a restored and a salvaged one; gives where they lie."""
    (stick := scratch / "stick").mkdir()
    neema.run("backup", str(stick / "backup"))
    Laptop(scratch / "restored", neema.passphrase_file).run(
        "restore-backup", str(stick / "backup"), "--old-laptop-gone"
    )
    new = write_text(scratch / "new passphrase", "jembe dhahabu shimo mvua barabara soko\n")
    zawadi.run("passphrase", "--compromised", "--new-passphrase-file", new)
    Laptop(zawadi.folder, Path(new)).run("passphrase", "--new-passphrase-file", str(zawadi.passphrase_file))
    neema.run("salvage", "--to", str(scratch / "salvaged"))
    return [stick, scratch / "restored", scratch / "salvaged"]


def written(neema: Laptop, zawadi: Laptop, canaries: list[str], scratch: Path) -> None:
    """Canaries as titles, texts, members, field names, kinds, origins, disputes and in the bin."""
    lines = [
        json.dumps(
            {
                "kind": f"kind{word}" if place % 5 == 0 else "note",
                "title": f"Title {word}",
                "text": f"One\n{word} two",
                "themes": [f"theme {word}"],
                f"field{word}": word,
                "origin": f"origin/{word}",
            }
        )
        for place, word in enumerate(canaries[3:40])
    ]
    file = write_text(scratch / "import.jsonl", "\n".join(lines))
    neema.run("import", file)
    Path(file).unlink()
    record = neema.run("add", "note", "--set", f"title={canaries[40]}", "--set", "place=x")["id"]
    met(neema, zawadi)
    neema.run("edit", record, "--set", f"place={canaries[41]}")
    zawadi.run("edit", record, "--set", f"place={canaries[42]}")
    met(neema, zawadi)
    neema.run("resolve", record, "place", "--value", canaries[43])
    for word in canaries[44:]:
        gone = zawadi.run("add", "contact", "--set", f"name={word}", "--add", "phones=+255 000")["id"]
        zawadi.run("delete", gone)


def test_the_hub_s_log_names_no_person_and_no_space(tmp_path):
    hub = Hub(tmp_path / "hub")
    hub.start()
    try:
        founded(Laptop.of(tmp_path / "neema", "Neema of Mwanza"), hub)
    finally:
        hub.kill()
    logs = b"".join(path.read_bytes() for path in hub.folder.glob("*.log"))
    assert b"listening" in logs
    assert b"Neema" not in logs
    assert b"Lake Zone" not in logs
