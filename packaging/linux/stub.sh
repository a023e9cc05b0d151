#!/bin/sh
# The installer of Delve for one person on Linux: this script, and behind it the program, packed. It needs no
# administrator and no network, and runs from a stick on which nothing can be executed:
#
#   sh Delve-@VERSION@-linux-x86_64.run              install, or bring an older Delve up to date
#   sh Delve-@VERSION@-linux-x86_64.run --uninstall  remove the program; vaults stay
#   sh Delve-@VERSION@-linux-x86_64.run --check      only test whether this file is whole
#
# Exit codes: 0 done, 1 nothing was changed, 2 a wrong option.
#
# What counts as the program is a link to one of two folders. The next version is unpacked into the other one and
# tested there, and the link to it is renamed over the old one: the system does that whole or not at all. So
# wherever this is killed or the power fails, the old version is there or the new one, and what is left of the other
# is taken away by the next run.
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
library=$home/.local/lib
program=$library/delve
versions=$library/delve.versions
mark=$versions/made-by-the-installer-of-delve # and whoever holds its lock may change what lies beside it
data=${XDG_DATA_HOME:-$home/.local/share}
config=${XDG_CONFIG_HOME:-$home/.config}/Delve
state=${XDG_STATE_HOME:-$home/.local/state}/Delve
command=$home/.local/bin/delve
icons=$data/icons/hicolor

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
  command -v sha256sum >/dev/null || refuse lacks_tool sha256sum coreutils
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

check_person() { # sudo may keep the home of whoever called it, who could not change or remove what root puts there
  for folder in "$home" "$data"; do
    [ ! -e "$folder" ] || [ -O "$folder" ] || refuse not_yours "$folder"
  done
}

check_ours() {
  if [ -z "$(in_use)" ] && { [ -e "$program" ] || [ -L "$program" ]; }; then refuse not_ours "$program"; fi
  [ -e "$versions" ] || [ -L "$versions" ] || return 0
  [ -f "$mark" ] && return 0
  # one that was killed at its first step left an empty folder
  if [ ! -d "$versions" ] || [ -n "$(ls -A "$versions")" ]; then refuse not_ours "$versions"; fi
}

take_lock() { # the system lets go of it when this process ends, in whichever way
  command -v flock >/dev/null || refuse lacks_tool flock util-linux
  mkdir -p "$versions" 2>/dev/null || refuse no_folder "$versions"
  (exec 9>>"$mark") 2>/dev/null || refuse no_folder "$versions"
  exec 9>>"$mark"
  flock -n 9 2>/dev/null
  [ $? -ne 1 ] || refuse is_busy # any other code: a file system without locks, which hinders nobody
  holds_lock || refuse is_busy # what was locked was taken away a moment ago, by one that uninstalled
  trap tidy EXIT
  trap 'exit 1' INT TERM HUP
}

# shellcheck disable=SC3013 # every sh of Linux has -ef, as it has -O
holds_lock() { [ "$mark" -ef "/proc/$$/fd/9" ]; }

in_use() { # the folder of the version that counts, a or b; nothing where there is none
  case $(readlink "$program") in
    delve.versions/a) echo a ;;
    delve.versions/b) echo b ;;
  esac
}

other() { # the folder for the next version
  if [ "$(in_use)" = a ]; then echo b; else echo a; fi
}

check_room() {
  free=$(df -Pk "$versions" | awk 'NR == 2 { print $4 }')
  [ "${free:-0}" -ge "$((needs_kib + 65536))" ] ||
    refuse no_room "$(((needs_kib + 65536) / 1024))" "$((${free:-0} / 1024))"
}

is_running() { # is_running FOLDER: whether a program in it runs
  at=$(cd "$1" 2>/dev/null && pwd -P) || return 1 # the system names programs without links, as a home may be one
  # shellcheck disable=SC2010 # one command for all; the names are only looked for
  ls -l /proc/[0-9]*/exe 2>/dev/null | grep -qF -e "-> $at/"
}

