"""Where a vault may live, and where it may not: pure rules over what a system tells of a place.

A live vault is a database that is written at every pause of typing. FAT and exFAT have no journal: a stick
that is pulled takes the vault with it. On a network drive locks hold only sometimes, so two programs may
write at once. A cloud program copies files one by one while they change, and mixes those of two laptops.
A backup is one file that is written once, and may lie on any of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Final


class Hazard(StrEnum):
    """Why a vault may not live in a place."""

    FAT = "fat"
    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Place:
    """What a system tells of a folder; see `place_facts` for how each one is asked.

    `filesystem` is the system's own name for it. `synced` are folders that some service copies, as far as
    its settings or marks in the folder or above tell, each with the service's name.
    """

    folder: PurePath
    filesystem: str = ""
    remote: bool = False
    home: PurePath | None = None
    synced: tuple[tuple[str, PurePath], ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not: the hazard, and the file system or service that brings it."""

    hazard: Hazard
    what: str

    @property
    def sentence(self) -> str:
        """What is wrong and what to do."""
        return _SENTENCES[self.hazard].format(what=self.what)


_SENTENCES: Final = {
    Hazard.FAT: (
        "A vault cannot live on a disk or stick formatted as {what}, which loses files when it is pulled out:"
        " keep the vault on the laptop's own disk, and use the stick for `delve backup`."
    ),
    Hazard.NETWORK: (
        "A vault cannot live on a network drive ({what}), where two programs may write at once: keep it on"
        " the laptop's own disk; `delve backup` and `delve restore-backup` bring it there."
    ),
    Hazard.CLOUD: (
        "A vault cannot live in a folder that {what} copies elsewhere, which would mix the files of two"
        " moments: keep it in another folder; `delve backup` and `delve restore-backup` bring it there."
    ),
}

_FAT: Final = {
    "vfat": "FAT",
    "msdos": "FAT",
    "fat": "FAT",
    "fat12": "FAT",
    "fat16": "FAT",
    "fat32": "FAT32",
    "exfat": "exFAT",
    "exfat_fs": "exFAT",
    "fuse.exfat": "exFAT",
}
FAT32: Final = frozenset({"vfat", "msdos", "fat", "fat12", "fat16", "fat32"})  # no file of 4 GiB fits these

_NETWORK: Final = frozenset(
    {
        *("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "afpfs", "ncpfs", "coda"),
        *("9p", "ceph", "lustre", "gpfs", "glusterfs", "webdav", "davfs", "davfs2", "ftp", "sshfs"),
        *(
            "vboxsf",
            "prl_fs",
            "drvfs",
            "rclone",
            "gvfsd-fuse",
            "smbnetfs",
            "s3fs",
            "curlftpfs",
            "vmhgfs-fuse",
        ),
        *("onedriver", "google-drive-ocamlfuse", "gcsf", "goofys", "mountpoint-s3"),
    }
)
_NAMES: Final = (  # of a folder right below one's home, or below the home's folder for such things
    ("OneDrive", "OneDrive"),
    ("Dropbox", "Dropbox"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("iCloudDrive", "iCloud"),
    ("iCloud Drive", "iCloud"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
)
_BELOW_HOME: Final = (
    ("Library", "Mobile Documents", "iCloud"),
    ("Library", "CloudStorage", "a cloud service"),
)


def judge(place: Place) -> Refusal | None:
    """The reason why a live vault may not be in this place, or None."""
    filesystem = place.filesystem.casefold()
    if filesystem in _FAT:
        return Refusal(Hazard.FAT, _FAT[filesystem])
    kind = filesystem.removeprefix("fuse.")
    if place.remote or kind in _NETWORK:
        return Refusal(Hazard.NETWORK, place.filesystem or "shared by another computer")
    for service, root in place.synced:
        if place.folder.is_relative_to(root):
            return Refusal(Hazard.CLOUD, service)
    service = _by_name(place)
    return Refusal(Hazard.CLOUD, service) if service else None


def _by_name(place: Place) -> str:
    """The service that a folder's name tells of, when nothing else does."""
    if place.home is None or not place.folder.is_relative_to(place.home):
        return ""
    parts = place.folder.relative_to(place.home).parts
    for first, second, service in _BELOW_HOME:
        if parts[:2] == (first, second):
            return service
    top = parts[0].casefold() if parts else ""
    for name, service in _NAMES:
        # "OneDrive - Cooperativa", "Dropbox (Personal)": the account follows
        if top == name.casefold() or top.startswith((f"{name.casefold()} - ", f"{name.casefold()} (")):
            return service
    return ""
