"""Contacts that were never a card, or that others wrote into: each is written as one good card."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain import fields
from delve_desktop.interchange import vcard
from delve_desktop.interchange.items import Item

from .vcard_cards import exported, items, properties


def test_a_contact_that_was_never_a_card_is_a_good_one_and_says_what_it_leaves_out():
    one = Item(
        "contact",
        {
            "name": "Wend-Panga",
            "category": "cooperative",
            "phones": ["+226 70", {"value": "+226 71", "types": ["cell", "pref"]}],
            "addresses": [{"locality": "Kaya"}],
            "country": "BF",
            "languages": ["fr", "mos"],
            "minerals": ["gold", "tin"],
            "consent": "spoken",
            "tags": ["a,b", "c"],
            "note": "One\n\nTwo; three",
            "association": "ab" * 32,
            "links": ["cd" * 32, "ef" * 32],
            "shoe size": 43,
        },
        "case/1",
    )
    data, left_out = vcard.write(one)
    assert left_out == 4
    assert exported(one) == [
        "UID;VALUE=text:case/1",
        "KIND:org",
        "FN:Wend-Panga",
        "N:;Wend-Panga;;;",
        "TEL:+226 70",
        "TEL;PREF=1;TYPE=cell:+226 71",
        "ADR:;;;Kaya;;;",
        "LANG:fr",
        "LANG:mos",
        r"CATEGORIES:a\,b,c",
        r"NOTE:One\n\nTwo\; three",
        "X-DELVE-CATEGORY:cooperative",
        "X-DELVE-CONSENT:spoken",
        "X-DELVE-COUNTRY:BF",
        "X-DELVE-MINERALS:gold",
        "X-DELVE-MINERALS:tin",
    ]
    (back,) = items(data)
    gone = {"association", "links", "shoe size"}
    assert back.fields == {name: value for name, value in one.fields.items() if name not in gone}


def test_of_a_dispute_the_first_version_is_written_and_the_others_are_counted():
    one = Item(
        "contact", {"name": "A", "note": "merged"}, "x", "", {"name": ["A", "B"], "note": ["1", "2", "3"]}
    )
    assert vcard.write(one)[1] == 3
    assert {"FN:A", "NOTE:1"} <= set(exported(one))


def test_a_contact_about_which_nothing_is_known_is_still_a_card():
    assert exported(Item("contact", {})) == ["FN:", "N:;;;;"]


def test_values_that_another_program_wrote_in_another_shape_are_counted():
    strange = {
        "phones": [7, {"value": 1}],
        "addresses": ["x"],
        "name_parts": "x",
        "vcard": [7, "no line", {"line": 1}],
    }
    assert vcard.write(Item("contact", {"name": "A", **strange}))[1] == 7


hostile = st.recursive(
    st.none()
    | st.integers(-(2**31), 2**31)
    | st.text(st.sampled_from('a\r\n:;,=\\"END:VCARD'), max_size=12)
    | st.just("\nEND:VCARD\r\n"),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["value", "types", "street", "label", "given", "line", "part", "parts", "text"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)


field_names = st.sampled_from([field.name for field in fields.FIELDS["contact"]] + ["of a later version"])


@given(
    st.dictionaries(field_names, hostile, max_size=5), st.text(max_size=5), st.sampled_from(["4.0", "3.0"])
)
def test_whatever_others_wrote_into_a_contact_is_one_card(values, origin, version):
    data, _ = vcard.write(Item("contact", values, origin), version)
    (found,) = properties(data)
    assert len(found) == data.replace(b"\r\n ", b"").count(b"\r\n") - 3
