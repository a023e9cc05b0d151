"""What a person reads when something went wrong: what happened, what is safe, what to do next."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from delve_desktop.domain import errors


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message: `text` is shown, `detail` lies behind a fold and can be copied."""

    text: str
    detail: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("sentences", text)


def _known() -> tuple[tuple[type[Exception], str], ...]:
    """The most special first."""
    return (
        (errors.WrongPassphrase, _tr("These words do not open this vault. Nothing is harmed: try again.")),
        (errors.InUse, _tr("Delve is already open for this person. Use the other window.")),
        (
            errors.NewerFormat,
            _tr("A newer Delve wrote this. It is untouched; update Delve on this laptop to open it."),
        ),
        (
            errors.DiskFailing,
            _tr("The disk had trouble just now. What was saved before is safe. Make a copy, then try again."),
        ),
        (
            errors.Damaged,
            _tr(
                "A file of this vault is damaged. Delve changed nothing. Use a copy, or ask your coordinator."
            ),
        ),
        (errors.DiskFull, _tr("The disk is full. What was saved before is safe. Make room and try again.")),
        (
            errors.WriteProtected,
            _tr("This folder cannot be written to. Nothing was changed; move the vault or free its folder."),
        ),
        (errors.Locked, _tr("The vault was locked meanwhile. What was saved is safe; open it again.")),
        (
            errors.HubUnreachable,
            _tr("The server was not reached. Everything stays safe on this laptop and goes out next time."),
        ),
        (errors.Cancelled, _tr("Stopped. What had arrived is kept, and it goes on from here next time.")),
        (
            errors.NotAllowed,
            _tr("Your role in this space does not allow that. Nothing was changed; ask a coordinator."),
        ),
        (errors.NotFound, _tr("It is no longer there. Nothing else was changed.")),
    )


def _of_system(error: OSError) -> type[Exception]:
    """The kind of ours that says the same as an error of the system, for files outside the database."""
    if error.errno in errors.NO_ROOM:
        return errors.DiskFull
    if isinstance(error, FileNotFoundError):  # the stick with the vault was pulled, or its folder removed
        return errors.NotFound
    is_protected = isinstance(error, PermissionError) or error.errno == errno.EROFS
    return errors.WriteProtected if is_protected else type(error)


def sentence(error: Exception) -> Sentence:
    """The words for an error; the error's own message becomes the detail."""
    detail = f"{type(error).__name__}: {error}"
    ours = _of_system(error) if isinstance(error, OSError) else type(error)
    for kind, text in _known():
        if issubclass(ours, kind):
            return Sentence(text, detail)
    if isinstance(error, errors.HubRefused):
        return Sentence(_tr("The server did not accept this. Everything stays safe on this laptop."), detail)
    if isinstance(error, errors.DelveError):  # its message is one plain sentence already
        return Sentence(str(error), detail)
    return Sentence(
        _tr("Something went wrong in Delve itself. What was saved is safe. You can go on."), detail
    )
