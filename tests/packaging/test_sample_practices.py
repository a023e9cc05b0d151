"""The sample practices are whole and in the language they name, and what was tried and asked about them hangs
together. What holds for the whole sample library is in `test_sample_records`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from delve_desktop.domain import fields, vocabularies

FOLDER = Path(__file__).parents[2] / "resources" / "sample"

LANGUAGES = {"en": 12, "fr": 6, "es": 6, "pt": 3, "sw": 1, "id": 1, "mn": 1}
COMMON_WORDS = {
    "en": "the and of is to a in that it with are not",
    "fr": "le la les et des est du une qui dans on pas",
    "es": "el los y que en se con una del al por su",
    "pt": "o os e que em com uma não do da ao se",
    "sw": "ya na kwa wa ni za la hadi au kila si cha",
    "id": "yang dan di dari untuk tidak air kolam setiap dengan pada ke",
    "mn": "нь ба бол бүр дээр дараа байв болно хоёр тул их юу",
}


def lines(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


PRACTICES, ADOPTIONS, COMMENTS = lines("practices"), lines("adoptions"), lines("comments")
RECORDS = [*PRACTICES, *ADOPTIONS, *COMMENTS]
ASSOCIATIONS = {record["origin"]: record for record in lines("associations")}
ORIGINALS = [practice for practice in PRACTICES if "translation_of" not in practice]
TRANSLATIONS = [practice for practice in PRACTICES if "translation_of" in practice]
BY_ORIGIN = {record["origin"]: record for record in RECORDS}


def each(records: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(record, id=record["origin"]) for record in records]


def long_texts(record: dict[str, Any]) -> dict[str, str]:
    return {
        field.name: record[field.name]
        for field in fields.FIELDS[record["kind"]]
        if field.merge == "text" and field.name in record
    }


def target(link: Any) -> str:
    """The origin of the record that a link means."""
    name: str = link["record"] if isinstance(link, dict) else link
    return name.removeprefix("origin:")


def test_nobody_can_be_dialled_or_written_to_from_a_text():
    reached = re.compile(r"@|https?:|www\.|\+[0-9]{2}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}")
    for record in RECORDS:
        assert not reached.search(json.dumps(record, ensure_ascii=False)), record["origin"]


def test_texts_have_one_kind_of_apostrophe_and_no_loose_blanks():
    for record in RECORDS:
        for name, text in long_texts(record).items():
            assert not re.search(r"'|[ \t]{2}|\n[ \t]", text), (record["origin"], name)


# --- practices ---------------------------------------------------------------------------------------------


def test_there_are_thirty_practices_in_the_languages_agreed_and_two_translations():
    assert Counter(practice["language"].partition("-")[0] for practice in ORIGINALS) == LANGUAGES
    assert sorted(practice["language"] for practice in TRANSLATIONS) == ["fr", "sw"]


@pytest.mark.parametrize("practice", each(PRACTICES))
def test_a_practice_leaves_no_field_empty(practice: dict[str, Any]):
    names = {field.name for field in fields.FIELDS[fields.PRACTICE]}
    wanted = names - {"translation_of", "attachments"}  # few are translations; pictures lie beside the lines
    assert wanted <= {name for name, value in practice.items() if value}
    assert practice["cost_setup"]["date"]
    assert practice["cost_running"]["date"]
    assert practice["cost_running"]["per"]


@pytest.mark.parametrize("practice", each(PRACTICES))
def test_steps_are_numbered_and_have_a_short_name_and_what_to_do(practice: dict[str, Any]):
    steps = practice["steps"].split("\n")
    assert 5 <= len(steps) <= 12
    for number, step in enumerate(steps, 1):
        found = re.fullmatch(rf"{number}\. \*\*([^*]+)\*\* (\S.*)", step)
        assert found, step
        assert len(found[1]) <= 60
        assert len(found[2].split()) >= 6


@pytest.mark.parametrize("practice", each(PRACTICES))
def test_dangers_and_acts_to_leave_stand_one_a_line_with_their_reason(practice: dict[str, Any]):
    for name in ("hazards", "do_nots"):
        told = practice[name].split("\n")
        assert len(told) >= 4
        for line in told:
            assert re.fullmatch(r"- \*\*[^*]+\*\* ?: \S.+", line), line


@pytest.mark.parametrize("practice", each(PRACTICES))
def test_a_practice_says_enough_and_not_too_much(practice: dict[str, Any]):
    words = sum(len(text.split()) for text in long_texts(practice).values())
    assert 450 <= words <= 1250
    summary = re.findall(r"[.!?](?:\s|$)", practice["summary"])
    assert 2 <= len(summary) <= 4
    assert len(practice["summary"].split()) <= 75


@pytest.mark.parametrize("practice", each(PRACTICES))
def test_a_practice_is_written_in_the_language_it_names(practice: dict[str, Any]):
    words = Counter(re.findall(r"\w+", " ".join(long_texts(practice).values()).lower()))
    seen = {
        language: sum(words[word] for word in common.split()) for language, common in COMMON_WORDS.items()
    }
    assert max(seen, key=seen.__getitem__) == practice["language"].partition("-")[0]


@pytest.mark.parametrize("translation", each(TRANSLATIONS))
def test_a_translation_names_its_source_and_leaves_nothing_out(translation: dict[str, Any]):
    source = BY_ORIGIN[target(translation["translation_of"])]
    assert translation["origin"] == f"{source['origin']}-{translation['language']}"
    assert translation["language"] != source["language"]
    assert "translation_of" not in source
    for name in ("association", "minerals", "stages", "maturity"):
        assert translation[name] == source[name]
    if translation["state"] != "superseded":
        for name in ("steps", "hazards", "do_nots"):
            assert translation[name].count("\n") == source[name].count("\n")


@pytest.mark.parametrize("practice", each(PRACTICES))
def test_the_people_to_ask_begin_with_those_of_its_association(practice: dict[str, Any]):
    slug = target(practice["association"]).removeprefix("sample/assoc/")
    assert practice["people"][:2] == [f"origin:sample/person/{slug}-{n}" for n in (1, 2)]


@pytest.mark.parametrize(
    "name, vocabulary",
    [
        ("stages", vocabularies.STAGES),
        ("maturity", vocabularies.MATURITIES),
        ("state", vocabularies.STATES),
        ("themes", vocabularies.THEMES),
        ("licence", vocabularies.LICENCES),
    ],
)
def test_practices_show_every_term(name: str, vocabulary: vocabularies.Vocabulary):
    values = [practice[name] for practice in PRACTICES]
    shown = {term for value in values for term in (value if isinstance(value, list) else [value])}
    assert shown == set(vocabulary.terms)


@pytest.mark.parametrize("practice", each(PRACTICES))
def test_minerals_are_terms_of_the_list(practice: dict[str, Any]):
    assert set(practice["minerals"]) <= set(vocabularies.MINERALS.terms)


def test_most_practices_are_published():
    states = Counter(practice["state"] for practice in PRACTICES)
    assert states["published"] > len(PRACTICES) / 2


# --- what was tried ----------------------------------------------------------------------------------------


def test_every_association_has_tried_something_and_every_result_occurs():
    assert {target(adoption["association"]) for adoption in ADOPTIONS} == ASSOCIATIONS.keys()
    results = Counter(adoption["result"] for adoption in ADOPTIONS)
    assert set(results) == set(vocabularies.RESULTS.terms)
    assert results["did-not-work"] >= 7, "failures are told as well"
    assert results["too-early"] >= 5


@pytest.mark.parametrize("adoption", each(ADOPTIONS))
def test_an_adoption_says_what_was_tried_by_whom_and_what_shows_it(adoption: dict[str, Any]):
    wanted = {"practice", "association", "organisation", "country", "area", "date", "result", "report"}
    assert wanted | {"sensitivity"} <= adoption.keys()
    assert ("adapted" in adoption) == (adoption["result"] == "works-with-changes")
    assert "evidence" in adoption or adoption["result"] not in ("works", "works-with-changes")
    assert len(adoption["report"].split()) >= 25


@pytest.mark.parametrize("adoption", each(ADOPTIONS))
def test_an_adoption_is_numbered_under_its_practice_and_comes_from_another_association(
    adoption: dict[str, Any],
):
    practice = BY_ORIGIN[target(adoption["practice"])]
    assert practice["kind"] == fields.PRACTICE
    slug = practice["origin"].removeprefix("sample/practice/")
    assert re.fullmatch(rf"sample/adoption/{slug}/[1-9]", adoption["origin"])
    assert adoption["association"] != practice["association"]


def test_the_adoptions_of_a_practice_are_counted_without_a_gap():
    counts = Counter(adoption["origin"].rpartition("/")[0] for adoption in ADOPTIONS)
    for stem, count in counts.items():
        assert all(f"{stem}/{number}" in BY_ORIGIN for number in range(1, count + 1))


def test_whoever_wrote_or_tried_is_called_as_the_association_is():
    for record in [*PRACTICES, *ADOPTIONS]:
        association = ASSOCIATIONS[target(record["association"])]
        assert record["organisation"] == association["name"]
        assert association["country"] in (record.get("country"), *record.get("countries", ()))


# --- what was asked ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("comment", each(COMMENTS))
def test_a_comment_is_about_a_field_that_the_record_has(comment: dict[str, Any]):
    kinds = {"assoc": "contact", "person": "contact"}
    folder = comment["about"].split("/")[1]
    assert fields.field_of(kinds.get(folder, folder), comment["field"])
    assert comment["text"]
    assert not ("asks" in comment and "answers" in comment)


def test_answers_speak_of_what_was_asked_and_only_answered_questions_are_settled():
    answered = set()
    for comment in COMMENTS:
        if "answers" in comment:
            question = BY_ORIGIN[target(comment["answers"])]
            assert question["asks"] is True
            assert (question["about"], question["field"]) == (comment["about"], comment["field"])
            answered.add(question["origin"])
    settled = {comment["origin"] for comment in COMMENTS if comment.get("settled")}
    assert settled == answered
    waiting = [comment for comment in COMMENTS if comment.get("asks") and not comment.get("settled")]
    assert len(waiting) >= 5


def test_a_practice_that_needs_an_answer_has_an_open_question():
    asked = {
        target(comment["about"]) for comment in COMMENTS if comment.get("asks") and not comment.get("settled")
    }
    needy = {practice["origin"] for practice in PRACTICES if practice["state"] == "needs-answer"}
    assert needy
    assert needy <= asked
