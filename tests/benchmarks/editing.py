"""One committed edit beside the same statements through the bare driver.

The statements that each edit sends are written down, and sent at once to a copy of the vault, so both
databases go through the same states, and what else the machine does falls on both.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.records import edit_record
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import create_space
from delve_desktop.services.views import SetValue
from delve_desktop.store.engine import connect
from delve_desktop.store.vault import DATABASE

from .data import Record, as_import
from .figures import Figure, median, percentile, say
from .scene import import_lines, laptop, record_ids

Statement = tuple[str, Any, bool]  # SQL, parameters, many sets of them
ROUNDS_TO_WARM = 10


def measure(folder: Path, records: list[Record], edits: int) -> list[Figure]:
    """Edit the phone of `edits` records, one after the other."""
    say(f"editing: {edits} edits in a vault of {len(records)} records")
    with laptop(folder / "editing", "Editor") as session:
        space = create_space(session, "Editing")
        import_lines(session, space, as_import(records))
        ids = record_ids(session, space, edits)
        with closing(_copy(session, folder / "editing-copy")) as bare:
            product, raw = _alternate(session, bare, ids)
    return [
        Figure("one committed edit, median", median(product) * 1e3, "ms", median(raw) * 1e3, most_ratio=1.5),
        Figure("one committed edit, p95", percentile(product, 95) * 1e3, "ms", percentile(raw, 95) * 1e3),
    ]


def _copy(session: Session, folder: Path) -> Any:
    """The bare driver on a copy of the vault's database, as it is now."""
    folder.mkdir()
    with closing(connect(session.vault.folder / DATABASE, session._database_key)) as source:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    shutil.copyfile(session.vault.folder / DATABASE, folder / DATABASE)
    return connect(folder / DATABASE, session._database_key)


def _alternate(session: Session, bare: Any, ids: list[RecordId]) -> tuple[list[float], list[float]]:
    product: list[float] = []
    raw: list[float] = []
    with _written_down(session) as statements:
        for number, record in enumerate(ids):
            statements.clear()
            started = time.perf_counter()
            edit_record(session, record, [SetValue("phone", f"+254 7{number * 7919 % 10**8:08d}")])
            product.append(time.perf_counter() - started)
            started = time.perf_counter()
            _send(bare, statements)
            raw.append(time.perf_counter() - started)
    return product[ROUNDS_TO_WARM:], raw[ROUNDS_TO_WARM:]


@contextmanager
def _written_down(session: Session) -> Iterator[list[Statement]]:
    """The statements that the vault sends to its database while the block runs."""
    statements: list[Statement] = []

    def write_down(
        _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        statements.append((statement, parameters, many))

    event.listen(session.vault._engine, "before_cursor_execute", write_down)
    try:
        yield statements
    finally:
        event.remove(session.vault._engine, "before_cursor_execute", write_down)


def _send(connection: Any, statements: list[Statement]) -> None:
    cursor = connection.cursor()
    for statement, parameters, many in statements:
        if many:
            cursor.executemany(statement, parameters)
        else:
            cursor.execute(statement, parameters).fetchall()
    connection.commit()
