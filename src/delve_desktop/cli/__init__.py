"""The headless program: `delve` with a subcommand. See `docs/cli.md`.

`run` is the whole interface. Everything else here is imported by it, so that a window that starts
without arguments never pays for it; what a command needs is imported inside that command, so that
`delve --help` opens no database library.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

PROGRAM = "delve"


def run(argv: Sequence[str]) -> int:
    """Carry out one command line (without the program's name); returns the exit code.

    Results go to standard output. An error is one sentence on standard error, and nothing is left
    half done.
    """
    from .commands import build
    from .exits import OK, explain
    from .output import harmless, prepare_streams

    prepare_streams()
    try:
        code = build()(args=list(argv), prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - whatever happens becomes a sentence and a code
        code, sentence = explain(error)
        if sentence:
            print(harmless(sentence), file=sys.stderr)
    return code if isinstance(code, int) else OK
