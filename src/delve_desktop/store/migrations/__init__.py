"""Numbered steps from one schema version to the next; never edited after a release.

A step is a function that takes alembic's `Operations`. `STEPS[n]` leads from version n to n + 1.
A new vault is created at `CURRENT` from the tables; a test holds both ways to the same schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from delve_desktop.domain.links import links_of
from delve_desktop.domain.state import decode_state
from delve_desktop.store.attached import INSERT_ATTACHED, INSERT_ROW_FILES, attached_rows

CURRENT: Final = 6
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


def _attachments(operations: Any) -> None:
    """What records say of attachments, and what of their bytes is here and on the hubs."""
    import sqlalchemy as sa

    number, data = sa.Integer, sa.LargeBinary

    def table(name: str, keys: dict[str, Any], **others: Any) -> None:
        columns = [sa.Column(key, kind, primary_key=True, nullable=False) for key, kind in keys.items()]
        columns += [sa.Column(key, kind, nullable=False) for key, kind in others.items()]
        operations.create_table(name, *columns)

    table("row_files", {"row": number}, attachments=number, voice=number, thumb=data)
    table("attached", {"source": number, "root": data, "role": sa.String}, key=data, size=number)
    operations.create_index("attached_root", "attached", ["root"])
    table("blob", {"root": data}, held=number, wanted=number)
    table("blob_sent", {"hub": number, "space": data, "root": data})
    _fill_attachments(operations.get_bind().connection.driver_connection)


def _fill_attachments(driver: Any) -> None:
    """Note the attachments that stand in the records: a later program may have sent some already."""
    last = 0
    while rows := driver.execute(_STATES, (last, _SOME)).fetchall():
        for row, state in rows:
            shown, parts = attached_rows(row, decode_state(state))
            driver.executemany(INSERT_ROW_FILES, shown)
            driver.executemany(INSERT_ATTACHED, parts)
        last = rows[-1][0]


def _waiting_records(operations: Any) -> None:
    """Which records wait to be sent is read from an index alone; the outbox has one in its order."""
    import sqlalchemy as sa

    operations.drop_index("op_segment", "op")
    operations.create_index("op_segment", "op", ["segment", "record"])
    operations.create_index("op_outbox", "op", ["seq"], sqlite_where=sa.text("segment = 0"))


def _contacts_by_role(operations: Any) -> None:
    """Lists say of a contact its role, what it belongs to and its country. Old ones follow."""
    driver = operations.get_bind().connection.driver_connection
    driver.execute(
        "INSERT OR REPLACE INTO meta SELECT ?, x'' WHERE EXISTS(SELECT 1 FROM record)", (UNFILLED,)
    )


STEPS: Final[Mapping[int, Step]] = {
    1: _links_and_due_records,
    2: _lists_with_filters,
    3: _attachments,
    4: _waiting_records,
    5: _contacts_by_role,
}
