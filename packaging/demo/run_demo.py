"""Shows Delve as two people meet it: a hub, a coordinator's laptop and an officer's laptop.

It only runs the two programs, `delve` and `delve-server`, as a person would. Both laptops get the
sample records; then each changes two of them before they meet: one change is disputed, the other
joins by itself. With a screen both windows open, and the hub stays up until they are closed;
without one, the same is told in sentences. Everything lies in a folder that is removed at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import queue
import subprocess
import sys
import sysconfig
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
PASSPHRASE = "demo laptop nobody keeps secrets here"  # noqa: S105  printed for whoever tries the windows
DISPUTED = "Baraka Nduki"
JOINED = "Retort test at Kambi ya Mawe"
START_SECONDS = 60


class Failed(Exception):
    """A program of the demonstration did not do what it should; the message says which and why."""


def program(name: str) -> str:
    """The installed program of this interpreter."""
    suffix = ".exe" if os.name == "nt" else ""
    return str(Path(sysconfig.get_path("scripts")) / f"{name}{suffix}")


def say(sentence: str) -> None:
    """One line of what happens, at once."""
    print(sentence, flush=True)


@dataclass(frozen=True)
class Laptop:
    """One vault in its folder, driven by the command line."""

    owner: str
    vault: Path

    @property
    def environment(self) -> dict[str, str]:
        """What its programs see. The passphrase is printed, so opening the vault need cost no second."""
        return {**os.environ, "DELVE_PASSPHRASE": PASSPHRASE, "DELVE_KDF": "floor", "PYTHONUTF8": "1"}

    def run(self, *arguments: str) -> Any:
        """Run one command and give what its JSON says, or None when it prints nothing."""
        command = [program("delve"), "--vault", str(self.vault), "--json", *arguments]
        done = subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            raise Failed(f"{self.owner}: `delve {' '.join(arguments)}` failed. {done.stderr.strip()}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def record(self, title: str) -> str:
        """The id of the record with this title."""
        rows = self.run("list", "--limit", "1000")
        return next(str(row["id"]) for row in rows if row["title"] == title)

    def text(self, record: str) -> str:
        """The long text of a note, as this laptop shows it merged."""
        return str(self.run("show", record)["fields"]["text"]["value"])

    def rewrite(self, record: str, old: str, new: str, scratch: Path) -> None:
        """Replace a passage of a note's text, as an editor would."""
        before = self.text(record)
        if old not in before:
            raise Failed(f"{self.owner}: the note does not hold {old!r}.")
        scratch.write_text(before.replace(old, new), encoding="utf-8", newline="\n")
        self.run("edit", record, "--file", f"text={scratch}")
        scratch.unlink()

    def open_window(self) -> subprocess.Popen[bytes]:
        """Start the window of this vault."""
        return subprocess.Popen([program("delve"), "--vault", str(self.vault)], env=self.environment)


@contextlib.contextmanager
def hub(data: Path) -> Iterator[str]:
    """A hub on a free port of this machine, open to its own laptops; gives its address."""
    command = [program("delve-server"), "serve", "--data", str(data), "--port", "0", "--open"]
    log = data.with_suffix(".log")
    with (
        log.open("wb") as told,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told, encoding="utf-8") as process,
    ):
        assert process.stdout
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_pass_on, args=(process.stdout, lines), daemon=True).start()
        try:
            yield _address(lines)
        finally:
            process.terminate()


def _pass_on(stream: Iterator[str], lines: queue.Queue[str]) -> None:
    for line in stream:
        lines.put(line)
    lines.put("")


def _address(lines: queue.Queue[str]) -> str:
    """The address in the line that the hub prints when it is ready."""
    while True:
        try:
            line = lines.get(timeout=START_SECONDS)
        except queue.Empty:
            raise Failed("The hub did not say that it listens.") from None
        if not line:
            raise Failed("The hub ended before it listened; --folder DIR keeps its log.")
        if line.startswith("listening on "):
            return line.removeprefix("listening on ").strip()


def found(coordinator: Laptop, address: str) -> None:
    """A new space on the coordinator's laptop, with the sample records, on the hub."""
    coordinator.run("init", "--name", coordinator.owner)
    coordinator.run("space", "create", "Lake Zone")
    coordinator.run("hub", "set", address)
    coordinator.run("import", *map(str, sorted(SAMPLE.glob("*.jsonl"))))
    attach_pictures(coordinator)
    sent = coordinator.run("sync")
    count = len(coordinator.run("list", "--limit", "1000"))
    say(f"{coordinator.owner} coordinates the space Lake Zone, which begins with {count} records.")
    say(f"{sent['sent_bytes']} encrypted bytes went to the hub.")


def attach_pictures(coordinator: Laptop) -> None:
    """The drawn pictures of the samples, at their records."""
    from delve_desktop.services.attachments.sample import attach_sample_pictures
    from delve_desktop.services.session import open_vault

    with contextlib.closing(open_vault(coordinator.vault, PASSPHRASE)) as session:
        with session.vault.read() as unit:
            (space,) = [row.id for row in unit.spaces()]
        count = attach_sample_pictures(session, space, SAMPLE / "pictures")
    say(f"{count} pictures stand at the records.")


