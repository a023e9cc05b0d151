"""The order of the tests that install: each goes on from where the one above it left the laptop."""

from __future__ import annotations

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Undo the shuffling among the tests of one file that are marked `dist`."""
    places = [number for number, item in enumerate(items) if item.get_closest_marker("dist")]
    ordered = sorted(
        (items[number] for number in places), key=lambda item: (item.path, item.reportinfo()[1] or 0)
    )
    for number, item in zip(places, ordered, strict=True):
        items[number] = item
