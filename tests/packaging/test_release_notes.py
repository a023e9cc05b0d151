"""The notes of a version are what the changelog says of it, and a release needs all of them alike."""

from __future__ import annotations

import release_notes
from delve_desktop import __version__

CHANGES = """# Changelog

## [Unreleased]

### Added

- Something new.

## [1.1.0] - 2026-11-01

### Fixed

- A fault.

## [1.0.0]
"""


def test_the_version_has_one_source():
    assert release_notes.version() == __version__


def test_the_notes_are_what_stands_under_the_heading():
    assert release_notes.notes(CHANGES, "1.1.0") == "### Fixed\n\n- A fault."
    assert release_notes.notes(CHANGES, "Unreleased") == "### Added\n\n- Something new."
    assert release_notes.notes(CHANGES, "1.0.0") == ""
    assert release_notes.notes(CHANGES, "2.0.0") is None


def test_a_release_needs_heading_date_words_and_tag():
    assert release_notes.check(CHANGES, "1.1.0", "v1.1.0") == []
    assert release_notes.check(CHANGES, "1.1.0", "") == ["The commit has no tag v1.1.0."]
    assert release_notes.check(CHANGES, "1.1.0", "v1.0.0") == ["The commit is tagged v1.0.0."]
    assert release_notes.check(CHANGES, "2.0.0", "v2.0.0") == ["CHANGELOG.md has no heading for 2.0.0."]
    assert len(release_notes.check(CHANGES, "1.0.0", "v1.0.0")) == 2


def test_the_changelog_of_the_project_has_something_to_tell():
    changes = (release_notes.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert release_notes.notes(changes, __version__) or release_notes.notes(changes, "Unreleased")
