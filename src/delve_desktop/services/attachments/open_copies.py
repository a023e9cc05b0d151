"""Attachments opened in another program: a copy in the one private folder of the vault, wiped again.

The copies are the only plaintext of a vault that this program puts on a disk by itself (invariant 27): each
by an explicit click, read by its owner only, removed when the vault is closed or locked, and at the next
start. Whoever saves a copy elsewhere from the other program has it there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from delve_desktop.domain.attachments import safe_name
from delve_desktop.domain.errors import InvalidContent
from delve_desktop.services.session import Session
from delve_desktop.store.files import OPEN

from .reading import save_as

# what a system would run in place of showing it; saving is left to the person
_PROGRAMS: Final = """
    action ade adp apk app appimage application applescript appref-ms appx appxbundle bat bin chm cmd com
    command cpl csh deb desktop diagcab dll dmg docm dotm exe fileloc flatpakref gadget hlp hta htm html img
    inetloc inf ins iqy iso isp jar jnlp js jse ksh library-ms lnk mad mda mdb mde mht mhtml msc msh msi msix
    msixbundle msp mst osx out pif pkg pl potm ppam ppsm pptm ps1 psc1 psm1 py pyc pyw rb reg rgs rpm run scf
    scpt scr sct search-ms searchconnector-ms settingcontent-ms sh shb shs sldm slk svg svgz sys terminal
    theme tool url vb vbe vbs vhd vhdx vsmacros vxd webloc website wine workflow ws wsc wsf wsh xbap xht
    xhtml xla xlam xll xlsb xlsm xltm xnk zsh
"""
PROGRAMS: Final = frozenset(_PROGRAMS.split())


def open_copy(session: Session, value: Any, role: str = "file") -> Path:
    """A copy of an attachment for another program to show; it lies there until the vault is closed.

    Raises `InvalidContent` for what a system would run, `NotFound` when the bytes are not here, `DiskFull`.
    """
    name = safe_name(str(value.get("name", "")) if isinstance(value, dict) else "")
    if "." not in name or name.rpartition(".")[2].lower() in PROGRAMS:
        raise InvalidContent("This kind of file could do harm and is not opened from here; it can be saved.")
    folder = _private(session.vault.folder / OPEN) / os.urandom(8).hex()
    folder.mkdir(mode=0o700)
    path = folder / name
    try:
        save_as(session, value, path, role=role)
    except BaseException:
        with suppress(OSError):
            folder.rmdir()
        raise
    path.chmod(0o400)  # what somebody changes in it would be lost
    return path


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or not folder.is_dir():
        raise InvalidContent("The folder for opened files is not what it should be; nothing was opened.")
    folder.chmod(0o700)
    return folder
