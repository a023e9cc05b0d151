#!/bin/sh
# Adds what Delve needs of a Debian system and what is missing: with root it installs, else it says what to
# install. `packaging/system_packages.sh PYTHON`; quick when nothing is missing.
set -eu

say() { printf '%s\n' "$*" >&2; }

has_library() {
  # files, not the linker's cache: a minimal image may have no ldconfig on the path
  for folder in /lib /usr/lib /lib64 /usr/lib64 /usr/local/lib; do
    for file in "$folder/$1" "$folder"/*-linux-*/"$1"; do
      [ -e "$file" ] && return 0
    done
  done
  return 1
}

# the package of each library, where the library is not there
missing() {
  while [ $# -gt 0 ]; do
    has_library "$1" || echo "$2"
    shift 2
  done
}

missing_packages() {
  "$1" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
  [ "$(uname -s)" = Linux ] || return 0
  # what Qt opens even without a screen
  missing libGL.so.1 libgl1 libEGL.so.1 libegl1 libdbus-1.so.3 libdbus-1-3 libfontconfig.so.1 libfontconfig1 \
    libglib-2.0.so.0 libglib2.0-0 libxkbcommon.so.0 libxkbcommon0 libgssapi_krb5.so.2 libgssapi-krb5-2
  # without any font the window shows boxes, and Qt warns, which fails a test
  [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' 2>/dev/null | head -n 1)" ] ||
    echo fonts-dejavu-core
  # what it opens to show a window under X11
  [ -z "${DISPLAY:-}" ] ||
    missing libxkbcommon-x11.so.0 libxkbcommon-x11-0 libxcb-cursor.so.0 libxcb-cursor0 libxcb-icccm.so.4 \
      libxcb-icccm4 libxcb-keysyms.so.1 libxcb-keysyms1 libxcb-shape.so.0 libxcb-shape0
}

# word splitting is meant: one package per word
# shellcheck disable=SC2046
set -- $(missing_packages "$1")
[ $# -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  say "This system lacks what these Debian packages hold: $*. Install its own equivalents if something fails."
elif [ "$(id -u)" -ne 0 ]; then
  say "Please install these, if something fails: sudo apt-get install $*"
else
  say "Installing system packages: $*"
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
    { apt-get update >/dev/null && apt-get install -y --no-install-recommends "$@" >/dev/null; } ||
    say "Could not install them all; going on, in case this system can do without."
fi
