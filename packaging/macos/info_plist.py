"""What macOS reads of `Delve.app`: its languages, what it opens, why it asks for the microphone.

NOT PROVEN: no Mac was at hand when this was written. The keys are those of Apple's Information Property List.
"""

from __future__ import annotations

from typing import Any, Final

OWN_ENDING: Final = ".delve-backup"  # of the files that no other program opens
IDENTIFIER: Final = "org.delve.desktop"
OLDEST: Final = "13.0"  # what Qt 6.11 runs on


def info_plist(version: str, languages: tuple[str, ...]) -> dict[str, Any]:
    """The dictionary that PyInstaller's BUNDLE adds to its own."""
    backup = f"{IDENTIFIER}.backup"
    return {
        "CFBundleDisplayName": "Delve",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": languages[0],
        "CFBundleLocalizations": list(languages),
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Apache License 2.0",
        "NSMicrophoneUsageDescription": "Delve records what you say when you click Record.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Delve backup",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [backup],
            },
            {
                # an address book stays with whichever program the person has chosen
                "CFBundleTypeName": "Address book",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.vcard"],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": backup,
                "UTTypeDescription": "Delve backup",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": [OWN_ENDING.removeprefix(".")]},
            }
        ],
    }