wait_until_closed() {
  while is_running "$versions"; do
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

unpack() { # unpack FOLDER: the program into a new folder, with what it is known and removed by
  mkdir "$1" || return 1
  if command -v xz >/dev/null; then
    tail -c "+$((head_size + tool_size + 1))" "$0" | xz -dc | tar -x -C "$1" -f - || return 1
  else
    mkdir "$1/unpacking" && tail -c "+$((head_size + 1))" "$0" | head -c "$tool_size" | gzip -dc |
      tar -x -C "$1/unpacking" -f - || return 1
    tail -c "+$((head_size + tool_size + 1))" "$0" |
      LD_LIBRARY_PATH="$1/unpacking" "$1/unpacking/xz" -dc | tar -x -C "$1" -f - && rm -r "$1/unpacking" || return 1
  fi
  head -c "$head_size" "$0" >"$1/uninstall.sh" && printf '%s %s\n' "$version" "$schema" >"$1/version"
}

works() { # works FOLDER: whether the program in it passes its own test
  report=$versions/report
  "$1/delve" --self-test --report "$report" >/dev/null 2>&1
  code=$?
  [ "$code" -eq 0 ] || tail -n 12 "$report" >&2
  return "$code"
}

switch_to() { # switch_to FOLDER: from now on the version in it counts
  ln -sfn "delve.versions/$1" "$versions/next" && mv -fT "$versions/next" "$program"
}

tidy() { # however it ended: no half of a version stays, and no folder where none is installed
  holds_lock || return 0 # uninstalled, and another may be at work already
  used=$(in_use)
  for each in a b; do
    # who started the old one in the last moment keeps its files until the next run
    [ "$each" = "$used" ] || is_running "$versions/$each" || rm -rf "${versions:?}/$each"
  done
  rm -f "$versions/next" "$versions/report"
  [ -z "$used" ] && [ ! -e "$versions/a" ] && [ ! -e "$versions/b" ] || return 0
  rm -f "$mark"
  rmdir "$versions" "$library" "$home/.local" 2>/dev/null
}

quote() { # as a word of a desktop file's Exec line
  printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')"
}

put() { # put FILE PLACE: a file of the program among those of the desktop
  mkdir -p "$data/${2%/*}" && cp "$program/share/$1" "$data/$2"
}

make_entries() {
  for size in 48 128 256; do
    put "delve-$size.png" "icons/hicolor/${size}x$size/apps/delve.png" || return 1
  done
  put delve.svg icons/hicolor/scalable/apps/delve.svg && put delve-mime.xml mime/packages/delve.xml &&
    mkdir -p "$data/applications" "${command%/*}" || return 1
  awk -v program="$(quote "$program/delve" | sed 's/\\/\\\\/g')" \
    '/^(Try)?Exec=/ { at = index($0, "delve"); $0 = substr($0, 1, at - 1) program substr($0, at + 5) }
     !/^TryExec=/ { print }' "$program/share/delve.desktop" >"$data/applications/delve.desktop" || return 1
  if [ "$(readlink "$command")" = "$program/delve" ]; then :
  elif [ -e "$command" ] || [ -L "$command" ]; then say kept_command "$command"
  else ln -s "$program/delve" "$command" || return 1; fi
  tell_the_desktop
}

tell_the_desktop() {
  command -v update-desktop-database >/dev/null && update-desktop-database -q "$data/applications" 2>/dev/null
  command -v update-mime-database >/dev/null && update-mime-database "$data/mime" >/dev/null 2>&1
  return 0
}

install() {
  is_whole || refuse damaged
  check_person
  check_system
  check_ours
  take_lock
  check_versions
  wait_until_closed
  rm -rf "${versions:?}/$(other)" # of one that was killed
  check_room
  say installing "$version"
  new=$(other)
  unpack "$versions/$new" || refuse not_unpacked
  say testing
  works "$versions/$new" || refuse does_not_work
  wait_until_closed
  sync # bytes before names: else a power cut could leave empty files under the right ones
  switch_to "$new" || refuse not_replaced
  trap '' INT TERM HUP # the rest is short, and belongs to what is there now
  if make_entries; then say installed "$version" "$program"; else say no_entry "$version" "$program/delve" >&2; fi
  case :$PATH: in *":$home/.local/bin:"*) ;; *) say not_on_path "$command" ;; esac
}

# -- taking it away -------------------------------------------------------------------------------

uninstall() {
  check_person
  check_ours
  [ -L "$program" ] || [ -d "$versions" ] || refuse not_installed "$program"
  take_lock
  wait_until_closed
  rm -f "$icons/48x48/apps/delve.png" "$icons/128x128/apps/delve.png" "$icons/256x256/apps/delve.png" \
    "$icons/scalable/apps/delve.svg" "$data/mime/packages/delve.xml" "$data/applications/delve.desktop"
  [ "$(readlink "$command")" != "$program/delve" ] || rm -f "$command"
  tell_the_desktop
  rm -f "$config/settings.json" "$config/settings.json.new" "$config/settings.json.unreadable" \
    "$config"/window*.lock "$config"/window*.call "$config"/window*.call.new \
    "$config"/window*.socket "$state/log/crashes.log" "$state/log/crashes.told" "$state"/log/dying-*
  rm -rf "$data/Delve/look-around"
  clean_up
  rm -f "$program" || refuse not_removed "$program" # last: until then this can be begun again
  tidy
  say removed
  [ -z "$(ls -A "$data/Delve/vaults" 2>/dev/null)" ] || say vaults_stay "$data/Delve/vaults"
}

clean_up() { # empty folders that an installation may have made
  mime=$data/mime
  rmdir "$config" "${config%/Delve}" "$state/log" "$state" "${state%/Delve}" "$data/Delve/look-around" \
    "$data/Delve/vaults" "$data/Delve" "$icons/48x48/apps" "$icons/48x48" "$icons/128x128/apps" "$icons/128x128" \
    "$icons/256x256/apps" "$icons/256x256" "$icons/scalable/apps" "$icons/scalable" "$icons" "$data/icons" \
    "$mime/packages" "$data/applications" "$home/.local/bin" 2>/dev/null
  # what the system's own tools wrote for our entries, where there are no others
  if [ ! -d "$mime/packages" ]; then
    rm -f "$mime/aliases" "$mime/generic-icons" "$mime/globs" "$mime/globs2" "$mime/icons" "$mime/magic" \
      "$mime/mime.cache" "$mime/subclasses" "$mime/treemagic" "$mime/types" "$mime/version" "$mime/XMLnamespaces" \
      "$mime/application/x-delve-backup.xml"
    rmdir "$mime/application" "$mime" 2>/dev/null
  fi
  if [ "$(ls -A "$data/applications" 2>/dev/null)" = mimeinfo.cache ]; then
    rm -f "$data/applications/mimeinfo.cache"
    rmdir "$data/applications"
  fi
  rmdir "$data" 2>/dev/null
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
