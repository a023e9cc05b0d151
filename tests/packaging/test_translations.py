"""The words of the window are found in its sources, kept in .ts files and compiled."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made  # dataclasses look their module up
    spec.loader.exec_module(made)
    return made


words = load()


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small source tree and an empty folder of translations."""
    (tmp_path / "src").mkdir()
    (tmp_path / "words").mkdir()
    monkeypatch.setattr(words, "SOURCES", tmp_path / "src")
    monkeypatch.setattr(words, "FOLDER", tmp_path / "words")
    return tmp_path / "src" / "page.py"


def found(path: Path) -> list[tuple[str, str, bool]]:
    return [(each.context, each.source, each.plural) for each in words.messages_in(path.parent)]


def test_strings_of_methods_functions_and_helpers_are_found(tree: Path):
    tree.write_text(
        "translate = QCoreApplication.translate\n"
        "def _tr(text):\n    return QCoreApplication.translate('ages', text)\n"
        "def age(n):\n    return _tr('now') or translate('ages', '%n days', '', n)\n"
        "class Page(QWidget):\n"
        "    def show(self):\n        act = lambda: self.tr('Say {0}' ' twice').format(1)\n"
        "        name.translate(table); path.open(tr)\n"
    )
    assert found(tree) == [
        ("Page", "Say {0} twice", False),
        ("ages", "%n days", True),
        ("ages", "now", False),
    ]


@pytest.mark.parametrize(
    "text, why",
    [
        ("class A:\n    def f(self): return self.tr(words)", "only a literal"),
        ("class A:\n    def f(self): return self.tr(f'{a} b')", "only a literal"),
        ("class A:\n    def f(self): return self.tr('%n a', '', 2)\nclass B(A): pass", "has subclasses"),
        ("def f(tr): return x.tr('a')", "outside a class"),
    ],
)
def test_what_no_tool_could_find_is_refused_with_its_line(tree: Path, text: str, why: str):
    tree.write_text(text)
    with pytest.raises(words.Refused, match=rf"page\.py:\d+: .*{why}"):
        words.messages_in(tree.parent)


def test_new_strings_come_in_and_old_ones_keep_their_translation(tree: Path):
    tree.write_text("class A:\n    def f(self): return self.tr('One'), self.tr('%n of them', '', 2)\n")
    words.update()
    assert [each["source"] for each in words.missing()] == ["%n of them", "One"]
    plural = {"source": "%n of them", "fr": ["%n seul", "%n ensemble"], "en": ["%n of it", "%n of them"]}
    words.fill([{"context": "A", "source": "One", "fr": "Un « & » <b>"}, plural])
    tree.write_text("class A:\n    def f(self): return self.tr('One'), self.tr('Two')\n")
    words.update()
    (one,) = (each for each in words.missing() if each["source"] == "One")
    assert "fr" not in one
    assert [each["source"] for each in words.missing()] == ["One", "Two"]
    assert "Un « & » <b>" in ET.parse(words.file_of("fr")).getroot().itertext()
    assert "%n" not in words.file_of("fr").read_text(encoding="utf-8")


def test_a_plural_needs_all_its_forms(tree: Path):
    tree.write_text("class A:\n    def f(self): return self.tr('%n of them', '', 2)\n")
    words.update()
    with pytest.raises(words.Refused, match="every plural form"):
        words.fill([{"source": "%n of them", "fr": ["%n seul", ""]}])


def test_a_file_that_has_everything_stays_as_it_is(tree: Path):
    tree.write_text("class A:\n    def f(self): return self.tr('One')\n")
    words.update()
    words.fill([{"source": "One", "fr": "Un", "es": "Uno", "pt": "Um"}])
    before = words.file_of("fr").read_bytes()
    words.update()
    assert words.file_of("fr").read_bytes() == before


def test_every_command_of_the_script_runs(tree: Path, capsys: pytest.CaptureFixture[str]):
    tree.write_text("class A:\n    def f(self): return self.tr('One')\n")
    assert words.main(["update"]) == 0
    assert words.main(["missing"]) == 0
    entries = json.loads(capsys.readouterr().out)
    filled = tree.parent / "filled.json"
    filled.write_text(json.dumps([{**each, "fr": "Un"} for each in entries]), encoding="utf-8")
    assert words.main(["fill", str(filled)]) == 0
    assert words.main(["compile"]) == 0
    assert (words.FOLDER / "delve_fr.qm").stat().st_size > 30
    assert words.main([]) == 2


# -- the words themselves ---------------------------------------------------------------------

PLACES = re.compile(r"\{\d*\}|%n|%\d")
SAME = {
    "fr": {
        *("Code", "Contact", "Contacts", "E-mail", "E-mails", "E-mail, {0}", "Note", "Notes", "Question"),
        *("Pages", "Village, mine, district"),
    },
    "es": {"no", "Color", "Error", "Mineral", "Ctrl+Enter"},
    "pt": {
        *("E-mail", "E-mails", "E-mail, {0}", "Ctrl+Enter", "Link", "Link (Ctrl+Shift+K)", "Mineral"),
    },
    "all": {"Delve", "PDF", "PIN", "PDF (*.pdf)", "{0} bytes", "{0} kB", "{0} MB"},
}


