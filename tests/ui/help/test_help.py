"""The help: every page in every language, links that lead somewhere, F1, search, the keys that there are."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QShortcut, QTextDocument

from delve_desktop.ui import translations
from delve_desktop.ui.help import pages
from delve_desktop.ui.help.view import HelpView
from delve_desktop.ui.shell.sections import HELP_OF, Section
from delve_desktop.ui.shell.shell import Shell
from tests.ui.samples import add
from tests.ui.stand_in import SPACE, StandIn

LINK = re.compile(r"!?\[[^\]]*\]\(([^)]*)\)")
KEYS = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)
LANGUAGES = list(translations.AVAILABLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_every_language(language: str):
    files = {path.stem for path in (pages.folder() / language).glob("*.md")}
    assert files == set(pages.NAMES)
    for page in pages.pages(language):
        assert page.title
        assert page.text.startswith(f"# {page.title}\n")
        assert len(page.plain.split()) > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_pictures_lead_to_what_is_there(language: str):
    for page in pages.pages(language):
        for target in LINK.findall(page.text):
            if target.endswith(".png"):
                place = pages.folder() / target.replace("pictures/", f"pictures/{language}/")
                assert pages.picture_file(target, language) == place.resolve()
            else:
                place = pages.folder() / language / target
            assert place.is_file(), f"{page.name}: {target}"


def test_a_page_shows_the_english_picture_where_its_language_has_none():
    assert pages.picture_file("pictures/sync.png", "sw") == pages.picture_file("pictures/sync.png", "en")
    assert pages.picture_file("pictures/nothing.png", "en") is None
    assert pages.picture_file("pictures/../../en/notes.md", "en") is None


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_has_the_shape_of_the_english_page(language: str):
    def shape(text: str) -> list[str]:
        marks = re.findall(r"^(#+|-|\d\.|\|)", text, re.MULTILINE)
        return [*marks, *LINK.findall(text)]

    for english, other in zip(pages.pages("en"), pages.pages(language), strict=True):
        assert shape(other.text) == shape(english.text), other.name
        assert other.title != english.title or other.name in ("notes", "contacts"), other.name


def test_every_section_has_a_page():
    assert set(HELP_OF) == set(Section)
    assert set(HELP_OF.values()) <= set(pages.NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_of_the_window_are_those_that_the_help_lists(shell: Shell, language: str):
    keys = {each.key().toString() for each in shell.findChildren(QShortcut) if each.parent() is shell}
    (page,) = (page for page in pages.pages(language) if page.name == "shortcuts")
    listed = {key for keys in KEYS.findall(page.text) for key in keys.split(", ")}
    assert keys <= listed


def test_f1_opens_the_page_for_where_one_is_and_back_leads_on(
    shell: Shell, qtbot, settle: Callable[[], None]
):
    shell.go(Section.SYNC)
    settle()
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert (shell.section, shell.help.name) == (Section.HELP, "sync")
    shell.help.text.anchorClicked.emit(QUrl("two-versions.md"))
    assert shell.help.name == "two-versions"
    shell.help.back.click()
    assert shell.help.name == "sync"


def test_esc_leads_from_the_help_back_to_the_record_that_was_read(
    shell: Shell, qtbot, cases: StandIn, settle: Callable[[], None]
):
    note = add(cases.session, SPACE, "note", title="Rope")
    shell.go(Section.NOTES)
    shell.pane.show_record(note)
    settle()
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert (shell.section, shell.help.name) == (Section.HELP, "notes")
    qtbot.keyClick(shell.help.text, Qt.Key.Key_Escape)
    settle()
    assert (shell.section, shell.pane.record) == (Section.NOTES, note)


def test_f1_in_the_settings_opens_their_page(shell: Shell, qtbot, settle: Callable[[], None]):
    shell.go(Section.SETTINGS)
    settle()
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert shell.help.name == "settings"
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.section is Section.SETTINGS


def test_a_link_out_of_the_help_leads_nowhere_and_loads_nothing(qtbot):
    view = HelpView()
    qtbot.addWidget(view)
    for target in (
        "https://example.org",
        "file:///etc/passwd",
        "../en/notes.md",
        "pictures/../../sample/x.png",
    ):
        view.text.anchorClicked.emit(QUrl(target))
        assert view.name == "first-steps"
        image = view.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(target))
        assert (image.width(), image.height()) == (1, 1)


@pytest.mark.parametrize(
    "language, words", [("en", "PASSPHR"), ("fr", "phrase secrete"), ("es", "olvido frase")]
)
def test_search_ignores_accents_and_case_and_completes(language: str, words: str):
    assert "passphrase" in [page.name for page in pages.search(language, words)]
    assert pages.search(language, "zebra crossing") == []
    assert len(pages.search(language, "  ")) == len(pages.NAMES)


def test_the_list_shows_what_was_found_and_says_when_nothing_was(qtbot):
    view = HelpView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.search.setText("mercu")
    assert [view.contents.item(row).text() for row in range(view.contents.count())] == [
        "Practices",
        "Search",
    ]
    view.search.setText("qqqq")
    assert view.contents.count() == 0
    assert view._none.isVisible()


def test_pages_with_the_words_in_their_title_come_first() -> None:
    named = ["sync" in page.title.casefold() for page in pages.search("en", "sync")]
    assert named == sorted(named, reverse=True)
    assert set(named) == {True, False}
