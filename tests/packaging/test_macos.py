"""What is prepared for macOS, as far as it can be looked at without a Mac."""

from __future__ import annotations

import plistlib
import subprocess
from pathlib import Path

import info_plist
import left_out
from delve_desktop import __version__, settings
from setup_program import OWN_ENDING

FOLDER = Path(info_plist.__file__).parent


def test_the_property_list_can_be_written_and_names_what_is_opened():
    told = info_plist.info_plist(__version__, left_out.LANGUAGES)
    assert plistlib.loads(plistlib.dumps(told)) == told
    assert told["CFBundleShortVersionString"] == __version__
    assert set(told["CFBundleLocalizations"]) == {"en", "fr", "es", "pt"}
    exported = {each["UTTypeIdentifier"] for each in told["UTExportedTypeDeclarations"]}
    opened = {kind for each in told["CFBundleDocumentTypes"] for kind in each["LSItemContentTypes"]}
    assert opened == exported | {"public.vcard"}


def test_every_system_opens_what_the_window_brings_in():
    assert {info_plist.OWN_ENDING, ".vcf", ".vcard"} == set(settings.OPENED)
    assert info_plist.OWN_ENDING == OWN_ENDING


def test_the_entitlements_can_be_read():
    told = plistlib.loads((FOLDER / "entitlements.plist").read_bytes())
    assert told == {"com.apple.security.device.audio-input": True}


def test_the_script_can_be_parsed_and_says_that_it_is_unproven():
    script = FOLDER / "build.sh"
    subprocess.run(["sh", "-n", str(script)], check=True)
    assert "NOT PROVEN" in script.read_text(encoding="utf-8")
