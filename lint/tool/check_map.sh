#!/bin/sh
# check_map.sh - the paths that CONTRIBUTING.md and README.md name are there, and their
# maps name every room of lint/.
#
# usage: check_map.sh [ROOT]
set -u
cd "${1:-.}" || exit 2
wrong=0

complain() {
    echo "$1" >&2
    wrong=1
}

# Words between back-ticks that are paths; a `<` or `*` in them stands for any name.
paths() {
    tr '`' '\n' < "$1" | grep -E '^(lint|rules|schemas|testdata|docs)/[A-Za-z0-9_./<>*-]*$' |
        sed 's/<[a-z]*>/*/g' | sort -u
}

for page in CONTRIBUTING.md README.md; do
    [ -n "$(paths $page)" ] || complain "check_map: $page names no path"
    for path in $(paths $page); do
        # shellcheck disable=SC2086 # a pattern
        set -- $path
        [ -e "$1" ] || complain "$page: there is no $path"
    done
done

for room in lint/*/; do
    grep -qF "\`$room\`" CONTRIBUTING.md || complain "CONTRIBUTING.md: its map lacks $room"
done
exit $wrong
