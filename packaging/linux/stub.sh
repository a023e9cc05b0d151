#!/bin/sh
# The installer of Delve for one person on Linux: this script, and behind it the program, packed. It needs no
# administrator and no network, and runs from a stick on which nothing can be executed:
#
#   sh Delve-@VERSION@-linux-x86_64.run              install, or bring an older Delve up to date
#   sh Delve-@VERSION@-linux-x86_64.run --uninstall  remove the program; vaults stay
#   sh Delve-@VERSION@-linux-x86_64.run --check      only test whether this file is whole
#
# Exit codes: 0 done, 1 nothing was changed, 2 a wrong option.
set -u

version=@VERSION@
schema=@SCHEMA@           # of the vaults that this version writes
glibc=@GLIBC@             # the oldest C library that it runs with
needs_kib=@NEEDS_KIB@     # of the unpacked program
head_size=@HEAD_SIZE@     # bytes of this script, padding included
tool_size=@TOOL_SIZE@     # bytes of the unpacking tool behind it, for systems that have none
sha256=@SHA256@           # of all that is behind this script
libraries="@LIBRARIES@"   # library:package, of what the system itself must have

home=${HOME:?}
program=$home/.local/lib/delve
data=${XDG_DATA_HOME:-$home/.local/share}
config=${XDG_CONFIG_HOME:-$home/.config}/Delve
state=${XDG_STATE_HOME:-$home/.local/state}/Delve
command=$home/.local/bin/delve
sizes="48 128 256"

@MESSAGES@

say() { # say NAME [A [B]]: a message in the person's language, with A for {0} and B for {1}
  name=$1 a=${2:-} b=${3:-}
  message "$language" "$name" | a=$a b=$b awk '
    function put(text, mark, value,   at) {
      at = index(text, mark)
      return at ? substr(text, 1, at - 1) value substr(text, at + length(mark)) : text
    }
    { print put(put($0, "{0}", ENVIRON["a"]), "{1}", ENVIRON["b"]) }'
}

refuse() {
  say "$@" >&2
  exit 1
}

case ${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}} in
  fr*) language=fr ;;
  es*) language=es ;;
  pt*) language=pt ;;
  *) language=en ;;
esac

# -- what is asked of the system ------------------------------------------------------------------

is_whole() {
  command -v sha256sum >/dev/null || refuse no_sha256sum
  [ "$(tail -c "+$((head_size + 1))" "$0" | sha256sum | cut -c 1-64)" = "$sha256" ]
}

has_library() {
  for folder in /lib /usr/lib /lib64 /usr/lib64 /usr/local/lib; do
    for file in "$folder/$1" "$folder"/x86_64-linux-gnu/"$1"; do
      [ -e "$file" ] && return 0
    done
  done
  return 1
}

is_older() { # is_older A B: whether version A comes before B, by its numbers
  [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)" = "$1" ]
}

check_system() {
  [ "$(uname -m)" = x86_64 ] || refuse wrong_machine "$(uname -m)"
  here=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d ' ' -f 2)
  if [ -z "$here" ] || is_older "$here" "$glibc"; then refuse old_system "$glibc" "${here:-?}"; fi
  missing='' packages=''
  for each in $libraries; do
    has_library "${each%%:*}" && continue
    missing="$missing ${each%%:*}" packages="$packages ${each#*:}"
  done
  [ -z "$missing" ] || refuse lacks_libraries "${missing# }" "${packages# }"
}

check_room() {
  mkdir -p "$home/.local" || refuse no_folder "$home/.local"
  free=$(df -Pk "$home/.local" | awk 'NR == 2 { print $4 }')
  [ "${free:-0}" -ge "$((needs_kib + 65536))" ] ||
    refuse no_room "$(((needs_kib + 65536) / 1024))" "$((${free:-0} / 1024))"
}

