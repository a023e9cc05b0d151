#!/bin/sh
# Checks a kit of Delve, for someone who does not have the program yet:
#   sh verify.sh [--copy-to NEW-FOLDER] [FOLDER-OF-THE-KIT]
# On 64-bit Linux it runs the program that lies beside it, from a copy on the local disk, as a stick lets nothing
# be run. Elsewhere, and with --portable, it does the same itself with openssl 3 (on a Mac: not tried yet).
set -u
LC_ALL_BEFORE=${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}
code=$(printf '%.2s' "$LC_ALL_BEFORE")
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1

#SENTENCES#

CHANNEL='#CHANNEL#'
NUMBER='#NUMBER#'
GENERATION='#GENERATION#'
RELEASE='#RELEASE#'
OFFLINE='#OFFLINE#'
PROGRAM=verify-linux-x86_64

put() { # put NAME ABOUT: the sentence, without what steers a terminal
  worded "$1"
  about=$(printf '%s' "$2" | tr '\n' '?' | LC_ALL=C sed 's/[^ -~]/?/g')
  case $said in
  *'{0}'*) printf '%s%s%s\n' "${said%%'{0}'*}" "$about" "${said#*'{0}'}" ;;
  *) printf '%s\n' "$said" ;;
  esac
}

refuse() {
  put "$1" "$2" >&2
  exit 1
}

scratch() { # scratch FOLDER: a private folder in it, gone at the end; false where none can be made
  { [ -d "$1" ] && work=$(mktemp -d "$1/delve-verify-XXXXXX" 2>/dev/null); } || return 1
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM HUP
}

# of the local disk; a folder that is meant for this may be full, gone or somebody else's
TEMPORARY=${TMPDIR:-/tmp}
CACHE=${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}

portable=
[ "${1:-}" = --portable ] && portable=yes && shift

# no argument: the kit that this script lies in
[ $# -gt 0 ] && [ "$1" = --copy-to ] && [ $# -eq 2 ] && set -- "$1" "$2" "$here"
[ $# -eq 0 ] && set -- "$here"

if [ -z "$portable" ] && [ "$(uname -sm)" = "Linux x86_64" ] && [ -f "$here/$PROGRAM" ]; then
  for base in "$TEMPORARY" /tmp "$CACHE"; do
    scratch "$base" || continue
    done=126 # as where a disk lets nothing be run
    if { cp "$here/$PROGRAM" "$work/verify" && chmod 700 "$work/verify" && [ -x "$work/verify" ]; } 2>/dev/null; then
      "$work/verify" "$@"
      done=$?
    fi
    rm -rf "$work"
    [ $done -eq 126 ] || exit $done
  done
fi

target=
[ "$1" = --copy-to ] && [ $# -gt 2 ] && target=$2 && shift 2
case $# in
1) kit=$1 ;;
*) put USAGE '' >&2 && exit 2 ;;
esac
case $kit in -*) put USAGE '' >&2 && exit 2 ;; esac
LC_ALL=C
export LC_ALL

openssl=
for one in openssl /opt/homebrew/opt/openssl@3/bin/openssl /usr/local/opt/openssl@3/bin/openssl; do
  case $("$one" version 2>/dev/null) in "OpenSSL "[3-9]*) openssl=$one && break ;; esac
done
[ -n "$openssl" ] || refuse NO_TOOL 'openssl 3'

digest_of() { "$openssl" dgst -sha256 -r <"$1" | cut -c 1-64; }

