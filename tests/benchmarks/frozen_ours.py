"""The program, which says when its first page is painted and ends, to be frozen (see `frozen`)."""

import gc
import os
import sys

gc.disable()  # as `delve_desktop.__main__` does
from delve_desktop import app, starting  # noqa: E402


def painted(self: app.Program) -> None:
    """Say so, and end at once."""
    print("painted", flush=True)
    os._exit(0)


app.Program.first_painted = painted  # type: ignore[assignment, method-assign]
starting.run(sys.argv[1:])
