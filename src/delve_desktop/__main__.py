"""Where the program begins: the command line when there is a subcommand, else the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from delve_desktop.settings import is_file_to_open

_WITH_VALUE = frozenset({"--vault"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run with the given arguments (without the program's name); returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if "--self-test" in arguments:
        from delve_desktop import selftest

        return selftest.run(arguments)
    if wants_window(arguments):
        # what is made until the window stands stays: looking for garbage among it would take a tenth of the
        # start; `Collector` collects afterwards
        gc.disable()
        try:
            from delve_desktop import starting
        except ImportError as error:
            return _no_window(error)
        return starting.run(arguments)
    from delve_desktop.cli import run as run_command

    return run_command(arguments)


def wants_window(arguments: Sequence[str]) -> bool:
    """True when nothing but `--vault DIR` and files to open is given."""
    rest = iter(arguments)
    for argument in rest:
        if argument in _WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("--vault=") and not is_file_to_open(argument):
            return False
    return True


def _no_window(error: ImportError) -> int:
    """The base install has no Qt."""
    sys.stderr.write(
        f"The window needs the desktop parts ({error.name}): install delve-desktop[desktop],"
        " or give a subcommand; see delve --help.\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
