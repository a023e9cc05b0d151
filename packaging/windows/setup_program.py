"""Makes the setup program of the frozen folder with NSIS: `dist/Delve-<version>-setup.exe`.

`make_windows.py` calls it on Debian; on Windows `build.ps1` does, as `setup_program.py [--nsis PATH]`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from freezing import check, commit_time, size
from places import HERE, MADE, PROGRAM, ROOT, Refused

LARGEST: Final = 34_000_000  # bytes
OWN_ENDING: Final = ".delve-backup"  # of the files that no other program opens


def version() -> str:
    """The one version of the program."""
    text = (ROOT / "src" / "delve_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise Refused("The program does not say which version it is.")
    return found[1]


def make(
    out: Path, *, folder: Path = PROGRAM, named: str | None = None, fast: bool = False, nsis: str = "makensis"
) -> Path:
    """Pack `folder` into `out`; `named` is another version and `fast` packs loosely, both for tests."""
    number = named or version()
    listed = MADE / "files.nsh"
    listed.write_text(listing(folder), encoding="utf-8")
    out.parent.mkdir(parents=True, exist_ok=True)
    defines = {
        "VERSION": number,
        "NUMBERS": numbers(number),
        "MEGABYTES": str(-(-size(folder) // 1_000_000)),
        "OWN_ENDING": OWN_ENDING,
        "LISTED": str(listed),
        "ICON": str(icon()),
        "PICTURE": str(side_picture(MADE / "side.bmp")),
        "OUT": str(out),
        **({"FAST": "1"} if fast else {}),
    }
    done = subprocess.run(
        [
            nsis,
            "-V2",
            "-WX",
            *(f"-D{key}={value}" for key, value in defines.items()),
            str(HERE / "delve.nsi"),
        ],
        env={**os.environ, "SOURCE_DATE_EPOCH": commit_time()},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Refused(f"NSIS could not make the setup program: {(done.stdout + done.stderr).strip()[-2000:]}")
    if not fast and out.stat().st_size > LARGEST:
        found = out.stat().st_size / 1e6
        raise Refused(f"{out.name} has {found:.1f} MB, and at most {LARGEST / 1e6:.0f} are meant.")
    return out


def listing(folder: Path) -> str:
    """Every file by name, in an order that does not depend on the disk: makensis would take the disk's."""
    lines, place = [], None
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if not path.is_file():
            continue
        inside = path.parent.relative_to(folder).as_posix().replace("/", "\\")
        if inside != place:
            place = inside
            lines.append(f'SetOutPath "$Beside{"" if inside == "." else chr(92) + inside}"')
        lines.append(f'File "{_quoted(path)}"')
    return "\n".join(lines) + "\n"


def numbers(version: str) -> str:
    """The four numbers that Windows wants: those of the release, and 0."""
    found = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    if found is None:
        raise Refused(f"{version} is no version of three numbers.")
    return f"{found[1]}.{found[2]}.{found[3]}.0"


def icon() -> Path:
    """The icon that freezing drew."""
    found = sorted((MADE / "freeze-work").rglob("Delve.ico"))
    if not found:
        raise Refused("Freezing drew no icon.")
    return found[0]


def side_picture(path: Path) -> Path:
    """What stands beside the first and the last sentence, 164 by 314 points: the logo over the hills."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawn = QImage(164, 314, QImage.Format.Format_RGB888)
    drawn.fill(QColor("#f5eee1"))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    folder = ROOT / "resources" / "ui"
    hills = QSvgRenderer(str(folder / "hills.svg"))
    width = 130 * hills.defaultSize().width() / hills.defaultSize().height()
    hills.render(painter, QRectF((164 - width) / 2, 184, width, 130))
    QSvgRenderer(str(folder / "logo-ink.svg")).render(painter, QRectF(42, 42, 80, 80))
    painter.end()
    if not drawn.save(str(path), "BMP"):  # type: ignore[call-overload]  # takes a name as well as a device
        raise Refused(f"The picture {path.name} could not be drawn.")
    return path


def _quoted(path: Path) -> str:
    """As NSIS reads it: it would take more than one file by a wildcard, and another one by a variable."""
    text = str(path)
    if any(sign in text for sign in '"*?$\n'):
        raise Refused(f"NSIS cannot take in a file of this name: {path.name}")
    return text


def main(arguments: list[str]) -> int:
    """Pack what lies in `dist/windows/Delve`; exit code 0 when the setup program is there."""
    parser = argparse.ArgumentParser(description="Packs the frozen program into a setup program.")
    parser.add_argument("--nsis", default="makensis", help="the compiler of NSIS")
    given = parser.parse_args(arguments)
    try:
        check(PROGRAM)
        out = make(ROOT / "dist" / f"Delve-{version()}-setup.exe", nsis=given.nsis)
    except Refused as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{out.name}: {out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
