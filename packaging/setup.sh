#!/bin/sh
# Makes .venv ready for work: finds a Python, adds what the system lacks where it may, installs the pinned
# packages and this project. `make setup` calls it, and only when something it depends on has changed.
#   PYTHON=python3.12  uses that interpreter instead of looking for one
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

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

python=$(find_python)
if [ -z "$python" ]; then
  say "Delve needs Python 3.11 or newer, and none was found. Install one, or name it: make setup PYTHON=..."
  exit 1
fi
sh packaging/system_packages.sh "$python"

if ! [ -x .venv/bin/python ] || ! is_suitable .venv/bin/python; then
  say "Making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
fi
say "Installing the pinned packages (the first time this downloads about 150 MB)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/all.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
.venv/bin/python packaging/translations.py compile
.venv/bin/python -m pip check --disable-pip-version-check >/dev/null ||
  say "The installed packages disagree with each other; remove .venv and try again."
