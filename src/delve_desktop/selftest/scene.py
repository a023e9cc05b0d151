"""What the steps of a self-test work on and hand from one to the next."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType

    from delve_desktop.domain.ids import RecordId, SpaceId
    from delve_desktop.services.session import Session

PASSPHRASE: Final = "this vault is wiped in a minute"  # noqa: S105 - of made-up records
TITLE: Final = "Clean water for Mgusu"
WORD: Final = "chlorine"
TEXT: Final = f"Boil it, or add {WORD}.\nAccents stay as they are: à é í õ ü ñ ç."


class Failure(Exception):
    """A step did not do what it must; the message is one plain sentence."""


class Scene:
    """One folder, the vault in it, and what to close at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = folder / "vault"
        self.closing = ExitStack()
        self.session: Session | None = None
        self.space: SpaceId | None = None
        self.note: RecordId | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        self.closing.close()

    def close(self) -> None:
        """Lock the vault, if it is open."""
        session, self.session = self.session, None
        if session is not None:
            session.close()

    @property
    def open(self) -> tuple[Session, SpaceId]:
        """The open vault and its space."""
        if self.session is None or self.space is None:
            raise Failure("The vault is not open.")
        return self.session, self.space


def must(holds: object, sentence: str) -> None:
    """Raise a `Failure` with this sentence unless it holds."""
    if not holds:
        raise Failure(sentence)
