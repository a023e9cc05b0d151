#!/bin/sh
# Builds Delve on a Mac: dist/macos/Delve.app and dist/Delve-<version>-macos-<machine>.dmg.
# NOT PROVEN: no Mac was at hand when this was written; only its syntax is checked.
#
#   PYTHON=python3.13          an interpreter from python.org, of the processor that the program is for
#   SIGN="Developer ID Application: NAME (TEAM)"   signs with this identity of the key chain, else ad hoc
#   NOTARY=profile             hands the image to Apple's notary with these kept credentials
#                              (xcrun notarytool store-credentials), and staples the answer to it
#
# Without SIGN a downloaded copy is refused by Gatekeeper until somebody opens it from the context menu. A copy
# from a stick bears no quarantine mark, and opens.
set -eu
cd "$(dirname "$0")/../.."

say() { printf '%s\n' "$*" >&2; }

[ "$(uname -s)" = Darwin ] || { say "This builds on a Mac only."; exit 1; }
python=${PYTHON:-python3.13}
venv=build/macos/venv
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
  --requirement requirements/freeze.txt
"$venv/bin/python" packaging/translations.py compile
version=$("$venv/bin/python" -c 'import sys; sys.path.insert(0, "src"); from delve_desktop import __version__ as v; print(v)')

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
PYTHONHASHSEED=1
export SOURCE_DATE_EPOCH PYTHONHASHSEED
QT_QPA_PLATFORM=offscreen "$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level WARN \
  --distpath dist/macos --workpath build/macos/freeze-work packaging/freeze/delve.spec
app=dist/macos/Delve.app

# from the inside out, as the outer signature covers the inner ones; Python needs no exception from the
# hardened runtime, but the microphone is asked for
find "$app/Contents" \( -name '*.dylib' -o -name '*.so' -o -path '*.framework/Versions/A/*' -perm -u+x \) -type f \
  -exec codesign --force --options runtime --sign "${SIGN:--}" {} +
codesign --force --options runtime --entitlements packaging/macos/entitlements.plist --sign "${SIGN:--}" "$app"
codesign --verify --deep --strict "$app"

"$app/Contents/MacOS/Delve" --self-test --report build/macos/self-test.txt || { cat build/macos/self-test.txt; exit 1; }

image=dist/Delve-$version-macos-$(uname -m).dmg
folder=build/macos/image
rm -rf "$folder" "$image"
mkdir -p "$folder"
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -quiet -fs HFS+ -format UDZO -volname "Delve $version" -srcfolder "$folder" "$image"
if [ -n "${SIGN:-}" ]; then
  codesign --timestamp --sign "$SIGN" "$image"
fi
if [ -n "${NOTARY:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY" --wait
  xcrun stapler staple "$image"
fi
ls -l "$image"
