"""What a desktop shows of the program: menu entry, icons, kinds of files, all in the folder `share/`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import frozen_build

HERE: Final = Path(__file__).resolve().parent
SIZES: Final = (48, 128, 256)
_DRAW: Final = "import sys; sys.path.insert(0, sys.argv[1]); import icons; from pathlib import Path; "
_EACH: Final = (
    "[Path(sys.argv[2], f'delve-{n}.png').write_bytes(icons.png(n)) for n in map(int, sys.argv[3:])]"
)


def add_share(program: Path) -> None:
    """Put it into the folder of the frozen program."""
    share = program / "share"
    share.mkdir(exist_ok=True)
    for name in ("delve.desktop", "delve-mime.xml"):
        shutil.copyfile(HERE / name, share / name)
    shutil.copyfile(frozen_build.ROOT / "resources" / "ui" / "logo-ink.svg", share / "delve.svg")
    # by the interpreter of the build, which has Qt
    sizes = [str(size) for size in SIZES]
    folder = str(frozen_build.SPEC.parent)
    subprocess.run([frozen_build.environment(), "-c", _DRAW + _EACH, folder, str(share), *sizes], check=True)
