"""Writes what PySide's own Python compiles to, for the frozen program: `python support.py FILE`.

Run by the interpreter that is frozen. `delve_desktop/ui/support_cache.py` says what it is for.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / "src" / "delve_desktop" / "ui" / "support_cache.py"


def main(out: Path) -> None:
    """Import PySide in a process that has not done so, and keep what comes of it."""
    spec = importlib.util.spec_from_file_location("support_cache", CACHE)
    assert spec is not None
    assert spec.loader is not None
    cache = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(cache)
    out.unlink(missing_ok=True)
    cache.place_of_cache = lambda: out  # type: ignore[attr-defined]
    sys.dont_write_bytecode = False
    with cache.compiled_once():
        import PySide6.QtCore  # noqa: F401
    if not cache.read(out):
        raise SystemExit("PySide compiled nothing of its own: see ui/support_cache.py.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