def admit(coordinator: Laptop, officer: Laptop) -> None:
    """The officer's laptop joins by a code, six words and an approval."""
    officer.run("init", "--name", officer.owner)
    code = coordinator.run("space", "invite")["code"]
    officer.run("space", "join", code)
    (request,) = coordinator.run("space", "requests")
    say(f"{officer.owner}, an officer, asks to join. Both read the same words aloud:")
    say(f"    {' '.join(request['words'])}")
    coordinator.run("space", "approve", request["id"])
    came = officer.run("sync")
    say(f"{coordinator.owner} approved. {came['received_bytes']} bytes brought all {came['ops_in']} records.")


def write_apart(coordinator: Laptop, officer: Laptop, folder: Path) -> tuple[str, str]:
    """Both change the same two records while apart; gives the disputed and the joined record."""
    disputed, joined = coordinator.record(DISPUTED), coordinator.record(JOINED)
    coordinator.run("edit", disputed, "--set", "organisation=Nyota ya Dhahabu")
    officer.run("edit", disputed, "--set", "organisation=Kambi ya Mawe, shaft 3")
    say(f"Apart from each other, both changed the association of {DISPUTED},")
    coordinator.rewrite(
        joined, "Fourteen members", "Fourteen members and two visitors from Mgusu", folder / "c.md"
    )
    officer.rewrite(
        joined, "three grams of gold.", "three grams of gold. It was ordered on Friday.", folder / "o.md"
    )
    say("and each changed another paragraph of one note.")
    return disputed, joined


def meet(coordinator: Laptop, officer: Laptop) -> None:
    """Each syncs until it holds what the other wrote, and the two are compared."""
    for laptop in (coordinator, officer, coordinator):
        laptop.run("sync")
    hashes = {laptop.run("state-hash")["state_hash"] for laptop in (coordinator, officer)}
    if len(hashes) != 1:
        raise Failed("The two laptops do not hold the same after they met.")
    say("They met through the hub: both laptops now hold exactly the same.")


def tell(laptop: Laptop, disputed: str) -> None:
    """What one laptop shows of the record that both changed in the same place."""
    for dispute in laptop.run("conflicts"):
        if dispute["id"] == disputed:
            versions = ", ".join(f"“{version['value']}” ({version['by']})" for version in dispute["versions"])
            say(f"{laptop.owner} sees two versions of {dispute['field']} for {DISPUTED}: {versions}")
            return
    raise Failed(f"{laptop.owner}: the two versions of {DISPUTED} are not in view.")


def tell_joined(laptop: Laptop, joined: str) -> None:
    """The note that both changed in different places."""
    text = laptop.text(joined)
    if "two visitors from Mgusu" not in text or "ordered on Friday" not in text:
        raise Failed(f"{laptop.owner}: the two changes of the note did not join.")
    say(f"“{JOINED}” holds both changes:\n")
    say("\n".join(f"    {line}".rstrip() for line in text.splitlines()))


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return sys.platform in {"win32", "darwin"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def show(laptops: list[Laptop]) -> None:
    """Both windows, until both are closed."""
    say(f"\nTwo windows open. The passphrase of both is: {PASSPHRASE}")
    say("The hub runs until both windows are closed.")
    windows = [laptop.open_window() for laptop in laptops]
    try:
        codes = [window.wait() for window in windows]
    finally:
        for window in windows:
            if window.poll() is None:
                window.terminate()
    if any(codes):
        raise Failed("A window did not open, or ended badly; what it said stands above.")


def demonstrate(folder: Path, windows: bool) -> None:
    """The whole demonstration in this folder."""
    coordinator = Laptop("Neema L.", folder / "Neema")
    officer = Laptop("Zawadi M.", folder / "Zawadi")
    with hub(folder / "hub") as address:
        say(f"A hub is up at {address}. It holds ciphertext only.")
        found(coordinator, address)
        admit(coordinator, officer)
        disputed, joined = write_apart(coordinator, officer, folder)
        meet(coordinator, officer)
        for laptop in (coordinator, officer):
            tell(laptop, disputed)
        tell_joined(officer, joined)
        if windows:
            show([coordinator, officer])


def main() -> int:
    """Run it; 0 when all went as it should."""
    parser = argparse.ArgumentParser(description="A hub and two laptops with sample records.")
    parser.add_argument("--folder", type=Path, help="keep everything in this new folder")
    parser.add_argument("--headless", action="store_true", help="open no window, even with a screen")
    options = parser.parse_args()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # an old console has another code page
    windows = has_screen() and not options.headless
    try:
        if options.folder:
            options.folder.mkdir(parents=True)
            demonstrate(options.folder.resolve(), windows)
        else:
            with tempfile.TemporaryDirectory(prefix="delve-demo-") as folder:
                demonstrate(Path(folder), windows)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
