"""Renders the screens with the sample data into docs/screenshots: `python -m tests.ui.screenshots`.

Look at each picture after every change of a screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.services.keeping.vaults import NAME_FILE
from delve_desktop.services.session import create_vault
from delve_desktop.services.views import JoinRequestView
from delve_desktop.ui import theme
from delve_desktop.ui.desk import Desk
from delve_desktop.ui.shell.sections import Section
from delve_desktop.ui.shell.shell import Shell
from delve_desktop.ui.tasks import Worker
from delve_desktop.ui.use_cases import SyncOutcome
from delve_desktop.ui.vault.create_card import PassphraseAdvice
from delve_desktop.ui.vault.people import People
from delve_desktop.ui.vault.start_page import StartPage

from .samples import dispute, fill
from .stand_in import SPACE, StandIn

OUT = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
WIDE = (1366, 768)
NARROW = (1024, 600)
SOME = {"-dark": ("04", "06", "10"), "-narrow": ("04", "06", "10")}  # the rest looks as in light and wide
WORDS = ("river", "copper", "window", "salad", "garden", "north")


class Studio:
    """One window of one vault, grabbed screen by screen."""

    def __init__(self, app: QApplication, folder: Path, out: Path) -> None:
        self.app = app
        self.out = out
        self.workers = Worker("database"), Worker("network")
        session = create_vault(folder, "maji tembo kijani jua kisima moto", "Zawadi M.", params=FLOOR)
        with session.vault.write() as unit:
            unit.add_space(SPACE, "Lake Zone", "active", None)
        fill(session, SPACE)
        self.contact, self.note = dispute(session, SPACE, now=int(time.time()))
        self.cases = StandIn(session)
        self.cases.spaces[0] = replace(self.cases.spaces[0], hub="https://delve.example.org")
        self.cases.create_space("Tanzania")
        self.cases.create_space("Whole exchange")
        self.cases.requests = [JoinRequestView("1", SPACE, "Tatu K.", WORDS, "4821 0973 5512")]
        self.cases.outcome = SyncOutcome(5_120, 48_200, 12, 5, 0, up_to_date=False)
        self.desk = Desk(self.cases, *self.workers)
        self.desk.space = SPACE
        self.shell = Shell(self.desk, time.time, automatic_sync=False)

    def settle(self) -> None:
        """Let everything asked for arrive and be painted."""
        until = time.monotonic() + 0.4
        while time.monotonic() < until or any(worker.busy for worker in self.workers):
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def take(self, name: str, widget: QWidget, size: tuple[int, int] = WIDE) -> None:
        """Grab one screen."""
        widget.resize(*size)
        widget.show()
        self.settle()
        self.out.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(self.out / f"{name}.png"))

    def end(self) -> None:
        """Close the vault and the workers."""
        self.shell.hide()
        for worker in self.workers:
            worker.stop()
        self.cases.close()


def start_pages(studio: Studio, folder: Path) -> None:
    """Unlock, and the first start."""
    for name in ("Zawadi M.", "Neema L.", "Tatu K."):
        one = folder / "people" / name
        one.mkdir(parents=True)
        (one / "vault.hdr").write_bytes(b"")
        (one / NAME_FILE).write_text(name, encoding="utf-8")
    advice = PassphraseAdvice(lambda _words, _name: (3, ""), lambda: "maji tembo kijani jua kisima moto")
    unlock = StartPage(People(folder / "people", single=False), advice)
    unlock.resize(*WIDE)
    unlock.unlock.field.setText("maji tembo kijani jua")
    unlock.unlock.secret.reveal()
    studio.take("02-unlock", unlock)
    unlock.hide()
    first = StartPage(People(folder / "nobody", single=False), advice)
    studio.take("01-first-start", first)
    first.hide()


def main_pages(
    studio: Studio, suffix: str = "", size: tuple[int, int] = WIDE, only: tuple[str, ...] = ()
) -> None:
    """Home, lists, records, dispute, sync, bin; with `only`, those alone are saved."""
    shell = studio.shell
    shell.resize(*size)
    shell.show()
    studio.settle()
    if not only:
        studio.take(f"03-home{suffix}", shell, size)
    steps: list[tuple[str, Callable[[], None]]] = [
        ("04-notes", lambda: open_third(studio)),
        ("05-note-edit", shell.pane.edit),
        ("06-contact-two-versions", lambda: open_record(studio, Section.CONTACTS, studio.contact)),
        ("07-text-two-versions", lambda: open_record(studio, Section.MERGE, studio.note)),
        ("08-history", shell.pane.show_history),
        ("09-search", lambda: search(studio, "mercu")),
        ("10-sync", lambda: exchange(studio)),
        ("12-practice", lambda: open_practice(studio)),
        ("13-practice-danger", lambda: scroll_pane(studio, 0.2)),
        ("14-practice-together", lambda: scroll_pane(studio, 1)),
        ("11-bin", lambda: into_bin(studio)),
    ]
    for name, act in steps:
        act()
        studio.settle()
        if not only or name[:2] in only:
            studio.take(f"{name}{suffix}", shell, size)


def exchange(studio: Studio) -> None:
    """Sync, and stay to see what it did."""
    studio.shell.go(Section.SYNC)
    studio.shell.sync()


def open_third(studio: Studio) -> None:
    """Choose the third note of the list."""
    studio.shell.go(Section.NOTES)
    studio.settle()
    pane = studio.shell.list
    pane.rows.setCurrentIndex(pane.model.index(2))
    studio.settle()


def open_record(studio: Studio, section: Section, record: bytes) -> None:
    """Go to a section and choose a record there."""
    studio.shell.go(section)
    studio.settle()
    pane = studio.shell.list
    for number, item in enumerate(pane.model.items):
        if item.id == record:
            pane.rows.setCurrentIndex(pane.model.index(number))
    studio.settle()


def open_practice(studio: Studio) -> None:
    """Choose the practice on retorts."""
    studio.shell.go(Section.PRACTICES)
    studio.settle()
    pane = studio.shell.list
    wanted = next(n for n, item in enumerate(pane.model.items) if "retort" in item.row.title)
    pane.rows.setCurrentIndex(pane.model.index(wanted))
    studio.settle()


def scroll_pane(studio: Studio, share: float) -> None:
    """Scroll the open record down by a share of its length."""
    bar = studio.shell.pane.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))


def search(studio: Studio, text: str) -> None:
    """Type into the search of the notes."""
    studio.shell.go(Section.NOTES)
    studio.shell.list.search.setText(text)
    studio.settle()
    studio.shell.list.rows.setCurrentIndex(studio.shell.list.model.index(0))


def into_bin(studio: Studio) -> None:
    """Delete the record that is open, then look into the bin."""
    if studio.shell.pane.record is None:
        search(studio, "mercu")
        studio.settle()
    studio.shell.pane.delete()
    studio.settle()
    studio.shell.go(Section.BIN)
    studio.settle()
    studio.shell.list.rows.setCurrentIndex(studio.shell.list.model.index(0))


def main(out: Path = OUT) -> int:
    """Render all into a folder."""
    app = QApplication(sys.argv[:1])
    for chosen, suffix, size in (
        (theme.LIGHT_THEME, "", WIDE),
        (theme.DARK_THEME, "-dark", WIDE),
        (theme.LIGHT_THEME, "-narrow", NARROW),
    ):
        theme.apply(app, chosen)
        with tempfile.TemporaryDirectory() as folder:
            studio = Studio(app, Path(folder) / "vault", out)
            if not suffix:
                start_pages(studio, Path(folder))
            main_pages(studio, suffix, size, SOME.get(suffix, ()))
            studio.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT))
