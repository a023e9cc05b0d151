"""Where a vault may live: the rule over what systems tell, and what each system is asked."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from delve_desktop.crypto.kdf import FLOOR
from delve_desktop.domain.errors import UnsafePlace
from delve_desktop.services.keeping import place_facts, place_linux, place_macos, place_windows
from delve_desktop.services.keeping.place_facts import check_place, dropbox_folders, look_at
from delve_desktop.services.keeping.place_linux import Mount, mount_of, parse
from delve_desktop.services.keeping.places import Hazard, Place, judge
from delve_desktop.services.session import Session, create_vault, open_vault

from .conftest import PASSPHRASE

LAPTOP = PurePosixPath("/home/zawadi/.local/share/Delve/vaults/zawadi")
HOME = PurePosixPath("/home/zawadi")
WINDOWS_HOME = PureWindowsPath("C:/Users/Zawadi")


class TestRule:
    @pytest.mark.parametrize(
        "name", ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "NTFS", "ReFS", "apfs"]
    )
    def test_a_disk_of_the_laptop_is_good(self, name: str) -> None:
        assert judge(Place(LAPTOP, name, home=HOME)) is None

    @pytest.mark.parametrize("name", ["fuseblk", "ntfs3", "fuse.gocryptfs", "ecryptfs", "hfs", "", "f2fs"])
    def test_what_is_unknown_or_a_local_layer_is_good(self, name: str) -> None:
        assert judge(Place(LAPTOP, name, home=HOME)) is None

    @pytest.mark.parametrize("name", ["vfat", "msdos", "exfat", "FAT32", "FAT", "exFAT", "fuse.exfat"])
    def test_fat_is_refused_by_name(self, name: str) -> None:
        refusal = judge(Place(LAPTOP, name))
        assert refusal is not None
        assert refusal.hazard is Hazard.FAT
        assert "FAT" in refusal.sentence
        assert "delve backup" in refusal.sentence

    @pytest.mark.parametrize(
        "name",
        [
            *("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.davfs", "davfs", "webdav", "9p"),
            *("fuse.rclone", "afpfs", "fuse.gvfsd-fuse", "vboxsf", "fuse.onedriver"),
        ],
    )
    def test_network_drives_are_refused(self, name: str) -> None:
        refusal = judge(Place(LAPTOP, name))
        assert refusal is not None
        assert refusal.hazard is Hazard.NETWORK
        assert name in refusal.sentence

    def test_a_drive_that_the_system_calls_remote_is_refused_whatever_its_name(self) -> None:
        for name in ("NTFS", ""):
            refusal = judge(Place(PureWindowsPath("Z:/vault"), name, remote=True))
            assert refusal is not None
            assert refusal.hazard is Hazard.NETWORK

    @pytest.mark.parametrize(
        "folder, home, service",
        [
            (HOME / "Dropbox" / "vault", HOME, "Dropbox"),
            (HOME / "Nextcloud" / "a" / "b", HOME, "Nextcloud"),
            (WINDOWS_HOME / "OneDrive" / "Delve", WINDOWS_HOME, "OneDrive"),
            (WINDOWS_HOME / "onedrive - Cooperativa" / "Delve", WINDOWS_HOME, "OneDrive"),
            (WINDOWS_HOME / "Dropbox (Personal)" / "x", WINDOWS_HOME, "Dropbox"),
            (WINDOWS_HOME / "iCloudDrive" / "x", WINDOWS_HOME, "iCloud"),
            (HOME / "Google Drive" / "x", HOME, "Google Drive"),
            (HOME / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "x", HOME, "iCloud"),
            (HOME / "Library" / "CloudStorage" / "Box-Box" / "x", HOME, "a cloud service"),
        ],
    )
    def test_the_folders_of_cloud_services_are_refused(self, folder, home, service: str) -> None:
        refusal = judge(Place(folder, "apfs", home=home))
        assert refusal is not None
        assert (refusal.hazard, refusal.what) == (Hazard.CLOUD, service)
        assert service in refusal.sentence

    def test_what_a_service_says_it_copies_is_refused_and_what_lies_beside_it_is_not(self) -> None:
        root = PureWindowsPath("D:/Company Files")
        place = Place(PureWindowsPath("d:/company files/vault"), "NTFS", synced=(("OneDrive", root),))
        refusal = judge(place)
        assert refusal is not None
        assert refusal.what == "OneDrive"
        beside = Place(PureWindowsPath("D:/Company Files 2/vault"), "NTFS", synced=(("OneDrive", root),))
        assert judge(beside) is None

    @pytest.mark.parametrize(
        "folder", [HOME / "work" / "Dropbox", HOME / "Dropbox-old", HOME / "documents", HOME]
    )
    def test_a_name_alone_says_something_only_right_below_home(self, folder: PurePosixPath) -> None:
        assert judge(Place(folder, "ext4", home=HOME)) is None


class TestLinux:
    TABLE = (
        "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw",
        "36 27 8:17 / /media/z/My\\040Stick rw,nosuid shared:1 master:2 - vfat /dev/sdb1 rw,uid=1000",
        "37 27 0:45 / /mnt/office rw - cifs //server/share rw",
        "38 27 0:46 / /mnt rw - tmpfs tmpfs rw",
        "39 38 8:33 / /mnt/cover rw - ext4 /dev/sdc rw",
        "40 39 0:47 / /mnt/cover rw - fuse.sshfs me@there:/ rw",
        "nonsense",
        "",
        "1 2 3 - ",
    )

    @pytest.mark.parametrize(
        "folder, filesystem",
        [
            ("/home/z/vault", "ext4"),
            ("/media/z/My Stick/vault", "vfat"),
            ("/media/z/My Sticker", "ext4"),
            ("/mnt/office", "cifs"),
            ("/mnt/other", "tmpfs"),
            ("/mnt/cover/vault", "fuse.sshfs"),  # the later mount lies on top
        ],
    )
    def test_the_deepest_and_last_mount_counts(self, folder: str, filesystem: str) -> None:
        mount = mount_of(PurePosixPath(folder), parse(self.TABLE))
        assert mount is not None
        assert mount.filesystem == filesystem

    def test_lines_that_are_none_are_left_out(self) -> None:
        assert len(parse(self.TABLE)) == 6
        assert mount_of(PurePosixPath("/x"), []) is None

    def test_behind_a_program_of_the_user_s_udev_tells_what_it_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(place_linux, "DEVICES", tmp_path)
        (tmp_path / "b8:17").write_text("S:disk/by-id/x\nE:ID_FS_TYPE=exfat\nE:ID_FS_LABEL=X\n")
        behind = place_linux._behind_fuse
        assert behind(Mount(PurePosixPath("/x"), "fuseblk", "8:17")) == "exfat"
        assert behind(Mount(PurePosixPath("/x"), "fuseblk", "8:18")) == "fuseblk"
        assert behind(Mount(PurePosixPath("/x"), "ext4", "8:17")) == "ext4"

    @pytest.mark.skipif(sys.platform != "linux", reason="asks this system")
    def test_this_system_is_asked(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        known = place_linux.filesystem(tmp_path)
        assert known
        monkeypatch.setattr(place_linux, "TABLE", tmp_path / "hidden")
        assert place_linux.filesystem(tmp_path) == ""  # the kernel's number names only what is refused
        assert place_linux._kernel_number(tmp_path) != 0
        monkeypatch.setattr(place_linux, "_kernel_number", lambda _folder: 0x4D44)
        assert place_linux.filesystem(tmp_path) == "vfat"


class Kernel32:
    """What Windows answers about one drive."""

    def __init__(self, name: str, drive: int, knows: bool = True) -> None:
        self.name, self.drive, self.knows = name, drive, knows

    def GetVolumePathNameW(self, path, out, size) -> int:  # noqa: N802 - Windows names it so
        out.value = path[:3]
        return 1

    def GetVolumeInformationW(self, root, _n, _s, _serial, _component, _flags, name, size) -> int:  # noqa: N802 - Windows names it so
        assert root.value == "E:\\"
        name.value = self.name
        return int(self.knows)

    def GetDriveTypeW(self, root) -> int:  # noqa: N802 - Windows names it so
        return self.drive


class TestWindows:
    @pytest.mark.parametrize(
        "kernel, told",
        [
            (Kernel32("NTFS", 3), ("NTFS", False)),
            (Kernel32("FAT32", 2), ("FAT32", False)),
            (Kernel32("NTFS", 4), ("NTFS", True)),
            (Kernel32("", 4, knows=False), ("", True)),
        ],
    )
    def test_the_drive_is_asked(self, kernel: Kernel32, told: tuple[str, bool]) -> None:
        assert place_windows.filesystem(PureWindowsPath("E:\\vaults\\x"), lambda: kernel) == told

    def test_a_share_is_remote_without_asking(self) -> None:
        folder = PureWindowsPath("\\\\server\\share\\vault")
        assert place_windows.filesystem(folder, lambda: Kernel32("NTFS", 3)) == ("", True)

    def test_a_folder_that_a_service_fills_through_the_system_is_known(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Stat:
            st_reparse_tag = 0x9000701A  # IO_REPARSE_TAG_CLOUD_7

        monkeypatch.setattr(Path, "lstat", lambda _self: Stat())
        assert place_facts._is_cloud_root(tmp_path)
        Stat.st_reparse_tag = 0xA000000C  # a symbolic link
        assert not place_facts._is_cloud_root(tmp_path)


class TestMacOS:
    @pytest.mark.parametrize(
        "name, flags, told",
        [
            (b"apfs", 0x1000, ("apfs", False)),
            (b"msdos", 0x1000, ("msdos", False)),
            (b"smbfs", 0, ("smbfs", True)),
        ],
    )
    def test_the_volume_is_asked(self, name: bytes, flags: int, told: tuple[str, bool]) -> None:
        def statfs(path: bytes, answer) -> int:
            assert path == b"/Volumes/X"
            filled = ctypes.cast(answer, ctypes.POINTER(place_macos.Statfs)).contents
            filled.f_fstypename, filled.f_flags = name, flags
            return 0

        assert place_macos.filesystem(PurePosixPath("/Volumes/X"), lambda: statfs) == told
        assert place_macos.filesystem(PurePosixPath("/Volumes/X"), lambda: lambda *_: -1) == ("", False)

    def test_the_answer_has_the_size_of_the_system_s(self) -> None:
        assert ctypes.sizeof(place_macos.Statfs) == 2168


class TestMarks:
    @pytest.fixture(autouse=True)
    def home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (home := tmp_path / "home").mkdir()
        monkeypatch.setattr(place_facts, "_home", lambda: home)
        for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial", "APPDATA", "LOCALAPPDATA"):
            monkeypatch.delenv(name, raising=False)
        return home

    @pytest.mark.parametrize(
        "mark, service",
        [
            (".stfolder", "Syncthing"),
            (".dropbox.cache", "Dropbox"),
            (".sync_1a2b3c4d.db", "Nextcloud"),
            ("._sync_1a2b3c4d.db", "Nextcloud"),
            (".tmp.drivedownload", "Google Drive"),
        ],
    )
    def test_a_mark_in_the_folder_or_above_tells_who_copies_it(
        self, tmp_path: Path, mark: str, service: str
    ) -> None:
        (tmp_path / "shared" / "deep").mkdir(parents=True)
        assert judge(look_at(tmp_path / "shared" / "deep" / "new")) is None
        (tmp_path / "shared" / mark).mkdir()
        refusal = judge(look_at(tmp_path / "shared" / "deep" / "new"))
        assert refusal is not None
        assert refusal.what == service
        assert judge(look_at(tmp_path / "beside")) is None

    def test_a_link_into_such_a_folder_is_followed(self, tmp_path: Path) -> None:
        for name in (".stfolder", "deep"):
            (tmp_path / "shared" / name).mkdir(parents=True)
        (tmp_path / "link").symlink_to(tmp_path / "shared" / "deep", target_is_directory=True)
        assert judge(look_at(tmp_path / "link" / "vault")) is not None

    def test_what_onedrive_puts_into_the_environment_is_believed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Work"))
        refusal = judge(look_at(tmp_path / "Work" / "vault"))
        assert refusal is not None
        assert refusal.what == "OneDrive"

    def test_dropbox_says_where_it_is(self, tmp_path: Path, home: Path) -> None:
        (home / ".dropbox").mkdir()
        info = home / ".dropbox" / "info.json"
        info.write_text(json.dumps({"personal": {"path": str(tmp_path / "Box"), "host": 1}, "x": 7}))
        refusal = judge(look_at(tmp_path / "Box" / "vault"))
        assert refusal is not None
        assert refusal.what == "Dropbox"

    @pytest.mark.parametrize("text", ["", "[1]", "{", '{"personal": {"path": 7}}', "[" * 100_000])
    def test_settings_of_others_that_make_no_sense_are_passed_over(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "info.json").write_text(text)
        assert list(dropbox_folders(tmp_path / "info.json")) == []

    def test_a_folder_that_cannot_be_looked_into_is_no_reason(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "scandir", refused)
        assert judge(look_at(tmp_path / "vault")) is None


class TestVaults:
    @pytest.fixture
    def on_a_stick(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(place_facts.ANYWHERE, raising=False)
        monkeypatch.setattr(place_facts, "look_at", lambda folder: Place(folder, "vfat"))

    def test_none_is_made_in_a_place_that_could_lose_it(self, tmp_path: Path, on_a_stick: None) -> None:
        with pytest.raises(UnsafePlace, match="FAT"):
            create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR)
        assert list(tmp_path.iterdir()) == []

    def test_none_is_opened_there(
        self, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session.close()
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        monkeypatch.setattr(place_facts, "look_at", lambda place: Place(place, "nfs4"))
        with pytest.raises(UnsafePlace, match="network"):
            open_vault(folder, PASSPHRASE)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    def test_who_knows_better_says_so(
        self, tmp_path: Path, on_a_stick: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(place_facts.ANYWHERE, "1")
        create_vault(tmp_path / "vault", PASSPHRASE, "Zawadi", params=FLOOR).close()
        monkeypatch.setenv(place_facts.ANYWHERE, "0")
        with pytest.raises(UnsafePlace):
            check_place(tmp_path / "vault")
