from __future__ import annotations

import json

import pytest

from delve_desktop.domain import fields
from delve_desktop.domain.errors import Damaged, NotFound
from delve_desktop.domain.vocabularies import VOCABULARIES
from delve_desktop.services import vocabularies
from delve_desktop.settings import resources_dir

SPOKEN = ("en", "fr", "es", "pt")
SIZES = {"countries": 249, "languages": 300, "currencies": 150}


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """Other files of words than the program's, and nothing remembered of either afterwards."""
    cached = (vocabularies._read, vocabularies._offered, vocabularies._by_words, vocabularies._by_code)

    def forget():
        for one in cached:
            one.cache_clear()

    forget()
    monkeypatch.setattr(vocabularies, "resources_dir", lambda: tmp_path)
    (tmp_path / "vocabularies").mkdir()
    yield tmp_path / "vocabularies"
    forget()


def file(name: str) -> dict[str, dict[str, str]]:
    return json.loads((resources_dir() / "vocabularies" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", SPOKEN)
def test_every_term_has_words_and_no_word_stands_for_a_term_that_is_none(language):
    written = file(f"terms-{language}.json")
    assert {name: set(words) for name, words in written.items()} == {
        one.name: set(one.terms) for one in VOCABULARIES
    }
    for words in written.values():
        assert all(each == each.strip() and each for each in words.values())
        assert len(set(words.values())) == len(words), "two terms read the same"


@pytest.mark.parametrize("language", SPOKEN)
def test_every_field_has_a_name_and_two_fields_of_a_kind_never_have_the_same(language):
    (written,) = file(f"labels-{language}.json").values()
    assert set(written) == {field.label for kind in fields.FIELDS.values() for field in kind}
    for kind in fields.FIELDS.values():
        called = [vocabularies.label(field.label, language) for field in kind]
        assert len(set(called)) == len(called)
        assert all(each == each.strip() and each for each in called)
    if language != "en":
        assert sum(text == words for text, words in written.items()) < 12, "words that are the same in both"


def test_a_field_of_a_later_version_or_another_language_has_its_english_name():
    assert vocabularies.label("Altitude", "fr") == "Altitude"
    assert vocabularies.label("Steps", "sw") == "Steps"
    assert vocabularies.label("Steps", "fr-BF") == "Étapes"


@pytest.mark.parametrize("language", SPOKEN)
def test_names_stand_for_codes_that_records_take_and_that_english_has(language):
    written, english = file(f"names-{language}.json"), file("names-en.json")
    assert set(written) == set(vocabularies.CODES)
    for name, words in written.items():
        assert len(words) >= SIZES[name]
        assert set(words) <= set(english[name])
        assert list(words) == sorted(words)
    assert len(written["countries"]) == 249, "as many as ISO 3166-1 has"
    for country in written["countries"]:
        fields.check("contact", "country", country)
    for tag in written["languages"]:
        fields.check("contact", "languages", tag)
    for currency in written["currencies"]:
        fields.check("practice", "cost_setup", {"amount": "1", "currency": currency})
    assert {"mos", "bem", "suk", "tpi", "ilo", "sw", "qu", "mn"} <= set(written["languages"])


def test_terms_are_offered_in_the_order_of_their_vocabulary():
    for one in VOCABULARIES:
        assert tuple(vocabularies.offered(one.name, "fr")) == one.terms
    assert vocabularies.offered("stages", "fr")["close"] == "Fermeture et remise en état"


def test_countries_are_offered_in_the_order_of_their_names_accents_aside():
    offered = list(vocabularies.offered("countries", "fr").values())
    assert offered.index("Égypte") < offered.index("Estonie") < offered.index("Zambie")
    assert list(vocabularies.offered("countries", "de")) == list(vocabularies.offered("countries"))


@pytest.mark.parametrize(
    "name, term, language, words",
    [
        ("themes", "mercury", "pt-BR", "Mercúrio e produtos químicos"),
        ("themes", "mercury", "es_PE", "Mercurio y sustancias químicas"),
        ("themes", "mercury", "sw", "Mercury and chemicals"),
        ("themes", "mercury", "../../secret", "Mercury and chemicals"),
        ("themes", "noise at night", "fr", "noise at night"),
        ("countries", "TZ", "fr", "Tanzanie"),
        ("countries", "ZZ", "fr", "ZZ"),
        ("currencies", "ZWG", "pt", "Zimbabwean Gold"),
        ("languages", "mos", "fr", "moré"),
        ("languages", "pt-BR", "en", "Portuguese (Brazil)"),
        ("languages", "mn-Cyrl-MN", "en", "Mongolian (Cyrl, Mongolia)"),
        ("languages", "q-nobody", "en", "q-nobody"),
    ],
)
def test_a_word_falls_back_to_english_and_then_to_the_code(name, term, language, words):
    assert vocabularies.word(name, term, language) == words


@pytest.mark.parametrize(
    "name, typed, language, code",
    [
        ("languages", " Swahili ", "en", "sw"),
        ("languages", "anglais", "fr", "en"),
        ("languages", "English", "fr", "en"),
        ("languages", "MOS", "fr", "mos"),
        ("countries", "cote d’ivoire", "fr", "CI"),
        ("countries", "Peru", "es", "PE"),
        ("countries", "ke", "es", "KE"),
        ("categories", "Coopérative", "fr", "cooperative"),
        ("countries", "nowhere", "fr", None),
    ],
)
def test_a_term_is_meant_by_its_words_or_by_its_code(name, typed, language, code):
    assert vocabularies.meant(name, typed, language) == code


def test_only_the_lists_that_take_own_words_are_open():
    assert {name for name in vocabularies.names() if vocabularies.is_open(name)} == {
        "themes",
        "minerals",
        "ways",
    }


@pytest.mark.parametrize("ask", [vocabularies.offered, vocabularies.is_open])
def test_a_list_that_is_none_is_told_of(ask):
    with pytest.raises(NotFound, match=r"There is no vocabulary moods; there are themes, .*, currencies\."):
        ask("moods")


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b"\xff", b'{"themes": 1}', b'{"x": "' + b"a" * 300_000 + b'"}']
)
def test_a_broken_file_of_words_is_told_of(folder, content):
    (folder / "terms-en.json").write_bytes(content)
    with pytest.raises(Damaged, match=r"The file terms-en\.json of this program cannot be read\."):
        vocabularies.word("themes", "mercury")


def test_without_any_file_the_codes_serve_and_files_are_read_once(folder):
    assert vocabularies.word("themes", "mercury", "fr") == "mercury"
    assert dict(vocabularies.offered("countries")) == {}
    (folder / "terms-en.json").write_text('{"themes": {"mercury": "Quicksilver"}}', encoding="utf-8")
    assert vocabularies.word("themes", "mercury", "fr") == "mercury"


def test_what_is_offered_cannot_be_changed():
    with pytest.raises(TypeError):
        vocabularies.offered("themes")["mercury"] = "Sulphur"
