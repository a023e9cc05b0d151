"""Address books through a real vault: in, out, again, and what people change in between."""

from __future__ import annotations

import io
from contextlib import nullcontext
from pathlib import Path

import pytest

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.exporting import export_cards
from delve_desktop.services.interchange import BATCH_BYTES, Source, import_items
from delve_desktop.services.records import counts, edit_record, history, list_records, open_record
from delve_desktop.services.upkeep import rebuild, state_hash, verify
from delve_desktop.services.views import ChangeMembers, SetValue
from tests.unit.interchange.vcard_cards import card, lines
from tests.unit.interchange.vcard_reference import cards

SPACE = SpaceId(b"s" * 16)  # as in the session fixture
OTHER = SpaceId(b"t" * 16)
FILES = sorted((Path(__file__).parents[2] / "data" / "vcards").glob("*.vcf"))
UID = "UID:urn:uuid:1"
PHOTO = "PHOTO:data:image/jpeg;base64," + "Aa0+" * 60_000  # 180 KB of data: five ops


def source(data: bytes, name: str = "cards.vcf") -> Source:
    return Source(name, lambda: nullcontext(io.BytesIO(data)), "vcard")


def take(session, data: bytes, space=SPACE):
    result = import_items(session, space, [source(data)])
    return result.added, result.changed, result.unchanged


def exported(session, version="4.0", space=SPACE) -> bytes:
    return b"".join(written for written, _ in export_cards(session, space, version))


def only(session):
    (row,) = list_records(session, SPACE).rows
    return row.id


def values(session, record):
    return {field.name: field.value for field in open_record(session, record).fields if field.value}


@pytest.fixture
def other_space(session):
    with session.vault.write() as unit:
        unit.add_space(OTHER, "Other", "active", None)
    return OTHER


@pytest.mark.parametrize("version", ["4.0", "3.0"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_lost_on_the_way_through_a_vault(session, other_space, file, version):
    before = cards(file.read_bytes())
    assert take(session, file.read_bytes()) == (len(before), 0, 0)
    hash_then = state_hash(session, SPACE)
    assert take(session, file.read_bytes()) == (0, 0, len(before))
    assert state_hash(session, SPACE) == hash_then
    written = exported(session, version)
    after = cards(written)
    for old in before:
        assert any(old - new == {} for new in after)
    assert take(session, written, other_space) == (len(before), 0, 0)
    assert take(session, written, other_space) == (0, 0, len(before))
    assert sorted(exported(session, version, other_space)) == sorted(written)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_own_export_brings_nothing_new(session, file):
    take(session, file.read_bytes())
    count = counts(session, SPACE).by_kind["contact"]
    assert take(session, exported(session)) == (0, 0, count)
    assert verify(session).ok


def test_one_uid_is_one_contact_and_a_newer_card_brings_its_news(session):
    first = card(
        UID, "FN:Awa", "TEL:+226 1", "ORG:Wend;Gold", "REV:1", "item1.URL:http://a.b", "item1.X-ABLabel:Shop"
    )
    assert take(session, first) == (1, 0, 0)
    record = only(session)
    newer = card(
        UID, "FN:Awa D.", "TEL:+226 2", "ORG:Wend;Tin", "REV:2", "item2.URL:http://a.b", "item2.X-ABLabel:Hut"
    )
    assert take(session, newer) == (0, 1, 0)
    shown = values(session, record)
    assert (shown["name"], shown["phones"]) == ("Awa D.", ["+226 1", "+226 2"])
    assert sorted(shown["vcard"]) == [
        "=ORG:Wend;Tin",
        "=item2.URL:http://a.b",
        "REV:2",
        "item2.X-ABLabel:Hut",
    ]
    assert take(session, newer) == take(session, first) == (0, 0, 1)
    assert len(history(session, record)) == 2
    written = exported(session).decode()
    assert "item2.X-ABLabel:Hut" in written
    assert "ORG:Wend;Tin" in written


def test_an_old_card_undoes_nothing(session):
    data = card(UID, "FN:Awa", "TEL;X-P=1:+226 1", "TITLE;LANGUAGE=fr:Cheffe", "NOTE:One")
    take(session, data)
    record = only(session)
    edit_record(
        session, record, [SetValue("role", "Treasurer"), ChangeMembers("phones", ("+226 9",), ("+226 1",))]
    )
    assert take(session, data) == (0, 0, 1)
    assert values(session, record)["role"] == "Treasurer"
    assert values(session, record)["phones"] == ["+226 9"]
    written = exported(session).decode()
    assert "TITLE:Treasurer" in written
    assert "TEL:+226 9" in written
    assert "Cheffe" not in written
    assert "X-P" not in written


def test_a_picture_is_written_in_several_changes_of_one_import(session):
    assert take(session, card(UID, "FN:Awa", PHOTO, "X-A:1")) == (1, 0, 0)
    record = only(session)
    entries = history(session, record)
    assert len(entries) >= 5
    assert [one.action for one in entries].count("create") == 1
    assert PHOTO in lines(*exported(session).decode().split("\r\n")[1:-2])
    assert take(session, card(UID, "FN:Awa", PHOTO, "X-A:1")) == (0, 0, 1)
    assert len(history(session, record)) == len(entries)
    assert take(session, card(UID, "FN:Awa", PHOTO.replace("Aa", "Bb"))) == (0, 1, 0)
    assert verify(session).ok
    hash_then = state_hash(session, SPACE)
    rebuild(session)
    assert state_hash(session, SPACE) == hash_then


def test_many_pictures_take_several_transactions(session):
    told = []
    session.notices.subscribe(told.append)
    many = b"".join(card(f"UID:urn:x:{number}", PHOTO, f"FN:{number}") for number in range(40))
    assert len(many) > 2 * BATCH_BYTES
    assert take(session, many) == (40, 0, 0)
    assert len(told) >= 3
    assert exported(session).count(b"PHOTO") == 40


@pytest.mark.parametrize(
    "bad",
    [
        b"BEGIN:VCARD\r\nFN:x\r\n",
        card("FN:x", b"NOTE:\xff"),
        card("FN:Awa", "PHOTO:data:image/jpeg;base64," + "A" * 1_500_000),
        card("FN:x", version="9.9"),
        b"\x00\x01\x02",
    ],
)
def test_inv21_a_mistake_in_the_last_card_leaves_everything_as_it_was(session, bad):
    before = state_hash(session, SPACE)
    good = b"".join(card(f"FN:{number}", "TEL:+226 1") for number in range(600))
    with pytest.raises(InvalidContent, match=r"^cards\.vcf line \d+: "):
        take(session, good + bad)
    assert state_hash(session, SPACE) == before
    assert counts(session, SPACE).by_kind == {}


def test_what_has_no_place_in_a_card_is_counted(session):
    take(session, card(UID, "FN:Awa"))
    edit_record(session, only(session), [SetValue("association", "ab" * 32), SetValue("country", "BF")])
    ((written, left_out),) = export_cards(session, SPACE)
    assert left_out == 1
    assert b"X-DELVE-COUNTRY:BF\r\n" in written
