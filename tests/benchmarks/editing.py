"""One committed edit beside the same statements through the bare driver.

Three copies of one vault go through the same edits: one is timed, its twin tells which statements that
takes, and these are sent to the third at once, so that what else the machine does falls on both times.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from delve_desktop.domain.ids import RecordId
from delve_desktop.services.records import edit_record
from delve_desktop.services.session import Session, open_vault
from delve_desktop.services.spaces import create_space
from delve_desktop.services.views import SetValue
from delve_desktop.store.engine import connect
from delve_desktop.store.vault import DATABASE
from delve_desktop.store.writing import WriteUnit

from .data import Record, as_import
from .figures import Figure, median, percentile, say
from .scene import PASSPHRASE, import_lines, laptop, record_ids

Statement = tuple[str, Any, bool]  # SQL, parameters, many sets of them
ROUNDS_TO_WARM = 10


def measure(folder: Path, records: list[Record], edits: int) -> list[Figure]:
    """Edit the phone of `edits` records, one after the other."""
    say(f"editing: {edits} edits in a vault of {len(records)} records")
    with laptop(folder / "editing", "Editor") as session:
        space = create_space(session, "Editing")
        import_lines(session, space, as_import(records))
        ids = record_ids(session, space, edits)
        key = session._database_key
    shutil.copytree(folder / "editing", folder / "editing-twin")
    shutil.copytree(folder / "editing", folder / "editing-bare")
    with (
        closing(open_vault(folder / "editing", PASSPHRASE)) as timed,
        closing(open_vault(folder / "editing-twin", PASSPHRASE)) as twin,
        closing(connect(folder / "editing-bare" / DATABASE, key)) as bare,
    ):
        product, raw = _alternate(timed, twin, bare, ids)
        with closing(connect(folder / "editing" / DATABASE, key)) as done:
            if _contents(done) != _contents(bare):
                raise RuntimeError("The bare driver did other work than the product.")
    return [
        Figure("one committed edit, median", median(product) * 1e3, "ms", median(raw) * 1e3, most_ratio=1.5),
        Figure("one committed edit, p95", percentile(product, 95) * 1e3, "ms", percentile(raw, 95) * 1e3),
    ]


def _alternate(
    timed: Session, twin: Session, bare: Any, ids: list[RecordId]
) -> tuple[list[float], list[float]]:
    product: list[float] = []
    raw: list[float] = []
    for number, record in enumerate(ids):
        edits = [SetValue("phone", f"+254 7{number * 7919 % 10**8:08d}")]
        with _written_down(twin) as statements:
            edit_record(twin, record, edits)
        by_product = partial(edit_record, timed, record, edits)
        by_driver = partial(_send, bare, statements)
        if number % 2:  # whoever goes second finds the disk as the first one left it
            raw.append(_seconds(by_driver))
            product.append(_seconds(by_product))
        else:
            product.append(_seconds(by_product))
            raw.append(_seconds(by_driver))
    return product[ROUNDS_TO_WARM:], raw[ROUNDS_TO_WARM:]


def _seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def _contents(connection: Any) -> list[Any]:
    """Enough of a vault to see whether two went through the same edits."""
    found: list[Any] = connection.execute(
        "SELECT id, title, snippet, position, disputes FROM record ORDER BY id"
    ).fetchall()
    return [*found, *connection.execute("SELECT count(*), max(seq) FROM op").fetchall()]


class _Noting:
    """A driver's connection that notes the statements which pass through it."""

    def __init__(self, driver: Any, statements: list[Statement]) -> None:
        self._driver = driver
        self._statements = statements

    def execute(self, sql: str, parameters: Any) -> Any:
        self._statements.append((sql, parameters, False))
        return self._driver.execute(sql, parameters)

    def executemany(self, sql: str, rows: Any) -> Any:
        self._statements.append((sql, rows, True))
        return self._driver.executemany(sql, rows)


@contextmanager
def _written_down(session: Session) -> Iterator[list[Statement]]:
    """The statements of the write units that the block runs; the last thing each does is to commit."""
    statements: list[Statement] = []
    vault = session.vault
    write = vault.write

    @contextmanager
    def noted() -> Iterator[WriteUnit]:
        with write() as unit:
            statements.append(("BEGIN IMMEDIATE", (), False))
            unit._driver = _Noting(unit._driver, statements)
            yield unit

    with patch.object(vault, "write", noted):
        yield statements


def _send(connection: Any, statements: list[Statement]) -> None:
    cursor = connection.cursor()
    for statement, parameters, many in statements:
        if many:
            cursor.executemany(statement, parameters)
        else:
            cursor.execute(statement, parameters).fetchall()
    connection.commit()
