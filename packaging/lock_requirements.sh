#!/bin/sh
# Writes requirements/*.txt anew from pyproject.toml: every version pinned, every file hashed, for every
# system and for Python 3.11 to 3.14. No address of a registry is written, so any mirror serves.
# `make requirements` calls it; it needs a network. Look at what changed before committing it.
set -eu
cd "$(dirname "$0")/.."

tools=build/lock
[ -x "$tools/bin/uv" ] || { .venv/bin/python -m venv "$tools" && "$tools/bin/python" -m pip install --quiet uv; }

lock() { # lock FILE OPTION...
  file=requirements/$1
  shift
  "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
    --no-annotate --no-emit-index-url --no-emit-find-links "$@" pyproject.toml --output-file "$file"
}

lock all.txt --upgrade --extra desktop --extra server --extra freeze --extra dev
lock base.txt --constraints requirements/all.txt
lock desktop.txt --constraints requirements/all.txt --extra desktop
lock server.txt --constraints requirements/all.txt --extra server
lock freeze.txt --constraints requirements/all.txt --extra desktop --extra freeze
# of these the wheels that Windows gets, for the program that is built for it here
.venv/bin/python packaging/windows/lock.py
