"""What the program remembers outside any vault, and where its files lie on this system.

The settings are a small JSON file, `settings.json`. It holds nothing of what people wrote and no key;
losing it loses nothing but convenience. `DELVE_HOME` names a folder to use instead of the system's own,
for a second user on one account and for demonstrations.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from delve_desktop.domain.errors import InvalidContent, Mistaken, NotFound

APP: Final = "Delve"
HOME_VARIABLE: Final = "DELVE_HOME"
MAX_SIZE: Final = 64 * 1024  # bytes of the settings file
TEXT_SIZES: Final = (100, 115, 130, 150, 175, 200)  # percent
THEMES: Final = ("light", "dark")
IDLE_MINUTES: Final = (1, 2, 5, 10, 15, 30)
OPENED: Final = (".vcf", ".vcard", ".delve-backup")  # how the names of files end that the window brings in
_NAMES: Final = ("language", "last_vault", "text_size", "theme", "idle_minutes")


class Settings(NamedTuple):
    """The settings; None where nobody has chosen. `other` holds what a later version wrote, and is kept.

    A named tuple, as the others that the start needs: a data class would take a hundredth of it.
    """

    language: str | None = None  # BCP 47, as "fr" or "pt-BR"; without it the system's
    last_vault: Path | None = None  # the folder of the vault opened last
    text_size: int | None = None  # percent of the usual size, one of TEXT_SIZES
    theme: str | None = None  # one of THEMES; without it the system's
    idle_minutes: int | None = None  # after which an untouched window locks, one of IDLE_MINUTES
    other: Mapping[str, Any] = MappingProxyType({})

    @classmethod
    def read(cls, path: Path | None = None) -> Settings:
        """The settings in this file, or the defaults when there is none; raises `InvalidContent`."""
        try:
            with (path or settings_file()).open("rb") as file:
                data = file.read(MAX_SIZE + 1)
        except FileNotFoundError:
            return cls()
        return _decode(data)

    def write(self, path: Path | None = None) -> None:
        """Replace the file as a whole and make its folder if missing; raises the `OSError` of the system."""
        path = path or settings_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(path.name + ".new")
        with new.open("wb") as file:
            file.write(_encode(self))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)

    def with_vault(self, folder: Path) -> Settings:
        """These settings after this vault was opened."""
        return self._replace(last_vault=folder.absolute())


def settings_file() -> Path:
    """Where the settings lie."""
    home = _home()
    if home is not None:
        return home / "settings.json"
    from platformdirs import user_config_path  # imported late, as with a home of its own it is not needed

    return user_config_path(APP, appauthor=False) / "settings.json"


def walks_folder() -> Path:
    """Where the vaults of *Look around* lie while somebody looks around; what is in there is never kept."""
    return vaults_folder().with_name("look-around")


def logs_folder() -> Path:
    """Where it is noted what the program did wrong; nothing of what people wrote is in there."""
    home = _home()
    if home is not None:
        return home / "logs"
    from platformdirs import user_log_path

    return user_log_path(APP, appauthor=False)


def vaults_folder() -> Path:
    """Where new vaults are made, unless a person says otherwise; local to this laptop, never roaming."""
    home = _home()
    if home is not None:
        return home / "vaults"
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "vaults"


def wants_least_cost() -> bool:
    """Whether `DELVE_KDF=floor` asks for the cheapest derivation that a new vault can have: for tests.

    Raises `Mistaken` for any other value.
    """
    wanted = os.environ.get("DELVE_KDF", "")
    if wanted not in ("", "floor"):
        raise Mistaken("DELVE_KDF can only be floor, and that only for tests.")
    return wanted == "floor"


def resources_dir() -> Path:
    """The folder of pictures, translations and samples: in the installed package or in the source tree.

    Raises `NotFound` when the program was installed without it.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parents[1] / "resources"):
        if folder.is_dir():
            return folder
    raise NotFound("The program was installed without its resources.")


def is_file_to_open(argument: str) -> bool:
    """Whether an argument of the program is the name of a file that its window brings in."""
    return not argument.startswith("-") and argument.lower().endswith(OPENED)


def vault_argument(argv: Sequence[str]) -> Path | None:
    """The folder after `--vault`, or in `DELVE_VAULT`."""
    for number, argument in enumerate(argv):
        if argument == "--vault" and number + 1 < len(argv):
            return Path(argv[number + 1]).absolute()
        if argument.startswith("--vault="):
            return Path(argument.removeprefix("--vault=")).absolute()
    given = os.environ.get("DELVE_VAULT")
    return Path(given).absolute() if given else None


def files_argument(argv: Sequence[str]) -> list[Path]:
    """The files to open, with their folders: the window that opens them may have begun in another one."""
    given = [each for number, each in enumerate(argv) if not number or argv[number - 1] != "--vault"]
    return [Path(each).absolute() for each in given if is_file_to_open(each)]


def _home() -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).absolute() if home else None


def _encode(settings: Settings) -> bytes:
    known = {name: getattr(settings, name) for name in _NAMES}
    if settings.last_vault is not None:
        known["last_vault"] = str(settings.last_vault)
    chosen = {name: value for name, value in known.items() if value is not None}
    import json

    return json.dumps({**settings.other, **chosen}, indent=2, ensure_ascii=False).encode("utf-8") + b"\n"


def _decode(data: bytes) -> Settings:
    import json  # not where nothing was chosen yet

    try:
        # a byte order mark is what a person's editor may have left
        content = json.loads(data.decode("utf-8-sig")) if len(data) <= MAX_SIZE else None
    except (ValueError, RecursionError) as error:
        raise InvalidContent("The settings file cannot be read.") from error
    if not isinstance(content, dict):
        raise InvalidContent("The settings file cannot be read.")
    known = {name: content.pop(name, None) for name in _NAMES}
    for name in ("language", "last_vault"):
        if known[name] is not None and not (isinstance(known[name], str) and known[name]):
            raise InvalidContent(f"In the settings file, {name} is not a text.")
    vault = known.pop("last_vault")
    for name, allowed in (("text_size", TEXT_SIZES), ("theme", THEMES), ("idle_minutes", IDLE_MINUTES)):
        value = known[name]
        # by type too: True equals 1, and is no number of minutes
        if value is not None and (type(value) is not type(allowed[0]) or value not in allowed):
            raise InvalidContent(f"In the settings file, {name} is none of {', '.join(map(str, allowed))}.")
    return Settings(last_vault=Path(vault) if vault else None, other=content, **known)