def kept(language: str) -> dict[tuple[str, str, str], list[str]]:
    """What the file of a language has: texts by context, source and comment; none where unfinished."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for context, message in words._messages(words._tree(language)):
        translation = message.find("translation")
        assert translation is not None
        finished = translation.get("type") is None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        found[words._key(context, message)] = forms if finished else []
    return found


@pytest.fixture(scope="module")
def strings() -> list:
    return words.messages_in(ROOT / "src" / "delve_desktop")


@pytest.mark.parametrize("language", ["fr", "es", "pt"])
def test_every_string_of_the_window_is_translated(strings, language: str):
    has = kept(language)
    lacking = [each for each in strings if not has.get((each.context, each.source, each.comment))]
    assert lacking == [], "run `make translations`, and see docs/translating.md"
    assert len(has) == len(strings), "some strings are no longer in any source: run `make translations`"


def test_english_has_both_forms_of_every_plural(strings):
    has = kept("en")
    plural = {(each.context, each.source, each.comment) for each in strings if each.plural}
    assert set(has) == plural
    assert {key for key, forms in has.items() if len(forms) != 2} == set()


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt"])
def test_a_translation_has_the_placeholders_of_its_source(language: str):
    for (context, source, _), forms in kept(language).items():
        for form in forms:
            wanted = sorted(PLACES.findall(source))
            given = sorted(PLACES.findall(form))
            one = {"%n"} if "%n" in source else set()  # "the one" needs no number
            assert set(wanted) - one <= set(given) <= set(wanted), f"{context}: {source!r} → {form!r}"
            assert source.count("{") == form.count("{"), f"{context}: {source!r} → {form!r}"


@pytest.mark.parametrize("language", ["fr", "es", "pt"])
def test_a_translation_is_not_the_english_again(language: str):
    same = {source for (_, source, _), forms in kept(language).items() if forms == [source]}
    same = {source for source in same if re.search(r"[^\W\d_]", PLACES.sub("", source))}
    assert same - SAME["all"] - SAME[language] == set()


@pytest.mark.parametrize("language", ["fr", "es", "pt"])
def test_a_translation_ends_as_its_source_does(language: str):
    """A sentence stays a sentence, a question a question, a heading a heading."""
    for (context, source, _), forms in kept(language).items():
        for form in forms:
            for mark in (".", "?", ":", "…", "!"):
                assert source.endswith(mark) == form.endswith(mark), f"{context}: {source!r} → {form!r}"


def all_words(language: str) -> list[str]:
    """Every text of a language: the window's, the pages of the help, and the vocabularies written by hand."""
    found = [form for forms in kept(language).values() for form in forms]
    resources = ROOT / "resources"
    found += [
        page.read_text(encoding="utf-8") for page in sorted((resources / "help" / language).glob("*.md"))
    ]
    for name in ("labels", "terms"):
        whole = json.loads((resources / "vocabularies" / f"{name}-{language}.json").read_text("utf-8"))
        found += [word for part in whole.values() for word in part.values()]
    assert len(found) > 900
    return found


OTHER_PORTUGUESE = re.compile(
    r"\b(ficheiros?|contactos?|registos?|ecrãs?|utilizador\w*|partilh\w+|definições|ligaç\w+|fotografias?"
    r"|noutr\w+|numa?|carreg\w+|língua|género|telemóvel|anular|secções|porquê)\b",
    re.IGNORECASE,
)
NOT_OF_LATIN_AMERICA = re.compile(
    r"\b(vosotros|vuestr\w+|ordenador\w*|fichero\w*|móvil|coste|añad\w+)\b", re.IGNORECASE
)


def test_french_has_its_apostrophes_and_spaces():
    number = r"\u202f%n"  # of things, not of a hundred
    wrong = re.compile(rf"'|[ \u00a0][:;!?»%](?!n)|[^\W\d_][;!?]|[^\u202f]»|«[^\u202f]|{number}")
    for text in all_words("fr"):
        assert wrong.findall(text) == [], text


@pytest.mark.parametrize(
    "language, others", [("pt", OTHER_PORTUGUESE), ("es", NOT_OF_LATIN_AMERICA)], ids=["pt", "es"]
)
def test_a_language_is_one_and_not_two_mixed(language: str, others: re.Pattern[str]):
    assert {found.group() for text in all_words(language) for found in others.finditer(text)} == set()


def test_a_spanish_question_is_opened():
    for text in all_words("es"):
        assert text.count("?") == text.count("¿"), text


@pytest.mark.parametrize("language", ["fr", "es", "pt"])
def test_quotation_marks_are_the_language_s_own(language: str):
    strange = '"“”' if language == "fr" else '"«»'
    for text in all_words(language):
        assert not set(text) & set(strange), text
