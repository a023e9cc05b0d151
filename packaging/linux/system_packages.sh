#!/bin/sh
# Adds what building the installers for Linux needs of a Debian system and what is missing; with --tests also what
# tests/packaging needs to install them on a bare Debian. With root it installs, else it says what to install.
set -eu

need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null || echo "$2"
}

missing() {
  need objdump binutils
  need strip binutils
  need xz xz-utils
  need dpkg-deb dpkg
  [ "${1:-}" = --tests ] || return 0
  PATH=$PATH:/usr/sbin:/sbin
  need debootstrap debootstrap
  need Xvfb xvfb
  need xdotool xdotool
}

# word splitting is meant: one package per word
# shellcheck disable=SC2046
set -- $(missing "$@" | sort -u)
[ $# -gt 0 ] || exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "Please install these first: $*" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
  { apt-get update >/dev/null && apt-get install -y --no-install-recommends "$@" >/dev/null; }
