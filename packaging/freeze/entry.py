"""Where the frozen program begins; it is no part of the package, which a frozen program imports as it is."""

import os
import sys

# a windowed program on Windows has no streams, and a subcommand may well write to them
for _name, _mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
    if getattr(sys, _name) is None:
        setattr(sys, _name, open(os.devnull, _mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end

from delve_desktop.__main__ import main

sys.exit(main())
