"""The block of YAML: what is written is read back, and nothing else than plain values is ever made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import InvalidContent
from delve_desktop.interchange import front_matter
from delve_desktop.interchange.front_matter import MAX_NODES, below, nodes, plain, write

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        *(
            "no",
            "NO",
            "12",
            "0755",
            "1:30",
            "2024-05-31",
            "~",
            "null",
            "true",
            "<<",
            "=",
            "- a",
            "a: b",
            "#x",
        ),
        *(" x ", "\n", "*a", "&a", "!x", "1e3", ".inf", "", "\t", "\u2028", "\x85", "\ufeffx", "'", '"', "|"),
        *("a\n b\n", "%x", "@x", "`x", "? x", "---", "...\n", "+1", "1_0"),
    ]
)
scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False) | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
)


def read(block: str, *, texts: bool = False):
    return {name: plain(node, texts=texts) for name, node in nodes(block).items()}


@given(st.dictionaries(texts, values, max_size=4))
def test_what_is_written_is_read_back(data):
    assert read(write(data)) == data


@given(st.dictionaries(texts, values, max_size=4))
def test_it_is_yaml_to_others_too(data):
    import yaml

    loaded = yaml.load(write(data), Loader=yaml.BaseLoader)
    assert loaded.keys() == data.keys()


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(list("{}[]:-,?!&*|>'\"%@`# \na1\t")), max_size=40).map("".join)
)
def test_any_text_is_read_or_refused_with_its_line(block):
    try:
        read(block)
    except InvalidContent as error:
        assert str(error).startswith("line ")  # noqa: PT017


@pytest.mark.parametrize(
    "block, value",
    [
        ("a: no", "no"),
        ("a: 2024-05-31", "2024-05-31"),
        ("a: 0755", "0755"),
        ("a: 1_000", "1_000"),
        ("a: 0x1F", "0x1F"),
        ("a: 12", 12),
        ("a: -1.5e3", -1500.0),
        ("a: true", True),
        ("a:", None),
        ("a: ~", None),
        ("a: <<", "<<"),
        ("a: {b: [1, 'x']}", {"b": [1, "x"]}),
        ('a: "x\\ty"', "x\ty"),
        ("a: |\n  x\n  y\n", "x\ny\n"),
    ],
)
def test_words_are_what_yaml_1_2_says(block, value):
    assert read(block) == {"a": value}


def test_in_a_field_of_texts_words_stay_as_they_are():
    assert read("a: 12\nb: [true, ~, 1.50]", texts=True) == {"a": "12", "b": ["true", None, "1.50"]}


@pytest.mark.parametrize(
    "block, sentence",
    [
        ("a: &x 1\nb: *x", "line 1: anchors and aliases have no place here"),
        ("a: 1\nb: *x", "line 2: anchors and aliases have no place here"),
        ("a: !!python/object/apply:os.system [ls]", "line 1: tags have no place here"),
        ("a: !!binary aGk=", "line 1: tags have no place here"),
        ("a: !x 1", "line 1: tags have no place here"),
        ("a: 1\na: 2", "line 2: 'a' stands here twice"),
        ("a: {b: 1, b: 2}", "line 1: 'b' stands here twice"),
        ("? [a]\n: 1", "line 1: a name must be a text"),
        ("- a", "line 1: this is not a map"),
        ("just words", "line 1: this is not a map"),
        ("a: [", "line 1: "),
        ("a: 1\n---\nb: 2", "line 2: but found another document"),
        ("a: \x07", "line 1: "),
        ("a: " + "[" * 30 + "]" * 30, "line 1: this holds too much, or too deeply"),
        ("a: " + "[" * 50_000, "line 1: this holds too much, or too deeply"),
        ("a: [" + "1," * MAX_NODES + "]", "line 1: this holds too much, or too deeply"),
    ],
)
def test_what_has_no_place_is_refused(block, sentence):
    with pytest.raises(InvalidContent) as caught:
        read(block)
    assert str(caught.value).startswith(sentence)


def test_a_map_of_maps_is_given_out_node_by_node():
    (node,) = nodes("versions: {a: [1]}").values()
    assert {name: plain(one, texts=False) for name, one in below(node).items()} == {"a": [1]}
    with pytest.raises(InvalidContent):
        below(front_matter.nodes("a: x")["a"])
