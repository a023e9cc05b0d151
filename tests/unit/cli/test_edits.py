from __future__ import annotations

import pytest

from delve_desktop.cli.edits import Wishes, edits_of, pairs, read_text
from delve_desktop.domain.errors import InvalidContent, Mistaken
from delve_desktop.domain.ids import DeviceId, OpId, RecordId, SpaceId, version_id
from delve_desktop.services.views import (
    ChangeMembers,
    EditText,
    FieldView,
    RecordView,
    SetValue,
    VersionView,
)

HEAD = OpId(b"h" * 32)
FIRST = version_id(OpId(b"1" * 32))


def version(value, own_id=FIRST):
    return VersionView(own_id, value, "Neema", DeviceId(bytes(32)), 0, "hub", False)


def view(*fields, kind="note"):
    return RecordView(
        RecordId(bytes(32)), SpaceId(bytes(16)), kind, "", fields, (HEAD,), 0, "", 0, "", False, False, False
    )


def edits(kind, record=None, **options):
    wishes = Wishes.read(options.get("set_"), options.get("add"), options.get("remove"), options.get("file"))
    return edits_of(kind, wishes, record)


def test_a_value_may_hold_equals_signs_and_be_empty():
    assert list(pairs(["title=a=b", "place="], "--set")) == [("title", "a=b"), ("place", "")]


@pytest.mark.parametrize("option", ["title", "=x", ""])
def test_an_option_without_field_and_value_is_refused(option):
    with pytest.raises(Mistaken):
        list(pairs([option], "--set"))


def test_a_scalar_is_set_and_an_empty_value_clears_it():
    assert edits("note", set_=["title=Pump"]) == [SetValue("title", "Pump")]
    assert edits("note", set_=["title="]) == [SetValue("title", None)]


def test_a_scalar_is_edited_from_the_version_that_is_shown_first():
    other = version("Well", version_id(OpId(b"2" * 32)))
    field = FieldView("title", "Title", "scalar", "Pump", (version("Pump"), other), True)
    assert edits("note", view(field), set_=["title=Shaft"]) == [SetValue("title", "Shaft", FIRST)]


def test_setting_a_set_replaces_its_members():
    field = FieldView("themes", "Themes", "set", ["water", "mercury"], (), False)
    made = edits("note", view(field), set_=["themes=mercury", "themes=gold"])
    assert made == [ChangeMembers("themes", ("gold",), ("water",))]
    assert edits("note", view(field), set_=["themes="]) == [ChangeMembers("themes", (), ("water", "mercury"))]


def test_members_are_added_and_removed():
    made = edits("note", add=["themes=water", "themes=gold"], remove=["themes=mercury"])
    assert made == [ChangeMembers("themes", ("water", "gold"), ("mercury",))]


def test_a_text_is_edited_from_the_heads_that_were_seen():
    field = FieldView("text", "Text", "text", "Old", (version("Old"),), False)
    assert edits("note", view(field), set_=["text=New\r\nline"]) == [EditText("text", "New\nline")]


def test_in_an_unknown_kind_text_is_long_members_make_a_set_and_the_rest_is_scalar():
    made = edits("visit", set_=["phone=+255 1", "text=Long"], add=["seen=water"])
    assert made == [
        SetValue("phone", "+255 1"),
        EditText("text", "Long"),
        ChangeMembers("seen", ("water",), ()),
    ]


def test_an_unknown_field_is_written_as_it_stands():
    field = FieldView("seen", "seen", "set", ["water"], (), False)
    made = edits("visit", view(field, kind="visit"), set_=["seen=gold"])
    assert made == [ChangeMembers("seen", ("gold",), ("water",))]


@pytest.mark.parametrize(
    "options",
    [
        {"set_": ["title=a", "title=b"]},
        {"add": ["title=a"]},
        {"remove": ["text=a"]},
        {"set_": ["themes=a"], "add": ["themes=b"]},
    ],
)
def test_what_makes_no_sense_is_refused(options):
    with pytest.raises(Mistaken):
        edits("note", **options)


def test_a_file_gives_a_text_with_plain_line_ends(tmp_path):
    path = tmp_path / "text.md"
    path.write_bytes(b"\xef\xbb\xbfOne\r\nTwo\rThree\n")
    assert edits("note", file=[f"text={path}"]) == [EditText("text", "One\nTwo\nThree")]


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\xff")
    with pytest.raises(InvalidContent):
        read_text(path)
