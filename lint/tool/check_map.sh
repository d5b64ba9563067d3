#!/bin/sh
# check_map.sh - checks that the paths in CONTRIBUTING.md and README.md exist, and that the
# maps there have every room of lint/.
#
# usage: check_map.sh [ROOT]
set -u
cd "${1:-.}" || exit 2
wrong=0

complain() {
    echo "$1" >&2
    wrong=1
}

# Words in back-ticks that are paths; `<…>` and `*` in them stand for any name.
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
