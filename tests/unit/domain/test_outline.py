"""Steps and points as people write them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.outline import Part, plain, points_of, steps_of
from delve_desktop.settings import resources_dir


def test_each_numbered_line_is_a_step_and_takes_what_stands_below_it():
    text = "Begin early.\n1. **Wash.** Run the ore.\nRinse the carpet.\n2) Pan until black sand is left."
    found = steps_of(text)
    assert found.before == "Begin early."
    assert found.parts == (
        Part("Wash", "Run the ore.\nRinse the carpet."),
        Part("", "Pan until black sand is left."),
    )


def test_headings_are_steps_where_nothing_is_numbered():
    assert steps_of("## Wash\nRun the ore.\n\n## Pan\nSlowly.").parts == (
        Part("Wash", "Run the ore."),
        Part("Pan", "Slowly."),
    )


def test_a_text_without_steps_has_none():
    assert steps_of("Only a sentence.") == steps_of("Only a sentence.\n")
    assert steps_of("Only a sentence.").parts == ()


def test_a_long_bold_beginning_is_no_name():
    long = "**" + "word " * 40 + "** and so on"
    assert steps_of(f"1. {long}").parts == (Part("", long),)


def test_points_of_a_list_and_of_paragraphs():
    assert points_of("- **Dust**: scars the lungs.\n- Fire") == (
        Part("Dust", "scars the lungs."),
        Part("", "Fire"),
    )
    assert points_of("- **Le jeton oublié** : un jeton") == (Part("Le jeton oublié", "un jeton"),)
    assert points_of("One.\n\nTwo.") == (Part("", "One."), Part("", "Two."))
    assert points_of("Mind this:\n- Fire") == (Part("", "Mind this:"), Part("", "Fire"))


def test_every_sample_practice_falls_into_steps_and_points_and_loses_no_word():
    lines = (resources_dir() / "sample" / "practices.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        steps = steps_of(record["steps"])
        assert not steps.before
        assert all(part.name for part in steps.parts)
        said = " ".join(f"{part.name} {part.text}" for part in steps.parts)
        assert len(letters(said)) == len(letters(record["steps"])) - numbers(record["steps"])
        assert len(points_of(record["do_nots"])) >= 3


@pytest.mark.parametrize("lead", ["**Wash.**", "**Wash:**", "**Wash**:", "**Wash .**"])
def test_neither_a_full_stop_nor_a_colon_is_part_of_a_name(lead: str) -> None:
    assert steps_of(f"1. {lead} Run the ore down.").parts == (Part("Wash", "Run the ore down."),)


def letters(text: str) -> list[str]:
    return [letter for letter in plain(text) if letter.isalnum()]


def numbers(text: str) -> int:
    return sum(len(line.split(".")[0]) for line in text.split("\n") if line[:1].isdigit())


@pytest.mark.parametrize("split", [lambda text: steps_of(text).parts, points_of])
@given(text=st.text(alphabet=st.sampled_from("a1.-*#) \n:"), max_size=60))
def test_any_text_is_read_and_words_are_kept(split, text):
    said = "".join(part.name + part.text for part in split(text))
    if split is points_of:
        assert said.count("a") == text.count("a")
    else:
        assert said.count("a") + steps_of(text).before.count("a") == text.count("a")