is_running() {
  at=$(cd "$program" 2>/dev/null && pwd -P) || return 1 # the system names programs without links, as a home may be one
  for process in /proc/[0-9]*; do
    case $(readlink "$process/exe" 2>/dev/null) in
      "$at"/*) return 0 ;;
    esac
  done
  return 1
}

wait_until_closed() {
  while is_running; do
    say is_open >&2
    [ -t 0 ] || exit 1
    read -r _ || exit 1
  done
}

check_versions() {
  [ -r "$program/version" ] || return 0
  read -r installed installed_schema <"$program/version"
  if is_older "$version" "$installed"; then
    [ "$schema" -ge "$installed_schema" ] || refuse vaults_are_newer "$installed" "$version"
    say goes_back "$installed" "$version"
  fi
}

# -- putting it there -----------------------------------------------------------------------------

unpack() { # unpack FOLDER: the program into a new folder
  mkdir -p "$1" || return 1
  if command -v xz >/dev/null; then
    tail -c "+$((head_size + tool_size + 1))" "$0" | xz -dc | tar -x -C "$1" -f -
    return
  fi
  mkdir "$1/unpacking" && tail -c "+$((head_size + 1))" "$0" | head -c "$tool_size" | gzip -dc |
    tar -x -C "$1/unpacking" -f - || return 1
  tail -c "+$((head_size + tool_size + 1))" "$0" |
    LD_LIBRARY_PATH="$1/unpacking" "$1/unpacking/xz" -dc | tar -x -C "$1" -f - && rm -r "$1/unpacking"
}

works() { # works FOLDER: whether the program in it passes its own test
  report=$(mktemp) || return 1
  "$1/delve" --self-test --report "$report" >/dev/null 2>&1
  code=$?
  [ "$code" -eq 0 ] || tail -n 12 "$report" >&2
  rm -f "$report"
  return "$code"
}

quote() { # as a word of a desktop file's Exec line
  printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')"
}

make_entries() {
  for size in $sizes; do
    mkdir -p "$data/icons/hicolor/${size}x$size/apps"
    cp "$program/share/delve-$size.png" "$data/icons/hicolor/${size}x$size/apps/delve.png"
  done
  mkdir -p "$data/icons/hicolor/scalable/apps" "$data/applications" "$data/mime/packages" "$home/.local/bin"
  cp "$program/share/delve.svg" "$data/icons/hicolor/scalable/apps/delve.svg"
  cp "$program/share/delve-mime.xml" "$data/mime/packages/delve.xml"
  awk -v program="$(quote "$program/delve" | sed 's/\\/\\\\/g')" \
    '/^(Try)?Exec=/ { at = index($0, "delve"); $0 = substr($0, 1, at - 1) program substr($0, at + 5) }
     !/^TryExec=/ { print }' "$program/share/delve.desktop" >"$data/applications/delve.desktop"
  if [ "$(readlink "$command")" = "$program/delve" ]; then :
  elif [ -e "$command" ] || [ -L "$command" ]; then say kept_command "$command"
  else ln -s "$program/delve" "$command"; fi
  tell_the_desktop
}

tell_the_desktop() {
  command -v update-desktop-database >/dev/null && update-desktop-database -q "$data/applications" 2>/dev/null
  command -v update-mime-database >/dev/null && update-mime-database "$data/mime" >/dev/null 2>&1
  return 0
}

install() {
  is_whole || refuse damaged
  check_system
  check_versions
  wait_until_closed
  rm -rf "$program.new"
  check_room
  say installing "$version"
  new=$program.new
  trap 'rm -rf "$new"; exit 1' INT TERM HUP
  unpack "$new" || { rm -rf "$new"; refuse not_unpacked; }
  head -c "$head_size" "$0" >"$new/uninstall.sh"
  printf '%s %s\n' "$version" "$schema" >"$new/version"
  say testing
  works "$new" || { rm -rf "$new"; refuse does_not_work; }
  wait_until_closed
  sync # bytes before names: else a power cut could leave empty files under the right ones
  rm -rf "$program.old"
  [ ! -e "$program" ] || mv "$program" "$program.old" || refuse not_replaced
  if ! mv "$new" "$program"; then
    [ ! -e "$program.old" ] || mv "$program.old" "$program"
    refuse not_replaced
  fi
  trap - INT TERM HUP
  rm -rf "$program.old"
  make_entries
  say installed "$version" "$program"
  case :$PATH: in *":$home/.local/bin:"*) ;; *) say not_on_path "$command" ;; esac
}

# -- taking it away -------------------------------------------------------------------------------

uninstall() {
  [ -d "$program" ] || [ -d "$program.old" ] || refuse not_installed "$program"
  wait_until_closed
  for size in $sizes; do rm -f "$data/icons/hicolor/${size}x$size/apps/delve.png"; done
  rm -f "$data/icons/hicolor/scalable/apps/delve.svg" "$data/mime/packages/delve.xml" "$data/applications/delve.desktop"
  [ "$(readlink "$command")" != "$program/delve" ] || rm -f "$command"
  tell_the_desktop
  rm -f "$config/settings.json" "$config/settings.json.new" "$config/settings.json.unreadable" \
    "$config"/window*.lock "$config"/window*.call "$config"/window*.call.new \
    "$config"/window*.socket "$state/log/crashes.log" "$state/log/crashes.told" "$state"/log/dying-*
  rm -rf "$program" "$program.new" "$program.old" "$data/Delve/look-around"
  clean_up
  say removed
  [ -z "$(ls -A "$data/Delve/vaults" 2>/dev/null)" ] || say vaults_stay "$data/Delve/vaults"
}

clean_up() { # empty folders that an installation may have made
  for folder in "$config" "${config%/Delve}" "$state/log" "$state" "${state%/Delve}" "$data/Delve/look-around" "$data/Delve/vaults" "$data/Delve" \
    "$data/icons/hicolor/48x48/apps" "$data/icons/hicolor/48x48" "$data/icons/hicolor/128x128/apps" \
    "$data/icons/hicolor/128x128" "$data/icons/hicolor/256x256/apps" "$data/icons/hicolor/256x256" \
    "$data/icons/hicolor/scalable/apps" "$data/icons/hicolor/scalable" "$data/icons/hicolor" "$data/icons" \
    "$data/mime/packages" "$data/applications" "$home/.local/lib" "$home/.local/bin"; do
    rmdir "$folder" 2>/dev/null
  done
  # what the system's own tools made for our one entry
  if [ -z "$(ls -A "$data/mime/packages" 2>/dev/null)" ] && [ ! -d "$data/mime/packages" ]; then rm -rf "$data/mime"; fi
  return 0
}

case ${0##*/}:${1:-} in
  uninstall.sh: | *:--uninstall) uninstall ;;
  uninstall.sh:*) say usage >&2; exit 2 ;;
  *:) install ;;
  *:--check) is_whole || refuse damaged; say whole ;;
  *:--help | *:-h) say usage ;;
  *) say usage >&2; exit 2 ;;
esac
exit 0
