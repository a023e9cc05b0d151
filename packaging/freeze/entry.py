"""Where the frozen program begins; it is no part of the package, which a frozen program imports as it is."""

import os
import sys

from one_sqlite import OneSqlite


def run() -> int:
    """The program, with streams that can be written to: a windowed one on Windows has none."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - to the end
    sys.meta_path.append(OneSqlite())
    from delve_desktop.__main__ import main

    return main()


sys.exit(run())
