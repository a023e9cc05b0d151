"""Numbered steps from one schema version to the next; never edited after a release.

A step is a function that takes alembic's `Operations`. `STEPS[n]` leads from version n to n + 1.
A new vault is created at `CURRENT` from the tables; a test holds both ways to the same schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from delve_desktop.domain.links import links_of
from delve_desktop.domain.state import decode_state

CURRENT: Final = 3
UNFILLED: Final = "lists-filled-to"  # fact of a vault whose lists are being written anew: the last row done
Step = Callable[[Any], None]


def _links_and_due_records(operations: Any) -> None:
    """Links are kept at both ends; records whose merging was put off are noted."""
    import sqlalchemy as sa

    operations.create_table("due_record", sa.Column("row", sa.Integer, primary_key=True, nullable=False))
    operations.create_table(
        "link",
        sa.Column("source", sa.Integer, primary_key=True, nullable=False),
        sa.Column("field", sa.String, primary_key=True, nullable=False),
        sa.Column("target", sa.LargeBinary, primary_key=True, nullable=False),
    )
    operations.create_index("link_target", "link", ["target"])
    _fill_links(operations.get_bind().connection.driver_connection)


def _fill_links(driver: Any) -> None:
    """Note the links that stand in the records, some records at a time."""
    last = 0
    while rows := driver.execute(_STATES, (last, _SOME)).fetchall():
        links = [
            (row, field, target) for row, state in rows for field, target in links_of(decode_state(state))
        ]
        driver.executemany("INSERT INTO link(source, field, target) VALUES (?, ?, ?)", links)
        last = rows[-1][0]


def _lists_with_filters(operations: Any) -> None:
    """Lists have an order by title and marks to filter by, and know what is new. Old ones follow."""
    import sqlalchemy as sa

    title = sa.Column("sort_key", sa.String, nullable=False, server_default="")
    operations.add_column("record", title)
    operations.create_index("record_titles", "record", ["space", "in_bin", "kind", "sort_key", "position"])
    fresh = sa.Column("record", sa.LargeBinary, primary_key=True, nullable=False)
    operations.create_table("fresh", fresh, sqlite_with_rowid=False)
    driver = operations.get_bind().connection.driver_connection
    driver.execute("INSERT INTO meta SELECT ?, x'' WHERE EXISTS(SELECT 1 FROM record)", (UNFILLED,))


_STATES: Final = "SELECT row, state FROM record WHERE row > ? ORDER BY row LIMIT ?"
_SOME: Final = 500
STEPS: Final[Mapping[int, Step]] = {1: _links_and_due_records, 2: _lists_with_filters}
