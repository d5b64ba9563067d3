#!/bin/sh
# check_map.sh - the map in CONTRIBUTING.md names files that are there.
set -u

# Words between back-ticks that end in .c or .h; a `*` in them is a pattern.
names() {
    tr '`' '\n' < CONTRIBUTING.md | grep -E '^[a-z_*]+\.[ch]$' | sort -u
}

missing=$(names | while read -r name; do
    [ -n "$(find lint -name "$name")" ] || echo "CONTRIBUTING.md: there is no lint/$name"
done)
[ -z "$missing" ] || { echo "$missing" >&2; exit 1; }
