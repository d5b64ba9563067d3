#!/bin/sh
# signals.sh - signals come to stet and its workers at any moment; it must end well.
#
# usage: signals.sh BUILD RUNS    so many runs for each kind of signal and receiver
# Right is: a signal that ends the run leaves the old report or a whole new one, no
# temporary file (but SIGKILL) and no worker; one to a worker costs at most what that
# worker had in hand, and is told.
set -u
build=$(cd "$1" && pwd)
runs=$2
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM

for share in 1 2; do
    mkdir -p "$work/$share/p/.git"
    cp "$root"/rules/*/*.md "$work/$share/p"
    printf '# Title\n\ntext \n' >"$work/$share/p/z.md"
    (cd "$work/$share" && exec "$build/signals" "$build/stet" $(((runs + 1) / 2)) $share) \
        >"$work/log.$share" 2>&1 &
done
wait
cat "$work"/log.* | grep -v '^signals [0-9]'
awk '$1 == "signals" && $3 == "wrong" { n++; sent += $2; bad += $4 }
    END {
        printf "signals: %d sent, %d wrong\n", sent, bad
        exit !(n == 2 && bad == 0)
    }' "$work"/log.*
