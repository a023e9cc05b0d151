"""Run by the Windows interpreter: imports every module of its standard library, and prints what failed."""

import importlib
import json
import pkgutil
import sys
import warnings
from pathlib import Path

UNIX = {
    *(
        "curses",
        "_ios_support",
        "asyncio.unix_events",
        "dbm.gnu",
        "dbm.ndbm",
        "pty",
        "tty",
        "turtle",
        "_tkinter",
    ),
    *("multiprocessing.popen_fork", "multiprocessing.popen_forkserver", "multiprocessing.popen_spawn_posix"),
    *("_pyrepl._minimal_curses", "_pyrepl.curses", "_pyrepl.fancy_termios"),
    *("_pyrepl.unix_console", "_pyrepl.unix_eventqueue"),
}
ACTIVE = {"antigravity", "this"}  # they do something when imported


def names(folder, prefix=""):
    for found in pkgutil.iter_modules([str(folder)]):
        name = prefix + found.name
        if name in UNIX | ACTIVE or name.partition(".")[0] == "curses" or name.endswith("__main__"):
            continue
        yield name
        if found.ispkg:
            yield from names(folder / found.name, name + ".")


warnings.simplefilter("ignore")
failed, imported = {}, 0
library = Path(sys.prefix)
for name in [*names(library / "Lib"), *names(library / "DLLs")]:
    try:
        importlib.import_module(name)
        imported += 1
    except Exception as error:  # noqa: BLE001 - whatever it raises is what is told
        failed[name] = repr(error)
print(json.dumps({"imported": imported, "failed": failed}))
