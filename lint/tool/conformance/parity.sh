#!/bin/sh
# parity.sh - parity with markdownlint, but for the places that are known to differ
#
# usage: parity.sh PARITY STET RULES
# PARITY compares STET's findings by RULES with markdownlint's. known_differences.txt has the
# places that differ for a reason in docs/differences.md: any other, and one of these that
# is no more, fails.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

status=0
python3 "$1" --stet "$2" --rule "$3" --show 1000 >"$work/all" || status=$?
grep -vE '^  (extra|missed) ' "$work/all" || true
[ "$status" -le 1 ] || exit "$status"
grep -E '^  (extra|missed) ' "$work/all" | sed 's/^ *//; s/  */ /g' | sort >"$work/found" || true
grep -v '^#' "$here/known_differences.txt" | sort >"$work/known"
if ! diff "$work/known" "$work/found"; then
    echo "parity: differences that known_differences.txt does not list" >&2
    exit 1
fi
echo "parity: $(wc -l <"$work/known") differences, all known"
