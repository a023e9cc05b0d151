#!/bin/sh
# Runs a command whose temporary files lie in memory, where this computer has room to spare: the tests commit
# thousands of times, and a disk that makes each durable doubles what some of them take. `DELVE_SCRATCH=disk`
# leaves them on the disk.
set -eu
NEEDED=6000000 # KiB free: about three times what all tests leave behind

free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
available=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo 2>/dev/null || true)
if [ "${DELVE_SCRATCH:-}" = disk ] || [ ! -w /dev/shm ] ||
	[ "${free:-0}" -lt "$NEEDED" ] || [ "${available:-0}" -lt "$NEEDED" ]; then
	exec "$@"
fi
TMPDIR=$(mktemp -d /dev/shm/delve-test.XXXXXX)
chmod 711 "$TMPDIR" # the server of PostgreSQL runs as somebody else
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
trap 'exit 130' INT TERM
"$@"
