"""A history of one record."""

from __future__ import annotations

import pytest

from .histories import History


@pytest.fixture
def history() -> History:
    return History()