bytes() { # bytes HEX: as they are
  hex=$1
  while [ -n "$hex" ]; do
    rest=${hex#??}
    printf "\\$(printf '%03o' "0x${hex%"$rest"}")"
    hex=$rest
  done
}

# signed KEY TAG FILE: whether the last line of FILE is a signature of this key over all before it
signed() {
  { printf 'delve/1/%s\0' "$2" && sed '$d' "$3"; } >"$work/message"
  bytes "$(sed -n '$s/^signature //p' "$3")" >"$work/signature"
  bytes "302a300506032b6570032100$1" >"$work/key"
  "$openssl" pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/message" \
    -sigfile "$work/signature" >/dev/null 2>&1
}

plain() { # plain NAME MOST: takes a small file of the kit to the local disk; false when it is not there
  [ -e "$kit/$1" ] || [ -L "$kit/$1" ] || return 1
  { [ -f "$kit/$1" ] && [ ! -L "$kit/$1" ]; } || refuse NOT_PLAIN "$1"
  head -c $(($2 + 1)) <"$kit/$1" >"$work/$1" || refuse UNREADABLE "$1"
  [ "$(wc -c <"$work/$1")" -le "$2" ] || refuse TOO_LONG "$1"
}

matches() { grep -Eq "$1"; }

scratch "$TEMPORARY" || scratch /tmp || scratch "$CACHE" || refuse NOT_WRITTEN "$TEMPORARY"
plain MANIFEST.txt 1048576 || refuse NO_KIT "$kit"
number='(0|[1-9][0-9]{0,14})'
key='[0-9a-f]{64}'

if plain ROTATION.txt 16384; then
  head -n 1 "$work/ROTATION.txt" | matches '^delve kit rotation ([2-9]|[1-9][0-9]{1,3})$' && refuse NEEDS_NEWER ROTATION.txt
  blocks=$(($(wc -l <"$work/ROTATION.txt") / 7))
  [ $blocks -le 16 ] || refuse TOO_LONG ROTATION.txt
  [ -s "$work/ROTATION.txt" ] && [ $blocks -eq 0 ] && refuse CUT_SHORT ROTATION.txt
  at=0
  while [ $at -lt $blocks ]; do
    sed -n "$((7 * at + 1)),$((7 * at + 7))p" "$work/ROTATION.txt" >"$work/block"
    printf '%s\n' '^delve kit rotation 1$' '^generation [1-9][0-9]{0,5}$' "^release $key\$" "^offline $key\$" "^old $key\$" \
      "^made $number\$" '^signature [0-9a-f]{128}$' >"$work/forms"
    line=0
    while read -r form; do
      line=$((line + 1))
      sed -n "${line}p" "$work/block" | matches "$form" || refuse CUT_SHORT ROTATION.txt
    done <"$work/forms"
    at=$((at + 1))
    read_line() { sed -n "s/^$1 //p" "$work/block"; }
    generation=$(read_line generation)
    [ "$generation" -le "$GENERATION" ] && continue
    { [ "$generation" -eq $((GENERATION + 1)) ] && [ "$(read_line old)" = "$OFFLINE" ]; } || refuse OTHER_KEYS ROTATION.txt
    signed "$OFFLINE" kit-rotation "$work/block" || refuse NOT_BY_OLD_KEY ROTATION.txt
    GENERATION=$generation RELEASE=$(read_line release) OFFLINE=$(read_line offline)
  done
  [ "$(sed -n "1,$((7 * blocks))p" "$work/ROTATION.txt" | wc -c)" -eq "$(wc -c <"$work/ROTATION.txt")" ] || refuse CUT_SHORT ROTATION.txt
fi

list=$work/MANIFEST.txt
head -n 1 "$list" | matches '^delve kit manifest ([2-9]|[1-9][0-9]{1,3})$' && refuse NEEDS_NEWER MANIFEST.txt
{ tail -n 1 "$list" | matches '^signature [0-9a-f]{128}$' && [ -z "$(tail -c 1 "$list" | tr -d '\n')" ]; } || refuse CUT_SHORT MANIFEST.txt
signed "$RELEASE" kit-manifest "$list" || refuse NOT_SIGNED MANIFEST.txt

# signed: so this only guards against a mistake of the makers, and against what a shell could misread
version='(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2})){2}'
printf '%s\n' '^delve kit manifest 1$' "^product $version\$" "^number $number\$" "^from $version\$" '^channel [a-z]{1,16}$' \
  "^made $number\$" "^files $number\$" >"$work/forms"
line=0
while read -r form; do
  line=$((line + 1))
  sed -n "${line}p" "$list" | matches "$form" || refuse NO_LIST MANIFEST.txt
done <"$work/forms"
sed '1,7d;$d' "$list" >"$work/files"
count=$(sed -n '7s/^files //p' "$list")
part='[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_-])?'
[ "$count" -le 4096 ] && [ "$(wc -l <"$work/files")" -eq "$count" ] || refuse NO_LIST MANIFEST.txt
grep -Evq "^$key $number $part(/$part){0,5}\$" "$work/files" && refuse NO_LIST MANIFEST.txt
[ "$(sed -n '5s/^channel //p' "$list")" = "$CHANNEL" ] || refuse OTHER_CHANNEL MANIFEST.txt
product=$(sed -n '2s/^product //p' "$list")
[ "$(sed -n '3s/^number //p' "$list")" -ge "$NUMBER" ] || refuse OLDER "$product"

# every name that is there must be one of the list, or a folder of one
cut -d ' ' -f 3 "$work/files" >"$work/names"
{
  sed 's,^,./,' "$work/names"
  sed -n 's,^,./,;:up
s,/[^/]*$,,p;t up' "$work/names"
  printf '%s\n' . ./MANIFEST.txt ./ROTATION.txt
} | sort -u >"$work/known"
(cd -- "$kit" && find . \( -type d \( -ipath './System Volume Information' -o -ipath './$RECYCLE.BIN' -o -ipath './LOST.DIR' \
  -o -ipath './FOUND.000' -o -ipath './.Trashes' -o -ipath './.Trash-1000' -o -ipath './.Spotlight-V100' \
  -o -ipath './.fseventsd' -o -ipath './.TemporaryItems' \) -prune \) -o \( ! -type d \( -name '._*' -o -iname .DS_Store \) \) -o -print) \
  >"$work/found" || refuse UNREADABLE "$kit"
extra=$(grep -Fvx -f "$work/known" "$work/found" | head -n 1)
[ -z "$extra" ] || refuse TOO_MANY "${extra#./}"
links=$(cd -- "$kit" && find . ! -type f ! -type d ! -name '._*' -print | grep -Fx -f "$work/known" | head -n 1)
[ -z "$links" ] || refuse NOT_PLAIN "${links#./}"

if [ -n "$target" ]; then
  { [ -e "$target" ] || [ -L "$target" ]; } && refuse THERE_ALREADY "$target"
  mkdir -- "$target.part" || refuse NOT_WRITTEN "$target.part"
  trap 'rm -rf "$work" "$target.part"' EXIT
fi
while read -r digest size path; do
  [ -e "$kit/$path" ] || refuse MISSING "$path"
  [ -f "$kit/$path" ] || refuse NOT_PLAIN "$path"
  checked=$kit/$path
  [ "$(wc -c <"$checked")" -eq "$size" ] || refuse CHANGED "$path"
  if [ -n "$target" ]; then
    checked=$target.part/$path
    { mkdir -p -- "$(dirname -- "$checked")" && cp -- "$kit/$path" "$checked"; } || refuse NOT_WRITTEN "$path"
  fi
  [ "$(digest_of "$checked")" = "$digest" ] || refuse CHANGED "$path"
done <"$work/files"
if [ -n "$target" ]; then
  cp "$list" "$target.part/MANIFEST.txt" || refuse NOT_WRITTEN "$target"
  [ ! -f "$work/ROTATION.txt" ] || cp "$work/ROTATION.txt" "$target.part/ROTATION.txt" || refuse NOT_WRITTEN "$target"
  mv -- "$target.part" "$target" || refuse NOT_WRITTEN "$target"
fi
[ "$CHANNEL" = release ] && put WHOLE "$product" || put WHOLE_DEVELOPMENT "$product"
[ -z "$target" ] || put COPIED "$target"
