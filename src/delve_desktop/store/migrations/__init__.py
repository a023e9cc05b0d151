"""Numbered steps from one schema version to the next; never edited after a release.

A step is a function that takes alembic's `Operations`. `STEPS[n]` leads from version n to n + 1.
A new vault is created at `CURRENT` from the tables; a test holds both ways to the same schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

CURRENT: Final = 2
Step = Callable[[Any], None]


def _records_that_are_due(operations: Any) -> None:
    """Records whose merging was put off are noted."""
    import sqlalchemy as sa

    operations.create_table("due_record", sa.Column("row", sa.Integer, primary_key=True, nullable=False))


STEPS: Final[Mapping[int, Step]] = {1: _records_that_are_due}
