#!/bin/sh
# Makes .venv ready for work: finds a Python, adds what the system lacks where it may, installs the pinned
# packages and this project. `make setup` calls it, and only when something it depends on has changed.
#   PYTHON=python3.12  uses that interpreter instead of looking for one
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

# Libraries that Qt opens even without a screen, and those it opens to show a window under X11.
qt_libraries="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libgssapi-krb5-2"
screen_libraries="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
fonts="fonts-dejavu-core"

is_suitable() {
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (4,))' 2>/dev/null
}

find_python() {
  for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if is_suitable "$candidate"; then
      echo "$candidate"
      return
    fi
  done
}

has_library() {
  # the linker's cache first; a minimal image may have no ldconfig on the path
  for folder in /lib /usr/lib /lib64 /usr/lib64 /usr/local/lib; do
    for file in "$folder/$1" "$folder"/*-linux-*/"$1"; do
      [ -e "$file" ] && return 0
    done
  done
  return 1
}

install_packages() {
  [ $# -eq 0 ] && return
  if ! command -v apt-get >/dev/null; then
    say "This system lacks what these Debian packages hold: $*. Install its own equivalents if something fails."
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    say "Please install these first: sudo apt-get install $*"
    return
  fi
  say "Installing system packages: $*"
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
    { apt-get update >/dev/null && apt-get install -y --no-install-recommends "$@" >/dev/null; } ||
    say "Could not install them all; going on, in case this system can do without."
}

missing_system_packages() {
  "$1" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
  [ "$(uname -s)" = Linux ] || return 0
  for library in libGL.so.1 libEGL.so.1 libdbus-1.so.3 libfontconfig.so.1 libglib-2.0.so.0 libxkbcommon.so.0 \
    libgssapi_krb5.so.2; do
    has_library "$library" || { echo "$qt_libraries"; break; }
  done
  if [ -n "${DISPLAY:-}" ]; then
    has_library libxcb-cursor.so.0 || echo "$screen_libraries"
  fi
  # without any font the window shows boxes, and Qt warns, which fails a test
  [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' 2>/dev/null | head -n 1)" ] || echo "$fonts"
}

python=$(find_python)
if [ -z "$python" ]; then
  say "Delve needs Python 3.11 or newer, and none was found. Install one, or name it: make setup PYTHON=..."
  exit 1
fi
# word splitting is meant: one package per word
# shellcheck disable=SC2046
install_packages $(missing_system_packages "$python")

if ! [ -x .venv/bin/python ] || ! is_suitable .venv/bin/python; then
  say "Making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
fi
say "Installing the pinned packages (the first time this downloads about 150 MB)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/all.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
.venv/bin/python -m pip check --disable-pip-version-check >/dev/null ||
  say "The installed packages disagree with each other; remove .venv and try again."
