"""What is painted first at a start, and what is loaded, drawn and styled only after it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from delve_desktop.app import Program
from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.services.session import create_vault
from delve_desktop.ui.vault.people import People, Person
from delve_desktop.ui.vault.unlock_card import UnlockCard
from tests.ui.conftest import PASSPHRASE

FIRST_PAINT = """
import linecache
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from delve_desktop import app
from delve_desktop.ui import theme
from delve_desktop.ui.vault.people import People

qt = QApplication([])
theme.apply(qt)
program = app.Program(People(Path(sys.argv[1]), single=True))
heavy = ("sqlalchemy", "sqlmodel", "pydantic", "sqlcipher3", "httpx", "delve_desktop.store")
at_first_paint = []

def painted():
    at_first_paint.extend(name for name in heavy if name in sys.modules)
    assert program.start_page.gate.unlock.field.isVisible()
    print("painted", at_first_paint, flush=True)

program.start_page.first_painted.disconnect()
program.start_page.first_painted.connect(painted)
program.start_page.first_painted.connect(program.first_painted)

def loaded():
    read = [name for name in linecache.cache if {"services", "sqlmodel"} & set(Path(name).parts)]
    print("loaded", "sqlmodel" in sys.modules, read, flush=True)
    qt.quit()

program.database.idle.connect(loaded)
program.window.show()
qt.exec()
program.end()
"""


def test_the_unlock_field_is_painted_before_the_database_libraries_are_imported(tmp_path: Path) -> None:
    """Nor is the source of what is imported read, neither then nor later, as PySide would."""
    create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
    root = Path(__file__).resolve().parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "vault")],
        env={**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.stdout.splitlines() == ["painted []", "loaded True []"], ran.stderr


ICONS_OF_THE_DOORS = """
import os
from delve_desktop import starting
from delve_desktop.ui import early
from delve_desktop.ui.widgets import icon

draw = icon._Engine.scaledPixmap
left = {"qr", "people", "eye"}

def drawn(engine, *how):
    if not early.pictures_wait():
        left.discard(engine._name)
        if not left:
            print("drawn", flush=True)
            os._exit(0)
    return draw(engine, *how)

icon._Engine.scaledPixmap = drawn
starting.run([])
"""


def test_the_icons_of_the_doors_come_by_themselves_at_the_very_first_start(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", ICONS_OF_THE_DOORS],
        env={
            **os.environ,
            "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}",
            "QT_QPA_PLATFORM": "offscreen",
            "DELVE_HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout.splitlines() == ["drawn"], ran.stderr


FROM_THE_START = """
import os
import sys
from PySide6 import QtCore, QtWidgets
from delve_desktop import app, starting
from delve_desktop.ui.vault import backdrop
from delve_desktop.ui.widgets import icon

first_painted, draw = app.Program.first_painted, backdrop.Backdrop._draw
names = ("json", "PySide6.QtSvg", "delve_desktop.ui.vault.opening")
before = {name for name in names if name in sys.modules}

def painted(program):
    made = {name for name in names if name in sys.modules} - before
    early = [name for name, module in (("Qt", QtCore), ("QStyle", QtWidgets)) if name in vars(module)]
    print("first", early, sorted(made), icon._pixmap.cache_info().misses, flush=True)
    first_painted(program)

def drawn(page):
    draw(page)
    print("then", not page._scene._drawn.isNull(), page.unlock.field.hasFocus(), flush=True)
    os._exit(0)

app.Program.first_painted, backdrop.Backdrop._draw = painted, drawn
starting.run(sys.argv[1:])
"""


def test_what_is_drawn_by_hand_comes_after_the_first_painting(tmp_path: Path) -> None:
    """And no `Qt` and no `QStyle` is named before, nor anything loaded that only later pages need."""
    create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
    root = Path(__file__).resolve().parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", FROM_THE_START, "--vault", str(tmp_path / "vault")],
        env={
            **os.environ,
            "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}",
            "QT_QPA_PLATFORM": "offscreen",
            "DELVE_HOME": str(tmp_path / "home"),
        },
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.stdout.splitlines() == ["first [] [] 0", "then True True"], ran.stderr


STYLED = """
import os
from PySide6.QtWidgets import QApplication
from delve_desktop import app, starting
from delve_desktop.ui import theme

asked = []
QApplication.setStyle = lambda *_style: asked.append("asked for")
app.Program.run = lambda _program: 0
starting.run([])
qt = QApplication.instance()
theme.apply(qt, theme.DARK_THEME)
qt.setStyleSheet("")  # which is a style of its own around the other
print(qt.style().name(), *asked, flush=True)
os._exit(0)
"""


def test_the_style_is_there_from_the_start_and_never_asked_for_again(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", STYLED],
        env={
            **os.environ,
            "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_STYLE_OVERRIDE": "windows",
            "DELVE_HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.stdout.splitlines() == ["fusion"], ran.stderr


def test_the_first_page_is_made_where_it_stands(
    tmp_path: Path, program: Callable[[People], Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is made elsewhere and then put into the window is styled twice, with all its parts."""
    create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
    made, places = UnlockCard.show_person, []

    def seen(card: UnlockCard, person: Person) -> None:
        places.append(card.window())
        made(card, person)

    monkeypatch.setattr(UnlockCard, "show_person", seen)
    window = program(People(tmp_path / "vault", single=True))
    assert places == [window.window]
