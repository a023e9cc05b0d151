#!/bin/sh
# What the Windows build needs of a Debian system beside `make setup`: with root it installs what is missing,
# else it says what to install. Quick when nothing is missing. `--tests` adds what drives the window.
set -eu

say() { printf '%s\n' "$*" >&2; }

missing() { # COMMAND PACKAGE...
  while [ $# -gt 0 ]; do
    command -v "$1" >/dev/null 2>&1 || echo "$2"
    shift 2
  done
}

wanted=$(
  missing wine wine makensis nsis x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 dpkg-deb dpkg git git
  [ -e /usr/lib/wine/wine64 ] || echo wine64
  [ "${1:-}" != --tests ] ||
    missing Xvfb xvfb xdotool xdotool import imagemagick
)
[ -n "$wanted" ] || exit 0
if ! command -v apt-get >/dev/null; then
  say "The Windows build is made on Debian; this system lacks" $wanted
  exit 1
elif [ "$(id -u)" -ne 0 ]; then
  say "Please install these first: sudo apt-get install" $wanted
  exit 1
fi
say "Installing system packages:" $wanted
export DEBIAN_FRONTEND=noninteractive
# word splitting is meant: one package per word
# shellcheck disable=SC2086
apt-get install -y --no-install-recommends $wanted >/dev/null 2>&1 ||
  { apt-get update >/dev/null && apt-get install -y --no-install-recommends $wanted >/dev/null; }
