"""One SQLite in the frozen program, where an installation from packages has two.

Python's own comes with a library of 1.6 MB beside the one inside sqlcipher3, which without a key opens plain
files as well, and is newer: `sync_server/store/gate.py` says why that matters. So Python's is left out
(`left_out.py`), and its name leads to the other.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

NAME: Final = "sqlite3"
INSTEAD: Final = "sqlcipher3"


class OneSqlite:
    """A finder for `sys.meta_path`, which costs nothing until somebody asks for SQLite."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where `sqlite3` comes from, and nothing else."""
        return ModuleSpec(name, self) if name == NAME else None  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """An empty one, which `exec_module` fills."""
        return ModuleType(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """All names of the other one; `dbapi2`, which SQLAlchemy asks for, is among them."""
        instead = importlib.import_module(INSTEAD)
        module.__dict__.update(
            {name: value for name, value in vars(instead).items() if not name.startswith("__")}
        )
